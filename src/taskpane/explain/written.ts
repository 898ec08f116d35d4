import { LAST_EXCEL_DAY, LAST_LEGAL_YEAR } from "../../definitions/cells";
import type { CellError, CellValue, Kind } from "../../explain";
import { t } from "../../i18n";
import { countsFrom1904 } from "../../page/date-system";
import type { Numbers } from "../kit/numbers";

/** A smaller number is a year typed where a date belongs; people were born before 1950. Beyond the last one a date was typed as one number. */
const isDay = (value: number): boolean => value > LAST_LEGAL_YEAR && value <= LAST_EXCEL_DAY;

/** A value as people of the user's locale read it. */
export function writtenValue(value: CellValue, kind: Kind, numbers: Numbers): string {
  if (value === null) return t("pane:explain/blank-cell");
  if (typeof value === "boolean") return t(`pane:explain/${value ? "true" : "false"}`);
  if (typeof value === "string") return value;
  if (kind === "euro") return numbers.exactEuros(value * 100);
  if (kind === "rate") return numbers.exactPercent(String(value));
  const day = Math.floor(value);
  if (kind === "date" && isDay(day) && !countsFrom1904()) return numbers.day(day);
  return numbers.decimal(String(value));
}

const SAME = 1e-9;

const isError = (value: CellValue): boolean => typeof value === "string" && /^#[A-Z/0]+[!?]?/.test(value);

/** Whether a cell shows a value. What is blank counts as an empty text; one error may show as another, for the host has its own. */
export function isShown(value: CellValue, shown: CellValue): boolean {
  if (isError(value) && isError(shown)) return true;
  if (typeof value === "number" && typeof shown === "number")
    return Math.abs(value - shown) <= SAME * Math.max(1, Math.abs(value));
  return (value ?? "") === (shown ?? "");
}

export const errorText = ({ code, message }: CellError): string =>
  [code, message].filter((part) => part !== "").join(" ");
