import {
  category,
  date,
  ground,
  monthlyAmounts,
  optionalAmount,
  optionalBasis,
  optionalDate,
  optionalFlag,
  optionalGround,
  optionalNonNegativeAmount,
  optionalWhole,
  requiredYear,
  whole,
} from "../functions/cells";
import { describe, say, t, tell } from "../i18n";
import type { ParameterId } from "../parameters";
import { day, type Day } from "../rules/calendar";
import {
  award,
  type ConditionRow,
  type ConditionValue,
  type Counter,
  deadline,
  eligibility,
  incomeLimit,
  monthlyAmount,
  payment,
  regimeOf,
} from "../rules/passerelle";
import { type Fact, Refusal } from "../rules/refusal";
import type { Arguments, At, Explainer } from "./explainer";
import { rowsAt } from "./explainer";
import { exactly, type Figure, figuresOn, type Line, line, lineOf, traced } from "./lines";

// The most that the functions take.
const MOST_QUARTERS = 400;
const MOST_MONTHS_USED = 1200;
const MOST_DAYS = 36_525;
const MONTHS_A_FACT = 12;
const WINDOW_QUARTERS = 16;
const MOST_INDEX_STEPS = 20;

/** The table by career holds for facts to this day; asked alone, it is read there. */
const LAST_CAREER_FACT = day(2022, 12, 31);

function awardLines(counter: Counter, of: Arguments): Line[] {
  const used =
    counter === "months"
      ? optionalWhole("monthsUsed", of["monthsUsed"], 0, MOST_MONTHS_USED)
      : optionalWhole("quartersUsed", of["quartersUsed"], 0, MOST_QUARTERS);
  const question = {
    counter,
    quarters: optionalWhole("quarters", of["quarters"], 0, MOST_QUARTERS),
    ground: optionalGround("ground", of["ground"]),
    fact: optionalDate("date", of["date"]),
    used,
  };
  return award(question).lines.map((one) =>
    traced(one, question.fact ?? LAST_CAREER_FACT, one.amount === undefined ? {} : { count: one.amount }),
  );
}

const flag = (name: string, of: Arguments): boolean => optionalFlag(name, of[name]) ?? false;
const steps = (of: Arguments): number | undefined => optionalWhole("indexSteps", of["indexSteps"], 0, MOST_INDEX_STEPS);

/** After the last verified amount the figures are those that it is projected from. */
const amountFigures = (parameters: readonly ParameterId[], on: Day, projected: boolean): readonly Figure[] =>
  figuresOn(parameters, projected ? undefined : on).map((figure) =>
    projected ? { ...figure, confidence: "projection" } : figure,
  );

function amountLines(of: Arguments): Line[] {
  const month = date("month", of["month"]);
  const { amount, confidence, parameters } = monthlyAmount(month, flag("dependants", of), steps(of));
  const figures = amountFigures(parameters, month, confidence === "projection");
  const article = month < day(2023, 1, 1) ? "L16 10 §1" : "PL22 196 §1";
  return [line("monthly-amount", { day: { day: month } }, article, { amount: exactly(amount), figures })];
}

function paymentLines(of: Arguments, at: At): Line[] {
  const fact = date("date", of["date"]);
  const { rows, readings } = payment({
    fact,
    until: optionalDate("until", of["until"]),
    dependants: flag("dependants", of),
    ground: optionalGround("ground", of["ground"]),
    months: optionalWhole("months", of["months"], 0, MONTHS_A_FACT) ?? MONTHS_A_FACT,
    otherIncome: monthlyAmounts("otherIncome", of["otherIncome"]),
    indexSteps: steps(of),
  });
  const months = rowsAt(rows, at).map(({ month, share, amount, confidence, line: of }) => {
    const projected = confidence === "projection";
    const shown = `${say("pane:explain/line/month", { day: { day: month } })} ${tell(of)}`;
    return lineOf(amount instanceof Refusal ? `${shown}: ${describe(amount)}` : shown, of.article, {
      ...(!(share instanceof Refusal) && { rate: share }),
      ...(!(amount instanceof Refusal) && { amount: exactly(amount) }),
      figures: of.parameters.flatMap((id) =>
        amountFigures([id], id.startsWith("passerelle.amount.") ? month : fact, projected && !isShare(id)),
      ),
    });
  });
  return [...months, ...readings.map((reading) => traced(reading, fact))];
}

