export { DIALECTS, type Engine, ENGINES } from "./dialect";
export type { Cell, ColumnType, Relation } from "./relation";
export { type Law, lawOf, type Scripts, scriptsOf } from "./scripts";
export { INPUTS } from "./views";
