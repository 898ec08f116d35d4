/** What reads and writes names of functions, bundled with the names of a copy for trying. */
import "../../src/functions";

export { evaluate } from "../../src/explain/evaluate";
export { GROUPS } from "../../src/taskpane/questions/questions";
export { callWith } from "../../src/taskpane/formula/call";
export { ownFunction, ownFunctions } from "../../src/taskpane/formula/own-formulas";
export { unfitIn } from "../../src/formula/fit";