/** Shares and blocks follow the fact; only the monthly amount follows the index. */
const isShare = (id: ParameterId): boolean => !/amount|pivot/.test(id);

function eligibilityLines(of: Arguments, at: At): Line[] {
  const { rows } = eligibility({
    category: category("category", of["category"]),
    ground: ground("ground", of["ground"]),
    fact: date("date", of["date"]),
    subjectedQuarters: whole("subjectedQuarters", of["subjectedQuarters"], 0, MOST_QUARTERS),
    paidQuarters: whole("paidQuarters", of["paidQuarters"], 0, WINDOW_QUARTERS),
    careerQuarters: optionalWhole("careerQuarters", of["careerQuarters"], 0, MOST_QUARTERS),
    basis: optionalBasis("basis", of["basis"]),
    income: optionalAmount("income", of["income"]),
    incomePrevious: optionalAmount("incomePrevious", of["incomePrevious"]),
    interruptionDays: optionalWhole("interruptionDays", of["interruptionDays"], 0, MOST_DAYS),
    otherIncome: optionalNonNegativeAmount("otherIncome", of["otherIncome"]),
    resident: optionalFlag("resident", of["resident"]),
    convicted: optionalFlag("convicted", of["convicted"]),
    helpedPersonMeets: optionalFlag("helpedPersonMeets", of["helpedPersonMeets"]),
    patrimonialBenefits: optionalNonNegativeAmount("patrimonialBenefits", of["patrimonialBenefits"]),
    liquidationStarted: optionalFlag("liquidationStarted", of["liquidationStarted"]),
    studentAtMinimum: optionalFlag("studentAtMinimum", of["studentAtMinimum"]),
  });
  return rowsAt(rows, at).map(conditionLine);
}

function conditionLine({ id, required, given, met, article }: ConditionRow): Line {
  const facts = {
    condition: t(`pane:explain/condition/${id}`),
    required: required instanceof Refusal ? describe(required) : factOf(required),
    given: given === undefined ? t("condition/not-given") : factOf(given),
  };
  return line("condition", facts, article, { met: met ?? null });
}

const factOf = (value: ConditionValue): Fact =>
  typeof value === "boolean" ? t(`pane:explain/${value ? "yes" : "no"}`) : value;

function deadlineLines(of: Arguments): Line[] {
  const fact = date("date", of["date"]);
  const last = deadline(fact);
  const [quarters] = figuresOn(["passerelle.deadline-quarters"], fact);
  const facts = { day: { day: last }, count: quarters!.value! };
  const article = regimeOf(fact) === "C" ? "PL22 194 §1" : "L16 8 §1";
  return [line("deadline", facts, article, { figures: [quarters!] })];
}

function limitLines(of: Arguments): Line[] {
  const year = requiredYear("year", of["year"]);
  const spouse = flag("spouse", of);
  const limit = incomeLimit(year, spouse);
  const figures = figuresOn([`passerelle.income-limit.${spouse ? "spouse" : "principal"}`], day(year, 12, 31));
  return [line("income-limit", { year }, "ARX 6 §2, 3°", { amount: exactly(limit), figures })];
}

export const passerelle: Readonly<Record<string, Explainer>> = {
  "PASSERELLE.MONTHS": { result: "plain", sum: "count", lines: (of) => awardLines("months", of) },
  "PASSERELLE.QUARTERS": { result: "plain", sum: "count", lines: (of) => awardLines("quarters", of) },
  "PASSERELLE.AMOUNT": { result: "euro", sum: "amount", lines: amountLines },
  "PASSERELLE.PAYMENT": { result: "plain", lines: paymentLines },
  "PASSERELLE.ELIGIBLE": { result: "plain", lines: eligibilityLines },
  "PASSERELLE.DEADLINE": { result: "date", lines: deadlineLines },
  "PASSERELLE.INCOMELIMIT": { result: "euro", sum: "amount", lines: limitLines },
};
