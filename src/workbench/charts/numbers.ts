import { format } from "numfmt";
import type { Language } from "../../i18n";

/** Texts and characters that stand for themselves, and the decimals that follow a point. */
const DECIMALS = /"[^"]*"|\\.|\.([0#?]+)/g;

/** A number in a number format of the workbook, as its cells show it. */
export function written(value: number, code: string, language: Language): string {
  const options = { locale: language };
  try {
    return format(code || "General", value, options);
  } catch {
    return format("General", value, options);
  }
}

/** The format without decimals, which whole numbers do without. */
export const wholeFormat = (code: string): string =>
  code.replace(DECIMALS, (text, decimals: string | undefined) => (decimals === undefined ? text : ""));

/** The smallest step that numbers in this format show. */
export function leastStep(code: string): number {
  if (code === "" || /general|e\+/i.test(code)) return 1e-9;
  const decimals = Math.max(0, ...Array.from(code.matchAll(DECIMALS), ([, digits = ""]) => digits.length));
  return 10 ** -(decimals + (isPercent(code) ? 2 : 0));
}

const isPercent = (code: string): boolean => code.replace(/"[^"]*"|\\./g, "").includes("%");
