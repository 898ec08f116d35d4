import type { Cell } from "../../../src/definitions/cells";
import { rememberedRules, rowIncome } from "../../../src/definitions/batch";
import { contribution } from "../../../src/rules/contributions";
import { Refusal } from "../../../src/rules/refusal";
import { type Context, contextOf, within } from "./context";
import { requireNames } from "./function";
import { attempted, told } from "./refusal";
import type { Columns, Options, Quarterlies, Refusal as Refused } from "./types";

const isColumn = (given: unknown): given is ArrayLike<unknown> => typeof given === "object" && given !== null;

/** The cell of each row. A 0 is no year or quarter that was left out: see `withZeros`. */
function cellAt(argument: keyof Columns, given: unknown, count: number): (row: number) => Cell {
  const cell = (one: unknown): Cell => (one === 0 && argument !== "incomes" ? "00" : one);
  if (!isColumn(given)) return () => cell(given);
  if (given.length !== count) throw new Refusal("wrong-size", { argument, expected: count, given: given.length });
  return (row) => cell(given[row]);
}

const NAMES: readonly (keyof Columns)[] = ["incomes", "categories", "years", "quarters"];

/** INASTI.QUARTERLY for each row of columns, without an object a row. */
export function quarterlies(columns: Columns, options?: Options): Quarterlies | Refused {
  requireNames(NAMES, columns);
  const context = contextOf(options);
  if ("key" in context) return context;
  return within(context, () => attempted(() => calculated(columns, context)));
}

function calculated({ incomes, categories, years, quarters }: Columns, context: Context): Quarterlies {
  const count = incomes.length;
  if (count === 0) throw new Refusal("missing", { argument: "incomes" });
  const rules = () =>
    rememberedRules(
      cellAt("categories", categories, count),
      cellAt("years", years, count),
      cellAt("quarters", quarters, count),
    );
  const ruleAt = rules();
  const values = new Float64Array(count);
  let refused = 0;
  for (let row = 0; row < count; row++) {
    const cents = rowIncome(incomes[row]);
    const rule = cents instanceof Refusal ? cents : ruleAt(row);
    if (cents instanceof Refusal || rule instanceof Refusal) {
      values[row] = NaN;
      refused++;
    } else values[row] = contribution(cents, rule) / 100;
  }
  const refusalAt = (row: number): Refused | undefined => {
    if (!Number.isNaN(values[row])) return undefined;
    return within(context, () => {
      const cents = rowIncome(incomes[row]);
      const refusal = cents instanceof Refusal ? cents : rules()(row);
      return refusal instanceof Refusal ? told(refusal) : undefined;
    });
  };
  return { values, refused, refusalAt };
}
