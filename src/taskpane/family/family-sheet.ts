import type { Area, Cell, SheetPlan } from "../../host/host";
import { t, wordName } from "../../i18n";
import { type Day, QUARTERS_OF_YEAR, type QuarterOfYear } from "../../rules/calendar";
import type { Category } from "../../rules/contributions";
import { absolute, gridAt } from "../formula/a1";
import { callOf, Piece } from "../formula/call";
import { filled, type Formula, textArgument, toCents } from "../formula/formula";
import { asAsked } from "../kit/as-asked";
import { bar, Cells, WHOLE } from "../kit/cells";
import { familyChoices, fundChoices, shortWord, USUAL_CATEGORIES, yesOrNo } from "../kit/choices";
import { dateCell } from "../kit/date-cell";
import { sourceFormula } from "../kit/source-formula";
import { versionFormula } from "../kit/version-formula";

/** What is known of one of the two; what is absent stays a blank cell. */
export interface Partner {
  readonly category: Category;
  readonly fund: string;
  readonly earlierIncome: number;
  readonly income: number;
  readonly restFrom?: Day;
  readonly restWeeks?: number;
  readonly leaveFrom?: Day;
  readonly halfDays?: number;
  readonly sickFrom?: Day;
  readonly sickUntil?: Day;
  readonly stoppedWhileSick?: boolean;
}

export interface FamilyYear {
  readonly year: number;
  readonly birth: Day;
  readonly children: number;
  readonly partners: readonly [Partner, Partner];
}

/** In pixels, from A on: a margin, the labels, the two partners and two quarters, two quarters, the year, the whole benefit. */
const WIDTHS = [16, 232, 148, 148, 114, 114, 114, 114];
const LABEL = 1;
const FIRST = 2;
const LAST = 7;
const COLUMNS = LAST;
/** Behind the four quarters. */
const YEAR = FIRST + QUARTERS_OF_YEAR.length;
const WHOLE_BENEFIT = YEAR + 1;
const PARTNERS = [0, 1] as const;
type Which = (typeof PARTNERS)[number];

/** Where things are, from the top. */
const INPUTS = 6;
const ROWS = {
  year: 7,
  name: 8,
  category: 9,
  fund: 10,
  earlierIncome: 11,
  income: 12,
  birth: 13,
  children: 14,
  restFrom: 15,
  restWeeks: 16,
  leaveFrom: 17,
  halfDays: 18,
  sickFrom: 19,
  sickUntil: 20,
  family: 21,
  stoppedWhileSick: 22,
  stop: 23,
  bridgingFrom: 24,
  bridgingMonths: 25,
  dependants: 26,
} as const;
type Row = keyof typeof ROWS;
const GLANCE = 28;
/** Below the bar and the two rows of its head. */
const GLANCE_ROWS = GLANCE + 3;
const CONTRIBUTIONS = 38;
const BENEFITS = 50;
const ANSWERS = 62;
const SOURCES = 83;

/** Of what is paid to somebody, a row each; the first three by functions of ours that add up days or weeks. */
const ADDED = ["maternity", "birth-leave", "sickness"] as const;
type Added = (typeof ADDED)[number];
const PAID = [...ADDED, "bridging"] as const;
const ENTITLEMENT: Readonly<Record<(typeof PAID)[number], string>> = {
  maternity: "maternity",
  "birth-leave": "birth-leave",
  sickness: "sickness",
  bridging: "passerelle",
};

const { cell: address, range } = gridAt("A1");
const fixed = (row: number, column: number): Formula => absolute(address(row, column));
const text = (key: string, facts?: Record<string, string | number>): string => t(`pane:family/${key}`, facts);
const literal = (key: string): Formula => textArgument(text(key));

