import Decimal from "decimal.js";
import { t } from "../../i18n";
import { rateInvalid } from "../kit/fee";
import type { Numbers } from "../kit/numbers";

const MOST_RATES = 200;

/** An increase for which people say how many members leave: a tenth of a percentage point. */
export const INCREASE = "0.001";
/** Decimals of a share that follows from an increase; cells round to as many. */
export const SHARE_DECIMALS = 10;

/** The rates to be tried, as typed in percent. */
export interface RatesForm {
  readonly mode: "steps" | "list";
  readonly present: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly list: string;
  /** Whether members leave: none, a share for each tenth of a point above the present rate, or a share at each rate. */
  readonly leaving: "none" | "increase" | "each";
  readonly perIncrease: string;
  readonly shares: string;
  /** The share for which the rate is sought that holds the income. */
  readonly hold: string;
}

/** A rate that is tried, and the share of the members that leaves at it; both as exact decimal text. */
interface Tried {
  readonly rate: string;
  readonly share: string;
}

/** Fractions as decimal text: the present rate, and those to be tried, ascending. */
export interface Rates {
  readonly present: string;
  readonly tried: readonly Tried[];
  /** Where they rise from one by equal steps; cells then do the same. */
  readonly steps: { readonly from: string; readonly step: string } | undefined;
  /** Where the shares follow from the increase; cells then do the same. */
  readonly perIncrease: string | undefined;
  readonly hold: string;
}

/** Rates around those of the market, so that the form shows what it wants. */
export const exampleRates = ({ decimal }: Numbers): RatesForm => ({
  mode: "steps",
  present: decimal("4.00"),
  from: decimal("3.00"),
  to: decimal("4.50"),
  step: decimal("0.10"),
  list: "",
  leaving: "none",
  perIncrease: decimal("2.5"),
  shares: "",
  hold: decimal("5"),
});

/** What is wrong with which field. */
export type RateProblems = Partial<Record<Exclude<keyof RatesForm, "mode" | "leaving">, string>>;

type Reading<Value> = { readonly value: Value } | { readonly problems: RateProblems };

export function ratesOf(form: RatesForm, numbers: Numbers): Reading<Rates> {
  const present = numbers.readFeeRate(form.present);
  const hold = readShare(form.hold, numbers);
  const listed = form.mode === "steps" ? steppedRates(form, numbers) : listedRates(form, numbers);
  const shares =
    present === undefined || "problems" in listed ? undefined : sharesAt(form, present, listed.value, numbers);
  const problems = {
    ...(present === undefined && { present: rateInvalid(numbers) }),
    ...(hold === undefined && { hold: shareInvalid(numbers) }),
    ...("problems" in listed && listed.problems),
    ...(shares && "problems" in shares && shares.problems),
  };
  if (present === undefined || hold === undefined || "problems" in listed || !shares || "problems" in shares)
    return { problems };
  const { rates, steps } = listed.value;
  const tried = rates
    .map((rate, index) => ({ rate, share: shares.value.shares[index]! }))
    .sort((one, other) => Number(one.rate) - Number(other.rate));
  return { value: { present, tried, steps, perIncrease: shares.value.perIncrease, hold } };
}

interface Listed {
  readonly rates: readonly string[];
  readonly steps: Rates["steps"];
}

function steppedRates(form: RatesForm, numbers: Numbers): Reading<Listed> {
  const [from, to, step] = [form.from, form.to, form.step].map(numbers.readFeeRate);
  if (from === undefined || to === undefined || step === undefined || Number(step) === 0)
    return {
      problems: {
        ...(from === undefined && { from: rateInvalid(numbers) }),
        ...(to === undefined && { to: rateInvalid(numbers) }),
        ...((step === undefined || Number(step) === 0) && {
          step: t("pane:funds/step-invalid", { example: numbers.decimal("0.05") }),
        }),
      },
    };
  const first = new Decimal(from);
  const steps = new Decimal(to).minus(first).div(step).floor().toNumber();
  if (steps < 0) return { problems: { to: t("pane:funds/order-invalid") } };
  const tooMany = tooManyOf(steps + 1);
  if (tooMany !== undefined) return { problems: { step: tooMany } };
  const rates = Array.from({ length: steps + 1 }, (_, index) => first.plus(new Decimal(step).times(index)).toFixed());
  return { value: { rates, steps: { from, step } } };
}

function listedRates({ list }: RatesForm, numbers: Numbers): Reading<Listed> {
  const words = wordsIn(list);
  const rates = words.map(numbers.readFeeRate);
  const wrong = rates.indexOf(undefined);
  if (wrong >= 0)
    return {
      problems: { list: t("pane:funds/list-invalid", { given: words[wrong]!, example: numbers.decimal("3.05") }) },
    };
  if (rates.length === 0) return { problems: { list: t("pane:field/required") } };
  const tooMany = tooManyOf(rates.length);
  return tooMany === undefined
    ? { value: { rates: rates as string[], steps: undefined } }
    : { problems: { list: tooMany } };
}

/** A comma ends a rate only before a space: it may be the decimal sign. */
const BETWEEN_RATES = /\s*;\s*|,?\s+/;

const wordsIn = (list: string): string[] =>
  list
    .replace(/\s+%/g, "%")
    .split(BETWEEN_RATES)
    .filter((word) => word !== "");

/** The present rate is one of them. */
function tooManyOf(tried: number): string | undefined {
  return tried + 1 > MOST_RATES ? t("pane:funds/too-many", { count: tried + 1, most: MOST_RATES }) : undefined;
}

interface Shares {
  readonly shares: readonly string[];
  readonly perIncrease: string | undefined;
}

/** The share that leaves at each rate, in the order of the rates. */
function sharesAt(form: RatesForm, present: string, { rates }: Listed, numbers: Numbers): Reading<Shares> {
  if (form.leaving === "none") return { value: { shares: rates.map(() => "0"), perIncrease: undefined } };
  if (form.leaving === "each") return listedShares(form.shares, rates.length, numbers);
  const perIncrease = readShare(form.perIncrease, numbers);
  if (perIncrease === undefined) return { problems: { perIncrease: shareInvalid(numbers) } };
  const shares = rates.map((rate) => {
    const share = new Decimal(rate).minus(present).div(INCREASE).times(perIncrease).toDecimalPlaces(SHARE_DECIMALS);
    return Decimal.max(0, Decimal.min(1, share)).toFixed();
  });
  return { value: { shares, perIncrease } };
}

function listedShares(list: string, expected: number, numbers: Numbers): Reading<Shares> {
  const words = wordsIn(list);
  const shares = words.map((word) => readShare(word, numbers));
  const wrong = shares.indexOf(undefined);
  if (wrong >= 0) return { problems: { shares: shareInvalid(numbers) } };
  return shares.length === expected
    ? { value: { shares: shares as string[], perIncrease: undefined } }
    : { problems: { shares: t("pane:analyst/shares-count", { count: shares.length, expected }) } };
}

/** A share of the members; all of them cannot leave. */
function readShare(text: string, numbers: Numbers): string | undefined {
  const share = numbers.readPercent(text);
  return share !== undefined && Number(share) >= 0 && Number(share) < 1 ? share : undefined;
}

const shareInvalid = (numbers: Numbers): string => t("pane:analyst/share-invalid", { example: numbers.decimal("2.5") });
