import {
  amount,
  broadcast,
  careerChanges,
  category,
  date,
  indexation,
  isBlank,
  nonNegativeAmount,
  optionalAmount,
  optionalDate,
  optionalFundOrRate,
  payments,
  quarterNumber,
  quarterOfDate,
  range,
  requiredQuarter,
  requiredYear,
  year as yearCell,
} from "../functions/cells";
import { version } from "../functions/generated/version";
import {
  dayOf,
  feeOfFund,
  incomesOf,
  noIncome,
  parameterInForce,
  parameterName,
  ruleOf,
  sourcedFigure,
  spareRows,
  yearQuestion,
} from "../functions/questions";
import { describe, t, tell } from "../i18n";
import { coverage, dataVersion, type DatedValue, type ParameterId, SUBJECTS } from "../parameters";
import { type Quarter, quarter, QUARTERS_OF_YEAR } from "../rules/calendar";
import {
  breakdown,
  contribution,
  dueDate,
  fromProfit,
  inQuarter,
  provisionalBreakdown,
  provisionalContribution,
  type ProvisionalIncomes,
  provisionalQuarterRule,
  provisionalRemarks,
  type ProvisionalRule,
  provisionalYearRule,
  QuarterLaw,
  quarterRule,
  type QuarterRule,
  reductionBase,
  reductionSurchargeSteps,
  remarks,
  revalue,
  revaluationParameters,
  surchargeSteps,
  type SurchargeStep,
  type YearQuestion,
} from "../rules/contributions";
import { type Cents, RATE_UNIT } from "../rules/money";
import { type Answer, career, type CareerRow, type Incomes, project, type ProjectRow } from "../rules/projection";
import { type Facts, Refusal } from "../rules/refusal";
import { annualExact, incomeFor, parametersOf, type Scale, type Segment, segmentAt } from "../rules/scale";
import type { TraceLine } from "../rules/trace";
import { type Arguments, type At, type Explainer, rowsAt } from "./explainer";
import { type Details, exactly, figureOf, figuresOn, type Line, line, lineOf, scaleLines } from "./lines";

/** A year is owed in quarters. */
const QUARTERS_ARTICLE = "AR38 15 §1";
const FINAL_ARTICLE = "AR38 11 §5";
const FEE_ARTICLE = "AR38 20 §4";

const rule = (of: Arguments, start: unknown = of["start"]): QuarterRule =>
  ruleOf(of["category"], of["year"], of["quarter"], start, of["indexation"]);

const finalLines = (income: Cents, of: QuarterRule): Line[] => [
  ...scaleLines(breakdown(income, of), of.law),
  ...remarkLines(remarks(of), of.law),
];

const remarkLines = (all: readonly TraceLine[], law: QuarterLaw): Line[] =>
  all.map((one) => lineOf(tell(one), one.article, { figures: one.parameters.map((id) => figureOf(id, law)) }));

const quarterlyLines = (of: Arguments): Line[] => {
  const income = amount("income", of["income"]);
  return finalLines(income, rule(of));
};

const questionOf = (of: Arguments): YearQuestion =>
  yearQuestion(of["category"], of["year"], of["start"], of["indexation"]);

/** What one quarter owes, and how. */
interface OwedQuarter {
  readonly quarter: Quarter;
  readonly owed: Cents;
  readonly steps: readonly Line[];
}

/** Neighbouring quarters that owe the same in the same way are one line. */
function byQuarter(kind: "final" | "provisional" | "fee", quarters: readonly OwedQuarter[], article: string): Line[] {
  const runs: OwedQuarter[][] = [];
  for (const one of quarters) {
    const run = runs.at(-1);
    if (run && alike(run[0]!, one)) run.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const facts = {
      first: { quarter: first.quarter },
      last: { quarter: last.quarter },
      count: run.length,
      amount: { cents: first.owed },
    };
    const details: Details = { amount: exactly(run.length * first.owed), steps: first.steps };
    return line(run.length > 1 ? `${kind}-quarters` : `${kind}-quarter`, facts, article, details);
  });
}