const year = fixed(ROWS.year, FIRST);
const birth = fixed(ROWS.birth, FIRST);
const given = (row: Row, who: Which): Formula => fixed(ROWS[row], FIRST + who);
/** The first day of a quarter; 5 is that of the year after. */
const dayOne = (quarter: number): Formula => `DATE(${year},${3 * quarter - 2},1)`;
const quarterName = (quarter: QuarterOfYear): Formula => `=${textArgument(text(`quarter/${quarter}`))}&" "&${year}`;

/** Rows of the tables. */
const statusRow = (who: Which): number => CONTRIBUTIONS + 3 + 4 * who;
const benefitRow = (who: Which, what: (typeof PAID)[number]): number =>
  BENEFITS + 2 + PAID.length * who + PAID.indexOf(what);
const CHILDREN_ROW = BENEFITS + 2 + 2 * PAID.length;
const RIGHTS = ANSWERS + 1;
const EXEMPT = RIGHTS + 3;
const ADDED_UP = EXEMPT + 3;
const addedRow = (who: Which, what: Added): number => ADDED_UP + 1 + ADDED.length * who + ADDED.indexOf(what);
const weeksRow = (who: Which): number => ADDED_UP + 1 + 2 * ADDED.length + who;
const DISPENSE = weeksRow(1) + 1;
const VOUCHERS = DISPENSE + 1;
const STATE = VOUCHERS + 1;
const CALCULATED_FOR = STATE + 1;

/** What the functions were asked with: without the add-in their answers stay, so a sum holds only while nothing of it has changed. */
const ASKED: readonly Row[] = [
  "category",
  "restFrom",
  "restWeeks",
  "leaveFrom",
  "halfDays",
  "sickFrom",
  "sickUntil",
  "family",
  "stoppedWhileSick",
];
const asked = [
  year,
  birth,
  fixed(ROWS.children, FIRST),
  ...PARTNERS.flatMap((who) => ASKED.map((row) => given(row, who))),
];
const question = asked.join('&"|"&');
const holds = `AND(ISNUMBER(${year}),${fixed(CALCULATED_FOR, FIRST)}=${question})`;
/** Nothing is said with answers to another question. */
const ifHolds = (formula: Formula): Formula => `=IF(${fixed(STATE, FIRST)}=${literal("state/holds")},${formula},NA())`;
const isYes = (cell: Formula): Formula =>
  `IF(OR(${cell}="",${cell}=${textArgument(yesOrNo(false))}),FALSE,IF(${cell}=${textArgument(yesOrNo(true))},TRUE,NA()))`;

/** A year of two self-employed people with a birth, an illness or a stop: what each pays and receives in each quarter. */
export function familySheet(family: FamilyYear, euro: string): SheetPlan {
  const cells = new Cells();
  const amount = `${euro};-${euro};"–"`;
  cells.put(0, LABEL, { content: text("title"), style: "title" });
  cells.put(1, LABEL, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, LABEL, { content: text("note"), style: "note" });
  cells.put(3, LABEL, { content: text("note-benefits"), style: "note" });
  cells.put(4, LABEL, { content: text("note-children"), style: "note" });
  cells.put(5, LABEL, { content: `=IF(${holds},"",${literal("state/changed")})`, style: "result" });
  putInputs(cells, family, euro);
  putGlance(cells, amount);
  putContributions(cells, amount);
  putBenefits(cells, amount, euro);
  putAnswers(cells, amount);
  putSources(cells);
  const quarters: Area = { row: GLANCE_ROWS, column: LABEL, rows: QUARTERS_OF_YEAR.length, columns: 1 };
  return {
    name: text("name"),
    rows: cells.rows,
    widths: WIDTHS,
    landscape: false,
    choices: [
      ...PARTNERS.flatMap((who) => [
        choice(
          "category",
          who,
          USUAL_CATEGORIES.map((id) => shortWord("category", id)),
        ),
        choice("fund", who, fundChoices()),
        choice("family", who, familyChoices()),
        choice("stoppedWhileSick", who, [yesOrNo(true), yesOrNo(false)]),
        choice("dependants", who, [yesOrNo(true), yesOrNo(false)]),
        ...QUARTERS_OF_YEAR.map((quarter) => ({
          row: statusRow(who) + 1,
          column: FIRST + quarter - 1,
          values: [yesOrNo(true), yesOrNo(false)],
        })),
      ]),
    ],
    charts: [
      {
        kind: "column",
        title: text("chart"),
        categories: quarters,
        series: PARTNERS.flatMap((who) =>
          (["pays", "receives"] as const).map((what, index) => ({
            name: text(what, { name: text("partner", { number: who + 1 }) }),
            values: { ...quarters, column: FIRST + 2 * who + index },
          })),
        ),
        place: { row: INPUTS, column: FIRST + PARTNERS.length, rows: ROWS.dependants - INPUTS + 1, columns: 4 },
        format: "#,##0",
      },
    ],
  };
}

