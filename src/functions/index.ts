/** The bundle that Excel loads first. It registers every function and needs nothing but a global `CustomFunctions`. */
import { type Definition, DEFINITIONS } from "../definitions";
import { cellOf } from "./cell";
import { quick } from "./quick";
import { associate } from "./register";

for (const [id, definition] of Object.entries<Definition>(DEFINITIONS)) associate(id, quick[id] ?? cellOf(definition));
