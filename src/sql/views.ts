import { FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR } from "../definitions/cells";
import type { Expression } from "../expression";
import { is, minus, named, plus, rounded, times, when } from "../expression/build";
import type { Dialect } from "./dialect";
import { entriesOf, expressionOf, parameterOf } from "./functions";
import { type Bound, Lowering, type Piece } from "./lowering";
import { ofRows, type Output, tableName } from "./query";
import { type Mistake, mistakeId, type Question } from "./refusals";
import type { Relations } from "./relation";

export interface View {
  readonly name: string;
  readonly query: string;
}

/** A table that the caller fills, or a view of that name over his own. */
export interface Input {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: InputType }[];
}

export type InputType = "text" | "integer" | "euro" | "rate";

const input = (name: string, columns: Readonly<Record<string, InputType>>): Input => ({
  name,
  columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
});

const MEMBER = "inasti_member";
const MEMBER_YEAR = "inasti_member_year";
const TRIAL = "fund_trial";
const REASON = tableName("reason");
const LANGUAGE = tableName("language");

export const INPUTS: readonly Input[] = [
  input(MEMBER, {
    member: "text",
    category: "text",
    year: "integer",
    quarter: "integer",
    income: "euro",
    income_given: "text",
    income_n3: "euro",
    fee_rate: "rate",
  }),
  input(MEMBER_YEAR, {
    member: "text",
    category: "text",
    year: "integer",
    income: "euro",
    income_given: "text",
    paid: "euro",
    fee_rate: "rate",
  }),
  input(TRIAL, { place: "integer", fee_rate: "rate", leave: "rate" }),
];

const QUARTERS = ["1", "2", "3", "4"] as const;
const MILLION = 1_000_000;
const SETTLEMENT_DELAY = 2;

/** The views of an engine, each after those that it reads. */
export function viewsOf(dialect: Dialect, relations: Relations): View[] {
  return [
    quarterView(dialect, relations),
    yearView(dialect, relations),
    refusedView(dialect),
    scenarioView(dialect, relations),
    cashYearView(dialect, relations),
    cashView(dialect),
  ];
}

/** How an amount or a rate of a row is read. */
function reading(id: string, argument: string, dialect: Dialect, column: string, atRate = false): Output {
  const entry = entriesOf(expressionOf(id), atRate).get(argument)!;
  const { column: read, reading: sql } = parameterOf(argument, entry, dialect, column);
  return [read, sql];
}

const columns = (outputs: readonly Output[]): string =>
  outputs.map(([name, sql]) => (name === sql ? name : `${sql} AS ${name}`)).join(", ");

const WHOSE: readonly Output[] = [
  ["member", "member"],
  ["category_id", "category"],
  ["year_number", "year"],
];
const SHOWN: readonly Output[] = [
  ["member", "member"],
  ["category", "category_id"],
  ["year", "year_number"],
];

const at = (sql: string) => ({ sql });
const ASKED: Bound = { category: at("category_id"), year: at("year_number") };
const FEE_RATE = { sql: "fee_rate_millionths", isNumber: true } as const;

/** An amount in cents and in euro. */
const inBoth = (name: string, cents: string, { euro }: Dialect): Output[] => [
  [`${name}_cents`, cents],
  [name, euro(cents)],
];

/** What each row owes for its quarter, provisionally too, and on which income; with the fee. */
function quarterView(dialect: Dialect, relations: Relations): View {
  const source = `SELECT ${columns([
    ...WHOSE,
    ["quarter_number", "quarter"],
    reading("INASTI.QUARTERLY", "income", dialect, "income"),
    reading("INASTI.PROVISIONAL", "incomeN3", dialect, "income_n3"),
    reading("FUND.FEE", "fund", dialect, "fee_rate", true),
  ])}\nFROM ${MEMBER}`;
  const lowering = new Lowering(dialect, relations);
  const bound: Bound = {
    ...ASKED,
    quarter: at("quarter_number"),
    income: at("income_cents"),
    incomeN3: at("income_n3_cents"),
    fund: FEE_RATE,
  };
  const column = (id: string, more: Bound = {}) => lowering.column(expressionOf(id), { ...bound, ...more });
  const quarterly = column("INASTI.QUARTERLY");
  const ofQuarter = { contribution: quarterly };
  const outputs: Output[] = [
    ...SHOWN,
    ["quarter", "quarter_number"],
    ...inBoth("quarterly", quarterly.sql, dialect),
    ...inBoth("revalued", column("INASTI.REVALUE").sql, dialect),
    ...inBoth("provisional", column("INASTI.PROVISIONAL").sql, dialect),
    ...inBoth("fee", column("FUND.FEE", ofQuarter).sql, dialect),
    ...inBoth("total", column("FUND.TOTAL", ofQuarter).sql, dialect),
  ];
  return { name: "inasti_quarter", query: ofRows(source, lowering, outputs) };
}

