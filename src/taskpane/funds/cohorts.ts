import type { Cell, CellValue, SheetPlan } from "../../host/host";
import { factText, t } from "../../i18n";
import { countsFrom1904 } from "../../page/date-system";
import { civilDate, type Day, firstDay, firstDayOfYear, type Quarter, quarter, quarterOf } from "../../rules/calendar";
import { absolute, gridAt } from "../formula/a1";
import { callOf, Piece } from "../formula/call";
import type { Formula } from "../formula/formula";
import { bar, Cells } from "../kit/cells";
import { dateCell } from "../kit/date-cell";
import { dateFormat } from "../kit/numbers";
import { columnOf, columnReference, columnsNamed, isBlank, type Picked, sheetRow } from "./picked";

/** Those who joined a fund in one quarter: their years of affiliation run from its first day. */
export interface Cohort {
  readonly quarter: Quarter;
  /** Absent where nobody says it. */
  readonly members: number | undefined;
}

/** Which columns of a list of members have the day of affiliation, and how many members a row stands for. */
export interface CohortColumns {
  readonly since: number | undefined;
  readonly heads: number | undefined;
}

const MOST_COHORTS = 200;
const FIRST_DAY = firstDayOfYear(1950);
const LAST_DAY = firstDayOfYear(2100);
/** How much smaller the numbers of days are in a workbook that counts from 1904. */
const DAYS_TO_1904 = 1462;

/** A date in a cell; one that is typed as text is none, for no cell could count it. */
function dayIn(cell: CellValue): Day | undefined {
  if (typeof cell !== "number") return undefined;
  const day = Math.floor(cell) + (countsFrom1904() ? DAYS_TO_1904 : 0);
  return day >= FIRST_DAY && day < LAST_DAY ? day : undefined;
}

export function guessedCohortColumns(table: Picked): CohortColumns {
  const { heads, start } = columnsNamed(table, ["heads", "start"]);
  return { since: start ?? columnOf(table, (cell) => dayIn(cell) !== undefined, [heads]), heads };
}

/** The cohorts of a list, the oldest first, or what is wrong with it. */
export function cohortsOf(table: Picked, { since, heads }: CohortColumns): readonly Cohort[] | string {
  if (since === undefined) return t("pane:analyst/no-dates");
  const found = new Map<Quarter, number>();
  for (const [index, row] of table.values.entries()) {
    const cell = row[since] ?? null;
    if (isBlank(cell)) continue;
    const day = dayIn(cell);
    if (day === undefined)
      return t("pane:analyst/no-date", { row: String(sheetRow(table, index)), given: String(cell) });
    const count = heads === undefined ? 1 : headsIn(row[heads] ?? null);
    if (count === undefined)
      return t("pane:analyst/no-heads", { row: String(sheetRow(table, index)), given: String(row[heads!]) });
    const of = quarterOf(day);
    found.set(of, (found.get(of) ?? 0) + count);
  }
  if (found.size === 0) return t("pane:analyst/no-dates");
  if (found.size > MOST_COHORTS) return tooMany(found.size);
  return [...found].sort(([one], [other]) => one - other).map(([of, members]) => ({ quarter: of, members }));
}

function headsIn(cell: CellValue): number | undefined {
  if (isBlank(cell)) return 0;
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 0 ? cell : undefined;
}

/** The quarters of some years; nobody says how many joined. */
export function cohortsBetween(first: number, last: number): readonly Cohort[] | string {
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (years.length === 0) return t("pane:analyst/years-order");
  if (years.length * 4 > MOST_COHORTS) return tooMany(years.length * 4);
  return years.flatMap((year) =>
    ([1, 2, 3, 4] as const).map((of) => ({ quarter: quarter(year, of), members: undefined })),
  );
}

const tooMany = (count: number): string =>
  t("pane:analyst/too-many-cohorts", { count: String(count), most: String(MOST_COHORTS) });

export const quarterName = (of: Quarter): string => factText({ quarter: of });