const alike = (a: OwedQuarter, b: OwedQuarter): boolean =>
  a.owed === b.owed && JSON.stringify(a.steps) === JSON.stringify(b.steps);

const finalQuarters = (income: Cents, question: YearQuestion): OwedQuarter[] =>
  QUARTERS_OF_YEAR.map((n) => {
    const of = quarterRule(inQuarter(question, n));
    return { quarter: of.law.quarter, owed: contribution(income, of), steps: finalLines(income, of) };
  });

const finalYear = (income: Cents, question: YearQuestion): Line[] =>
  byQuarter("final", finalQuarters(income, question), QUARTERS_ARTICLE);

const provisionalLines = (of: ProvisionalRule, incomes: ProvisionalIncomes): Line[] => [
  ...scaleLines(provisionalBreakdown(of, incomes), of.rule.law),
  ...remarkLines(provisionalRemarks(of), of.rule.law),
];

function provisionalYear(year: number, question: YearQuestion, incomes: Incomes): Line[] {
  const quarters = QUARTERS_OF_YEAR.map((n): OwedQuarter => {
    const of = provisionalQuarterRule(inQuarter({ ...question, year }, n));
    const read = of.flat === undefined && !of.rule.beforeStart;
    const given = read ? { incomeN3: incomes.of(year - 3) } : {};
    return {
      quarter: quarter(year, n),
      owed: provisionalContribution(of, given),
      steps: provisionalLines(of, given),
    };
  });
  return byQuarter("provisional", quarters, QUARTERS_ARTICLE);
}

const provisional = (of: Arguments): Line[] => {
  const question = questionOf(of);
  const n = quarterNumber("quarter", of["quarter"]);
  const law = n === undefined ? provisionalYearRule(question) : provisionalQuarterRule(inQuarter(question, n));
  const incomeN3 = optionalAmount("incomeN3", of["incomeN3"]);
  return provisionalLines(law, { incomeN3, estimate: optionalAmount("estimate", of["estimate"]) });
};

function revalued(of: Arguments): Line[] {
  const income = amount("incomeN3", of["incomeN3"]);
  const year = yearCell("year", of["year"]);
  const growth = indexation("indexation", of["indexation"]);
  const base = revalue(income, year, growth);
  const law = QuarterLaw.of(quarter(year, 1), growth);
  const steps = [
    { step: "income-n-3" as const, base: income, article: "AR38 11 §3", parameters: [] },
    { step: "revalued" as const, base, article: "AR38 11 §3 al. 3", parameters: revaluationParameters(law) },
  ];
  return scaleLines(steps, law);
}

const settlement = (of: Arguments): Line[] => {
  const due = finalYear(amount("income", of["income"]), questionOf(of));
  return [...due, line("paid", {}, FINAL_ARTICLE, { amount: -exactly(amount("paid", of["paid"])) })];
};

const surchargeLines = (steps: readonly SurchargeStep[], article: string): Line[] => {
  const charged = steps.filter(({ open }) => open > 0);
  if (charged.length === 0) return [line("surcharge-none", {}, article, { amount: 0 })];
  return charged.map(({ on, open, rate, parameter, article: source, amount: cents }) =>
    line("surcharge-open", { day: { day: on } }, source, {
      base: open,
      rate,
      amount: exactly(cents),
      figures: figuresOn([parameter], on),
    }),
  );
};

function surcharge(of: Arguments): Line[] {
  const cents = nonNegativeAmount("amount", of["amount"]);
  const options = {
    firstClaimed: optionalDate("firstClaimed", of["firstClaimed"]),
    summoned: optionalDate("summoned", of["summoned"]),
  };
  const steps = surchargeSteps(cents, date("due", of["due"]), payments("paid", of["paid"], cents), options);
  return surchargeLines(steps, "AR67 44");
}

