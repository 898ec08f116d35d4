import { CellError, sourceFunctions } from "../setup/excel";
import { records } from "../golden/harness";

const functions = sourceFunctions();
const scenario = (contributions: unknown, rates: unknown, members: unknown = null, leave: unknown = null) =>
  functions.get("FUND.SCENARIO")!(contributions, rates, members, leave) as unknown[][];
const switchDate = (...args: unknown[]) => functions.get("FUND.SWITCH")!(...args);

describe("FUND.SCENARIO", () => {
  test("a row a rate, in the order given; one quarter of all members", () => {
    // 871.71: 26.59 at 3.05 %, 34.43 at 3.95 %; 2,050: 62.53 (62.525) and 80.98 (80.975).
    expect(scenario([[871.71], [2050]], [[0.0305], [0.0395]])).toEqual([
      ["rate", "fee income", "fee per member", "difference"],
      [0.0305, 89.12, 44.56, 0],
      [0.0395, 115.41, 57.71, 26.29],
    ]);
  });

  test("ranges are read by rows; a blank is no member, 0 is one", () => {
    const [, row] = scenario(
      [
        [1000, null],
        ["", 0],
      ],
      [[0.04, 0.05]],
    );
    expect(row).toEqual([0.04, 40, 20, 0]);
    expect(scenario([[1000, null, 0]], [[0.04, null, 0.05]])).toHaveLength(3);
  });

  test("a rate as people type it", () => {
    expect(records(scenario([[1000]], [["0,0305"], ["3,05 %"]])).map((row) => row["fee income"])).toEqual([30.5, 30.5]);
  });

  test.each([
    ["text", "three percent", "three percent"],
    ["negative", -0.01, -0.01],
    ["a percentage", 3.05, 3.05],
    ["above a tenth", 0.1001, 0.1001],
    ["boolean", true, true],
  ])("a rate that is %s is an error in the results of its row", (_, rate, given) => {
    const [, first, bad, last] = scenario([[1000]], [[0.03], [rate], [0.04]]);
    expect(first).toEqual([0.03, 30, 30, 0]);
    expect(bad).toEqual([given, expect.any(CellError), expect.any(CellError), expect.any(CellError)]);
    expect(bad!.slice(1).map((error) => (error as CellError).code)).toEqual(Array(3).fill("#VALUE!"));
    expect(last).toEqual([0.04, 40, 40, 10]);
  });

  test("without a first rate there is no difference", () => {
    const [, , second] = scenario([[1000]], [["none"], [0.04]]);
    expect(second).toEqual([0.04, 40, 40, expect.any(CellError)]);
  });

  test("heads at each contribution are paired by cell; a blank contribution takes its heads with it", () => {
    // 100 × 30.50, and 10 × 27.16 of 890.42.
    expect(scenario([1000, null, 890.42], 0.0305, [100, "many", 10])[1]).toEqual([0.0305, 3321.6, 30.2, 0]);
    expect(scenario([1000, 890.42], 0.0305, 3)[1]).toEqual([0.0305, 172.98, 28.83, 0]);
    expect(scenario([1000], 0.03, 0)[1]).toEqual([0.03, 0, "", 0]);
    expect(() => scenario([1000, 2000], 0.03, [[1], [null]])).toThrow("members[2] is missing.");
    expect(() => scenario([1000, 2000], 0.03, [1, 2, 3])).toThrow(/members must hold one value or 2 values/);
  });

  test("a share that leaves, and the one at which a rate breaks even with the first row as shown", () => {
    expect(scenario([1000], [0.03, null, 0.04], null, [0, 1, 0.25])).toEqual([
      ["rate", "fee income", "fee per member", "difference", "leave", "break even leave"],
      [0.03, 30, 30, 0, 0, 0],
      [0.04, 30, 40, 0, 0.25, 0.25],
    ]);
    // A tenth of the members leaves already at the first rate.
    expect(scenario([1000], [0.04, 0.03], null, 0.1).slice(1)).toEqual([
      [0.04, 36, 40, 0, 0.1, 0.1],
      [0.03, 27, 30, -9, 0.1, -0.2],
    ]);
    expect(scenario([0], [0.03], null, 0)[1]).toEqual([0.03, 0, 0, 0, 0, ""]);
    expect(() => scenario([1000], [0.03, 0.04], null, [0, 1.5])).toThrow(/leave\[2\] must lie between 0 and 1/);
    expect(() => scenario([1000], [0.03, 0.04], null, [0, null])).toThrow("leave[2] is missing.");
  });

  test("a bad rate has its share, and no break-even; without a first rate nobody has one", () => {
    const [, first, second] = scenario([1000], ["none", 0.04], null, [0.5, 0]);
    const error = expect.any(CellError) as unknown;
    expect(first).toEqual(["none", error, error, error, 0.5, error]);
    expect(second).toEqual([0.04, 40, 40, error, 0, error]);
  });

  test("what is left is exact where a share has more digits than a double", () => {
    // 1 − 0.000000000000000123 of 80,000,000,000.00 is a thousandth of a cent less.
    expect(scenario([1e9], 0.1, 800, 1.23e-16)[1]).toEqual([0.1, 8e10, 1e8, 0, 1.23e-16, 0]);
  });

  test("an error among the rates shows as an error", () => {
    const [, row] = scenario([[1000]], [[{ type: "Error", basicValue: "#N/A" }]]);
    expect(row).toEqual(Array(4).fill(expect.any(CellError)));
  });
});