const yearSource = (dialect: Dialect): Output[] => [
  ...WHOSE,
  reading("INASTI.ANNUAL", "income", dialect, "income"),
  reading("INASTI.SETTLEMENT", "paid", dialect, "paid"),
  reading("INASTI.SETTLEMENT", "fund", dialect, "fee_rate", true),
];

/** What each row owes for its year, and what its account comes to. */
function yearView(dialect: Dialect, relations: Relations): View {
  const lowering = new Lowering(dialect, relations);
  const bound: Bound = { ...ASKED, income: at("income_cents"), paid: at("paid_cents") };
  const column = (id: string, more: Bound = {}) => lowering.column(expressionOf(id), { ...bound, ...more });
  const outputs: Output[] = [
    ...SHOWN,
    ...inBoth("annual", column("INASTI.ANNUAL").sql, dialect),
    ...inBoth("settlement", column("INASTI.SETTLEMENT").sql, dialect),
    ...inBoth("settlement_with_fee", column("INASTI.SETTLEMENT", { fund: FEE_RATE }).sql, dialect),
  ];
  return {
    name: "inasti_year",
    query: ofRows(`SELECT ${columns(yearSource(dialect))}\nFROM ${MEMBER_YEAR}`, lowering, outputs),
  };
}

/** When an argument of a row is none; the last that may be given is what was. */
type Fault = readonly [condition: string, mistake: Mistake, given?: string];

const SPOKEN_OTHERWISE = "en";

