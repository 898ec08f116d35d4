import { format } from "numfmt";

/** What of a format stands for itself, or says nothing of its language. */
const NEUTRAL = /"[^"]*"|\\.|\[[^\]]*\]|[_*].|General|AM\/PM|A\/P/giu;
/** In English, and in every language. */
const ENGLISH = /^[^\p{L}]*(?:[dmyhse][^\p{L}]*)*$/iu;
/** Names of months and days, points and commas. */
const LOCAL = /[.,]|m{3}|d{3}/i;

/**
 * A value in a number format of Excel. Throws for what is no format, and for what reads or shows otherwise in another language, where
 * that is not English. A chunk of its own: few formulas need it.
 */
export function numberFormat(value: number | string, code: string, isEnglish: boolean): string {
  const codes = code.replace(NEUTRAL, "");
  if (!ENGLISH.test(codes) || (!isEnglish && LOCAL.test(codes))) throw new RangeError(code);
  return format(code, value, { throws: true });
}