function surchargeOnReduction(of: Arguments): Line[] {
  const given = {
    final: nonNegativeAmount("final", of["final"]),
    reduced: nonNegativeAmount("reduced", of["reduced"]),
    provisionalN3: nonNegativeAmount("provisionalN3", of["provisionalN3"]),
  };
  const steps = reductionSurchargeSteps(given, requiredYear("year", of["year"]), date("paid", of["paid"]));
  const facts = Object.fromEntries(Object.entries(given).map(([name, cents]) => [name, { cents }]));
  const base = line("reduction-base", facts, "AR38 11bis §1", { base: reductionBase(given) });
  return [base, ...surchargeLines(steps, "AR38 11bis §1")];
}

function dueDateLines(of: Arguments): Line[] {
  const day = dueDate(requiredYear("year", of["year"]), requiredQuarter("quarter", of["quarter"]));
  return [line("due-date", { day: { day } }, "AR67 42")];
}

/** A stretch of a scale: from where to where, what is owed at its beginning, and on each further euro. */
function segmentLine({ scale, law }: QuarterRule, segment: Segment): Line {
  const next = scale[scale.indexOf(segment) + 1]?.from;
  const from = Math.max(0, segment.from);
  const facts = { from: { cents: from }, to: { cents: next ?? 0 }, annual: { cents: annualCents(scale, from) } };
  return line(next === undefined ? "segment-last" : "segment", facts, segment.band.article, {
    rate: segment.rate,
    figures: parametersOf(segment.band).map((id) => figureOf(id as ParameterId, law)),
  });
}

const annualCents = (scale: Scale, income: Cents): Cents => Math.round(annualExact(scale, income) / RATE_UNIT);

const scaleTable = (of: Arguments, at: At): Line[] => {
  const law = rule(of, null);
  return rowsAt(law.scale, at).map((segment) => segmentLine(law, segment));
};

const marginal = (of: Arguments): Line[] => {
  const law = rule(of, null);
  const income = amount("income", of["income"]);
  return [segmentLine(law, segmentAt(law.scale, income)), ...jumpLines(law, income)];
};

/** Within a euro below it, a jump shows, which is no rate. */
function jumpLines({ scale }: QuarterRule, income: Cents): Line[] {
  const next = scale.find(({ from }) => from > income);
  if (next === undefined || next.from - income > NEAR) return [];
  const owedBelow = annualExact(scale, next.from - 1);
  const { rate } = segmentAt(scale, next.from - 1);
  if (next.base <= owedBelow + rate) return [];
  const facts = { from: { cents: next.from }, annual: { cents: annualCents(scale, next.from) } };
  return [line("jump-ahead", facts, next.band.article)];
}

const NEAR: Cents = 100;

function effective(of: Arguments): Line[] {
  const income = amount("income", of["income"]);
  if (income <= 0) throw new Refusal("income-not-positive", { given: { cents: income } });
  const law = rule(of, null);
  const facts = { amount: { cents: contribution(income, law) }, income: { cents: income } };
  return [line("effective-rate", facts, QUARTERS_ARTICLE, { steps: finalLines(income, law) })];
}

function inverse(of: Arguments): Line[] {
  const law = rule(of, null);
  const quarterly = amount("quarterly", of["quarterly"]);
  const found = incomeFor(law.scale, quarterly);
  if (!found.found) throw noIncome(found);
  const { article } = segmentAt(law.scale, found.income).band;
  const facts = { amount: { cents: quarterly } };
  return [line("income-for", facts, article, { base: found.income, steps: finalLines(found.income, law) })];
}

function profit(of: Arguments): Line[] {
  const cents = amount("profit", of["profit"]);
  const question = questionOf(of);
  const fee = feeOfFund(of["fund"]);
  const rules = QUARTERS_OF_YEAR.map((n) => quarterRule(inQuarter(question, n)));
  const owed = (income: Cents) =>
    rules
      .map((one) => contribution(income, one))
      .reduce((sum, quarterly) => sum + quarterly + fee(quarterly, question.year), 0);
  const { income, residue } = fromProfit(cents, owed);
  const quarters = finalQuarters(income, question);
  return [
    line("profit-income", {}, "AR38 11 §2", { base: income }),
    ...byQuarter("final", quarters, QUARTERS_ARTICLE),
    ...feeLines(of["fund"], question.year, quarters),
    ...(residue > 0 ? [line("profit-residue", { amount: { cents: residue } }, "")] : []),
  ];
}