describe("INASTI.SOURCE of a fund's fee", () => {
  const source = (name: string, date: number) => records(functions.get("INASTI.SOURCE")!(name, date))[0];
  const [in2025, in2026] = [45_809, 46_174];

  // 2025 is the last year with a figure of UCM (two publications); a year without one answers with it, on one hint at best.
  test("is that of the latest year with a figure, and says so", () => {
    expect(source("funds.fee.ucm", in2025)).toMatchObject({ confidence: "two sources", from: 45_658, to: 46_022 });
    expect(source("funds.fee.ucm", in2026)).toMatchObject({ confidence: "derived", from: 46_023, to: 46_387 });
    expect(source("funds.fee.securex", in2026)).toMatchObject({ confidence: "one source", from: 45_658, to: 46_022 });
  });

  // Group S: 2023, deduced from printed amounts; that stays what it is.
  test("keeps a derived figure derived", () => {
    expect(source("funds.fee.group-s", in2026)).toMatchObject({ confidence: "derived", from: 44_927, to: 45_291 });
  });

  test("has none before the first figure, nor where none is published", () => {
    expect(() => source("funds.fee.ucm", 43_831)).toThrow("not covered before 01/01/2021");
    expect(() => source("funds.fee.avixi", in2026)).toThrow("No published figure");
  });
});

describe("FUND.SWITCH", () => {
  // 2022-02-15 → 2026-01-01.
  const [since, change] = [44_607, 46_023];

  test.each([null, true, "TRUE", "vrai", "WAAR", "wahr", 1])("%p: nothing remains due", (upToDate) => {
    expect(switchDate(since, null, null, upToDate)).toBe(change);
  });

  test.each([false, "FALSE", "faux", "onwaar", "falsch", 0])("%p: something remains due", (upToDate) => {
    expect(() => switchDate(since, null, null, upToDate)).toThrow("claimed and payable");
  });

  test.each([null, "person", "personne", "Persoon"])("%p is a person", (kind) => {
    expect(switchDate(since, null, kind)).toBe(change);
  });

  test("a spouse is told whose dates count", () => {
    expect(() => switchDate(since, null, "conjoint aidant")).toThrow("helped person");
  });

  test("a company after March hears both readings", () => {
    expect(() => switchDate(since + 90, null, "société")).toThrow(/1\/0?1\/2025 or 0?1\/0?1\/2026/);
  });

  test("arguments without effect must be legal all the same", () => {
    expect(switchDate(since, null, "company", true, 1990, 1990)).toBe(45_658);
    expect(() => switchDate(since, null, "company", true, 2030.5)).toThrow("whole");
  });
});
