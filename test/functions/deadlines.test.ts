import fc from "fast-check";
import { CATEGORIES } from "../../src/rules/contributions";
import { civilDate, day, type Day } from "../../src/rules/calendar";
import { OCCUPATIONS } from "../../src/rules/status";
import * as oracle from "../oracle";
import { call, records } from "../golden/harness";
import { CellError, sourceFunctions } from "../setup/excel";

/** Deadlines, status and exemptions as a cell asks for them against the independent oracle, on random days. */
const functions = sourceFunctions();
const RUNS = { numRuns: 1000 };

const shown = (answer: unknown): unknown => (answer instanceof CellError ? answer.code : answer);
const ask = (id: string, inputs: Record<string, unknown>): unknown => shown(call(functions, id, inputs));

const iso = (serial: Day): string => {
  const { year, month, day: of } = civilDate(serial);
  return [year, String(month).padStart(2, "0"), String(of).padStart(2, "0")].join("-");
};
const isoOf = (serial: Day | undefined): string | undefined => (serial === undefined ? undefined : iso(serial));
const serial = (text: string): Day => {
  const [year, month, of] = text.split("-").map(Number) as [number, number, number];
  return day(year, month, of);
};
/** What a cell holds for an answer of the oracle: a day, or the error. */
const told = (answer: oracle.Answer<string>): unknown => (oracle.isRefusal(answer) ? answer.refusal : serial(answer));

const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
const between = (first: number, last: number) => fc.integer({ min: day(first, 1, 1), max: day(last, 12, 31) });
/** Most of what can go wrong happens at the ends of quarters and years. */
const edges = (first: number, last: number) =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.constantFrom(1, 4, 7, 10), fc.integer({ min: -1, max: 1 }))
    .map(([year, month, days]) => day(year, month, 1) + days);
const days = (first: number, last: number) => fc.oneof(between(first, last), edges(first, last));

test("INASTI.SETTLEMENTDUE", () => {
  fc.assert(
    fc.property(days(2014, 2040), (sent) => {
      expect(ask("INASTI.SETTLEMENTDUE", { sent })).toBe(told(oracle.settlementDue(iso(sent))));
    }),
    RUNS,
  );
});

test("INASTI.DISPENSE and INASTI.DISPENSEFROM", () => {
  const kind = maybe(fc.constantFrom("provisional" as const, "settlement" as const));
  const question = fc.tuple(days(2017, 2035), kind, maybe(fc.nat(900)), maybe(fc.constantFrom(...CATEGORIES)));
  fc.assert(
    fc.property(question, fc.integer({ min: -60, max: 0 }), ([date, of, before, category], shift) => {
      const start = before === undefined ? undefined : date - before - shift;
      const inputs = { date, kind: of, start, category };
      const expected = oracle.dispense(iso(date), of, isoOf(start), category);
      const [from, last] = oracle.isRefusal(expected) ? [expected, expected] : [expected.from, expected.last];
      expect(ask("INASTI.DISPENSEFROM", inputs)).toBe(told(from));
      expect(ask("INASTI.DISPENSE", inputs)).toBe(told(last));
    }),
    { numRuns: 3000 },
  );
});

test("INASTI.PRESCRIPTION and COMPANY.PRESCRIPTION", () => {
  for (let year = 2010; year <= 2095; year++) {
    for (const kind of [undefined, "contribution", "settlement", "refund", "settlement-refund", "fine"])
      expect(ask("INASTI.PRESCRIPTION", { year, kind })).toBe(told(oracle.prescription(year, kind)));
    for (const kind of [undefined, "contribution", "refund"])
      expect(ask("COMPANY.PRESCRIPTION", { year, kind })).toBe(told(oracle.companyPrescription(year)));
  }
});

test("INASTI.AFFILIATION", () => {
  fc.assert(
    fc.property(days(2016, 2035), maybe(fc.integer({ min: -190, max: 30 })), (start, later) => {
      const affiliated = later === undefined ? undefined : start + later;
      const answer = call(functions, "INASTI.AFFILIATION", { start, affiliated });
      const expected = oracle.affiliation(iso(start), isoOf(affiliated));
      if (oracle.isRefusal(expected)) {
        expect(shown(answer)).toBe(expected.refusal);
        return;
      }
      expect(records(answer)).toEqual([
        {
          earliest: serial(expected.earliest),
          latest: serial(expected.latest),
          "in time": expected.inTime,
          "fine minimum": Number(expected.fineMinimum) / 100,
          "fine maximum": Number(expected.fineMaximum) / 100,
          "fine mitigated": Number(expected.fineMitigated) / 100,
        },
      ]);
    }),
    RUNS,
  );
});

test("INASTI.STATUSFROM", () => {
  fc.assert(
    fc.property(days(2010, 2040), fc.constantFrom("complementary", "principal", "student"), (event, direction) => {
      expect(ask("INASTI.STATUSFROM", { event, direction })).toBe(told(oracle.statusFrom(iso(event), direction)));
    }),
    RUNS,
  );
});

