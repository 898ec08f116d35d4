export { DIALECTS, type Engine, ENGINES } from "./dialect";
export { type Cell, type ColumnType, FINE_REVALUATION, type Relation } from "./relation";
export { type Law, lawOf, type Scripts, scriptsOf } from "./scripts";
export { INPUTS } from "./views";
