import {
  type Cell,
  type ChartPlan,
  PARAMETER_INDEXATION_NAME,
  PARAMETER_YEAR_NAME,
  type Parameters,
  type SheetPlan,
} from "../../host/host";
import { t, typedWord } from "../../i18n";
import { CATEGORIES } from "../../rules/contributions";
import { axisUpTo } from "../chart/axis";
import { absolute, gridAt } from "../formula/a1";
import { callOf, Piece } from "../formula/call";
import type { Formula } from "../formula/formula";
import { bar, Cells } from "../kit/cells";
import { choicesOf } from "../kit/choices";
import { RATE_FORMAT } from "./fund-table";
import { isProjected, type Members, type MembersFormulas, membersFormulas } from "./members";
import { BREAK_EVEN, HEADS_DECIMALS, RATE_DECIMALS } from "./outcomes";
import { columnReference, columnValues, isBlank, tableReference } from "./picked";
import { INCREASE, type Rates, SHARE_DECIMALS } from "./rates";

export interface Scenario {
  readonly members: Members;
  readonly rates: Rates;
  readonly parameters: Parameters;
  readonly euroFormat: string;
  /** Cells with the contribution of each member, where no formula asks for all of them. */
  readonly contributions?: Formula;
}

const HEADS_FORMAT = "#,##0";
const SHARE_FORMAT = "0.0#%";
const YEAR_FORMAT = "0";

/** In pixels, from A on: a margin, then the columns of the table of rates. */
const WIDTHS = [16, 130, 84, 112, 142, 112, 96, 108, 142, 116, 84];
const FIRST = 1;
/** Columns of the table: the rate, the share that leaves, what FUND.SCENARIO answers of each, and what follows from that. */
const RATE = FIRST;
const LEAVE = RATE + 1;
const FEE_INCOME = LEAVE + 1;
const PER_MEMBER = FEE_INCOME + 1;
const DIFFERENCE = PER_MEMBER + 1;
const BREAK_EVEN_SHARE = DIFFERENCE + 1;
const BREAK_EVEN_HEADS = BREAK_EVEN_SHARE + 1;
const PER_YEAR = BREAK_EVEN_HEADS + 1;
const DIFFERENCE_PER_YEAR = PER_YEAR + 1;
const LAST = DIFFERENCE_PER_YEAR;
const COLUMNS = LAST - FIRST + 1;
/** The columns of FUND.SCENARIO that the table shows, counted from 1; its rates and shares stand there already. */
const SHOWN = [2, 3, 4, BREAK_EVEN + 1];

/** Labels run over the columns beside them. */
const INPUT = { label: FIRST, value: FIRST + 3, columns: 4 };
const labelled = (key: string, value: Cell): Cell[] => [{ content: t(key) }, {}, {}, value];
const FIRST_ROW = 3;
const CHART = { column: FIRST + 5, columns: 4, rows: 13 };
const CLASS_CHART = { columns: 9, rows: 12 };

const { cell, range } = gridAt("A1");
const input = (row: number): Formula => absolute(cell(row, INPUT.value));

/** A sheet of its own: what a fund's fee brings in at each rate, who may leave, and how its members are spread. */
export function scenarioSheet(scenario: Scenario): SheetPlan {
  const cells = new Cells();
  cells.put(0, FIRST, { content: t("pane:funds/scenario-title"), style: "title" });
  cells.put(1, FIRST, { content: t("pane:funds/scenario-note"), style: "subtitle" });
  const inputs = putInputs(cells, scenario);
  const table = putRates(cells, Math.max(cells.rows.length, FIRST_ROW + CHART.rows) + 1, scenario, inputs);
  putHolding(cells, cells.rows.length + 1, scenario, inputs);
  const classes = putClasses(cells, cells.rows.length + 1, scenario, inputs);
  return {
    name: t("pane:funds/scenario-sheet"),
    widths: WIDTHS,
    landscape: true,
    rows: cells.rows,
    choices: inputs.choices,
    charts: [
      {
        kind: "line",
        title: t("pane:funds/scenario-chart"),
        categories: table.column(RATE),
        series: [{ name: t("pane:funds/income-per-year"), values: table.column(PER_YEAR) }],
        place: { row: FIRST_ROW, column: CHART.column, rows: CHART.rows, columns: CHART.columns },
        format: scenario.euroFormat,
      },
      classes,
    ],
  };
}

interface Inputs {
  readonly formulas: MembersFormulas;
  /** Cells, to stay where they are when a formula is copied. */
  readonly count: Formula;
  readonly present: Formula;
  readonly steps: { readonly from: Formula; readonly step: Formula } | undefined;
  readonly perIncrease: Formula | undefined;
  readonly choices: NonNullable<SheetPlan["choices"]>;
}

