import { areaOf, COLUMNS, lettersOf } from "../formula/addresses";
import { reader, recordOf, t } from "../i18n";
import { coverage, SUBJECTS } from "../parameters";
import { civilDate, type Day } from "../rules/calendar";
import type { Look } from "./looks";
import type { AliveCell, CopyPlan, FrozenCell, OtherFormula } from "./plan";
import type { Written } from "./record";
import type { AddedSheet } from "./sheets";
import type { Stamp } from "./stamp";

type CoverCell = { readonly content: Written; readonly look: Look };
type CoverRow = readonly (CoverCell | null)[];

/** Frozen cells that are listed one by one; more are counted. */
const MOST_LISTED = 2_000;

const cell = (look: Look, content: Written): CoverCell => ({ look, content });
const texts = (...contents: readonly Written[]): CoverRow => contents.map((content) => cell("text", content));
const section = (key: string): CoverRow[] => [[], [cell("section", t(`pane:copy/cover/${key}`))]];
const head = (...keys: readonly string[]): CoverRow =>
  keys.map((key) => cell("head", t(`pane:copy/cover/head/${key}`)));

const dayText = (serial: Day): string => {
  const { year, month, day } = civilDate(serial);
  return new Intl.DateTimeFormat(recordOf(reader.language).locale, { timeZone: "UTC", dateStyle: "long" }).format(
    Date.UTC(year, month - 1, day),
  );
};

/** What the first sheet of a copy says, in the reader's language. */
export function coverRows(plan: CopyPlan, stamp: Stamp): Pick<AddedSheet, "rows" | "widths"> {
  const { alive, frozen, others, form } = plan;
  const [year, month, day] = stamp.date.split("-").map(Number) as [number, number, number];
  const made = new Intl.DateTimeFormat(recordOf(reader.language).locale, { timeZone: "UTC", dateStyle: "long" }).format(
    Date.UTC(year, month - 1, day),
  );
  const rows: CoverRow[] = [
    [cell("title", t("pane:copy/cover/title"))],
    texts(t("pane:copy/cover/made", { date: made, data: stamp.dataVersion, code: stamp.codeVersion })),
    texts(t(`pane:copy/cover/form/${form}`)),
    [cell("warning", warning())],
    ...section("days"),
    head("domain", "from", "to"),
    ...SUBJECTS.map((subject) => {
      const { from, to } = coverage[subject];
      return texts(t(`domain/${subject}`), dayText(from as Day), dayText(to as Day));
    }),
    ...(stamp.ownFigures > 0 ? [texts(t("pane:copy/cover/own", { count: stamp.ownFigures }))] : []),
    ...section("cells"),
    texts(t("pane:copy/cover/counts", { alive: alive.length, frozen: frozen.length })),
    ...(alive.length > 0 ? [[], head("alive-sheet", "cells", "formula"), ...stretches(alive).map(aliveRow)] : []),
    ...(frozen.length > 0 ? [[], head("frozen-sheet", "cell", "formula", "value", "why")] : []),
    ...frozen.slice(0, MOST_LISTED).map(frozenRow),
    ...(frozen.length > MOST_LISTED ? [texts(t("pane:copy/cover/more", { count: frozen.length - MOST_LISTED }))] : []),
    ...(others.length > 0 ? [...section("others"), head("where", "what", "formula", "state")] : []),
    ...others.map(otherRow),
    ...section("differs"),
    ...["ties", "years", "errors", "figures"].map((key) => texts(t(`pane:copy/cover/differ/${key}`))),
    ...section("back"),
    texts(t("pane:copy/cover/how-back")),
    texts(t("pane:copy/cover/how-back-record")),
  ];
  return { rows, widths: [34, 22, 60, 18, 50] };
}

/** Says so in red once the last year is over whose contributions are known. */
function warning(): Written {
  const { year, month, day } = civilDate(coverage.contributions.to as Day);
  const text = t("pane:copy/cover/over", { day: dayText(coverage.contributions.to as Day) });
  return { formula: `IF(TODAY()>DATE(${year},${month},${day}),"${text.replaceAll('"', '""')}","")`, value: "" };
}

interface Stretch {
  readonly sheet: string;
  readonly area: string;
  readonly formula: string;
}

/** A formula is the same below another where only its references differ. */
const sameBelow = (a: string, b: string): boolean => withoutCells(a) === withoutCells(b);
const withoutCells = (formula: string): string => formula.replace(/\$?[A-Z]{1,3}\$?[1-9]\d*/g, "");

/** Cells below one another with the same formula are one row of the list. */
function stretches(cells: readonly AliveCell[]): Stretch[] {
  const places = cells.map(({ sheet, address, formula }) => ({ sheet, formula, ...areaOf(address)! }));
  places.sort((a, b) => compare(a.sheet, b.sheet) || a.column - b.column || a.row - b.row);
  const found: { sheet: string; column: number; from: number; to: number; formula: string }[] = [];
  for (const { sheet, column, row, formula } of places) {
    const last = found.at(-1);
    if (last?.sheet === sheet && last.column === column && last.to === row - 1 && sameBelow(last.formula, formula))
      last.to = row;
    else found.push({ sheet, column, from: row, to: row, formula });
  }
  return found.map(({ sheet, column, from, to, formula }) => {
    const letters = lettersOf(Math.min(column, COLUMNS - 1));
    return {
      sheet,
      formula,
      area: from === to ? `${letters}${from + 1}` : `${letters}${from + 1}:${letters}${to + 1}`,
    };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const aliveRow = ({ sheet, area, formula }: Stretch): CoverRow => texts(sheet, area, formula);

function frozenRow({ sheet, address, formula, values, why, isEmpty }: FrozenCell): CoverRow {
  const [value = null] = values[0] ?? [];
  const shown = isEmpty ? t("pane:copy/cover/no-value") : value;
  return [
    ...texts(sheet, address, formula),
    cell("value", typeof shown === "boolean" ? String(shown).toUpperCase() : shown),
    cell("text", why),
  ];
}

const otherRow = ({ kind, where, formula, native }: OtherFormula): CoverRow =>
  texts(
    where,
    t(`pane:copy/cover/kind/${kind}`),
    formula,
    t(`pane:copy/cover/${native === undefined ? "dead" : "works"}`),
  );
