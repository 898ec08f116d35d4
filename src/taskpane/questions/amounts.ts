import { Piece } from "../formula/call";
import { amountArgument } from "../formula/formula";
import type { Numbers } from "../kit/numbers";

/** Amounts one after the other, with a semicolon between them; nothing between two is a blank cell. */
export function amountsPiece(text: string, numbers: Numbers): Piece | "amounts" {
  const words = text
    .trim()
    .replace(/;$/, "")
    .split(";")
    .map((word) => word.trim());
  const amounts = words.map((word) => (word === "" ? null : numbers.readSigned(word)));
  if (amounts.some((cents) => cents === undefined)) return "amounts";
  const known = amounts as readonly (number | null)[];
  return new Piece(
    `{${known.map((cents) => (cents === null ? '""' : amountArgument(cents))).join(";")}}`,
    known.map((cents) => [cents === null ? "" : cents / 100]),
  );
}
