import { numfmt } from "@univerjs/core";
import { reader, recordOf, t } from "../../i18n";

/** From here on Excel shows a number without its decimals, and then as a power of ten. */
const LAST_WITH_DECIMALS = 1e10;

/** A number in a cell: by its format, or as Excel shows it where it has none, with at most eleven signs. */
export function shownNumber(value: number, pattern = "General"): string {
  const isGeneral = pattern === "General";
  const shown = isGeneral && Math.abs(value) >= LAST_WITH_DECIMALS ? Math.round(value) : value;
  return numfmt.format(pattern, shown, { locale: reader.language, throws: false });
}

/** All of a number that Excel keeps, as it is typed: what a product has beyond 15 digits is noise. */
export const exactNumber = (value: number): string =>
  String(Number(value.toPrecision(15))).replace(".", recordOf(reader.language).excel.decimal);

export function shownTruth(value: unknown): string {
  const { TRUE, FALSE } = recordOf(reader.language).excel.words;
  return value ? TRUE : FALSE;
}

const ERRORS: Readonly<Record<string, string>> = {
  "#NULL!": "null",
  "#DIV/0!": "division",
  "#VALUE!": "value",
  "#REF!": "reference",
  "#NAME?": "name",
  "#NUM!": "number",
  "#N/A": "not-available",
  "#SPILL!": "spill",
};

/** An error value as Excel writes it in the reader's language. */
export function shownError(code: string): string {
  const key = ERRORS[code];
  return key === undefined ? code : t(`workbench:errors/${key}`);
}
