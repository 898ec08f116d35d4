export { career, type CareerQuestion, type CareerRow } from "./career";
export { Incomes } from "./incomes";
export { project, type ProjectQuestion, type ProjectRow } from "./project";
export { type CareerChange, type CareerStatus, holdsFrom } from "./timeline";