const choice = (row: Row, who: Which, values: readonly string[]) => ({ row: ROWS[row], column: FIRST + who, values });

function putInputs(cells: Cells, { year: of, birth: born, children, partners }: FamilyYear, euro: string): void {
  cells.put(INPUTS, LABEL, ...bar(text("inputs"), 1 + PARTNERS.length));
  const put = (row: Row, ...inputs: readonly Cell[]): void =>
    cells.put(ROWS[row], LABEL, { content: text(`input/${row}`) }, ...inputs);
  const both = (row: Row, cell: (partner: Partner) => Cell, style: "input" | "inputText" = "input"): void =>
    put(row, ...partners.map((partner): Cell => ({ ...cell(partner), style })));
  const day = (value: Day | undefined): Cell => dateCell(value);
  const number = (value: number | undefined, format: string): Cell => ({
    ...(value !== undefined && { content: value }),
    format,
  });

  put("year", { content: of, style: "input", format: WHOLE });
  put(
    "name",
    ...PARTNERS.map((who): Cell => ({
      content: text("partner", { number: who + 1 }),
      style: "inputText",
      literal: true,
    })),
  );
  both("category", ({ category }) => ({ content: shortWord("category", category) }), "inputText");
  both("fund", ({ fund }) => ({ content: wordName("fund", fund) }), "inputText");
  both("earlierIncome", ({ earlierIncome }) => number(earlierIncome, euro));
  both("income", ({ income }) => number(income, euro));
  put("birth", { ...day(born), style: "input" });
  put("children", { content: children, style: "input", format: WHOLE });
  both("restFrom", ({ restFrom }) => day(restFrom));
  both("restWeeks", ({ restWeeks }) => number(restWeeks, WHOLE));
  both("leaveFrom", ({ leaveFrom }) => day(leaveFrom));
  both("halfDays", ({ halfDays }) => number(halfDays, WHOLE));
  both("sickFrom", ({ sickFrom }) => day(sickFrom));
  both("sickUntil", ({ sickUntil }) => day(sickUntil));
  both("family", ({ sickFrom }) => (sickFrom === undefined ? {} : { content: familyChoices()[0]! }), "inputText");
  both(
    "stoppedWhileSick",
    ({ stoppedWhileSick }) => (stoppedWhileSick === undefined ? {} : { content: yesOrNo(stoppedWhileSick) }),
    "inputText",
  );
  both("stop", () => day(undefined));
  both("bridgingFrom", () => day(undefined));
  both("bridgingMonths", () => number(undefined, WHOLE));
  both("dependants", () => ({}), "inputText");
}

const named = (who: Which, what: string): Formula => `${given("name", who)}&${textArgument(text(what, { name: "" }))}`;

