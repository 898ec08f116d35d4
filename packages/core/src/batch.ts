import { rememberedRules } from "../../../src/definitions/batch";
import type { Cell } from "../../../src/definitions/cells";
import { fund as aFund, year as aYear } from "../../../src/definitions/arguments";
import { held } from "../../../src/definitions/cells";
import { remembering } from "../../../src/definitions/remembering";
import { CATEGORIES, contribution } from "../../../src/rules/contributions";
import { fee as feeOf, feeFraction } from "../../../src/rules/funds";
import { type Cents, LARGEST_AMOUNT } from "../../../src/rules/money";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { funds } from "../../../src/parameters/compiled/funds";
import { type Context, contextOf, within } from "./context";
import { requireNames } from "./function";
import { attempted, told } from "./refusal";
import { hold } from "./tables";
import type { Annuals, CentsBatch, CentsColumn, Fees, Options, Quarters, Refusal as Refused } from "./types";

// Loops by index over typed arrays: a portfolio of millions makes no object a row.

/** The categories by their numbers in a column of bytes. */
export const categories: readonly string[] = CATEGORIES;

type Column = string | number | ArrayLike<string | number> | undefined;
/** The cents of a row, or why it has none. */
type RowOf = (row: number) => Cents | Refusal;

/** INASTI.QUARTERLY of each row, in cents. */
export function quarterly(columns: Quarters, options?: Options): CentsBatch | Refused {
  requireNames(["incomeCents", "category", "year", "quarter"], columns);
  const { incomeCents, category, year, quarter } = columns;
  return each("incomeCents", incomeCents, options, (count) => {
    const ruleAt = rulesOf(category, year, cellAt("quarter", quarter, count), count);
    return (row) => {
      const rule = ruleAt(row);
      return rule instanceof Refusal ? rule : contribution(incomeCents[row]!, rule);
    };
  });
}

/** INASTI.ANNUAL of each row, in cents: the sum of its four rounded quarters. */
export function annual(columns: Annuals, options?: Options): CentsBatch | Refused {
  requireNames(["incomeCents", "category", "year"], columns);
  const { incomeCents, category, year } = columns;
  return each("incomeCents", incomeCents, options, (count) => {
    const ruleAt = [1, 2, 3, 4].map((quarter) => rulesOf(category, year, () => quarter, count));
    return (row) => {
      let sum = 0;
      for (let at = 0; at < ruleAt.length; at++) {
        const rule = ruleAt[at]!(row);
        if (rule instanceof Refusal) return rule;
        sum += contribution(incomeCents[row]!, rule);
      }
      return sum;
    };
  });
}

/** FUND.FEE of each row, in cents: what a fund charges on the contribution of a quarter. */
export function fee(columns: Fees, options?: Options): CentsBatch | Refused {
  requireNames(["contributionCents", "fund", "year"], columns);
  const { contributionCents, fund, year } = columns;
  hold({ funds });
  return each("contributionCents", contributionCents, options, (count) => {
    // A fee of 0 is a fee.
    const fundAt = cellAt("fund", fund, count, (one) => one);
    const yearAt = cellAt("year", year, count);
    const chargeIn = remembering((when) =>
      remembering((which) =>
        attempt(() => feeFraction(held(aFund.read("fund", which)), held(aYear.read("year", when)))),
      ),
    );
    return (row) => {
      const charge = chargeIn(yearAt(row))(fundAt(row));
      return charge instanceof Refusal ? charge : feeOf(contributionCents[row]!, charge);
    };
  });
}

const rulesOf = (category: Column, year: Column, quarterAt: (row: number) => Cell, count: number) =>
  rememberedRules(categoryAt(category, count), cellAt("year", year, count), quarterAt);

function categoryAt(category: Column, count: number): (row: number) => Cell {
  const cell = cellAt("category", category, count);
  if (!(category instanceof Uint8Array)) return cell;
  return (row) => CATEGORIES[category[row]!] ?? String(category[row]);
}

/** The cell of each row; one value holds for all. A 0 is no year or quarter that was left out: see `withZeros`. */
function cellAt(argument: string, given: Column, count: number, cell = withoutZero): (row: number) => Cell {
  if (typeof given !== "object") return () => cell(given);
  if (given.length !== count) throw new Refusal("wrong-size", { argument, expected: count, given: given.length });
  return (row) => cell(given[row]);
}

const withoutZero = (one: unknown): Cell => (one === 0 ? "00" : one);

/** Works out each row; those whose cents are no amount are refused before it. */
function each(
  argument: string,
  cents: CentsColumn,
  options: Options | undefined,
  rowsOf: (count: number) => RowOf,
): CentsBatch | Refused {
  if (!(cents instanceof Float64Array || cents instanceof Int32Array))
    throw new TypeError(`${argument}: a Float64Array or an Int32Array of whole cents`);
  const context = contextOf(options);
  if ("key" in context) return context;
  const { length } = cents;
  const rows = (): RowOf => {
    const rowOf = rowsOf(length);
    return (row) => unusable(argument, cents[row]!) ?? rowOf(row);
  };
  return within(context, () => attempted(() => (length === 0 ? EMPTY : worked(length, rows, context))));
}

const EMPTY: CentsBatch = {
  cents: new Float64Array(0),
  refused: new Uint8Array(0),
  count: 0,
  refusalAt: () => undefined,
};

function worked(length: number, rows: () => RowOf, context: Context): CentsBatch {
  const values = new Float64Array(length);
  const refused = new Uint8Array(length);
  let count = 0;
  const rowOf = rows();
  for (let row = 0; row < length; row++) {
    const value = rowOf(row);
    if (typeof value === "number") values[row] = value;
    else {
      values[row] = NaN;
      refused[row] = 1;
      count++;
    }
  }
  const refusalAt = (row: number): Refused | undefined => {
    if (refused[row] !== 1) return undefined;
    return within(context, () => {
      const refusal = rows()(row);
      return refusal instanceof Refusal ? told(refusal) : undefined;
    });
  };
  return { cents: values, refused, count, refusalAt };
}

function unusable(argument: string, cents: number): Refusal | undefined {
  if (Number.isInteger(cents) && cents <= LARGEST_AMOUNT && cents >= -LARGEST_AMOUNT) return undefined;
  if (!Number.isFinite(cents)) return new Refusal("not-finite", { argument });
  if (Math.abs(cents) > LARGEST_AMOUNT) return new Refusal("too-large", { argument, limit: { cents: LARGEST_AMOUNT } });
  return new Refusal("not-whole", { argument, given: cents });
}
