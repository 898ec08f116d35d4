import type { Line } from "../../rules/trace";
import type { Call } from "../formula/call";

/** The rows of a table, each with the way to it. */
export const toldRows = ({ way }: Pick<Call, "way">): Line[] =>
  way().map((line, row) => ({ ...line, steps: way({ row, column: 0 }) }));
