/** The legal pension, in the words of the royal decree of 30/01/1997 and of the law of 15/05/1984, with figures of its own. */
import { type Answer, isRefusal, NOT_AVAILABLE } from "./answer";
import { coefficientOn } from "./indexed-benefits";
import { cents, decimal, over, plus, power, type Rational, rational, times, toCents } from "./rational";

export interface CareerYear {
  readonly income: bigint;
  readonly year: number;
  readonly household: boolean;
  readonly quarters?: number;
  /** Decimal text. */
  readonly revaluation?: string | undefined;
  readonly indexation?: string | undefined;
}

/** Article 5 §2: base amount, its rises, and the coefficient of the pivots that were passed before the year. */
const CEILINGS: Readonly<Record<number, readonly [rise: string, coefficient: string]>> = {
  2021: ["1.0238", "1.4282"],
  2022: ["1.0482", "1.4859"],
  2023: ["1.0731", "1.6406"],
  2024: ["1.0731", "1.6734"],
  2025: ["1.0731", "1.7069"],
  2026: ["1.0731", "1.7758"],
};
const LAST_CEILING = 2026;

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function ceiling(year: number, indexation: string | undefined): Answer {
  const known = CEILINGS[Math.min(year, LAST_CEILING)]!;
  const amount = toCents(times(decimal("42310.43"), times(decimal(known[0]), decimal(known[1]))));
  if (year <= LAST_CEILING) return amount;
  if (indexation === undefined) return NOT_AVAILABLE;
  const grown = power(plus(rational(1n), decimal(indexation)), year - LAST_CEILING);
  return toCents(times(rational(amount, 100n), grown));
}

/** Articles 4 to 6: the fraction of the career × the income, in cents, before it is rounded. */
function exactAccrual(of: CareerYear): Answer<Rational> {
  const { income, year, household, quarters = 4, revaluation = "1", indexation } = of;
  let counted = income;
  let coefficient: string;
  if (year < 1997) return NOT_AVAILABLE;
  if (year >= 2021) {
    const most = ceiling(year, indexation);
    if (isRefusal(most)) return most;
    counted = min(income, most);
    coefficient = "1";
  } else {
    const [paragraph, sure] =
      year >= 2019 ? ["0.691542", "59243.06"] : year >= 2003 ? ["0.663250", "31820.77"] : ["0.567851", "34265.74"];
    if (income > cents(sure!)) return NOT_AVAILABLE;
    coefficient = paragraph!;
  }
  const share = decimal(household ? "0.75" : "0.60");
  const fraction = rational(BigInt(quarters), 4n * 45n);
  const welfare = decimal(year < 2021 ? "1.034" : "1");
  return [decimal(revaluation), decimal(coefficient), fraction, share, welfare].reduce(times, rational(counted));
}

const rounded = (exact: Rational): bigint => toCents(over(exact, rational(100n)));

export function accrual(of: CareerYear): Answer {
  const exact = exactAccrual(of);
  return isRefusal(exact) ? exact : rounded(exact);
}

/** Acquired and the years together, a year and a month: each rounded once. */
export function pensionOf(years: readonly CareerYear[], acquired: bigint): Readonly<Record<"total" | "month", Answer>> {
  let sum = rational(acquired);
  for (const year of years) {
    const exact = exactAccrual(year);
    if (isRefusal(exact)) return { total: exact, month: exact };
    sum = plus(sum, exact);
  }
  return { total: rounded(sum), month: rounded(over(sum, rational(12n))) };
}

interface Civil {
  readonly year: number;
  readonly month: number;
}

const monthsOf = ({ year, month }: Civil): number => year * 12 + month - 1;

/** Months are counted; day 1 of the month after the birthday. */
const monthAfter = (birth: Civil, age: number): number => monthsOf(birth) + age * 12 + 1;

/** Article 3 §§1 to 1ter, by the birth: 65 to the end of 1959, 66 to the end of 1963, then 67. */
export function age(birth: string): Answer<number> {
  if (birth < "1944-12-01") return NOT_AVAILABLE;
  return birth <= "1959-12-31" ? 65 : birth <= "1963-12-31" ? 66 : 67;
}

/** Article 3 §§2ter and 3: 44 years at 60, 43 at 61 and 62, 42 from 63 on. */
export function earliest(birth: string, careerYears: number, lastYear: number): Answer<string> {
  const legalAge = age(birth);
  if (isRefusal(legalAge)) return legalAge;
  const [year, month] = birth.split("-").map(Number) as [number, number];
  const born = { year, month };
  const legal = Math.max(monthAfter(born, legalAge), monthsOf({ year: lastYear + 1, month: 1 }));
  const start = Math.max(monthAfter(born, 60), monthsOf({ year: lastYear + 1, month: 1 }));
  const years = (at: number) => careerYears + Math.floor(at / 12) - 1 - lastYear + (at % 12 >= 6 ? 1 : 0);
  const asked = (at: number) => (at >= monthAfter(born, 63) ? 42 : at >= monthAfter(born, 61) ? 43 : 44);
  let found = legal;
  for (let at = legal - 1; at >= start; at--) {
    if (at >= monthAfter(born, legalAge)) continue;
    // The rules before February 2019 are not held.
    if (at < monthsOf({ year: 2019, month: 2 })) return NOT_AVAILABLE;
    if (years(at) >= asked(at)) found = at;
  }
  // From 2027 a second way: 42 years from 60 on.
  for (let at = Math.max(start, monthsOf({ year: 2027, month: 1 })); at < found; at++)
    if (years(at) >= 42) return NOT_AVAILABLE;
  return `${Math.floor(found / 12)}-${String((found % 12) + 1).padStart(2, "0")}-01`;
}

/** Royal decree of 22/12/1967, article 107 §4: the excess in percent to the hundredth, then to the unit; never more than all. */
export function suspended(income: bigint, most: bigint): bigint {
  if (income <= most) return 0n;
  const hundredths = toCents(rational((income - most) * 100n, most));
  const percent = toCents(rational(hundredths, 10_000n));
  return percent > 100n ? 100n : percent;
}

/** Law of 15/05/1984, article 131ter: yearly amounts of a full career at pivot 103.14, alone and for a household, from a day on. */
const MINIMUM_BASES: readonly (readonly [from: string, isolated: string, household: string])[] = [
  ["2021-01-01", "11140.61", "13921.37"],
  ["2021-07-01", "11363.42", "14199.80"],
  ["2022-01-01", "11664.55", "14576.09"],
  ["2023-01-01", "11973.66", "14962.36"],
  ["2023-07-01", "12213.12", "15261.61"],
  ["2024-01-01", "12467.14", "15579.02"],
];

/** From 2021 to April 2024: a month of the minimum pension; nothing below thirty years. `quarters` of a career, four a year. */
export function minimum(on: string, quarters: number, household: boolean): bigint {
  if (quarters < 30 * 4) return 0n;
  const [, isolated, family] = MINIMUM_BASES.findLast(([from]) => from <= on)!;
  const coefficient = coefficientOn(on);
  const month = toCents(over(times(decimal(household ? family : isolated), coefficient), rational(12n)));
  return quarters >= 45 * 4 ? month : toCents(times(rational(month, 100n), rational(BigInt(quarters), 45n * 4n)));
}
