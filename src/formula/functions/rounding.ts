/** Rounding on the digits that Excel shows, fifteen of them, and not on what binary fractions make of a number. */
export type Way = "half" | "up" | "down";

const DIGITS = 15;

/** To so many decimals, or tens where they are negative; half, up and down are said of the size without its sign. */
export function roundTo(number: number, decimals: number, way: Way): number {
  const [mantissa = "0", exponent = "0"] = Math.abs(number)
    .toExponential(DIGITS - 1)
    .split("e");
  const digits = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + decimals;
  if (kept >= DIGITS) return number;
  const size = kept < 0 ? 0 : Number(digits.slice(0, kept) || "0");
  const rest = kept < 0 ? `0${digits}` : digits.slice(kept);
  const isMore = way === "half" ? rest >= "5" : way === "up" && /[1-9]/.test(rest);
  return Math.sign(number) * Number(`${size + (isMore ? 1 : 0)}e${-decimals}`) + 0;
}