function putInputs(cells: Cells, { members, rates, parameters, euroFormat, contributions }: Scenario): Inputs {
  let row = FIRST_ROW;
  const section = (key: string): void => cells.put(row++, FIRST, ...bar(t(key), INPUT.columns));
  /** The cell with the value. */
  const put = (key: string, value: Cell): Formula => {
    cells.put(row, INPUT.label, ...labelled(key, value));
    return input(row++);
  };
  const share = (key: string, fraction: string, format = RATE_FORMAT): Formula =>
    put(key, { content: Number(fraction), style: "input", format });

  section("pane:funds/members");
  put("pane:analyst/table", { content: tableReference(members.table), literal: true });
  const { basis, category, oneCategory, quarter } = members.form;
  const choices: { row: number; column: number; values: readonly string[] }[] = [];
  const beside = { category: new Piece(""), quarter: undefined as Piece | undefined, contributions };
  if (basis === "income") {
    put("pane:field/year", { content: `=${PARAMETER_YEAR_NAME}`, format: YEAR_FORMAT });
    if (isProjected(parameters))
      put("pane:projection/indexation", { content: `=${PARAMETER_INDEXATION_NAME}`, format: RATE_FORMAT });
    if (category === undefined) {
      const words = choicesOf("category", CATEGORIES);
      choices.push({ row, column: INPUT.value, values: [...words.values()] });
      const content = words.get(oneCategory) ?? typedWord("category", oneCategory);
      beside.category = new Piece(put("pane:field/category", { content, style: "input" }));
    }
    if (quarter !== "")
      beside.quarter = new Piece(
        put("pane:field/quarter", { content: Number(quarter), style: "input", format: YEAR_FORMAT }),
      );
  }
  const formulas = membersFormulas(members, parameters, beside);
  const count = put("pane:funds/members", { content: `=${formulas.count}`, format: HEADS_FORMAT });
  put("pane:funds/members-sum", { content: `=${formulas.sum}`, format: euroFormat });
  section("pane:funds/rates");
  const present = share("pane:funds/present", rates.present);
  const steps = rates.steps && {
    from: share("pane:funds/from", rates.steps.from),
    step: share("pane:funds/step", rates.steps.step),
  };
  const perIncrease =
    rates.perIncrease === undefined ? undefined : share("pane:analyst/per-increase", rates.perIncrease, SHARE_FORMAT);
  return { formulas, count, present, steps, perIncrease, choices };
}

export const HEADS: readonly string[] = [
  "pane:analyst/rate",
  "pane:analyst/leave",
  "pane:analyst/income-per-quarter",
  "pane:analyst/fee-per-member",
  "pane:analyst/difference-per-quarter",
  "pane:analyst/break-even-share",
  "pane:analyst/break-even-heads",
  "pane:funds/income-per-year",
  "pane:funds/income-difference",
];

const headRow = (): Cell[] => HEADS.map((key) => ({ content: t(key), style: "headRight" }));

/** What FUND.SCENARIO answers beside cells of rates and shares, without its header and without what stands there already. */
function answersBeside(
  { contributions, heads }: MembersFormulas,
  first: number,
  rows: number,
  shown: readonly number[],
) {
  const column = (at: number): Piece => new Piece(range({ row: first, column: at, rows, columns: 1 }));
  const call = callOf("FUND.SCENARIO", {
    contributions: new Piece(contributions),
    rates: column(RATE),
    members: heads === undefined ? undefined : new Piece(heads),
    leave: column(LEAVE),
  });
  return `=INDEX(${call.formula},SEQUENCE(${rows},1,2),{${shown.join(",")}})`;
}

