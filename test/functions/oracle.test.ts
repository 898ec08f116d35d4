import fc from "fast-check";
import { AFTER_SICKNESS, CATEGORIES } from "../../src/rules/contributions";
import { civilDate, day, type Day, quarterOf, quarterOfYear, yearOf } from "../../src/rules/calendar";
import { CAREER_WORDS } from "../../src/rules/projection";
import * as oracle from "../oracle";
import { call, records } from "../golden/harness";
import { CellError, sourceFunctions } from "../setup/excel";
import { figuresUntil } from "../setup/figures";

/**
 * The functions as a cell calls them against the independent oracle, on random lives: values to the cent, and the same kind of error. The
 * oracle types its figures itself, so the functions are asked as of its last year.
 */
const functions = sourceFunctions(figuresUntil(oracle.LAST_YEAR));
const RUNS = { numRuns: 1500 };

const ask = (id: string, inputs: Record<string, unknown>): unknown => shown(call(functions, id, inputs));
const shown = (answer: unknown): unknown =>
  answer instanceof CellError ? answer.code : typeof answer === "number" ? cents(answer) : answer;
const cents = (euros: number): number => Math.round(euros * 100);
const told = (answer: oracle.Answer): number | string => (oracle.isRefusal(answer) ? answer.refusal : Number(answer));

const income = fc.oneof(
  fc.integer({ min: -5_000_00, max: 150_000_00 }),
  // Near the thresholds of 2015-2026, where mistakes live.
  fc
    .constantFrom(
      142_390,
      192_216,
      284_781,
      384_432,
      674_206,
      910_126,
      869_704,
      1_287_043,
      1_737_408,
      5_557_694,
      7_502_454,
      11_056_242,
    )
    .chain((at) => fc.integer({ min: at - 2, max: at + 2 })),
);
const positive = fc.integer({ min: 0, max: 150_000_00 });
const category = fc.constantFrom(...CATEGORIES);
const year = fc.integer({ min: 2014, max: oracle.LAST_YEAR + 6 });
const quarter = fc.option(fc.constantFrom(1, 2, 3, 4), { nil: undefined });
const startDay = fc.integer({ min: day(2012, 1, 1), max: day(2031, 12, 31) });
const start = fc.option(startDay, { nil: undefined });
/** Often in a year that is asked, and not often before the start. */
const stop = fc.option(fc.integer({ min: day(2014, 6, 1), max: day(2034, 12, 31) }), { nil: undefined, freq: 2 });
const indexation = fc.option(fc.constantFrom("0", "0.02", "0.0175", "-0.01"), { nil: undefined });
const fund = fc.option(fc.constantFrom("0.0305", "0.0425", "0"), { nil: undefined });

