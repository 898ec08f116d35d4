import { nativeFormOf } from "../../src/definitions/native";
import { evaluate } from "../../src/expression";
import { lastKnownYear } from "../../src/rules/contributions";
import { attempt, Refusal } from "../../src/rules/refusal";
import { Tables } from "../../src/rules/tables";
import * as oracle from "../oracle";

const GROWTH = "0.025";
const tables = new Tables({ indexation: GROWTH, until: 2030 });
const settings = { year: 2026, "year-end": 46_387, growth: 25_000_000, "last-year": lastKnownYear(), fine: 0 };

type Arguments = Readonly<Record<string, number | string>>;

/** What the form of a function gives for arguments in its own units, or the code of its refusal. */
function given(id: string, args: Arguments): number | string {
  const { gives } = nativeFormOf(id)!;
  const answer = attempt(() => evaluate(gives, { arguments: args, settings, tables }));
  return answer instanceof Refusal ? answer.code : answer;
}

const CODES = { "#VALUE!": "value", "#N/A": "notAvailable", "#NUM!": "number" } as const;
const expected = (answer: oracle.Answer): number | string =>
  oracle.isRefusal(answer) ? CODES[answer.refusal as keyof typeof CODES] : Number(answer);

const { rows } = tables.law;
const laws = rows as unknown as (readonly [oracle.Category, number, number, number | Refusal])[];

/** The cents at which a law changes, and those beside them. */
const edgesOf = (law: number): number[] =>
  tables.scale.rows
    .filter(([of]) => of === law)
    .flatMap(([, from]) => [Number(from) - 1, Number(from), Number(from) + 1])
    .filter((cents) => cents > -1e11);

test("a quarter is the oracle's at each edge of each law, and refused where the oracle refuses", () => {
  let compared = 0;
  for (const [category, year, quarter, law] of laws) {
    const asked = { category, year, ...(quarter > 0 && { quarter }), ...(year > 2026 && { indexation: 25_000_000 }) };
    for (const income of typeof law === "number" ? edgesOf(law) : [0]) {
      const options = year > 2026 ? { indexation: GROWTH } : {};
      const answer = oracle.quarterlyFor(BigInt(income), category, year, quarter || undefined, options);
      const mine = given("INASTI.QUARTERLY", { income, ...asked });
      if (mine !== expected(answer)) expect([asked, income, mine]).toEqual([asked, income, expected(answer)]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(6_000);
});

const INCOMES = [-5_000_00, 0, 1, 1_622_52, 15_000_00, 17_379_00, 17_380_00, 40_000_01, 95_123_45, 1_000_000_00];

test("year, provisional quarter, revaluation, settlement and rates are the oracle's", () => {
  const years = [2014, 2015, 2018, 2022, 2025, 2026, 2029];
  for (const category of ["principal", "complementary", "primostarter", "pension-age-opt-out"] as const)
    for (const year of years)
      for (const income of INCOMES) {
        const asked = { category, year, ...(year > 2026 && { indexation: 25_000_000 }) };
        const options = year > 2026 ? { indexation: GROWTH } : {};
        const cents = BigInt(income);
        const pairs: [string, Arguments, oracle.Answer][] = [
          ["INASTI.ANNUAL", { income, ...asked }, oracle.annual(cents, category, year, options)],
          [
            "INASTI.PROVISIONAL",
            { incomeN3: income, ...asked, quarter: 4 },
            oracle.provisional(cents, category, year, 4, options),
          ],
          ["INASTI.REVALUE", { incomeN3: income, ...asked }, oracle.revalue(cents, year, options.indexation)],
          [
            "INASTI.REVALUE",
            { incomeN3: income, ...asked, incomeYear: year > 2026 ? year - 3 : year - 5 },
            oracle.revalue(cents, year, options.indexation, year > 2026 ? year - 3 : year - 5),
          ],
          [
            "INASTI.SETTLEMENT",
            { income, paid: 123_45, ...asked, fund: 30_500 },
            oracle.settlement(cents, 123_45n, category, year, { ...options, fund: "0.0305" }),
          ],
        ];
        for (const [id, args, answer] of pairs)
          expect([id, args, given(id, args)]).toEqual([id, args, expected(answer)]);
        const [marginal, effective] = [
          oracle.marginalRate(cents, category, year, 4, options.indexation),
          oracle.effectiveRate(cents, category, year, 4, options.indexation),
        ];
        const ratio = (rate: typeof marginal, unit: number) =>
          oracle.isRefusal(rate) ? expected(rate) : (Number(rate.numerator) * unit) / Number(rate.denominator);
        expect(given("INASTI.MARGINALRATE", { income, ...asked, quarter: 4 })).toBe(ratio(marginal, 10_000));
        const share = given("INASTI.EFFECTIVERATE", { income, ...asked, quarter: 4 });
        if (income <= 0) expect(share).toBe("number");
        else if (typeof share === "string") expect(share).toBe(ratio(effective, 1));
        else expect(share).toBeCloseTo(ratio(effective, 1) as number, 12);
      }
});

test("an income year that comes too late, a growth that is not the workbook's and a year without law are refused", () => {
  expect(given("INASTI.REVALUE", { incomeN3: 1, year: 2026, incomeYear: 2024 })).toBe("value");
  expect(given("INASTI.QUARTERLY", { income: 1, category: "principal", year: 2028, indexation: 20_000_000 })).toBe(
    "notAvailable",
  );
  expect(given("INASTI.QUARTERLY", { income: 1, category: "principal", year: 2028 })).toBe("notAvailable");
  expect(given("INASTI.QUARTERLY", { income: 4_000_000, category: "principal" })).toBe(205_000);
});

test("a fee is half up on the contribution, by name or by a rate of one's own", () => {
  for (const contribution of [205_000, -123_45, 1, 1_638])
    expect(given("FUND.FEE", { contribution, fund: 30_500, year: 2026 })).toBe(
      Number(oracle.fee(BigInt(contribution), "0.0305")),
    );
  expect(given("FUND.RATE", { fund: 30_500 })).toBe(0.0305);
  expect(given("FUND.TOTAL", { contribution: 205_000, fund: "nobody", year: 2026 })).toBe("notAvailable");
});

test("a quarter is due on its last day", () => {
  expect(given("INASTI.DUEDATE", { year: 2028, quarter: 1 })).toBe(46_843);
  expect(given("INASTI.DUEDATE", { year: 2014, quarter: 1 })).toBe("notAvailable");
});