/** Below each other, as a chart reads them. */
function putGlance(cells: Cells, amount: string): void {
  cells.put(GLANCE, LABEL, ...bar(text("glance"), COLUMNS));
  cells.put(
    GLANCE + 1,
    LABEL,
    { style: "head" },
    ...PARTNERS.flatMap((who): Cell[] => [
      { style: "head" },
      { content: `=${given("name", who)}`, style: "headRight" },
    ]),
    { style: "head" },
    { style: "head" },
  );
  // Texts of their own: a row is as high as what it says, and what a formula says comes later.
  cells.put(
    GLANCE + 2,
    LABEL,
    { content: text("quarter/title"), style: "head" },
    ...PARTNERS.flatMap(() =>
      ["pays", "receives"].map((what): Cell => ({ content: text(`column/${what}`), style: "headRight" })),
    ),
    { content: text("children"), style: "headRight" },
    { content: text("balance"), style: "headRight" },
  );
  QUARTERS_OF_YEAR.forEach((quarter, index) => {
    const row = GLANCE_ROWS + index;
    const column = FIRST + quarter - 1;
    const shares = PARTNERS.flatMap((who) => [
      `=${address(statusRow(who) + 2, column)}`,
      `=${toCents(`SUM(${range({ row: benefitRow(who, "maternity"), column, rows: PAID.length, columns: 1 })})`)}`,
    ]);
    const [pays1, receives1, pays2, receives2, children] = [0, 1, 2, 3, 4].map((at) => address(row, FIRST + at));
    cells.put(
      row,
      LABEL,
      { content: quarterName(quarter), style: "left" },
      ...[
        ...shares,
        `=${toCents(`SUM(${address(CHILDREN_ROW, column)})`)}`,
        `=${toCents(`${receives1!}+${receives2!}+${children!}-${pays1!}-${pays2!}`)}`,
      ].map((content): Cell => ({ content, format: amount })),
    );
  });
  const total = GLANCE_ROWS + QUARTERS_OF_YEAR.length;
  cells.put(
    total,
    LABEL,
    { content: text("total"), style: "result" },
    ...[0, 1, 2, 3, 4, 5].map((at): Cell => {
      const column: Area = { row: GLANCE_ROWS, column: FIRST + at, rows: QUARTERS_OF_YEAR.length, columns: 1 };
      return { content: `=${toCents(`SUM(${range(column)})`)}`, format: amount, style: "result" };
    }),
  );
  const settled = (who: Which): Cell[] => {
    const [paid, final] = [2, 3].map((at) => quarters(statusRow(who) + at));
    const sum = toCents(`SUM(${final!})-SUM(${paid!})`);
    return [
      {
        content: `=IF(COUNT(${final!})=4,${sum},${textArgument(t("pane:projection/title"))})`,
        format: amount,
        style: "right",
      },
      {},
    ];
  };
  cells.put(total + 1, LABEL, { content: `=${literal("settlement")}&" "&(${year}+2)` }, ...PARTNERS.flatMap(settled));
}

const quarters = (row: number): Formula => range({ row, column: FIRST, rows: 1, columns: QUARTERS_OF_YEAR.length });

function putHead(cells: Cells, row: number, label: string, ...others: readonly string[]): void {
  cells.put(
    row,
    LABEL,
    { content: label, style: "head" },
    ...QUARTERS_OF_YEAR.map((quarter): Cell => ({ content: quarterName(quarter), style: "headRight" })),
    ...others.map((content): Cell => ({ content, style: "headRight" })),
  );
}

const yearSum = (row: number): Formula => `=${toCents(`SUM(${quarters(row)})`)}`;

