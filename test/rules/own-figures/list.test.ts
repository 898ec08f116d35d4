import fc from "fast-check";
import { day } from "../../../src/rules/calendar";
import { caughtUp, implausible } from "../../../src/rules/figure-upkeep";
import { readList, requireUnknown, writeList } from "../../../src/rules/own-figures";
import { attempt, Refusal } from "../../../src/rules/refusal";

const NUMERATOR = {
  parameter: "contributions.index.numerator",
  from: "2027-01-01",
  to: "2027-12-31",
  value: "690.00",
  source: "Moniteur belge, 20/12/2026",
};

const list = (...figures: unknown[]): string => JSON.stringify({ format: "statut-social own figures 1", figures });

const refusalOf = (text: string): string => {
  const read = attempt(() => readList(text));
  if (!(read instanceof Refusal)) return "none";
  const { why } = read.facts;
  return why instanceof Refusal ? why.key : read.key;
};

test("a list is read as it was written", () => {
  const figures = readList(
    list(NUMERATOR, { ...NUMERATOR, parameter: "contributions.revaluation.denominator", value: "650.2" }),
  );
  expect(figures[0]).toEqual({
    id: "contributions.index.numerator",
    from: day(2027, 1, 1),
    to: day(2027, 12, 31),
    value: 69_000,
    source: "Moniteur belge, 20/12/2026",
  });
  expect(readList(writeList(figures))).toEqual(figures);
});

test.each([
  ["no JSON", "{", "own-file"],
  ["another format", JSON.stringify({ format: "x", figures: [] }), "own-file"],
  ["no list", JSON.stringify({ format: "statut-social own figures 1", figures: {} }), "own-file"],
  ["no figure", list(null), "own-file"],
  ["a number for a text", list({ ...NUMERATOR, value: 690 }), "own-file"],
  ["no parameter", list({ ...NUMERATOR, parameter: "contributions.index" }), "unknown-parameter"],
  ["the name of a prototype", list({ ...NUMERATOR, parameter: "__proto__.constructor" }), "unknown-parameter"],
  ["a word's parameter", list({ ...NUMERATOR, parameter: "benefits.index.last-confirmed-day" }), "own-unit"],
  ["no such day", list({ ...NUMERATOR, from: "2027-02-30" }), "not-a-date"],
  ["a day before the system", list({ ...NUMERATOR, from: "1999-01-01" }), "own-day"],
  ["days the wrong way round", list({ ...NUMERATOR, from: "2027-12-31", to: "2027-01-01" }), "own-order"],
  ["half a year", list({ ...NUMERATOR, to: "2027-06-30" }), "own-year"],
  ["two years", list({ ...NUMERATOR, to: "2028-12-31" }), "own-year"],
  ["words for a value", list({ ...NUMERATOR, value: "abc" }), "not-a-number"],
  ["an exponent", list({ ...NUMERATOR, value: "1e308" }), "not-a-number"],
  ["no end of digits", list({ ...NUMERATOR, value: "690.001" }), "own-decimals"],
  ["nothing", list({ ...NUMERATOR, value: "0" }), "own-range"],
  ["less than nothing", list({ ...NUMERATOR, value: "-690" }), "own-range"],
  ["too much", list({ ...NUMERATOR, value: "999999999999" }), "own-range"],
  ["a fee of 3 instead of 3 %", list({ ...NUMERATOR, parameter: "funds.fee.acerta", value: "3" }), "own-range"],
  ["no source", list({ ...NUMERATOR, source: " " }), "own-source"],
  ["a source without end", list({ ...NUMERATOR, source: "x".repeat(301) }), "own-source-long"],
  ["two on one day", list(NUMERATOR, NUMERATOR), "own-overlap"],
  ["too many", list(...Array.from({ length: 501 }, () => NUMERATOR)), "own-too-many"],
  [
    "fewer index steps than are known",
    list({ ...NUMERATOR, parameter: "benefits.index.rank", value: "29" }),
    "own-range",
  ],
])("%s is refused", (_, text, key) => expect(refusalOf(text)).toBe(key));

test("index steps do not fall", () => {
  const step = (from: string, to: string, value: string) => ({
    ...NUMERATOR,
    parameter: "benefits.index.rank",
    from,
    to,
    value,
  });
  expect(refusalOf(list(step("2026-12-01", "2027-02-28", "30"), step("2027-03-01", "2027-06-30", "31")))).toBe("none");
  expect(refusalOf(list(step("2026-12-01", "2027-02-28", "31"), step("2027-03-01", "2027-06-30", "30")))).toBe(
    "own-rank",
  );
});

test("a figure that the data have is a correction, or is refused where it is typed", () => {
  const [own] = readList(list({ ...NUMERATOR, from: "2026-01-01", to: "2026-12-31", value: "676.51" }));
  expect(attempt(() => requireUnknown(own!))).toMatchObject({ key: "own-known" });
  expect(attempt(() => requireUnknown({ ...own!, correction: true }))).toBeUndefined();
});

test("what the data have by now is told, equal or not; a correction is meant to differ", () => {
  const of2026 = (value: string, correction?: true) =>
    readList(list({ ...NUMERATOR, from: "2026-01-01", to: "2026-12-31", value, ...(correction && { correction }) }));
  expect(caughtUp(readList(list(NUMERATOR)))).toEqual([]);
  // Published: 676.50.
  expect(caughtUp(of2026("676.50"))).toMatchObject([{ isEqual: true, known: { value: 67_650 } }]);
  expect(caughtUp(of2026("676.51"))).toMatchObject([{ isEqual: false, known: { value: 67_650 } }]);
  expect(caughtUp(of2026("676.51", true))).toEqual([]);
});

test("a tenth off the last value is asked about", () => {
  const off = (value: string) => implausible(readList(list({ ...NUMERATOR, value }))[0]!)?.value;
  // 676.50 in 2026.
  expect(off("690.00")).toBeUndefined();
  expect(off("744.14")).toBeUndefined();
  expect(off("744.15")).toBe(67_650);
  expect(off("608.85")).toBe(67_650);
});

test("whatever a list holds is a list of figures or a refusal", () => {
  const word = fc.constantFrom(
    "__proto__",
    "constructor",
    "1e308",
    "NaN",
    "",
    "2027-01-01",
    "2027-12-31",
    "0.5",
    "690",
  );
  const id = fc.constantFrom(
    NUMERATOR.parameter,
    "funds.fee.acerta",
    "benefits.index.rank",
    "benefits.sickness.isolated",
  );
  const entry = fc.record(
    { parameter: fc.oneof(id, word), from: word, to: word, value: word, source: word, correction: fc.boolean() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.oneof(entry, fc.anything())).map((all) => list(...all)),
        fc.string(),
      ),
      (text) => {
        const read = attempt(() => readList(text));
        if (!(read instanceof Refusal)) expect(readList(writeList(read))).toEqual(read);
      },
    ),
    { numRuns: 10_000 },
  );
});