/** When a cohort may change its fund. */
export interface Window {
  readonly cohort: Cohort;
  /** The first date that its years allow, even a past one. */
  readonly first: Day | undefined;
  readonly change: Day | undefined;
  readonly request: Day | undefined;
  /** Why there is none. */
  readonly refusal?: string;
}

export function windowOf(cohort: Cohort, asOf: Day): Window {
  const since = firstDay(cohort.quarter);
  const answers = [
    callOf("FUND.SWITCH", { since }),
    callOf("FUND.SWITCH", { since, asOf }),
    callOf("FUND.SWITCHREQUEST", { since, asOf }),
  ].map((call) => call.result());
  const [first, change, request] = answers.map((answer) => (answer.ok ? (answer.value as Day) : undefined));
  const refused = answers.find((answer) => !answer.ok);
  return { cohort, first, change, request, ...(refused && { refusal: refused.message }) };
}

/** Members by the 1 January on which they may change, the earliest first. */
export function byChange(
  windows: readonly Window[],
): { change: Day; request: Day; members: number; cohorts: number }[] {
  const found = new Map<Day, { change: Day; request: Day; members: number; cohorts: number }>();
  for (const { cohort, change, request } of windows) {
    if (change === undefined || request === undefined) continue;
    const sum = found.get(change) ?? { change, request, members: 0, cohorts: 0 };
    found.set(change, {
      ...sum,
      members: sum.members + (cohort.members ?? 0),
      cohorts: sum.cohorts + 1,
    });
  }
  return [...found.values()].sort((one, other) => one.change - other.change);
}

export interface CohortPlan {
  readonly cohorts: readonly Cohort[];
  readonly asOf: Day;
  /** The list that the members are counted in. */
  readonly list: { readonly table: Picked; readonly columns: CohortColumns } | undefined;
}

const WIDTHS = [16, 150, 130, 130, 150, 150, 150, 110];
const FIRST = 1;
const INPUT = { label: FIRST, value: FIRST + 2, columns: 3 };
const HEADS_FORMAT = "#,##0";
const AS_OF_ROW = 4;
/** The changes that are counted: the request of a cohort that joined today is open for the last of them. */
const CHANGES = 6;
const CHART = { row: 3, column: FIRST + 4, columns: 3 };

const { cell, range } = gridAt("A1");
const asOfCell = absolute(cell(AS_OF_ROW, INPUT.value));

