import type { Figure } from "../../rules/figures";
import type { Cell, SheetPlan, WorkbookState } from "../../host/host";
import { articleName, figureName, lawName, t } from "../../i18n";
import type { OwnFigure } from "../../parameters";
import type { Day } from "../../rules/calendar";
import type { Refusal } from "../../rules/refusal";
import { callOf } from "../formula/call";
import { asTyped } from "../formula/typed";
import { dateCell } from "../kit/date-cell";
import type { Numbers } from "../kit/numbers";
import { type Audit, type AuditEntry, figureKey } from "./audit";
import { counted, figureCell, remarks, valueCell, versionWith } from "./audit-words";

/** Pixels; the columns serve the formulas and, below them, the figures. */
const WIDTHS = [110, 88, 104, 270, 190, 285, 230, 210, 130];

const FORMULA_HEADS = ["sheet", "cell", "value", "formula", "functions", "figures", "remarks"] as const;
const FIGURE_HEADS = ["number", "from", "to", "parameter", "value", "law", "article", "link", "confidence"] as const;

export interface AuditContext {
  readonly today: Day;
  readonly state: WorkbookState;
  readonly ownFigures: readonly OwnFigure[] | Refusal;
  readonly numbers: Numbers;
}

/** The audit as a sheet of its own: nothing in it is a formula, so it stays what it was on its day. */
export function auditSheet(audit: Audit, context: AuditContext): SheetPlan {
  const { entries, figures } = audit;
  const numberOf = new Map(figures.map((figure, index) => [figureKey(figure), index + 1]));
  return {
    name: t("pane:workbook/audit/sheet-name"),
    widths: WIDTHS,
    landscape: true,
    rows: [
      [text(t("pane:workbook/audit/sheet-title"), "title")],
      [text(t("pane:workbook/audit/sheet-subtitle", { date: context.numbers.day(context.today) }), "subtitle")],
      [],
      ...facts(audit, context),
      [],
      section(t("pane:workbook/audit/formulas")),
      FORMULA_HEADS.map((head) => text(t(`pane:workbook/audit/head/${head}`), "head")),
      ...entries.map((entry) => entryRow(entry, numberOf, context.numbers)),
      ...(figures.length === 0
        ? []
        : [
            [],
            section(t("pane:workbook/audit/law")),
            FIGURE_HEADS.map((head) => text(t(`pane:workbook/audit/head/${head}`), "head")),
            ...figures.map((figure, index) => figureRow(figure, index + 1, context.numbers)),
          ]),
    ],
  };
}

/** What comes from cells is a text, whatever it looks like. */
const text = (content: string, style: Cell["style"] = "wrapped"): Cell => ({ content, style, literal: true });

const section = (title: string): Cell[] => WIDTHS.map((_, column) => text(column === 0 ? title : "", "section"));

/** Code version, as the functions tell it. */
export function codeVersion(): string {
  const result = callOf("INASTI.VERSION", {}).result();
  return result.ok ? String((result.value as unknown[][])[1]![0]) : "";
}

function facts({ entries }: Audit, { state, ownFigures, numbers }: AuditContext): Cell[][] {
  const frozen = entries.filter((entry) => entry.frozen).length;
  const fact = (key: string, value: string): Cell[] => [
    text(t(`pane:workbook/audit/fact/${key}`), "note"),
    {},
    {},
    text(value, "result"),
  ];
  return [
    fact("code", codeVersion()),
    fact("data", versionWith(ownFigures, numbers)),
    fact("workbook-data", state.dataVersion ?? t("pane:workbook/unknown-version")),
    fact("formulas", counted("formulas", entries.length - frozen)),
    fact("frozen", counted("formulas", frozen)),
  ];
}

function entryRow(entry: AuditEntry, numberOf: ReadonlyMap<string, number>, numbers: Numbers): Cell[] {
  const { sheet, address, formula, functions, figures } = entry;
  return [
    text(sheet),
    text(address),
    valueCell(entry, numbers),
    text(asTyped(formula)),
    text(functions.join("\n")),
    text(figures.map((figure) => `[${numberOf.get(figureKey(figure))}] ${figureName(figure.id)}`).join("\n")),
    text(remarks(entry, numbers).join("\n")),
  ];
}

function figureRow(figure: Figure, number: number, numbers: Numbers): Cell[] {
  const { id, from, to, source, confidence } = figure;
  return [
    text(`[${number}]`),
    { ...dateCell(from), style: "wrapped" },
    { ...(to !== null && dateCell(to)), style: "wrapped" },
    // The name for people, then the one that INASTI.SOURCE takes.
    text(`${figureName(id)}\n${id}`),
    figureCell(figure, numbers),
    text(lawName(source.title)),
    text(articleName(source.article)),
    text(source.link),
    text(t(`pane:confidence/${confidence}`)),
  ];
}