function putContributions(cells: Cells, amount: string): void {
  cells.put(CONTRIBUTIONS, LABEL, ...bar(text("contributions"), COLUMNS));
  putHead(cells, CONTRIBUTIONS + 1, "", text("total"));
  const date = dateCell(undefined).format!;
  cells.put(
    CONTRIBUTIONS + 2,
    LABEL,
    { content: text("due") },
    ...QUARTERS_OF_YEAR.map((quarter): Cell => ({
      content: `=${callOf("INASTI.DUEDATE", { year: new Piece(year), quarter }).formula}`,
      format: date,
      style: "right",
    })),
  );
  for (const who of PARTNERS) {
    const row = statusRow(who);
    const what = { year: new Piece(year), category: new Piece(given("category", who)) };
    const withFee = (contribution: Formula): Formula => {
      const fund = given("fund", who);
      const rate = new Piece(`IF(${fund}="",0,${fund})`);
      return callOf("FUND.TOTAL", { contribution: new Piece(contribution), fund: rate, year: what.year }).formula;
    };
    const is = (quarter: QuarterOfYear, status: string): Formula =>
      `${address(row, FIRST + quarter - 1)}=${literal(`status/${status}`)}`;
    const line = (at: number, label: string, cell: (quarter: QuarterOfYear) => Cell): void =>
      cells.put(row + at, LABEL, { content: `=${named(who, label)}` }, ...QUARTERS_OF_YEAR.map(cell));

    line(0, "what-is-due", (quarter) => {
      const [stop, exempt] = [given("stop", who), fixed(EXEMPT + 1 + who, FIRST + quarter - 1)];
      const dispensed = isYes(address(row + 1, FIRST + quarter - 1));
      const isStopped = `IF(${stop}="",FALSE,${stop}-${dayOne(quarter)}<0)`;
      const status = `IF(${isStopped},${literal("status/stopped")},IF(${exempt}<>${literal("status/due")},${exempt},IF(${dispensed},${literal("status/dispensed")},${literal("status/due")})))`;
      return { content: ifHolds(status), style: "right" };
    });
    line(1, "dispensed", () => ({ style: "input" }));
    line(2, "provisional", (quarter) => {
      const income = new Piece(filled(given("earlierIncome", who)));
      const { formula } = callOf("INASTI.PROVISIONAL", { ...what, incomeN3: income, quarter });
      return { content: `=IF(${is(quarter, "due")},${withFee(formula)},0)`, format: amount };
    });
    // Where a quarter of illness, a dispense or a stop comes in, the income is not that of four quarters.
    line(3, "final", (quarter) => {
      const income = given("income", who);
      const { formula } = callOf("INASTI.QUARTERLY", { ...what, income: new Piece(filled(income)), quarter });
      const due = `IF(${is(quarter, "due")},${withFee(formula)},IF(${is(quarter, "birth")},0,"–"))`;
      return { content: `=IF(${income}="","–",${due})`, format: amount, style: "right" };
    });
    cells.put(row + 2, YEAR, { content: yearSum(row + 2), format: amount, style: "result" });
    const final = quarters(row + 3);
    cells.put(row + 3, YEAR, {
      content: `=IF(COUNT(${final})=4,${toCents(`SUM(${final})`)},"–")`,
      format: amount,
      style: "right",
    });
  }
}

function putBenefits(cells: Cells, amount: string, euro: string): void {
  cells.put(BENEFITS, LABEL, ...bar(text("benefits"), COLUMNS));
  putHead(cells, BENEFITS + 1, "", text("total"), text("whole"));
  for (const who of PARTNERS) {
    for (const what of ADDED) {
      const row = benefitRow(who, what);
      const answers = addedRow(who, what);
      cells.put(
        row,
        LABEL,
        { content: `=${named(who, what)}` },
        ...QUARTERS_OF_YEAR.map((quarter): Cell => {
          const [before, after] = [quarter - 1, quarter].map((at) => fixed(answers, FIRST + at));
          return { content: ifHolds(toCents(`${after!}-${before!}`)), format: amount };
        }),
        { content: yearSum(row), format: amount, style: "result" },
        { content: ifHolds(fixed(answers, WHOLE_BENEFIT)), format: amount },
      );
    }
    const row = benefitRow(who, "bridging");
    cells.put(
      row,
      LABEL,
      { content: `=${named(who, "bridging")}` },
      ...QUARTERS_OF_YEAR.map((quarter): Cell => ({ content: ifHolds(bridging(who, quarter)), format: amount })),
      { content: yearSum(row), format: amount, style: "result" },
    );
  }
  cells.put(
    CHILDREN_ROW,
    LABEL,
    { content: text("children-label") },
    ...QUARTERS_OF_YEAR.map((): Cell => ({ style: "input", format: euro })),
    { content: yearSum(CHILDREN_ROW), format: amount, style: "result" },
  );
}