test("INASTI.STATUS", () => {
  const year = fc.oneof(fc.constantFrom(...oracle.MINIMUM_YEARS), fc.integer({ min: 2013, max: 2017 }));
  const near = (at: number) => fc.integer({ min: at - 2, max: at + 2 });
  const question = fc.record({
    occupation: fc.constantFrom(...OCCUPATIONS),
    workShare: maybe(fc.oneof(near(500), near(600), fc.integer({ min: 0, max: 1500 }))),
    daysPerYear: maybe(near(200)),
    monthsPerYear: maybe(near(8)),
    replacementIncome: maybe(fc.oneof(near(144_436), near(163_700), near(177_334), near(180_877))),
    year: maybe(year),
    secondHalf: fc.boolean(),
    hoursPerQuarter: maybe(near(235)),
    keepsPensionRights: maybe(fc.boolean()),
    incapacity: maybe(near(660)),
  });
  const euros = (amount: number | undefined) => (amount === undefined ? undefined : amount / 100);
  const share = (thousandths: number | undefined) => (thousandths === undefined ? undefined : thousandths / 1000);
  fc.assert(
    fc.property(question, ({ occupation, year: of, secondHalf, workShare, replacementIncome, incapacity, ...rest }) => {
      const inputs = {
        ...rest,
        occupation,
        workShare: share(workShare),
        replacementIncome: euros(replacementIncome),
        incapacity: share(incapacity),
        date: of === undefined ? undefined : day(of, secondHalf ? 7 : 6, secondHalf ? 1 : 30),
      };
      const expected = oracle.status(occupation, {
        ...rest,
        workShare,
        replacementIncome,
        incapacity,
        year: of,
        secondHalf,
      });
      expect(ask("INASTI.STATUS", inputs)).toBe(oracle.isRefusal(expected) ? expected.refusal : expected);
    }),
    { numRuns: 5000 },
  );
});

test("COMPANY.EXEMPTION", () => {
  const question = fc.record({
    ground: fc.constantFrom("starter", "dormant", "bankruptcy", "liquidation", "reorganisation"),
    since: fc.oneof(days(2013, 2027), fc.constantFrom(day(2018, 10, 31), day(2018, 11, 1))),
    later: maybe(fc.oneof(fc.integer({ min: -3, max: 1200 }), fc.constantFrom(364, 365, 366))),
    years: fc.integer({ min: -2, max: 4 }),
    form: maybe(fc.constantFrom("partnership", "share-company")),
    quarters: maybe(fc.oneof(fc.constantFrom(11, 12, 13, 40, 41), fc.nat(60))),
  });
  fc.assert(
    fc.property(question, ({ since, later, years, ...rest }) => {
      const year = civilDate(since).year + years;
      const until = later === undefined ? undefined : since + later;
      const expected = oracle.companyExemption({ ...rest, since: iso(since), year, until: isoOf(until) });
      expect(ask("COMPANY.EXEMPTION", { ...rest, since, year, until })).toBe(
        oracle.isRefusal(expected) ? expected.refusal : expected,
      );
    }),
    { numRuns: 5000 },
  );
});

describe("common words and names", () => {
  test.each([
    ["accident du travail", "arbeidsongeval", "Arbeitsunfall", "occupational disease"],
    ["maladie professionnelle", "beroepsziekte", "Berufskrankheit", "accident at work"],
  ])("an accident: %s, %s, %s, %s", (...words) => {
    for (const occupation of words)
      expect(
        ask("INASTI.STATUS", { occupation, incapacity: 0.66, replacementIncome: 1900, date: day(2025, 6, 1) }),
      ).toBe("complementary");
  });

  test.each([
    ["congé parental", "ouderschapsverlof", "Elternurlaub", "parental leave"],
    ["congé thématique", "palliatief verlof", "Palliativurlaub", "thematic leave"],
    ["indemnité de préavis", "opzegvergoeding", "Kündigungsentschädigung", "notice indemnity"],
    ["indemnité de rupture", "verbrekingsvergoeding", "Entlassungsentschädigung", "severance pay"],
  ])("rights that are kept: %s, %s, %s, %s", (...words) => {
    for (const occupation of words) expect(ask("INASTI.STATUS", { occupation })).toBe("complementary");
  });

  test.each(["crédit-temps", "tijdskrediet", "Zeitkredit", "loopbaanonderbreking", "interruption de carrière"])(
    "time credit: %s",
    (occupation) => {
      expect(ask("INASTI.STATUS", { occupation, keepsPensionRights: "oui" })).toBe("complementary");
      expect(ask("INASTI.STATUS", { occupation })).toBe("#N/A");
    },
  );

  test("directions, claims, grounds and legal forms", () => {
    const event = day(2026, 6, 30);
    expect(ask("INASTI.STATUSFROM", { event, direction: "bijberoep" })).toBe(day(2026, 7, 1));
    expect(ask("INASTI.STATUSFROM", { event, direction: "Hauptberuf" })).toBe(day(2026, 4, 1));
    expect(ask("INASTI.PRESCRIPTION", { year: 2020, kind: "terugbetaling na regularisatie" })).toBe(day(2027, 12, 31));
    expect(ask("INASTI.DISPENSE", { date: day(2026, 5, 12), kind: "décompte" })).toBe(day(2027, 6, 30));
    for (const form of ["bv", "SRL", "bvba", "s.p.r.l.", "cv", "SC", "vof", "SNC", "Comm.V", "SComm"])
      expect([form, exempt(form)]).toEqual([form, true]);
    for (const form of ["NV", "s.a.", "CVA", "SCA", "Kapitalgesellschaft"])
      expect([form, exempt(form)]).toEqual([form, false]);
    for (const ground of ["faillite", "vereffening", "réorganisation judiciaire", "Konkurs"])
      expect(ask("COMPANY.EXEMPTION", { ground, since: day(2024, 5, 1), year: 2024 })).toBe(true);
  });

  const exempt = (form: string): unknown =>
    ask("COMPANY.EXEMPTION", { ground: "starter", since: day(2024, 5, 1), year: 2024, form, quarters: 0 });
});