const iso = (serial: Day): string => {
  const { year: y, month, day: d } = civilDate(serial);
  return `${y}-${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
};
const isoOf = (serial: Day | undefined): string | undefined => (serial === undefined ? undefined : iso(serial));
const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

describe("as the oracle answers", () => {
  test("INASTI.QUARTERLY and INASTI.ANNUAL", () => {
    fc.assert(
      fc.property(income, category, year, quarter, start, indexation, stop, (i, c, y, q, s, g, e) => {
        const options = { start: isoOf(s), stop: isoOf(e), indexation: g };
        const inputs = { income: i / 100, category: c, year: y, start: s, indexation: number(g), stop: e };
        expect(ask("INASTI.QUARTERLY", { ...inputs, quarter: q })).toBe(
          told(oracle.quarterlyFor(BigInt(i), c, y, q, options)),
        );
        expect(ask("INASTI.ANNUAL", inputs)).toBe(told(oracle.annual(BigInt(i), c, y, options)));
      }),
      RUNS,
    );
  });

  /** Year of the income in place of N-3: mostly one that may be named. */
  const named = fc.option(fc.integer({ min: -1, max: 8 }), { nil: undefined, freq: 2 });
  const incomeYearOf = (y: number, earlier: number | undefined) =>
    earlier === undefined ? undefined : y - 3 - earlier;

  test("INASTI.PROVISIONAL, with and without an estimate, on the income of N-3 or of an earlier year", () => {
    const estimate = fc.option(positive, { nil: undefined });
    const incomeN3 = fc.option(income, { nil: undefined });
    const big = (amount: number | undefined) => (amount === undefined ? undefined : BigInt(amount));
    const euros = (amount: number | undefined) => (amount === undefined ? null : amount / 100);
    fc.assert(
      fc.property(
        fc.tuple(incomeN3, estimate),
        category,
        year,
        quarter,
        fc.tuple(start, stop),
        indexation,
        named,
        ([i, e], c, y, q, [s, end], g, n) => {
          const incomeYear = incomeYearOf(y, n);
          const expected = oracle.provisional(big(i) ?? null, c, y, q, {
            start: isoOf(s),
            stop: isoOf(end),
            indexation: g,
            estimate: big(e),
            incomeYear,
          });
          const inputs = {
            incomeN3: euros(i),
            category: c,
            year: y,
            quarter: q,
            start: s,
            indexation: number(g),
            estimate: euros(e),
            stop: end,
            incomeYear,
          };
          expect(ask("INASTI.PROVISIONAL", inputs)).toBe(told(expected));
        },
      ),
      { numRuns: 5000 },
    );
  });

  test("INASTI.REVALUE", () => {
    fc.assert(
      fc.property(income, year, indexation, named, (i, y, g, n) => {
        const incomeYear = incomeYearOf(y, n);
        expect(ask("INASTI.REVALUE", { incomeN3: i / 100, year: y, indexation: number(g), incomeYear })).toBe(
          told(oracle.revalue(BigInt(i), y, g, incomeYear)),
        );
      }),
      RUNS,
    );
  });

  test("INASTI.INCOMEFOR", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000_00 }), category, year, quarter, indexation, (amount, c, y, q, g) => {
        const inputs = { quarterly: amount / 100, category: c, year: y, quarter: q, indexation: number(g) };
        expect(ask("INASTI.INCOMEFOR", inputs)).toBe(told(oracle.incomeFor(BigInt(amount), c, y, q, g)));
      }),
      { numRuns: 600 },
    );
  });

  test("INASTI.SETTLEMENT, with and without a fund", () => {
    fc.assert(
      fc.property(income, income, category, year, start, indexation, stop, fund, (own, paid, c, y, s, g, e, f) => {
        const inputs = { category: c, year: y, start: s, indexation: number(g), stop: e, fund: number(f) };
        expect(ask("INASTI.SETTLEMENT", { income: own / 100, paid: paid / 100, ...inputs })).toBe(
          told(
            oracle.settlement(BigInt(own), BigInt(paid), c, y, {
              start: isoOf(s),
              stop: isoOf(e),
              indexation: g,
              fund: f,
            }),
          ),
        );
      }),
      RUNS,
    );
  });

  test("INASTI.FROMPROFIT", () => {
    fc.assert(
      fc.property(income, category, year, fund, start, indexation, stop, (profit, c, y, f, s, g, e) => {
        const situation = { category: c, year: y, start: s, indexation: number(g), stop: e };
        expect(ask("INASTI.FROMPROFIT", { profit: profit / 100, fund: number(f), ...situation })).toBe(
          told(oracle.fromProfit(BigInt(profit), c, y, { fund: f, start: isoOf(s), stop: isoOf(e), indexation: g })),
        );
      }),
      { numRuns: 600 },
    );
  });

  test("INASTI.DOSSIER", () => {
    const paid = fc.option(positive, { nil: undefined });
    const client = fc.tuple(income, category, year, start, stop, fund, paid);
    fc.assert(
      fc.property(fc.array(client, { minLength: 2, maxLength: 8 }), indexation, (clients, g) => {
        const column = (at: number) => clients.map((one) => [one[at] ?? null]);
        const euros = (at: number) => column(at).map(([amount]) => [amount === null ? null : Number(amount) / 100]);
        const rows = records(
          call(functions, "INASTI.DOSSIER", {
            incomes: euros(0),
            categories: column(1),
            years: column(2),
            starts: column(3),
            stops: column(4),
            funds: column(5).map(([rate]) => [rate === null ? null : Number(rate)]),
            paid: euros(6),
            indexation: number(g),
          }),
        );
        const expected = clients.map(([i, c, y, s, e, f, p]) => {
          const { quarters, ...amounts } = oracle.client(BigInt(i), c, y, {
            start: isoOf(s),
            stop: isoOf(e),
            indexation: g,
            // Excel on the desktop hands a blank cell over as 0: that is no fund, and no fee whatever the contribution.
            fund: f === "0" ? undefined : f,
            paid: p === undefined ? undefined : BigInt(p),
          });
          return [told(quarters!), ...Object.values(amounts).map((one) => (one === undefined ? "" : told(one)))];
        });
        expect(
          rows.map(({ quarters, ...amounts }) => [
            quarters instanceof CellError ? quarters.code : quarters,
            ...Object.values(amounts).map(shown),
          ]),
        ).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  test("FUND.SCENARIO, with heads and with members that leave", () => {
    const one = fc.tuple(fc.integer({ min: -2_000_00, max: 6_000_00 }), fc.nat(2000));
    const blank = fc.constant(undefined);
    const classes = fc.array(fc.oneof({ weight: 5, arbitrary: one }, blank), { minLength: 1, maxLength: 8 });
    const rate = fc.constantFrom("0", "0.0305", "0.0395", "0.1", "0.041234567");
    const share = fc.constantFrom("0", "0.1", "0.3333", "1", "0.0123456789");
    const trials = fc.array(fc.tuple(rate, share), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(classes, trials, fc.boolean(), fc.boolean(), (members, tried, byHeads, leaving) => {
        const filled = members.filter((member) => member !== undefined);
        fc.pre(filled.length > 0);
        const expected = oracle.scenario(
          filled.map(([contribution, heads]) => ({
            contribution: BigInt(contribution),
            heads: byHeads ? BigInt(heads) : 1n,
          })),
          tried.map(([r, s]) => ({ rate: r, ...(leaving && { leave: s }) })) as [oracle.Trial],
        );
        const rows = records(
          call(functions, "FUND.SCENARIO", {
            contributions: members.map((member) => [member ? member[0] / 100 : null]),
            rates: tried.map(([r]) => [Number(r)]),
            members: byHeads ? members.map((member) => [member?.[1] ?? null]) : null,
            leave: leaving ? tried.map(([, s]) => [Number(s)]) : null,
          }),
        );
        const euros = (amount: bigint | undefined) => (amount === undefined ? "" : Number(amount) / 100);
        expect(rows).toEqual(
          expected.map(({ feeIncome, feePerMember, difference, breakEven }, row) => ({
            rate: Number(tried[row]![0]),
            "fee income": euros(feeIncome),
            "fee per member": euros(feePerMember),
            difference: euros(difference),
            ...(leaving && {
              leave: Number(tried[row]![1]),
              "break even leave": breakEven === undefined ? "" : (expect.closeTo(Number(breakEven) / 1e9, 8) as number),
            }),
          })),
        );
      }),
      RUNS,
    );
  });

  test("INASTI.DUEDATE, of whoever begins too", () => {
    // About the start, so that the first quarters are often asked.
    const about = fc.option(fc.integer({ min: -300, max: 500 }), { nil: undefined });
    const starting = fc.option(fc.integer({ min: day(2015, 1, 1), max: day(2018, 12, 31) }), {
      nil: undefined,
      freq: 8,
    });
    fc.assert(
      fc.property(starting, fc.integer({ min: -1, max: 3 }), about, about, (s, quarters, sent, joined) => {
        const from = s ?? day(2016, 5, 1);
        const at = quarterOf(from) + quarters;
        const on = (days: number | undefined) => (days === undefined ? undefined : from + days);
        const [noticeSent, affiliated] = [on(sent), on(joined)];
        const [y, q] = [yearOf(at), quarterOfYear(at)];
        const due = call(functions, "INASTI.DUEDATE", { year: y, quarter: q, start: s, noticeSent, affiliated });
        const expected = oracle.dueDate(y, q, {
          start: isoOf(s),
          noticeSent: isoOf(noticeSent),
          affiliated: isoOf(affiliated),
        });
        const told = oracle.isRefusal(expected) ? expected.refusal : expected;
        expect(typeof due === "number" ? iso(due) : due).toBe(told);
      }),
      RUNS,
    );
  });

  test("INASTI.SURCHARGE, also with part payments", () => {
    const dueDay = fc.integer({ min: day(2015, 1, 1), max: day(oracle.LAST_YEAR, 12, 31) });
    const later = fc.integer({ min: -100, max: 1500 });
    const optionalDay = fc.option(fc.integer({ min: day(2015, 1, 1), max: day(2030, 12, 31) }), { nil: undefined });
    fc.assert(
      fc.property(
        positive,
        dueDay,
        fc.array(fc.tuple(later, fc.nat(100))),
        later,
        optionalDay,
        optionalDay,
        (amount, due, parts, last, firstClaimed, summoned) => {
          const paid = parts.map(([days, share]) => [due + days, Math.floor((amount * share) / 300)] as const);
          const rest = amount - paid.reduce((sum, [, part]) => sum + part, 0);
          const all = [...paid, [due + last, rest] as const].filter(([, part]) => part >= 0);
          const expected = oracle.surcharge(
            BigInt(amount),
            iso(due),
            all.map(([on, part]) => ({ day: iso(on), amount: BigInt(part) })),
            { firstClaimed: isoOf(firstClaimed), summoned: isoOf(summoned) },
          );
          const range = all.map(([on, part]) => [on, part / 100]);
          expect(ask("INASTI.SURCHARGE", { amount: amount / 100, due, paid: range, firstClaimed, summoned })).toBe(
            told(expected),
          );
        },
      ),
      RUNS,
    );
  });

  test("INASTI.REDUCTIONSURCHARGE", () => {
    const amounts = fc.integer({ min: 0, max: 20_000_00 });
    fc.assert(
      fc.property(
        amounts,
        amounts,
        amounts,
        fc.integer({ min: 2015, max: oracle.LAST_YEAR }),
        fc.nat(1500),
        (final, reduced, n3, y, days) => {
          const paid = day(y, 6, 30) + days;
          const inputs = { final: final / 100, reduced: reduced / 100, provisionalN3: n3 / 100, year: y, paid };
          expect(ask("INASTI.REDUCTIONSURCHARGE", inputs)).toBe(
            told(oracle.reductionSurcharge(BigInt(final), BigInt(reduced), BigInt(n3), y, iso(paid))),
          );
        },
      ),
      RUNS,
    );
  });

  const incomes = fc.array(income, { minLength: 1, maxLength: 8 });
  const column = (amounts: readonly number[]) => amounts.map((amount) => [amount / 100]);
  const big = (amounts: readonly number[]) => amounts.map(BigInt);

  /** Of a few years; of the others nobody expected anything else. */
  const estimates = fc.array(fc.option(income, { nil: undefined }), { maxLength: 8 });
  type Estimates = readonly (number | undefined)[];
  const optionalColumn = (amounts: Estimates) => amounts.map((amount) => [amount === undefined ? null : amount / 100]);
  const optionalBig = (amounts: Estimates) => amounts.map((one) => (one === undefined ? undefined : BigInt(one)));

  const basis = fc.constantFrom("income" as const, "profit" as const, undefined);

  test("INASTI.PROJECT", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2015, max: oracle.LAST_YEAR + 4 }),
        incomes,
        category,
        start,
        indexation,
        fund,
        fc.array(income, { maxLength: 6 }),
        estimates,
        basis,
        (y, list, c, s, g, f, earlier, expectedOf, b) => {
          const expecting = list.map((_, index) => expectedOf[index]);
          const inputs = {
            firstYear: y,
            incomes: column(list),
            category: c,
            start: s,
            indexation: number(g),
            fund: number(f),
            earlierIncomes: column(earlier),
            estimates: optionalColumn(expecting),
            basis: b,
          };
          const expected = oracle.project(y, big(list), c, {
            start: isoOf(s),
            indexation: g,
            fund: f,
            earlierIncomes: big(earlier),
            estimates: optionalBig(expecting),
            basis: b,
          });
          const rows = records(call(functions, "INASTI.PROJECT", inputs));
          const names = ["income", "provisional", "final", "settlement", "fee", "cash out", "deductible"];
          expect(
            rows.map((row) => [row["year"], row["year of settlement"], ...names.map((name) => shown(row[name]))]),
          ).toEqual(
            expected.map((one) => [
              one.year,
              one.settledIn,
              ...[one.income, one.provisional, one.final, one.settlement, one.fee, one.cashOut, one.deductible].map(
                told,
              ),
            ]),
          );
          expect(rows.map((row) => row["profit"])).toEqual(list.map((one) => (b === "profit" ? one / 100 : undefined)));
        },
      ),
      { numRuns: 800 },
    );
  });

  const status = fc.oneof(
    { weight: 4, arbitrary: category },
    { weight: 1, arbitrary: fc.constantFrom(...CAREER_WORDS) },
    { weight: 1, arbitrary: fc.constantFrom("sick" as const, AFTER_SICKNESS) },
  );
  // Neighbouring days as often as distant ones: a sickness of some weeks may free no quarter.
  const gap = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 1200 }));
  const careerRows = fc
    .tuple(
      fc.integer({ min: day(2013, 1, 1), max: day(2024, 12, 31) }),
      fc.array(fc.tuple(gap, status), { minLength: 1, maxLength: 9 }),
    )
    .map(([first, list]) => {
      let from = first;
      return list.map(([days, of]) => [(from += days), of] as const);
    });
  test("INASTI.CAREER", () => {
    fc.assert(
      fc.property(
        careerRows,
        fc.integer({ min: 2015, max: oracle.LAST_YEAR }),
        incomes,
        indexation,
        fund,
        fc.array(income, { maxLength: 4 }),
        estimates,
        (career, y, list, g, f, earlier, expectedOf) => {
          const expecting = list.map((_, index) => expectedOf[index]);
          const inputs = {
            career,
            firstYear: y,
            incomes: column(list),
            indexation: number(g),
            fund: number(f),
            earlierIncomes: column(earlier),
            estimates: optionalColumn(expecting),
          };
          const expected = oracle.career(
            career.map(([from, of]) => ({ from: iso(from), category: of })),
            y,
            big(list),
            { indexation: g, fund: f, earlierIncomes: big(earlier), estimates: optionalBig(expecting) },
          );
          const answer = call(functions, "INASTI.CAREER", inputs);
          if (oracle.isRefusal(expected)) {
            // An exempt time that interrupts nothing, or a row after death.
            expect(shown(answer)).toBe(expected.refusal);
            return;
          }
          const rows = records(answer);
          const names = ["annualised", "provisional", "final", "fee", "total"];
          expect(
            rows.map((row) => [
              ...["year", "quarter", "category", "quarters"].map((name) => row[name]),
              ...names.map((name) => shown(row[name])),
            ]),
          ).toEqual(
            expected.map((one) => [
              ...[one.year, one.quarter, one.category, one.quarters],
              one.annualised === null ? "" : told(one.annualised),
              ...[one.provisional, one.final, one.fee, one.total].map(told),
            ]),
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("INASTI.CASHFLOW", () => {
    const last = fc.option(startDay, { nil: undefined });
    fc.assert(
      fc.property(
        careerRows,
        fc.integer({ min: 2015, max: oracle.LAST_YEAR }),
        incomes,
        fc.tuple(indexation, fund, basis, last, fc.option(fc.constantFrom(1, 2, 3, 4), { nil: undefined })),
        fc.array(income, { maxLength: 6 }),
        estimates,
        (career, y, list, [g, f, b, until, settlementQuarter], earlier, expectedOf) => {
          const expecting = list.map((_, index) => expectedOf[index]);
          const inputs = {
            career,
            firstYear: y,
            incomes: column(list),
            indexation: number(g),
            fund: number(f),
            earlierIncomes: column(earlier),
            until,
            settlementQuarter,
            estimates: optionalColumn(expecting),
            basis: b,
          };
          const expected = oracle.cashflow(
            career.map(([from, of]) => ({ from: iso(from), category: of })),
            y,
            big(list),
            {
              indexation: g,
              fund: f,
              earlierIncomes: big(earlier),
              until: isoOf(until),
              settlementQuarter,
              estimates: optionalBig(expecting),
              basis: b,
            },
          );
          const answer = call(functions, "INASTI.CASHFLOW", inputs);
          if (oracle.isRefusal(expected)) {
            expect(shown(answer)).toBe(expected.refusal);
            return;
          }
          const names = ["contribution", "fee", "amount", "running total"];
          expect(
            records(answer).map((row) => [
              iso(row["due"] as number),
              ...["what", "year", "quarter", "category"].map((name) => row[name]),
              ...names.map((name) => shown(row[name])),
            ]),
          ).toEqual(
            expected.map((one) => [
              ...[one.due, one.what, one.year, one.quarter ?? "", one.category ?? ""],
              ...[one.contribution, one.fee, one.amount, one.runningTotal].map(told),
            ]),
          );
        },
      ),
      { numRuns: 800 },
    );
  });
});