/** The months of a quarter that are among those of the right. */
function bridging(who: Which, quarter: QuarterOfYear): Formula {
  const [from, months] = [given("bridgingFrom", who), given("bridgingMonths", who)];
  const isNone = `${fixed(RIGHTS + 1 + who, FIRST + PAID.indexOf("bridging"))}=${literal("right/not")}`;
  const paid = [2, 1, 0].map((back) => {
    const month = 3 * quarter - back;
    const passed = `(${year}-YEAR(${from}))*12+${month}-MONTH(${from})`;
    const { formula } = callOf("PASSERELLE.AMOUNT", {
      month: new Piece(`DATE(${year},${month},1)`),
      dependants: new Piece(filled(given("dependants", who))),
    });
    return `IF(AND(${passed}>=0,${passed}<${months}),${formula},0)`;
  });
  return `IF(OR(${from}="",${isNone}),0,${toCents(paid.join("+"))})`;
}

/** What the functions answer that have no native form: the benefits up to a day, and the quarters that are exempt. */
function putAnswers(cells: Cells, amount: string): void {
  cells.put(ANSWERS, LABEL, ...bar(text("answers"), COLUMNS));
  putRights(cells);
  cells.put(EXEMPT, LABEL, { content: text("exempt"), style: "head" }, ...headOf((quarter) => quarterName(quarter)));
  cells.put(
    ADDED_UP,
    LABEL,
    { content: text("added-up"), style: "head" },
    ...[1, 2, 3, 4, 5].map((quarter): Cell => ({
      content: `=${dayOne(quarter)}`,
      format: dateCell(undefined).format!,
      style: "headRight",
    })),
    { content: text("whole"), style: "headRight" },
  );
  for (const who of PARTNERS) {
    cells.put(
      EXEMPT + 1 + who,
      LABEL,
      { content: `=${given("name", who)}` },
      ...QUARTERS_OF_YEAR.map((quarter): Cell => ({ content: `=${exempt(who, quarter)}`, style: "right" })),
    );
    for (const what of ADDED)
      cells.put(
        addedRow(who, what),
        LABEL,
        { content: `=${named(who, what)}` },
        ...[1, 2, 3, 4, 5].map((quarter): Cell => ({ content: `=${addedUp(who, what, quarter)}`, format: amount })),
        { content: `=${wholeBenefit(who, what)}`, format: amount },
      );
    cells.put(
      weeksRow(who),
      LABEL,
      { content: `=${named(who, "weeks")}` },
      ...[1, 2, 3, 4, 5].map((quarter): Cell => {
        const rest = given("restFrom", who);
        const begun = `MAX(0,MIN(${given("restWeeks", who)},INT((${dayOne(quarter)}-${rest}+6)/7)))`;
        return { content: `=IF(${rest}="",0,${begun})`, format: WHOLE };
      }),
    );
  }
  cells.put(
    DISPENSE,
    LABEL,
    { content: text("dispense") },
    ...QUARTERS_OF_YEAR.map((quarter): Cell => ({
      content: `=${callOf("INASTI.DISPENSE", { date: new Piece(dayOne(quarter)) }).formula}`,
      format: dateCell(undefined).format!,
      style: "right",
    })),
  );
  cells.put(VOUCHERS, LABEL, { content: text("vouchers") }, ...PARTNERS.map(vouchers));
  cells.put(
    STATE,
    LABEL,
    { content: text("state/title") },
    { content: `=IF(${holds},${literal("state/holds")},${literal("state/changed")})`, style: "left" },
  );
  cells.put(
    CALCULATED_FOR,
    LABEL,
    { content: text("state/question"), style: "note" },
    { content: `=${asAsked(question)}`, style: "note" },
  );
}