function feeLines(fund: unknown, year: number, quarters: readonly OwedQuarter[]): Line[] {
  if (optionalFundOrRate("fund", fund) === undefined) return [];
  const fee = feeOfFund(fund);
  const fees = quarters.map(({ quarter: q, owed }) => ({ quarter: q, owed: fee(owed, year), steps: [] }));
  return byQuarter("fee", fees, FEE_ARTICLE);
}

/** A figure of a table, or the reason why there is none. */
function answer(key: string, facts: Facts, article: string, of: Answer, details: (cents: Cents) => Details): Line {
  const shown = line(key, facts, article, of instanceof Refusal ? {} : details(of));
  return of instanceof Refusal ? { ...shown, text: `${shown.text}: ${describe(of)}` } : shown;
}

function projection(of: Arguments, at: At): readonly Line[] {
  const incomes = incomesOf(of["firstYear"], of["incomes"], of["earlierIncomes"]);
  const question = {
    category: category("category", of["category"]),
    start: quarterOfDate("start", of["start"]),
    indexation: indexation("indexation", of["indexation"]),
    fee: feeOfFund(of["fund"]),
  };
  const rows = project(incomes, question);
  const shown = rowsAt(rows, at);
  if (at === undefined || at.row === 0) {
    return shown.map((row) =>
      answer("cash-out-year", { year: row.year }, FINAL_ARTICLE, row.cashOut, (base) => ({ base })),
    );
  }
  return shown.flatMap((row) => projectedYear(row, incomes, { ...question, year: row.year }));
}

