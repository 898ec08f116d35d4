import type { Kind } from "../../explain";
import type { Figure } from "../../rules/figures";
import type { Cell, CellValue } from "../../host/host";
import { figureName, reader, t } from "../../i18n";
import { dataVersion, type OwnFigure } from "../../parameters";
import { Refusal } from "../../rules/refusal";
import { centsOf } from "../formula/call";
import { countsFrom1904 } from "../../page/date-system";
import { dateCell } from "../kit/date-cell";
import { dateFormat, type Numbers } from "../kit/numbers";
import type { AuditEntry } from "./audit";

/** "1 formula", "on 3 sheets". */
export const counted = (kind: "cells" | "formulas" | "on-sheets" | "figures" | "notes", count: number): string => {
  const form = new Intl.PluralRules(reader.language).select(count) === "one" ? "one" : "other";
  return t(`pane:workbook/count/${kind}/${form}`, { count: count.toLocaleString(reader.language) });
};

/** The data that the workbook is calculated with, and which figures of the user's own beside them. */
export function versionWith(ownFigures: readonly OwnFigure[] | Refusal, numbers: Numbers): string {
  if (ownFigures instanceof Refusal || ownFigures.length === 0) return dataVersion;
  const count = ownFigures.length;
  const form = new Intl.PluralRules(reader.language).select(count) === "one" ? "one" : "other";
  const figures = ownFigures.map(({ id, from }) => `${figureName(id)} (${numbers.day(from)})`).join("; ");
  return t(`pane:figures/version/${form}`, { version: dataVersion, count, figures });
}

const dayOfIso = (iso: string, numbers: Numbers): string => numbers.day(numbers.readDay(iso) ?? 0);

const isEuro = ({ unit }: Figure): boolean => unit.startsWith("EUR");

const valueOf = ({ value, decimals }: Figure): number => (value ?? 0) / 10 ** decimals;

const exactText = ({ value, decimals }: Figure): string => (value! / 10 ** decimals).toFixed(decimals);

/** A figure of the law as people read it. */
export function figureText(figure: Figure, numbers: Numbers): string {
  if (figure.value === null) return figure.text ?? "";
  if (isEuro(figure) && figure.decimals <= 2) return numbers.euros(centsOf(valueOf(figure)));
  if (figure.unit === "fraction") return numbers.exactPercent(exactText(figure));
  if (figure.unit === "date") return numbers.day(valueOf(figure));
  return numbers.decimal(exactText(figure));
}

/** The same in a cell. */
export function figureCell(figure: Figure, numbers: Numbers): Cell {
  if (figure.value === null) return { content: figure.text ?? "", literal: true, style: "wrapped" };
  if (figure.unit === "date") return { ...dateCell(figure.value), style: "wrapped" };
  return { content: valueOf(figure), style: "wrapped", ...formatOf(figure, numbers) };
}

function formatOf(figure: Figure, numbers: Numbers): Pick<Cell, "format"> {
  if (isEuro(figure))
    return { format: numbers.euroFormat.replace("0.00", `0.${"0".repeat(Math.max(2, figure.decimals))}`) };
  if (figure.unit === "fraction") return { format: percentFormat(figure.decimals - 2) };
  return {};
}

const percentFormat = (decimals: number): string => `0.${"0".repeat(Math.max(2, decimals))}%`;

/** The value of a cell as people read it. */
export function valueText(value: CellValue, kind: Kind | undefined, numbers: Numbers): string {
  if (typeof value !== "number") return value === null ? "" : String(value);
  switch (kind) {
    case "euro":
      return numbers.euros(centsOf(value));
    case "rate":
      return numbers.exactPercent(String(value));
    case "date":
      return countsFrom1904() ? String(value) : numbers.day(value);
    default:
      return numbers.decimal(String(value));
  }
}

/** The same in a cell. */
export function valueCell({ value, kind }: AuditEntry, numbers: Numbers): Cell {
  if (value === null) return { style: "wrapped" };
  if (typeof value !== "number") return { content: value, literal: true, style: "wrapped" };
  const formats: Partial<Record<Kind, string>> = {
    euro: numbers.euroFormat,
    rate: percentFormat(2),
    date: dateFormat(),
  };
  const format = kind && formats[kind];
  return { content: value, style: "wrapped", ...(format !== undefined && { format }) };
}

/** What must be said of a formula beside its figures. */
export function remarks(entry: AuditEntry, numbers: Numbers): string[] {
  const { frozen, rows, columns, refusals, unknown, stopped, now, followed, kind, figures } = entry;
  const said: (string | false | undefined)[] = [
    frozen && t("pane:workbook/audit/frozen", { date: dayOfIso(frozen.date, numbers), version: frozen.dataVersion }),
    frozen?.isChanged && t("pane:workbook/audit/changed"),
    rows * columns > 1 && t("pane:workbook/audit/fills", { rows, columns }),
    ...refusals,
    unknown !== undefined &&
      (unknown === "" ? t("pane:workbook/audit/unread") : t("pane:workbook/audit/unknown", { part: unknown })),
    stopped !== undefined && t(`pane:workbook/audit/stopped/${stopped}`),
    now !== undefined && t("pane:workbook/audit/now", { value: valueText(now, kind, numbers) }),
    followed !== undefined && t("pane:workbook/audit/followed", { count: followed }),
    !frozen &&
      unknown === undefined &&
      stopped === undefined &&
      refusals.length === 0 &&
      figures.length === 0 &&
      t("pane:workbook/audit/none"),
  ];
  return said.filter((text) => typeof text === "string");
}
