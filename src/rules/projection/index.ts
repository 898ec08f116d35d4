export type { Answer } from "./answer";
export { career, type CareerChange, type CareerQuestion, type CareerRow, type CareerStatus, holdsFrom } from "./career";
export { Incomes } from "./incomes";
export { project, type ProjectQuestion, type ProjectRow } from "./project";