function projectedYear(row: ProjectRow, incomes: Incomes, question: YearQuestion): Line[] {
  const { year, provisional: paid, final, settlement: settled, settledIn, fee, cashOut } = row;
  const earlier = cashOut instanceof Refusal ? cashOut : cashOut - (paid as Cents) - (fee as Cents);
  return [
    answer("provisional-year", { year }, "AR38 11 §3", paid, (cents) => ({
      amount: exactly(cents),
      steps: provisionalYear(year, question, incomes),
    })),
    answer("settlement-of", { year: year - 2 }, FINAL_ARTICLE, earlier, (cents) => ({ amount: exactly(cents) })),
    answer("fee-paid", { year }, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
    answer("final-year", { year }, FINAL_ARTICLE, final, (base) => ({
      base,
      steps: finalYear(incomes.of(year), question),
    })),
    answer("settled-in", { year: settledIn }, FINAL_ARTICLE, settled, (base) => ({ base })),
  ];
}

function careerLines(of: Arguments, at: At): readonly Line[] {
  const incomes = incomesOf(of["firstYear"], of["incomes"], of["earlierIncomes"]);
  const rows = career(incomes, {
    changes: careerChanges("career", of["career"]),
    indexation: indexation("indexation", of["indexation"]),
    fee: feeOfFund(of["fund"]),
  });
  const quarterOf = (row: CareerRow) => ({ quarter: quarter(row.year, row.quarter as 1 | 2 | 3 | 4) });
  if (at === undefined || at.row === 0) {
    return rows.map((row) =>
      answer(
        "career-quarter",
        { quarter: quarterOf(row), status: row.status },
        QUARTERS_ARTICLE,
        row.total,
        (base) => ({
          base,
        }),
      ),
    );
  }
  return rowsAt(rows, at).flatMap((row) => {
    const { rule: inForce, annualised, quarters, status } = row;
    const steps = inForce && typeof annualised === "number" ? { steps: finalLines(annualised, inForce) } : {};
    return [
      line("career-status", { quarter: quarterOf(row), status, count: quarters }, QUARTERS_ARTICLE),
      ...(annualised === undefined
        ? []
        : [answer("whole-year", {}, "AR38 11 §5 al. 3", annualised, (base) => ({ base }))]),
      answer("final-of-quarter", {}, FINAL_ARTICLE, row.final, (cents) => ({ amount: exactly(cents), ...steps })),
      answer("fee-of-quarter", {}, FEE_ARTICLE, row.fee, (cents) => ({ amount: exactly(cents) })),
      answer("provisional-of-quarter", {}, "AR38 11 §3", row.provisional, (base) => ({ base })),
    ];
  });
}

/** The cell's own contribution, as INASTI.QUARTERLY gives it; in words where the whole range goes on. */
function batch(of: Arguments, at: At): Line[] {
  const rows = range(of["incomes"]);
  const cells = rows.flat();
  if (cells.length === 0) throw new Refusal("missing", { argument: "incomes" });
  const [who, when, which] = ["categories", "years", "quarters"].map((name) => broadcast(name, of[name], cells.length));
  if (at === undefined) return [line("batch", { count: cells.length }, QUARTERS_ARTICLE)];
  const before = rows.slice(0, at.row).reduce((sum, row) => sum + row.length, 0);
  const index = before + at.column;
  if (isBlank(cells[index]) && spareRows(of["categories"])(who!(index))) return [];
  const income = amount("incomes", cells[index]);
  return finalLines(income, ruleOf(who!(index), when!(index), which!(index), null, null));
}

const parameterLine = (figure: DatedValue): Line[] => [
  lineOf(figure.id, figure.source.article || figure.source.title, { figures: [figure] }),
];

const versionLines = (): Line[] => [
  ...Object.entries({ "code-version": version, "data-version": dataVersion }).map(([column, value]) =>
    line("stated", { name: t(`column/${column}`), value }, ""),
  ),
  ...SUBJECTS.map((subject) => {
    const { from, to } = coverage[subject];
    return line("covered", { domain: t(`domain/${subject}`), from: { day: from }, to: { day: to } }, "");
  }),
];

export const inasti: Readonly<Record<string, Explainer>> = {
  "INASTI.QUARTERLY": { result: "euro", sum: "amount", lines: quarterlyLines },
  "INASTI.BREAKDOWN": { result: "plain", lines: quarterlyLines },
  "INASTI.ANNUAL": {
    result: "euro",
    sum: "amount",
    lines: (of) => finalYear(amount("income", of["income"]), questionOf(of)),
  },
  "INASTI.PROVISIONAL": { result: "euro", sum: "amount", lines: provisional },
  "INASTI.REVALUE": { result: "euro", lines: revalued },
  "INASTI.SETTLEMENT": { result: "euro", sum: "amount", lines: settlement },
  "INASTI.SURCHARGE": { result: "euro", sum: "amount", lines: surcharge },
  "INASTI.REDUCTIONSURCHARGE": { result: "euro", sum: "amount", lines: surchargeOnReduction },
  "INASTI.DUEDATE": { result: "date", lines: dueDateLines },
  "INASTI.SCALE": { result: "plain", lines: scaleTable },
  "INASTI.MARGINALRATE": { result: "rate", lines: marginal },
  "INASTI.EFFECTIVERATE": { result: "rate", lines: effective },
  "INASTI.INCOMEFOR": { result: "euro", lines: inverse },
  "INASTI.FROMPROFIT": { result: "euro", sum: "amount", lines: profit },
  "INASTI.PROJECT": { result: "plain", lines: projection },
  "INASTI.CAREER": { result: "plain", lines: careerLines },
  "INASTI.BATCH": { result: "euro", lines: batch },
  "INASTI.PARAMETER": { result: "plain", lines: (of) => parameterLine(parameterInForce(of["name"], of["date"])) },
  "INASTI.SOURCE": {
    result: "plain",
    lines: (of) => parameterLine(sourcedFigure(parameterName(of["name"]), dayOf(of["date"]))),
  },
  "INASTI.VERSION": { result: "plain", lines: versionLines },
};
