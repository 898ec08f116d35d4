export { cashflow, type CashflowRow } from "./cashflow";
export { career, type CareerRow } from "./career";
export { type Account, accountOf, chargeOf, type Client, dossier, type YearRules, yearRules } from "./dossier";
export { AMOUNT_BASES, type AmountBasis, Incomes } from "./incomes";
export type { CareerQuestion } from "./life";
export { project, type ProjectQuestion, type ProjectRow, SETTLEMENT_DELAY } from "./project";
export { CAREER_WORDS, type CareerChange, type CareerStatus, isCareerWord } from "./timeline";