/** Rows without an answer, and why, as a cell would say it in the language of `inasti_language`; in English where that is none of ours. */
function refusedView(dialect: Dialect): View {
  const { text, fraction } = dialect;
  const outside = (name: string, least: number, most: number) => `${name} < ${least} OR ${name} > ${most}`;
  const select = (question: Question, quarter: string, faults: readonly Fault[], otherwise: string): string => {
    const reasons = faults.map(([condition, mistake]) => `WHEN ${condition} THEN ${mistakeId(mistake)}`);
    const values = faults.map(([condition, , given]) => `WHEN ${condition} THEN ${given ?? "''"}`);
    return `SELECT m.member AS member, '${question}' AS question, m.category_id AS category, m.year_number AS year, ${quarter} AS quarter,
  CASE ${[...reasons, otherwise].join("\n    ")} END AS reason_id,
  CASE ${values.join("\n    ")} ELSE '' END AS given`;
  };
  const named = (
    question: Question,
    from: string,
    amount: string,
    cents: Output,
    quarter: string | undefined,
    given?: string,
  ): string => {
    const faults: Fault[] = [
      [`m.${cents[0]} IS NULL AND m.${amount} IS NOT NULL`, "incomeTooLarge"],
      ...(given === undefined
        ? []
        : [[`m.${cents[0]} IS NULL AND m.${given} IS NOT NULL`, "incomeText", `m.${given}`] as const]),
      [`m.${cents[0]} IS NULL`, "incomeMissing"],
      ["m.category_id IS NULL", "categoryMissing"],
      ["k.category IS NULL", "categoryUnknown", "m.category_id"],
      ["m.year_number IS NULL", "yearMissing"],
      [outside("m.year_number", FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR), "yearOutside", text("m.year_number")],
      ...(quarter === undefined
        ? []
        : ([
            ["m.quarter_number IS NULL", "quarterMissing"],
            [outside("m.quarter_number", 1, 4), "quarterOutside", text("m.quarter_number")],
          ] as const)),
    ];
    const read: Output[] = [
      ...WHOSE,
      ["quarter_number", quarter ?? "0"],
      [amount, amount],
      cents,
      ...(given === undefined ? [] : [[given, given] as Output]),
    ];
    return `${select(question, "m.quarter_number", faults, "ELSE r.reason_id")}
FROM (SELECT ${columns(read)} FROM ${from}) AS m
LEFT JOIN inasti_category AS k ON k.category = m.category_id
LEFT JOIN inasti_refusal AS r ON r.question = '${question}' AND r.of_id = m.category_id AND r.quarter = m.quarter_number AND m.year_number >= r.first_year AND m.year_number <= r.last_year`;
  };
  const fees = (from: string): string => {
    const isNone = "m.fee_rate IS NOT NULL AND m.fee_rate_millionths IS NULL";
    // A decimal would show all of its places.
    const given = text(fraction("m.fee_rate", "1"));
    return `${select("fee", "0", [[isNone, "feeOutside", given]], "")}
FROM (SELECT ${columns([...WHOSE, ["fee_rate", "fee_rate"], reading("FUND.FEE", "fund", dialect, "fee_rate", true)])} FROM ${from}) AS m`;
  };
  const all = [
    named(
      "quarterly",
      MEMBER,
      "income",
      reading("INASTI.QUARTERLY", "income", dialect, "income"),
      "quarter",
      "income_given",
    ),
    `${named("provisional", MEMBER, "income_n3", reading("INASTI.PROVISIONAL", "incomeN3", dialect, "income_n3"), "quarter")}\nWHERE m.income_n3 IS NOT NULL`,
    named(
      "annual",
      MEMBER_YEAR,
      "income",
      reading("INASTI.ANNUAL", "income", dialect, "income"),
      undefined,
      "income_given",
    ),
    fees(MEMBER),
    fees(MEMBER_YEAR),
  ];
  const refused = `SELECT s.*, l.language AS language\nFROM (\n${all.join("\nUNION ALL\n")}\n) AS s
CROSS JOIN (SELECT COALESCE(MAX(r.language), '${SPOKEN_OTHERWISE}') AS language FROM ${LANGUAGE} AS c INNER JOIN ${REASON} AS r ON r.language = c.language) AS l
WHERE s.reason_id IS NOT NULL`;
  const year = `COALESCE(${text("m.year")}, '')`;
  return {
    name: "inasti_refused",
    query: `SELECT m.member AS member, m.question AS question, m.category AS category, m.year AS year, m.quarter AS quarter,
  m.reason_id AS reason_id, t.reason_key AS reason_key, REPLACE(REPLACE(t.reason, '{year}', ${year}), '{given}', m.given) AS reason
FROM (\n${refused}\n) AS m
LEFT JOIN ${REASON} AS t ON t.reason_id = m.reason_id AND t.language = m.language`,
  };
}

/** What is left of an income once a share of the members is gone, half up; in parts, so that no product leaves the whole numbers of an engine. */
function afterLeaving(income: Expression, leave: Expression): Expression {
  const stay = minus(MILLION, leave);
  const ofWhole = (amount: Expression): Expression =>
    named("millions", { kind: "quotient", of: amount, by: { kind: "integer", value: MILLION } }, (millions) =>
      plus(times(millions, stay), rounded(times(minus(amount, times(millions, MILLION)), stay), MILLION)),
    );
  return when(is(income, "<", 0), minus(0, ofWhole(minus(0, income))), ofWhole(income));
}

const column = (name: string): Expression => ({ kind: "argument", name, as: { unit: "whole", least: 0, most: 0 } });

