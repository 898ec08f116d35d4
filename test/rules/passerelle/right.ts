import { day } from "../../../src/rules/calendar";
import { award, type AwardQuestion, type Counter } from "../../../src/rules/passerelle";

/** Facts under the law of 22/12/2016 and under the programme law of 26/12/2022. */
export const OLD_FACT = day(2022, 6, 15);
export const NEW_FACT = day(2026, 5, 10);

export const right = (counter: Counter, question: Omit<AwardQuestion, "counter">) =>
  award({ counter, ...question }).value;

/** Months and quarters. */
export const both = (question: Omit<AwardQuestion, "counter">) => [
  right("months", question),
  right("quarters", question),
];
