import { reader, recordOf, wordName } from "../i18n";
import { day, isoDate } from "../rules/calendar";
import { lastKnownYear } from "../rules/contributions";
import { billSheet } from "../taskpane/calculator/bill-sheet";
import type { Question } from "../taskpane/calculator/question";
import type { Inputs } from "../taskpane/calculator/use-inputs";
import { numbersOf } from "../taskpane/kit/numbers";
import type { Template } from "./template";

const INCOME = 4_000_000;
const INCOME_N3 = 3_400_000;
const ESTIMATE = 2_900_000;
const PAID = 620_000;

/** What an income gives: the bill quarter by quarter, what is paid in the year itself, the settlement. */
export const calculator: Template = {
  id: "calculator",
  sheets: (form) => {
    const isNative = form === "stand-alone";
    const numbers = numbersOf(recordOf(reader.language).locale);
    const year = lastKnownYear();
    const question: Question = {
      ...{ category: "principal", kind: "income", cents: INCOME, year, indexation: null },
      ...{ start: null, stop: null, change: null, fee: { fund: "acerta", name: wordName("fund", "acerta") } },
    };
    const inputs: Inputs = {
      ...{ category: "principal", kind: "income", amount: numbers.amount(INCOME), year },
      ...{ fund: { fund: "acerta", rate: "" }, start: "", stop: "", changeFrom: "", changeTo: "", judgedOn: "" },
      incomeN3: numbers.amount(INCOME_N3),
      estimate: isNative ? "" : numbers.amount(ESTIMATE),
      paid: numbers.amount(PAID),
      sent: isoDate(day(year + 2, 9, 15)),
    };
    return [billSheet(question, INCOME, inputs, numbers, isNative)];
  },
};
