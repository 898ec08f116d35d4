import type { Table, TableCell } from "../host/host";
import type { FundComparison, FundComparisonRow } from "../rules/funds";
import { RATE_UNIT } from "../rules/money";
import { settings } from "../settings";
import { EURO_FORMATS } from "./numbers";
import { t } from "./texts";

const FORMATS = { text: "@", percent: "0.00%", year: "0" };

type Column = readonly [
  title: string,
  format: "euro" | keyof typeof FORMATS,
  value: (row: FundComparisonRow) => TableCell,
];

const COLUMNS: readonly Column[] = [
  ["fund", "text", ({ name }) => name],
  ["rate", "percent", ({ rate }) => rate / RATE_UNIT],
  ["source-year", "year", ({ sourceYear }) => sourceYear],
  ["fee-per-quarter", "euro", ({ feePerQuarter }) => feePerQuarter / 100],
  ["total-per-quarter", "euro", ({ totalPerQuarter }) => totalPerQuarter / 100],
  ["fee-per-year", "euro", ({ feePerYear }) => feePerYear / 100],
  ["total-per-year", "euro", ({ totalPerYear }) => totalPerYear / 100],
  ["difference-long", "euro", ({ differencePerYear }) => differencePerYear / 100],
  ["source", "text", ({ source }) => source.title],
];

/** A comparison as a table for the sheet. */
export function fundTable({ rows }: FundComparison, title: string): Table {
  const formats = { ...FORMATS, euro: EURO_FORMATS[settings.language] };
  return {
    title,
    header: COLUMNS.map(([column]) => t(`pane:funds/${column}`)),
    formats: COLUMNS.map(([, format]) => formats[format]),
    rows: rows.map((row) => COLUMNS.map(([, , value]) => value(row))),
  };
}
