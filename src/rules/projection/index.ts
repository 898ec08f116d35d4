export { career, type CareerRow } from "./career";
export { AMOUNT_BASES, type AmountBasis, Incomes } from "./incomes";
export type { CareerQuestion } from "./life";
export { project, type ProjectQuestion, type ProjectRow } from "./project";
export { CAREER_WORDS, type CareerChange, type CareerStatus, holdsFrom } from "./timeline";