/** A sheet of its own: by when each cohort must ask, and how many members each 1 January may lose or bring. */
export function cohortSheet({ cohorts, asOf, list }: CohortPlan): SheetPlan {
  const cells = new Cells();
  const counts = list !== undefined;
  cells.put(0, FIRST, { content: t("pane:analyst/cohorts-title"), style: "title" });
  cells.put(1, FIRST, { content: t("pane:analyst/cohorts-note"), style: "subtitle" });
  cells.put(3, FIRST, ...bar(t("pane:analyst/request-from"), INPUT.columns));
  cells.put(AS_OF_ROW, INPUT.label, { content: t("pane:funds/as-of") }, {}, { ...dateCell(asOf), style: "input" });

  const changes = AS_OF_ROW + 2;
  const firstChange = changes + 2;
  const head = firstChange + CHANGES + 1;
  const first = head + 2;
  const columns = columnsOf(counts);
  const cohort = (column: number): Formula => range({ row: first, column, rows: cohorts.length, columns: 1 });

  cells.put(changes, FIRST, ...bar(t("pane:analyst/by-change"), INPUT.columns));
  cells.put(changes + 1, FIRST, ...heads("change-on", "ask-by", counts ? "members" : "cohorts"));
  for (let index = 0; index < CHANGES; index++) {
    const row = firstChange + index;
    const change = cell(row, FIRST);
    const of = `${absoluteRange(cohort(columns.change))},${change}`;
    cells.put(
      row,
      FIRST,
      { content: `=DATE(YEAR(${asOfCell})+${index + 1},1,1)`, format: dateFormat() },
      {
        content: `=IFERROR(INDEX(${absoluteRange(cohort(columns.request))},MATCH(${change},${absoluteRange(cohort(columns.change))},0)),"")`,
        format: dateFormat(),
      },
      {
        content: counts ? `=SUMIFS(${absoluteRange(cohort(columns.members))},${of})` : `=COUNTIFS(${of})`,
        format: HEADS_FORMAT,
      },
    );
  }

  cells.put(head, FIRST, ...bar(t("pane:analyst/cohorts"), columns.last - FIRST + 1));
  cells.put(head + 1, FIRST, ...columns.heads);
  cohorts.forEach(({ quarter: of }, index) => {
    const row = first + index;
    const since = new Piece(cell(row, columns.since));
    const asked = new Piece(asOfCell);
    const request = cell(row, columns.request);
    const day = (call: { readonly formula: Formula }): Cell => ({ content: `=${call.formula}`, format: dateFormat() });
    cells.put(
      row,
      FIRST,
      { content: quarterName(of), literal: true },
      counts ? dateCell(firstDay(of)) : { ...dateCell(firstDay(of)), style: "input" },
      ...(list ? [{ content: `=${membersIn(list, of)}`, format: HEADS_FORMAT }] : []),
      day(callOf("FUND.SWITCH", { since })),
      day(callOf("FUND.SWITCH", { since, asOf: asked })),
      day(callOf("FUND.SWITCHREQUEST", { since, asOf: asked })),
      { content: `=${request}-${asOfCell}`, format: HEADS_FORMAT },
    );
  });
  const column = (at: number) => ({ row: firstChange, column: at, rows: CHANGES, columns: 1 });
  return {
    name: t("pane:analyst/cohorts-sheet"),
    widths: WIDTHS,
    landscape: true,
    rows: cells.rows,
    charts: [
      {
        kind: "column",
        title: t(counts ? "pane:analyst/members-by-change" : "pane:analyst/cohorts-by-change"),
        categories: column(FIRST),
        series: [{ name: t(counts ? "pane:funds/members" : "pane:analyst/cohorts"), values: column(FIRST + 2) }],
        place: { ...CHART, rows: head - 1 - CHART.row },
        format: HEADS_FORMAT,
      },
    ],
  };
}

const absoluteRange = (reference: Formula): Formula => reference.split(":").map(absolute).join(":");

const heads = (...keys: readonly string[]): Cell[] =>
  keys.map((key) => ({ content: t(`pane:analyst/${key}`), style: "headRight" }));

/** Where the columns of the cohorts stand; without a list nobody counts their members. */
function columnsOf(counts: boolean) {
  const keys = ["since", ...(counts ? ["members"] : []), "first-change", "next-change", "ask-by", "days-left"];
  const at = (key: string): number => FIRST + 1 + keys.indexOf(key);
  return {
    since: at("since"),
    members: at("members"),
    change: at("next-change"),
    request: at("ask-by"),
    last: FIRST + keys.length,
    heads: [{ content: t("pane:analyst/affiliation"), style: "head" } satisfies Cell, ...heads(...keys)],
  };
}

/** How many members of the list joined in a quarter. */
function membersIn({ table, columns }: NonNullable<CohortPlan["list"]>, of: Quarter): Formula {
  const dates = columnReference(table, columns.since!);
  const within = [`">="&${dayFormula(firstDay(of))}`, `"<"&${dayFormula(firstDay(of + 1))}`]
    .map((criterion) => `${dates},${criterion}`)
    .join(",");
  return columns.heads === undefined
    ? `COUNTIFS(${within})`
    : `SUMIFS(${columnReference(table, columns.heads)},${within})`;
}

/** A day as the workbook numbers it. */
function dayFormula(day: Day): Formula {
  const { year, month, day: of } = civilDate(day);
  return `DATE(${year},${month},${of})`;
}
