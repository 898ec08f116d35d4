import type { ConditionId } from "../../rules/passerelle";

/** `word/<list>` of the texts, where it is none of the others. */
type ConditionKind = "date" | "euro" | "whole" | "INASTI_CATEGORY" | "PASSERELLE_GROUND" | "PASSERELLE_BASIS";

/** What is required and given for a condition of PASSERELLE.ELIGIBLE; yes or no shows by itself. */
const KINDS: Partial<Record<ConditionId, ConditionKind>> = {
  regime: "date",
  ground: "PASSERELLE_GROUND",
  category: "INASTI_CATEGORY",
  "replacement-income": "euro",
  "economic-basis": "PASSERELLE_BASIS",
  "low-income": "euro",
  "patrimonial-benefits": "euro",
};

export const kindOfCondition = (id: string): ConditionKind => KINDS[id as ConditionId] ?? "whole";
