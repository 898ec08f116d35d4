import { Piece } from "../formula/call";
import { amountArgument, dateArgument, textArgument } from "../formula/formula";
import type { Numbers } from "../kit/numbers";

/** A payment as typed. One without an amount is the whole. */
export interface TypedPayment {
  readonly on: string;
  readonly amount: string;
}

const BETWEEN_ROWS = "\n";
const BETWEEN_CELLS = "\t";

/** The field's text: a day, or a row a payment. */
export const paymentsText = (rows: readonly TypedPayment[]): string =>
  rows.map(({ on, amount }) => (rows.length === 1 ? on : `${on}${BETWEEN_CELLS}${amount}`)).join(BETWEEN_ROWS);

export const paymentsIn = (text: string): readonly TypedPayment[] =>
  text.split(BETWEEN_ROWS).map((row) => {
    const [on = "", amount = ""] = row.split(BETWEEN_CELLS);
    return { on, amount };
  });

/** The day on which all was paid, or the payments as an array; the problem of what cannot be read, undefined while something is missing. */
export function paymentsPiece(text: string, numbers: Numbers): Piece | "amount" | "date" | undefined {
  const rows = paymentsIn(text);
  const read = rows.map(({ on, amount }) => ({ day: numbers.readDay(on), cents: numbers.read(amount) }));
  if (rows.some(({ on }, index) => on !== "" && read[index]!.day === undefined)) return "date";
  const [first] = read;
  if (rows.length === 1) return first?.day === undefined ? undefined : new Piece(dateArgument(first.day), first.day);
  if (rows.some(({ amount }, index) => amount !== "" && read[index]!.cents === undefined)) return "amount";
  if (rows.some(({ on, amount }) => on === "" || amount === "")) return undefined;
  // Text days: a date function has no place in an array constant.
  const cells = rows.map(({ on }, index) => [on, read[index]!.cents!] as const);
  return new Piece(
    `{${cells.map(([on, cents]) => `${textArgument(on)},${amountArgument(cents)}`).join(";")}}`,
    cells.map(([on, cents]) => [on, cents / 100]),
  );
}
