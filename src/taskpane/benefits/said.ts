import { DEFINITIONS } from "../../definitions";
import type { Question, Saying } from "./questions";

export type SaidAs = Saying | "euro" | "date";

/** How the answer to a question is said: as the form wants, else as the cell shows it. */
export const saidAs = ({ id, says }: Question): SaidAs => says ?? (DEFINITIONS[id].shows === "date" ? "date" : "euro");
