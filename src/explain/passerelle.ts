import { date, indexSteps, requiredYear } from "../functions/cells";
import { awardQuestion, eligibilityQuestion, flag, paymentQuestion } from "../functions/passerelle-questions";
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
import { type Arguments, type At, type Explainer, rowsAt } from "./explainer";
import { exactly, type Figure, figuresOn, type Line, line, lineOf, traced } from "./lines";

/** The table by career holds for facts to this day; asked alone, it is read there. */
const LAST_CAREER_FACT = day(2022, 12, 31);

function awardLines(counter: Counter, of: Arguments): Line[] {
  const question = awardQuestion(counter, of);
  return award(question).lines.map((one) =>
    traced(one, question.fact ?? LAST_CAREER_FACT, one.amount === undefined ? {} : { count: one.amount }),
  );
}

/** After the last verified amount the figures are those that it is projected from. */
const amountFigures = (
  parameters: readonly ParameterId[],
  on: Day,
  projected: boolean,
  note: string | undefined,
): readonly Figure[] =>
  figuresOn(parameters, projected ? undefined : on).map((figure) =>
    projected ? { ...figure, confidence: "projection", ...(note !== undefined && { note }) } : figure,
  );

function amountLines(of: Arguments): Line[] {
  const month = date("month", of["month"]);
  const { amount, confidence, parameters, note } = monthlyAmount(
    month,
    flag("dependants", of["dependants"]),
    indexSteps("indexSteps", of["indexSteps"]),
  );
  const figures = amountFigures(parameters, month, confidence === "projection", note);
  const article = month < day(2023, 1, 1) ? "L16 10 §1" : "PL22 196 §1";
  return [line("monthly-amount", { day: { day: month } }, article, { amount: exactly(amount), figures })];
}

function paymentLines(of: Arguments, at: At): Line[] {
  const question = paymentQuestion(of);
  const { fact } = question;
  const { rows, readings } = payment(question);
  const months = rowsAt(rows, at).map(({ month, share, amount, confidence, note, line: of }) => {
    const projected = confidence === "projection";
    const shown = `${say("pane:explain/line/month", { day: { day: month } })} ${tell(of)}`;
    return lineOf(amount instanceof Refusal ? `${shown}: ${describe(amount)}` : shown, of.article, {
      ...(!(share instanceof Refusal) && { rate: share }),
      ...(!(amount instanceof Refusal) && { amount: exactly(amount) }),
      figures: of.parameters.flatMap((id) =>
        amountFigures([id], id.startsWith("passerelle.amount.") ? month : fact, projected && !isShare(id), note),
      ),
    });
  });
  return [...months, ...readings.map((reading) => traced(reading, fact))];
}

/** Shares and blocks follow the fact; only the monthly amount follows the index. */
const isShare = (id: ParameterId): boolean => !/amount|pivot/.test(id);

function eligibilityLines(of: Arguments, at: At): Line[] {
  const { rows } = eligibility(eligibilityQuestion(of));
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
  const spouse = flag("spouse", of["spouse"]);
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
