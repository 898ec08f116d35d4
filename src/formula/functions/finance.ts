import {
  EFFECT,
  FV,
  IPMT,
  IRR,
  NOMINAL,
  NPER,
  NPV,
  PMT,
  PPMT,
  PV,
  RATE,
  RRI,
  SLN,
  XIRR,
  XNPV,
} from "@formulajs/formulajs";
import { ErrorValue, NUMBER, type Value, VALUE } from "../values";
import {
  type Context,
  eachOf,
  type ExcelFunction,
  type Functions,
  numberOf,
  numbersOf,
  numeric,
  scalar,
  whole,
} from "./define";

/** Cash flows are gone through as often as an approximation needs. */
const TURNS = 100;

/** What the library gives: a number, or an error of its own with Excel's code as its message. */
function answer(result: unknown): number | ErrorValue {
  if (typeof result === "number") return Number.isFinite(result) ? result + 0 : NUMBER;
  return result instanceof Error ? ErrorValue.of(result.message) : VALUE;
}

/** Of numbers alone; arguments left out at the end are the library's to fill in. */
const ofNumbers = (fewest: number, most: number, call: (...numbers: number[]) => unknown): ExcelFunction =>
  numeric(fewest, most, (numbers) => answer(call(...numbers)));

/** All numbers of what was given, each gone through again and again. */
function flows(value: Value | undefined, context: Context): number[] {
  const numbers = numbersOf([value], context);
  context.budget.spend(numbers.length * TURNS);
  return numbers;
}

/** Every flow needs its day. */
function dated(
  values: Value | undefined,
  dates: Value | undefined,
  context: Context,
): readonly [number[], number[]] | null {
  const [amounts, days] = [flows(values, context), flows(dates, context).map(Math.floor)];
  return amounts.length === days.length && amounts.length > 0 ? [amounts, days] : null;
}

export const finance: Functions = {
  PMT: ofNumbers(3, 5, PMT),
  PV: ofNumbers(3, 5, PV),
  FV: ofNumbers(3, 5, FV),
  NPER: ofNumbers(3, 5, NPER),
  RATE: ofNumbers(3, 6, RATE),
  IPMT: ofNumbers(4, 6, IPMT),
  PPMT: ofNumbers(4, 6, PPMT),
  SLN: ofNumbers(3, 3, SLN),
  RRI: ofNumbers(3, 3, RRI),
  EFFECT: scalar(2, 2, ([rate, periods]) => answer(EFFECT(numberOf(rate), Math.trunc(numberOf(periods))))),
  NOMINAL: scalar(2, 2, ([rate, periods]) => answer(NOMINAL(numberOf(rate), Math.trunc(numberOf(periods))))),
  NPV: whole(
    2,
    255,
    ([rate, ...values], context) => {
      for (const [value] of eachOf(values, context)) if (value instanceof ErrorValue) return value;
      return answer(NPV(numberOf(rate), ...numbersOf(values, context)));
    },
    0,
  ),
  IRR: whole(1, 2, ([values, guess], context) => answer(IRR(flows(values, context), numberOf(guess, 0.1))), 1),
  XNPV: whole(
    3,
    3,
    ([rate, values, dates], context) => {
      const pairs = dated(values, dates, context);
      return pairs ? answer(XNPV(numberOf(rate), ...pairs)) : NUMBER;
    },
    0,
  ),
  XIRR: whole(
    2,
    3,
    ([values, dates, guess], context) => {
      const pairs = dated(values, dates, context);
      return pairs ? answer(XIRR(...pairs, numberOf(guess, 0.1))) : NUMBER;
    },
    2,
  ),
};