const headOf = (content: (quarter: QuarterOfYear) => string): Cell[] =>
  QUARTERS_OF_YEAR.map((quarter): Cell => ({ content: content(quarter), style: "headRight" }));

/** Since when somebody asks for something; blank where he does not. */
const SINCE: Readonly<Record<Added, Row>> = {
  maternity: "restFrom",
  "birth-leave": "leaveFrom",
  sickness: "sickFrom",
};

function putRights(cells: Cells): void {
  cells.put(
    RIGHTS,
    LABEL,
    { content: text("right/title"), style: "head" },
    ...PAID.map((what): Cell => ({ content: text(`right/${what}`), style: "headRight" })),
  );
  for (const who of PARTNERS)
    cells.put(
      RIGHTS + 1 + who,
      LABEL,
      { content: `=${given("name", who)}` },
      ...PAID.map((what): Cell => {
        // Nothing of the bridging right changes with its first day.
        const since = what === "bridging" ? undefined : given(SINCE[what], who);
        const { formula } = callOf("BENEFIT.ENTITLED", {
          category: new Piece(given("category", who)),
          benefit: new Piece(textArgument(ENTITLEMENT[what])),
          date: new Piece(since ?? `DATE(${year},12,31)`),
        });
        const word = (value: string, otherwise: Formula): Formula =>
          `IF(${formula}="${value}",${literal(`right/${value}`)},${otherwise})`;
        const said = word("entitled", word("conditional", word("not", "NA()")));
        return { content: since === undefined ? `=${said}` : `=IF(${since}="","–",${said})`, style: "right" };
      }),
    );
}

const rightOf = (who: Which, what: Added): Formula => fixed(RIGHTS + 1 + who, FIRST + PAID.indexOf(what));
const hasNone = (who: Which, what: Added): Formula =>
  `OR(${given(SINCE[what], who)}="",${rightOf(who, what)}=${literal("right/not")})`;

function wholeBenefit(who: Which, what: Added): Formula {
  const since = new Piece(given(SINCE[what], who));
  const whole: Readonly<Record<Added, () => Formula>> = {
    maternity: () => maternity(who, filled(given("restWeeks", who))),
    "birth-leave": () => birthLeave(who, filled(given("halfDays", who))),
    sickness: () => callOf("BENEFIT.SICKNESS", { start: since, end: endOf(who), family: familyOf(who) }).formula,
  };
  return `IF(${hasNone(who, what)},0,${whole[what]()})`;
}

const maternity = (who: Which, weeks: Formula): Formula =>
  callOf("BENEFIT.MATERNITY", {
    start: new Piece(given("restFrom", who)),
    weeks: new Piece(weeks),
    halfWeeks: 0,
    children: new Piece(filled(fixed(ROWS.children, FIRST))),
  }).formula;

const birthLeave = (who: Which, halfDays: Formula): Formula =>
  callOf("BENEFIT.BIRTHLEAVE", {
    birth: new Piece(birth),
    halfDays: new Piece(halfDays),
    from: new Piece(given("leaveFrom", who)),
  }).formula;

const endOf = (who: Which): Piece => new Piece(filled(given("sickUntil", who)));
const familyOf = (who: Which): Piece => new Piece(filled(given("family", who)));

