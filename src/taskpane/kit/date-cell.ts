import type { Cell } from "../../host/host";
import { countsFrom1904 } from "../../page/date-system";
import { type Day, isoDate } from "../../rules/calendar";
import { dateFormat } from "./numbers";

/** A cell for a day, or for one that is still to be typed. Where a workbook counts from 1904 it is text, which the functions take. */
export function dateCell(day: Day | undefined): Cell {
  if (day === undefined) return { format: countsFrom1904() ? "@" : dateFormat() };
  return countsFrom1904()
    ? { content: isoDate(day), literal: true, format: "@" }
    : { content: day, format: dateFormat() };
}
