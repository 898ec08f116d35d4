import { t } from "../i18n";
import { type DatedValue, isParameterId, parameterIds, type ParameterId } from "../parameters";
import { civilDate, day, type Day } from "../rules/calendar";
import { inQuarter, quarterRule, type QuarterRule, yearRule, type YearQuestion } from "../rules/contributions";
import { inForce } from "../rules/figures";
import { fee, feeRate, FUNDS, type FundSwitch, fundSwitch, latestFeeFigure, tableRate } from "../rules/funds";
import type { Cents, Fraction } from "../rules/money";
import { Incomes } from "../rules/projection";
import { Refusal } from "../rules/refusal";
import type { Inverse } from "../rules/scale";
import type { otherOccupationStatus } from "../rules/status";
import {
  category as categoryCell,
  type Cell,
  date as dateCell,
  fundOrRate,
  type Given,
  indexation as indexationCell,
  occupation as occupationCell,
  optionalAmounts,
  optionalBetween,
  optionalDate,
  optionalFlag,
  optionalFundOrRate,
  optionalNonNegativeAmount,
  optionalYear,
  parameterYear,
  quarterNumber,
  quarterOfDate,
  requiredYear,
  switchKind,
  text,
  year as yearCell,
  yearlyAmounts,
} from "./cells";

// What several functions ask of the rules, from the cells that they are given; the explanations ask the same.

export function yearQuestion(who: Cell, when: Cell, start: Cell, growth: Cell): YearQuestion {
  return {
    category: categoryCell("category", who),
    year: yearCell("year", when),
    start: quarterOfDate("start", start),
    indexation: indexationCell("indexation", growth),
  };
}

export function ruleOf(who: Cell, when: Cell, quarterOfYear: Cell, start: Cell, growth: Cell): QuarterRule {
  const question = yearQuestion(who, when, start, growth);
  const n = quarterNumber("quarter", quarterOfYear);
  return n === undefined ? yearRule(question) : quarterRule(inQuarter(question, n));
}

export function incomesOf(firstYear: Cell, incomes: Cell, earlier: Cell): Incomes {
  const first = requiredYear("firstYear", firstYear);
  return new Incomes(first, yearlyAmounts("incomes", incomes, first), optionalAmounts("earlierIncomes", earlier));
}

/** The fee on a quarter of a year; nothing where no fund is given. */
export function feeOfFund(fund: Cell): (contribution: Cents, year: number) => Cents {
  const chosen = optionalFundOrRate("fund", fund);
  if (chosen === undefined) return () => 0;
  return (contribution, year) =>
    fee(contribution, typeof chosen === "object" ? chosen : tableRate(feeRate(chosen, year).rate));
}

export function noIncome({ below, above }: Extract<Inverse, { found: false }>): Refusal {
  if (below === undefined) return new Refusal("no-income-below", { lowest: { cents: above!.amount } });
  if (above === undefined)
    return new Refusal("no-income-above", { highest: { cents: below.amount }, income: { cents: below.income } });
  return new Refusal("no-income-in-jump", {
    below: { cents: below.income },
    owedBelow: { cents: below.amount },
    above: { cents: above.income },
    owedAbove: { cents: above.amount },
  });
}

export const parameterInForce = (name: Cell, date: Cell): DatedValue => inForce(parameterName(name), dayOf(date));

/** The fee of a fund rests on its latest figure, which may be of an earlier year. */
export function sourcedFigure(id: ParameterId, on: Day): DatedValue {
  const fund = FUNDS.find((one) => id === `funds.fee.${one.id}`);
  return (fund && latestFeeFigure(fund.id, civilDate(on).year)) ?? inForce(id, on);
}

export const dayOf = (cell: Cell): Day => optionalDate("date", cell) ?? day(parameterYear(), 12, 31);

const SHOWN_NAMES = 5;

export function parameterName(cell: Cell): ParameterId {
  const given = text("name", cell).trim().toLowerCase();
  if (isParameterId(given)) return given;
  const similar = parameterIds().filter((id) => given.length > 2 && id.includes(given));
  const names = similar.slice(0, SHOWN_NAMES).join(", ");
  const hint =
    names === ""
      ? t("hint/parameters-such-as", { example: "contributions.bracket1.ceiling" })
      : t("hint/parameters-containing", { names });
  throw new Refusal("unknown-parameter", { argument: "name", given, hint });
}

export function switchOf(
  since: Cell,
  asOf: Cell,
  kind: Cell,
  upToDate: Cell,
  pensionAge: Cell,
  earlyPension: Cell,
): FundSwitch {
  return fundSwitch({
    since: dateCell("since", since),
    asOf: optionalDate("asOf", asOf),
    kind: switchKind("kind", kind),
    upToDate: optionalFlag("upToDate", upToDate) ?? true,
    pensionAgeYear: optionalYear("pensionAgeYear", pensionAge),
    earlyPensionYear: optionalYear("earlyPensionYear", earlyPension),
  });
}

export function rateOf(fund: Cell, when: Cell): Fraction {
  const chosen = fundOrRate("fund", fund);
  return typeof chosen === "object" ? chosen : tableRate(feeRate(chosen, yearCell("year", when)).rate);
}

const FULLEST_TIME = 1.5;
const DAYS_OF_YEAR = 366;
const MONTHS_OF_YEAR = 12;

export const statusQuestion = (
  of: Given<"occupation" | "workShare" | "daysPerYear" | "monthsPerYear" | "replacementIncome" | "date">,
): Parameters<typeof otherOccupationStatus>[0] => ({
  occupation: occupationCell("occupation", of.occupation),
  workShare: optionalBetween("workShare", of.workShare, 0, FULLEST_TIME),
  daysPerYear: optionalBetween("daysPerYear", of.daysPerYear, 0, DAYS_OF_YEAR),
  monthsPerYear: optionalBetween("monthsPerYear", of.monthsPerYear, 0, MONTHS_OF_YEAR),
  replacementIncome: optionalNonNegativeAmount("replacementIncome", of.replacementIncome),
  date: optionalDate("date", of.date),
});