/** The table of rates; its rows but the present rate's. */
function putRates(cells: Cells, start: number, { rates, euroFormat }: Scenario, inputs: Inputs) {
  const { formulas, count, present, steps, perIncrease } = inputs;
  const head = start + 1;
  const first = head + 1;
  cells.put(start, FIRST, ...bar(t("pane:analyst/at-each-rate"), COLUMNS));
  cells.put(head, FIRST, ...headRow());
  const rateAt = (index: number, rate: string): Cell =>
    steps
      ? { content: `=ROUND(${steps.from}+${index}*${steps.step},${SHARE_DECIMALS})`, format: RATE_FORMAT }
      : { content: Number(rate), style: "input", format: RATE_FORMAT };
  const leaveAt = (row: number, share: string): Cell =>
    perIncrease === undefined
      ? { content: Number(share), style: "input", format: SHARE_FORMAT }
      : { content: `=${leavingAt(cell(row, RATE), present, perIncrease)}`, format: SHARE_FORMAT };
  const asked: [Cell, Cell][] = [
    [
      { content: `=${present}`, format: RATE_FORMAT },
      { content: 0, format: SHARE_FORMAT },
    ],
    ...rates.tried.map(({ rate, share }, index): [Cell, Cell] => [
      rateAt(index, rate),
      leaveAt(first + 1 + index, share),
    ]),
  ];
  const euro: Cell = { format: euroFormat };
  asked.forEach((line, index) => {
    const row = first + index;
    const at = (column: number): Formula => cell(row, column);
    const breakEven = at(BREAK_EVEN_SHARE);
    cells.put(
      row,
      FIRST,
      ...line,
      { ...euro, ...(index === 0 && { content: answersBeside(formulas, first, asked.length, SHOWN) }) },
      euro,
      euro,
      { format: SHARE_FORMAT },
      {
        content: `=IF(ISNUMBER(${breakEven}),INT(ROUND(${breakEven}*${count},${HEADS_DECIMALS})),"")`,
        format: HEADS_FORMAT,
      },
      // A year is four quarters.
      { content: `=4*${at(FEE_INCOME)}`, format: euroFormat },
      { content: `=4*${at(DIFFERENCE)}`, format: euroFormat },
    );
  });
  const column = (at: number) => ({ row: first + 1, column: at, rows: rates.tried.length, columns: 1 });
  return { column };
}

const leavingAt = (rate: Formula, present: Formula, perIncrease: Formula): Formula =>
  `ROUND(MAX(0,MIN(1,(${rate}-${present})/${INCREASE}*${perIncrease})),${SHARE_DECIMALS})`;

/** The rate that holds the income once a share has gone, with the rates a step below and above it, which show that it is the lowest. */
function putHolding(cells: Cells, start: number, { rates, euroFormat }: Scenario, inputs: Inputs): void {
  const { formulas, present } = inputs;
  const [leaves, holds] = [start + 1, start + 2];
  const head = start + 3;
  const first = head + 1;
  cells.put(start, FIRST, ...bar(t("pane:analyst/holding"), COLUMNS));
  const line = (row: number, key: string, value: Cell): void => cells.put(row, INPUT.label, ...labelled(key, value));
  line(leaves, "pane:analyst/if-leave", { content: Number(rates.hold), style: "input", format: SHARE_FORMAT });
  const [below, at, above] = [1, 2, 3].map((index) => ({
    rate: cell(first + index, RATE),
    isEnough: `${cell(first + index, DIFFERENCE)}>=0`,
  }));
  line(holds, "pane:analyst/holding-rate", {
    content: `=IF(${below!.isEnough},${below!.rate},IF(${at!.isEnough},${at!.rate},IF(${above!.isEnough},${above!.rate},NA())))`,
    style: "result",
    format: RATE_FORMAT,
  });
  cells.put(head, FIRST, ...headRow().slice(0, DIFFERENCE - FIRST + 1));
  const step = 1 / 10 ** RATE_DECIMALS;
  const near = `ROUNDUP(${present}/(1-${input(leaves)}),${RATE_DECIMALS})`;
  const sought = [
    `=${present}`,
    `=MAX(0,ROUND(${near}-${step},${RATE_DECIMALS}))`,
    `=${near}`,
    `=ROUND(${near}+${step},${RATE_DECIMALS})`,
  ];
  sought.forEach((rate, index) =>
    cells.put(
      first + index,
      FIRST,
      { content: rate, format: RATE_FORMAT },
      { content: index === 0 ? 0 : `=${input(leaves)}`, format: SHARE_FORMAT },
      {
        format: euroFormat,
        ...(index === 0 && { content: answersBeside(formulas, first, sought.length, SHOWN.slice(0, -1)) }),
      },
      { format: euroFormat },
      { format: euroFormat },
    ),
  );
}

const MOST_CLASSES = 8;
/** More kinds of members than these have no column of their own. */
const MOST_KINDS = 6;
const EURO = 100;
/** The classes reach as far as this share of the rows; what is above is in the last one. */
const REACH = 0.95;

/** First limit and width of the classes, in euro. */
function classesOf({ table, form }: Members): {
  readonly from: number;
  readonly width: number;
  readonly count: number;
} {
  const amounts = columnValues(table, form.amount)
    .map(([value]) => value)
    .filter((value) => typeof value === "number")
    .sort((one, other) => one - other);
  const reach = amounts[Math.floor(REACH * (amounts.length - 1))] ?? 0;
  const { ticks } = axisUpTo(Math.max(1, reach) * EURO, MOST_CLASSES, EURO);
  return { from: 0, width: ticks[1]! / EURO, count: ticks.length };
}