/** A benefit up to the first day of a quarter. */
function addedUp(who: Which, what: Added, quarter: number): Formula {
  const since = given(SINCE[what], who);
  const whole = fixed(addedRow(who, what), WHOLE_BENEFIT);
  const up = dayOne(quarter);
  const parts: Readonly<Record<Added, () => Formula>> = {
    // Less than the mandatory weeks have an amount only as parts of a rest.
    maternity: () => {
      const weeks = fixed(weeksRow(who), FIRST + quarter - 1);
      const week = (from: Formula): Formula =>
        callOf("BENEFIT.RATE", {
          benefit: new Piece('"maternity"'),
          date: new Piece(from),
          variant: new Piece('"weeks-1-4"'),
        }).formula;
      const few = `${week(since)}+IF(${weeks}=2,${week(`${since}+7`)},0)`;
      return `IF(${weeks}=0,0,IF(${weeks}<3,${few},${maternity(who, weeks)}))`;
    },
    "birth-leave": () => {
      const taken = `MIN(${given("halfDays", who)},2*(${up}-${since}))`;
      return `IF(${taken}<=0,0,${birthLeave(who, taken)})`;
    },
    // The rest of an illness knows its first day; its beginning does not know how long it will be.
    sickness: () => {
      const rest = callOf("BENEFIT.SICKNESS", {
        start: new Piece(up),
        end: endOf(who),
        family: familyOf(who),
        assimilated: false,
        primaryStart: new Piece(since),
      }).formula;
      return `IF(${up}-${since}<=0,0,IF(${given("sickUntil", who)}-${up}<0,${whole},${toCents(`${whole}-${rest}`)}))`;
    },
  };
  return `IF(${hasNone(who, what)},0,IF(ISERROR(${whole}),${whole},${parts[what]()}))`;
}

function exempt(who: Which, quarter: QuarterOfYear): Formula {
  const among = (list: Formula): Formula => `SUMPRODUCT(--(${list}=${year}&"Q${quarter}"))>0`;
  const [sickFrom, sickUntil] = [given("sickFrom", who), given("sickUntil", who)];
  const ofBirth = callOf("BENEFIT.EXEMPTQUARTERS", {
    benefit: new Piece('"maternity"'),
    date: new Piece(birth),
  }).formula;
  const ofIllness = callOf("BENEFIT.EXEMPTQUARTERS", {
    benefit: new Piece('"sickness"'),
    date: new Piece(sickFrom),
    until: new Piece(`${sickUntil}+1`),
    endKind: new Piece('"resume-self-employed"'),
  }).formula;
  const due = literal("status/due");
  const isIll = `IF(${sickFrom}="",FALSE,${isYes(given("stoppedWhileSick", who))})`;
  const illness = `IF(${isIll},IF(${among(ofIllness)},${literal("status/illness")},${due}),${due})`;
  return `IF(${given("restFrom", who)}="",${illness},IF(${among(ofBirth)},${literal("status/birth")},${illness}))`;
}

function vouchers(who: Which): Cell {
  const rest = given("restFrom", who);
  const weeks = callOf("INASTI.PARAMETER", {
    name: new Piece(`"benefits.maternity.weeks."&IF(${fixed(ROWS.children, FIRST)}>1,"multiple","single")`),
    date: new Piece(rest),
  }).formula;
  const extra = `MAX(0,${given("restWeeks", who)}-${weeks})`;
  const { formula } = callOf("BENEFIT.VOUCHERS", { start: new Piece(rest), extraWeeks: new Piece(extra) });
  return { content: `=IF(${rest}="",0,${formula})`, format: `0;-0;"–"` };
}

/** The figures on which most rests, on the day on which they are needed. */
function putSources(cells: Cells): void {
  cells.put(SOURCES, LABEL, ...bar(text("sources"), COLUMNS));
  const either = (row: Row): Formula => `MAX(${given(row, 0)},${given(row, 1)})`;
  const figures: readonly (readonly [name: string, figure: string, since?: Formula])[] = [
    ["contributions", "contributions.rate.bracket1"],
    ["maternity", "benefits.maternity.weeks-1-4", either("restFrom")],
    ["birth-leave", "benefits.birth-leave.day", either("leaveFrom")],
    ["sickness", "benefits.sickness.with-dependants", either("sickFrom")],
    ["bridging", "passerelle.amount.without-dependants", either("bridgingFrom")],
  ];
  figures.forEach(([name, figure, since], index) => {
    const source = sourceFormula(text(`source/${name}`), figure, since ?? `DATE(${year},12,31)`);
    const content = since === undefined ? `=${source}` : `=IF(${since}=0,"",${source})`;
    cells.put(SOURCES + 1 + index, LABEL, { content, style: "note" });
  });
}
