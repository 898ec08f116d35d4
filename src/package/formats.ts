import { getFormatDateInfo } from "numfmt";

/** Whether a number format shows a day. Durations are none. */
export function isDay(format: string): boolean {
  const { year, month, day } = getFormatDateInfo(format);
  return year || month || day;
}
