import { power } from "../operators";
import { DIVISION, ErrorValue, NUMBER, type Value, VALUE } from "../values";
import { type Context, elementOf, extentOf, type Functions, matrixOf, numbersOf, numeric, whole } from "./define";
import { roundTo, type Way } from "./rounding";

const rounding = (way: Way, fewest = 2) =>
  numeric(fewest, 2, ([number = 0, decimals = 0]) => roundTo(number, Math.trunc(decimals), way));

const of = (call: (number: number) => number) => numeric(1, 1, ([number = 0]) => call(number));

/** To a multiple. A multiple that hides behind the noise of binary fractions counts as reached. */
function multiple(number: number, step: number, cut: (steps: number) => number): number | ErrorValue {
  if (step === 0) return 0;
  return Number((cut(Number((number / step).toPrecision(15))) * step).toPrecision(15));
}

const ceiling = ([number = 0, step = 1]: readonly number[]) =>
  number > 0 && step < 0 ? NUMBER : multiple(number, step, Math.ceil);

function floor([number = 0, step = 1]: readonly number[]) {
  if (step === 0) return number === 0 ? 0 : DIVISION;
  return number > 0 && step < 0 ? NUMBER : multiple(number, step, Math.floor);
}

/** Towards or away from zero for a negative number, where a mode is given. */
const towards = (up: boolean) =>
  numeric(1, 3, ([number = 0, step = 1, mode = 0]) => {
    const size = Math.abs(step);
    const away = up === (number >= 0 || mode === 0);
    return multiple(number, size, away ? Math.ceil : Math.floor);
  });

function mround([number = 0, step = 0]: readonly number[]) {
  if (step === 0) return 0;
  if (number * step < 0) return NUMBER;
  return multiple(number, step, (steps) => roundTo(steps, 0, "half"));
}

function mod([number = 0, by = 0]: readonly number[]) {
  return by === 0 ? DIVISION : number - by * Math.floor(number / by);
}

const even = (number: number, odd: number): number => {
  const size = Math.ceil((Math.abs(number) - odd) / 2) * 2 + odd;
  return (number < 0 ? -1 : 1) * Math.max(size, odd);
};

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function positives(args: readonly (Value | undefined)[], context: Context): number[] | null {
  const numbers = numbersOf(args, context).map(Math.trunc);
  return numbers.every((number) => number >= 0 && number <= Number.MAX_SAFE_INTEGER) ? numbers : null;
}

/** n over k, in as many turns as the smaller part has; beyond 1,030 of them no double holds it. */
function combinations([from = 0, taken = 0]: readonly number[]) {
  const [n, k] = [Math.trunc(from), Math.trunc(taken)];
  if (n < 0 || k < 0 || k > n) return NUMBER;
  const turns = Math.min(k, n - k);
  if (turns > 1_030) return NUMBER;
  let result = 1;
  for (let i = 1; i <= turns; i += 1) result = (result * (n - turns + i)) / i;
  return Math.round(result);
}

function factorial([number = 0]: readonly number[]) {
  const last = Math.trunc(number);
  if (last < 0 || last > 170) return NUMBER;
  let result = 1;
  for (let i = 2; i <= last; i += 1) result *= i;
  return result;
}

/** Products of ranges of one size; what is no number counts as 0. */
function sumProduct(args: readonly (Value | undefined)[], { budget }: Context): Value {
  const size = extentOf(args[0]);
  if (args.some((arg) => extentOf(arg).rows !== size.rows || extentOf(arg).columns !== size.columns)) return VALUE;
  const rows = Math.max(...args.map((arg) => matrixOf(arg).length));
  const columns = Math.max(...args.map((arg) => matrixOf(arg)[0]!.length));
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      budget.spend(args.length);
      let product = 1;
      for (const arg of args) {
        const value = elementOf(arg, row, column);
        if (value instanceof ErrorValue) return value;
        product *= typeof value === "number" ? value : 0;
      }
      total += product;
    }
  }
  return total;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

export const mathematics: Functions = {
  SUM: whole(1, 255, (args, context) => total(numbersOf(args, context))),
  SUMSQ: whole(1, 255, (args, context) => total(numbersOf(args, context).map((number) => number ** 2))),
  PRODUCT: whole(1, 255, (args, context) => {
    const numbers = numbersOf(args, context);
    return numbers.length === 0 ? 0 : numbers.reduce((product, number) => product * number, 1);
  }),
  SUMPRODUCT: whole(1, 255, sumProduct),
  GCD: whole(1, 255, (args, context) => positives(args, context)?.reduce(greatestDivisor, 0) ?? NUMBER),
  LCM: whole(1, 255, (args, context) => {
    const numbers = positives(args, context);
    return (
      numbers?.reduce((lcm, number) => (number === 0 ? 0 : (lcm * number) / greatestDivisor(lcm, number)), 1) ?? NUMBER
    );
  }),
  ROUND: rounding("half"),
  ROUNDUP: rounding("up"),
  ROUNDDOWN: rounding("down"),
  TRUNC: rounding("down", 1),
  INT: of(Math.floor),
  ABS: of(Math.abs),
  SIGN: of(Math.sign),
  EVEN: of((number) => even(number, 0)),
  ODD: of((number) => even(number, 1)),
  MOD: numeric(2, 2, mod),
  QUOTIENT: numeric(2, 2, ([number = 0, by = 0]) => (by === 0 ? DIVISION : Math.trunc(number / by))),
  MROUND: numeric(2, 2, mround),
  CEILING: numeric(2, 2, ceiling),
  FLOOR: numeric(2, 2, floor),
  "CEILING.MATH": towards(true),
  "FLOOR.MATH": towards(false),
  "CEILING.PRECISE": numeric(1, 2, ([number = 0, step = 1]) => multiple(number, Math.abs(step), Math.ceil)),
  "FLOOR.PRECISE": numeric(1, 2, ([number = 0, step = 1]) => multiple(number, Math.abs(step), Math.floor)),
  POWER: numeric(2, 2, ([base = 0, exponent = 0]) => power(base, exponent)),
  SQRT: of(Math.sqrt),
  EXP: of(Math.exp),
  LN: numeric(1, 1, ([number = 0]) => (number <= 0 ? NUMBER : Math.log(number))),
  LOG10: numeric(1, 1, ([number = 0]) => (number <= 0 ? NUMBER : Math.log10(number))),
  LOG: numeric(1, 2, ([number = 0, base = 10]) => {
    if (number <= 0 || base <= 0) return NUMBER;
    if (base === 1) return DIVISION;
    return base === 10 ? Math.log10(number) : Math.log(number) / Math.log(base);
  }),
  FACT: numeric(1, 1, factorial),
  COMBIN: numeric(2, 2, combinations),
  PI: whole(0, 0, () => Math.PI),
  SIN: of(Math.sin),
  COS: of(Math.cos),
  TAN: of(Math.tan),
  ASIN: of(Math.asin),
  ACOS: of(Math.acos),
  ATAN: of(Math.atan),
  ATAN2: numeric(2, 2, ([x = 0, y = 0]) => (x === 0 && y === 0 ? DIVISION : Math.atan2(y, x))),
  RADIANS: of((degrees) => (degrees * Math.PI) / 180),
  DEGREES: of((radians) => (radians * 180) / Math.PI),
};