/** What each rate on trial brings in of a quarter, each fee rounded by itself; members without an answer are counted. */
function scenarioView(dialect: Dialect, relations: Relations): View {
  const rate = reading("FUND.FEE", "fund", dialect, "fee_rate", true);
  const { reading: share } = parameterOf("fund", { unit: "millionths", least: 0, most: MILLION }, dialect, "leave");
  // Decimals are dear: they are read once a rate, not once a member and rate.
  const trials = `SELECT ${columns([
    ["place", "place"],
    rate,
    ["leave_millionths", `CASE WHEN leave IS NULL THEN 0 ELSE ${share} END`],
  ])}\nFROM ${TRIAL}${dialect.fence ?? ""}`;
  const source = `SELECT q.year AS year_number, q.quarter AS quarter_number, q.quarterly_cents AS contribution_cents,
  t.place AS place, t.fee_rate_millionths AS fee_rate_millionths, t.leave_millionths AS leave_millionths
FROM inasti_quarter AS q CROSS JOIN (\n${trials}\n) AS t`;
  const fees = new Lowering(dialect, relations);
  const fee = fees.column(expressionOf("FUND.FEE"), { contribution: at("contribution_cents"), fund: FEE_RATE });
  const each = ofRows(source, fees, [
    ...["year_number", "quarter_number", "place", "fee_rate_millionths", "leave_millionths", "contribution_cents"].map(
      (name): Output => [name, name],
    ),
    ["fee_cents", fee.sql],
  ]);
  const groups = `SELECT year_number, quarter_number, place, MAX(fee_rate_millionths) AS rate_millionths, MAX(leave_millionths) AS gone_millionths,
  NULLIF(COUNT(contribution_cents), 0) AS payers, COUNT(*) - COUNT(contribution_cents) AS refused_members, ${dialect.whole("SUM(fee_cents)")} AS all_cents
FROM (\n${each}\n) AS f
GROUP BY year_number, quarter_number, place`;
  const sums = new Lowering(dialect, relations);
  const bound: Bound = Object.fromEntries(["all_cents", "payers", "gone_millionths"].map((name) => [name, at(name)]));
  const income = sums.column(afterLeaving(column("all_cents"), column("gone_millionths")), bound);
  const perMember = sums.column(rounded(column("all_cents"), column("payers")), bound);
  const rows = ofRows(groups, sums, [
    ...[
      "year_number",
      "quarter_number",
      "place",
      "rate_millionths",
      "gone_millionths",
      "payers",
      "refused_members",
      "all_cents",
    ].map((name): Output => [name, name]),
    ["fee_income_cents", income.sql],
    ["fee_per_member_cents", perMember.sql],
    ["present_cents", `FIRST_VALUE(${income.sql}) OVER (PARTITION BY year_number, quarter_number ORDER BY place)`],
  ]);
  const { euro, fraction } = dialect;
  const outputs: Output[] = [
    ["year", "year_number"],
    ["quarter", "quarter_number"],
    ["place", "place"],
    ["fee_rate", fraction("rate_millionths", String(MILLION))],
    ["members", "COALESCE(payers, 0)"],
    ["refused_members", "refused_members"],
    ...inBoth("fee_income", "fee_income_cents", dialect),
    ...inBoth("fee_per_member", "fee_per_member_cents", dialect),
    ["difference_cents", "(fee_income_cents - present_cents)"],
    ["difference", euro("(fee_income_cents - present_cents)")],
    ["leave", fraction("gone_millionths", String(MILLION))],
    ["break_even_leave", fraction("(all_cents - present_cents)", "NULLIF(all_cents, 0)")],
  ];
  return { name: "fund_scenario", query: `SELECT ${columns(outputs)}\nFROM (\n${rows}\n) AS s` };
}