/** The words of the category column as they stand there; none where the table has no such column. */
function kindsOf({ table, form }: Members): string[] {
  if (form.category === undefined) return [];
  const words = columnValues(table, form.category).flatMap(([cell]) => (isBlank(cell) ? [] : [String(cell)]));
  // Cells compare without case.
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

/** Members by class and category, counted in the user's own table; the chart of it. */
function putClasses(cells: Cells, start: number, { members }: Scenario, { formulas, count }: Inputs): ChartPlan {
  const { table, form } = members;
  const amounts = columnReference(table, form.amount);
  const { from, width, count: classes } = classesOf(members);
  const all = kindsOf(members);
  const kinds = all.slice(0, MOST_KINDS);
  const hasOthers = all.length > MOST_KINDS;
  const [firstLimit, classWidth] = [start + 1, start + 2];
  const head = start + 3;
  const first = head + 1;
  const last = first + classes - 1;
  const kindColumn = FEE_INCOME;
  const others = kindColumn + kinds.length;
  const total = others + (hasOthers ? 1 : 0);
  const isIncome = form.basis === "income";
  cells.put(start, FIRST, ...bar(t(isIncome ? "pane:analyst/by-income" : "pane:analyst/by-contribution"), COLUMNS));
  const line = (row: number, key: string, content: number): void =>
    cells.put(row, INPUT.label, ...labelled(key, { content, style: "input", format: HEADS_FORMAT }));
  line(firstLimit, "pane:analyst/first-class", from);
  line(classWidth, "pane:analyst/class-width", width);
  const right = (key: string): Cell => ({ content: t(key), style: "headRight" });
  cells.put(
    head,
    FIRST,
    right("pane:analyst/class-from"),
    right("pane:analyst/class-below"),
    ...kinds.map((word): Cell => ({ content: word, literal: true, style: "headRight" })),
    ...(hasOthers ? [right("pane:analyst/other-categories")] : []),
    right("pane:funds/members"),
    right("pane:analyst/share"),
  );
  for (let row = first; row <= last; row++) {
    const below = cell(row, LEAVE);
    const limits = [
      ...(row === first ? [] : [[amounts, `">="&${cell(row, RATE)}`] as const]),
      ...(row === last ? [] : [[amounts, `"<"&${below}`] as const]),
    ];
    const kind = (column: number): Formula =>
      formulas.counted([...limits, [columnReference(table, form.category!), cell(head, column)]]);
    cells.put(
      row,
      FIRST,
      { content: row === first ? `=${input(firstLimit)}` : `=${cell(row - 1, LEAVE)}`, format: HEADS_FORMAT },
      row === last ? {} : { content: `=${cell(row, RATE)}+${input(classWidth)}`, format: HEADS_FORMAT },
      ...kinds.map((_, index): Cell => ({ content: `=${kind(kindColumn + index)}`, format: HEADS_FORMAT })),
      ...(hasOthers
        ? [
            {
              content: `=${cell(row, total)}-SUM(${range({ row, column: kindColumn, rows: 1, columns: kinds.length })})`,
              format: HEADS_FORMAT,
            },
          ]
        : []),
      { content: `=${formulas.counted(limits.length > 0 ? limits : [[amounts, '"<>"']])}`, format: HEADS_FORMAT },
      { content: `=IF(${count}=0,0,${cell(row, total)}/${count})`, format: SHARE_FORMAT },
    );
  }
  const sums = Array.from({ length: total - kindColumn + 1 }, (_, index): Cell => {
    const column = kindColumn + index;
    return {
      content: `=SUM(${range({ row: first, column, rows: classes, columns: 1 })})`,
      format: HEADS_FORMAT,
      style: "result",
    };
  });
  cells.put(last + 1, FIRST, { content: t("pane:analyst/total"), style: "result" }, {}, ...sums);
  const column = (at: number) => ({ row: first, column: at, rows: classes, columns: 1 });
  return {
    kind: "column",
    title: t(isIncome ? "pane:analyst/by-income" : "pane:analyst/by-contribution"),
    categories: column(RATE),
    series:
      kinds.length === 0
        ? [{ name: t("pane:funds/members"), values: column(total) }]
        : [
            ...kinds.map((name, index) => ({ name, values: column(kindColumn + index) })),
            ...(hasOthers ? [{ name: t("pane:analyst/other-categories"), values: column(others) }] : []),
          ],
    place: { row: last + 3, column: FIRST, ...CLASS_CHART },
    format: HEADS_FORMAT,
  };
}
