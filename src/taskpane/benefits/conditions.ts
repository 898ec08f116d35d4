import type { ConditionId } from "../../rules/passerelle";
import type { WordList } from "./questions";

type ConditionKind = "date" | "euro" | "whole" | WordList;

/** What is required and given for a condition of PASSERELLE.ELIGIBLE; yes or no shows by itself. */
const KINDS: Partial<Record<ConditionId, ConditionKind>> = {
  regime: "date",
  ground: "ground",
  category: "category",
  "replacement-income": "euro",
  "economic-basis": "basis",
  "low-income": "euro",
  "patrimonial-benefits": "euro",
};

export const kindOfCondition = (id: string): ConditionKind => KINDS[id as ConditionId] ?? "whole";