/** What each member owes for a year: provisionally, on the income of three years before, and in the end. Without a rate there is no fee. */
function cashYearView(dialect: Dialect, relations: Relations): View {
  const [, rate] = reading("FUND.FEE", "fund", dialect, "m.fee_rate", true);
  const [, own] = reading("INASTI.ANNUAL", "income", dialect, "m.income");
  const [, earlier] = reading("INASTI.PROVISIONAL", "incomeN3", dialect, "n.income");
  const source = `SELECT m.member AS member, m.category AS category_id, m.year AS year_number, ${own} AS income_cents, ${earlier} AS income_n3_cents,
  CASE WHEN m.fee_rate IS NULL THEN 0 ELSE ${rate} END AS fee_rate_millionths
FROM ${MEMBER_YEAR} AS m
LEFT JOIN ${MEMBER_YEAR} AS n ON n.member = m.member AND n.year = m.year - 3`;
  const lowering = new Lowering(dialect, relations);
  const quarters = (id: string, bound: Bound) =>
    QUARTERS.map((quarter) => lowering.column(expressionOf(id), { ...ASKED, ...bound, quarter: at(quarter) }));
  const fees = (amounts: readonly Piece[]) =>
    amounts.map((amount) => lowering.column(expressionOf("FUND.FEE"), { contribution: amount, fund: FEE_RATE }));
  const provisional = quarters("INASTI.PROVISIONAL", { incomeN3: at("income_n3_cents") });
  const final = quarters("INASTI.QUARTERLY", { income: at("income_cents") });
  const [provisionalFees, finalFees] = [fees(provisional), fees(final)];
  const sum = (amounts: readonly Piece[]) => `(${amounts.map(({ sql }) => sql).join(" + ")})`;
  const outputs: Output[] = [
    ...SHOWN,
    ...inBoth("provisional", sum(provisional), dialect),
    ...inBoth("provisional_fee", sum(provisionalFees), dialect),
    ...inBoth("final", sum(final), dialect),
    ...inBoth("settlement", `(${sum(final)} - ${sum(provisional)})`, dialect),
    ...inBoth("settlement_fee", `(${sum(finalFees)} - ${sum(provisionalFees)})`, dialect),
    ["settled_in", `year_number + ${SETTLEMENT_DELAY}`],
  ];
  return { name: "inasti_cash_year", query: ofRows(source, lowering, outputs) };
}

/** What all members pay in a year: its provisional contributions, and the account of two years before. Where one of them has no answer the sum has none. */
function cashView(dialect: Dialect): View {
  const known = (...cents: string[]) =>
    `CASE WHEN ${cents.map((one) => `${one} IS NULL`).join(" OR ")} THEN 0 ELSE 1 END`;
  const paid = `SELECT year AS cash_year, provisional_cents, 0 AS settlement_cents, provisional_fee_cents AS fee_cents,
  1 AS present, ${known("provisional_cents", "provisional_fee_cents")} AS provided, 0 AS account, 0 AS settled
FROM inasti_cash_year
UNION ALL
SELECT settled_in AS cash_year, 0 AS provisional_cents, settlement_cents, settlement_fee_cents AS fee_cents,
  0 AS present, 0 AS provided, 1 AS account, ${known("settlement_cents", "settlement_fee_cents")} AS settled
FROM inasti_cash_year`;
  const count = (name: string): string => `SUM(${name})`;
  const sum = (name: string): Output => [`all_${name}`, dialect.whole(`SUM(${name})`)];
  const sums = `SELECT cash_year, ${columns([
    ["members", count("present")],
    ["provisional_members", count("provided")],
    ["accounts", count("account")],
    ["settlement_members", count("settled")],
    ...["provisional_cents", "settlement_cents", "fee_cents"].map(sum),
  ])}\nFROM (\n${paid}\n) AS p\nGROUP BY cash_year`;
  const provided = "members > 0 AND provisional_members = members";
  const settled = "accounts > 0 AND settlement_members = accounts";
  // Who is there has an account of two years before, unless his rows begin later.
  const all = `${provided} AND ${settled} AND accounts = members`;
  const whole = (condition: string, cents: string) => `CASE WHEN ${condition} THEN ${cents} END`;
  const outputs: Output[] = [
    ...["cash_year", "members", "provisional_members", "accounts", "settlement_members"].map((name): Output => [
      name,
      name,
    ]),
    ...inBoth("provisional", whole(provided, "all_provisional_cents"), dialect),
    ...inBoth("settlement", whole(settled, "all_settlement_cents"), dialect),
    ...inBoth("fee", whole(all, "all_fee_cents"), dialect),
    ...inBoth("cash", whole(all, "all_provisional_cents + all_settlement_cents + all_fee_cents"), dialect),
  ];
  return { name: "inasti_cash", query: `SELECT ${columns(outputs)}\nFROM (\n${sums}\n) AS s` };
}
