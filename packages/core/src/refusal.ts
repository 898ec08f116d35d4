import { describe } from "../../../src/i18n";
import { type RefusalCode, Refusal as Refused } from "../../../src/rules/refusal";
import type { Refusal } from "./types";

const CODES: Readonly<Record<RefusalCode, Refusal["code"]>> = {
  value: "#VALUE!",
  notAvailable: "#N/A",
  number: "#NUM!",
};

/** The refusal of a rule, told in the reader's language. */
export const told = (refused: Refused): Refusal => ({
  code: CODES[refused.code],
  key: refused.key,
  message: describe(refused),
});

/** Whether an answer, a list of own figures or a cell of a table is none. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "key" in answer && "code" in answer && "message" in answer;

/** The answer, or the refusal told. What is no refusal is a defect, and stays loud. */
export function attempted<T>(ask: () => T): T | Refusal {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refused) return told(error);
    throw error;
  }
}
