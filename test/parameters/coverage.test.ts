import { coverage, dated, parameterIds, SUBJECTS, type Subject } from "../../src/parameters";
import { civilDate, day, type Day } from "../../src/rules/calendar";
import { CellError, sourceFunctions } from "../setup/excel";
import { inTool } from "../tools/tool";

const functions = sourceFunctions();

/** Whether a question of that day or year has an answer; anything but an answer or #N/A is a defect. */
function answers(id: string, ...args: readonly unknown[]): boolean {
  try {
    const value = functions.get(id)!(...args);
    return value !== undefined;
  } catch (error) {
    if (error instanceof CellError && error.code === "#N/A") return false;
    throw error;
  }
}

const year = (on: Day): number => civilDate(on).year;
const has = (id: Parameters<typeof dated>[0], on: Day): boolean => (dated(id, on)?.value ?? null) !== null;

/** A question of each domain that its functions answer on a day, or do not. */
const ASKED: Record<Subject, (on: Day) => boolean> = {
  contributions: (on) => answers("INASTI.QUARTERLY", 40_000, "principal", year(on)),
  "bridging-right": (on) => answers("PASSERELLE.AMOUNT", on, true) && answers("PASSERELLE.AMOUNT", on, false),
  // The functions answer the latest earlier fee; in the data a year has its own or none.
  fees: (on) => parameterIds().some((id) => /^funds\.fee\.(?!market-)/.test(id) && has(id, on)),
  company: (on) => answers("COMPANY.CONTRIBUTION", 2_000_000, year(on)),
  benefits: (on) =>
    answers("BENEFIT.RATE", "sickness", on, "isolated") && answers("BENEFIT.RATE", "maternity", on, "from-week-5"),
  "supplementary-pension": (on) => answers("PENSION.PLCI", 40_000, year(on), "social", "contribution"),
  "minimum-pension": (on) => [false, true].every((household) => answers("PENSION.MINIMUM", on, 45, household)),
  "pensioner-ceilings": (on) => answers("PENSION.CEILING", year(on), "early"),
};

describe.each(SUBJECTS)("%s", (subject) => {
  const { from, to } = coverage[subject];
  const asked = (on: Day): boolean => {
    try {
      return ASKED[subject](on);
    } catch (error) {
      // A year that no function takes at all.
      if (error instanceof CellError && error.code === "#VALUE!") return false;
      throw error;
    }
  };

  test("is known on its first and last day, and neither the day before nor the day after", () => {
    expect([asked(from - 1), asked(from), asked(to), asked(to + 1)]).toEqual([false, true, true, false]);
  });
});

test("the domains do not all end on one day, which nobody may be told", () => {
  expect(new Set(SUBJECTS.map((subject) => coverage[subject].to)).size).toBeGreaterThan(1);
  expect(SUBJECTS).toHaveLength(8);
});

describe("INASTI.VERSION", () => {
  const table = functions.get("INASTI.VERSION")!() as unknown[][];

  test("begins with what it said before: versions, last year and last day of the contributions", () => {
    expect(table[0]!.slice(0, 4)).toEqual(["code version", "data version", "last year", "last day"]);
    const { to } = coverage.contributions;
    expect(table[1]).toEqual([expect.any(String), expect.any(String), year(to), to, "contributions", day(2015, 1, 1)]);
  });

  test("has a row a domain, with its own last and first day", () => {
    expect(table[0]!.slice(4)).toEqual(["domain", "first day"]);
    expect(table.slice(1).map(([, , lastYear, last, , first]) => [lastYear, last, first])).toEqual(
      SUBJECTS.map((subject) => [year(coverage[subject].to), coverage[subject].to, coverage[subject].from]),
    );
    expect(table.find((row) => row[4] === "benefits")![3]).toBe(coverage.benefits.to);
    expect(new Set(table.slice(1).map((row) => row.slice(0, 2).join(" "))).size).toBe(1);
  });
});

describe("the compiler", () => {
  type Row = { from: string; to?: string; confidence: string };
  const of = (parameters: Record<string, readonly Row[]>) => {
    const data = Object.entries(parameters).map(([id, values]) => [id, { id, values }]);
    return inTool<{ coverage: [string, unknown][]; problems: string[] }>(
      "parameters/coverage.mjs",
      `((problems) => ({ coverage: [...tool.coverageOf({ parameters: new Map(${JSON.stringify(data)}) }, problems)], problems }))([])`,
    );
  };
  const row = (from: string, to?: string, confidence = "official"): Row => ({ from, ...(to && { to }), confidence });

  test("takes the days that all figures of a domain have, and what nobody knows at the ends as none", () => {
    const small = [
      row("2015-01-01", "2015-12-31", "unknown"),
      row("2016-01-01", "2016-12-31"),
      row("2017-01-01", "2017-06-30"),
    ];
    const large = [row("2015-01-01", "2017-12-31"), row("2018-01-01", undefined, "unknown")];
    expect(
      of({ "company.contribution.small": small, "company.contribution.large": large, "company.threshold": large }),
    ).toEqual({ coverage: [["company", { from: "2016-01-01", to: "2017-06-30" }]], problems: [] });
  });

  test("takes the fees from the first year of a fund to the last of any", () => {
    const fees = { "funds.fee.a": [row("2015-01-01", "2015-12-31")], "funds.fee.b": [row("2018-01-01", "2019-12-31")] };
    expect(of({ ...fees, "funds.fee.c": [row("2015-01-01", undefined, "unknown")] })).toEqual({
      coverage: [["fees", { from: "2015-01-01", to: "2019-12-31" }]],
      problems: [],
    });
  });

  test("refuses a figure that nothing ends, and one that is missing", () => {
    const { problems } = of({
      "company.contribution.small": [row("2015-01-01")],
      "company.threshold": [row("2015-01-01", "2015-12-31")],
    });
    expect(problems).toEqual([
      "coverage of company: company.contribution.small needs a first and a last day",
      "coverage of company: company.contribution.large needs a first and a last day",
    ]);
  });
});
