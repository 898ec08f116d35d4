import { day, quarter } from "../../../src/rules/calendar";
import { career, type CareerChange, Incomes } from "../../../src/rules/projection";
import { attempt } from "../../../src/rules/refusal";

/** 2023 and 2024. */
const lived = (income: number, ...changes: CareerChange[]) =>
  career(new Incomes(2023, [income, income]), { career: changes });

test("two changes on one day are in no order", () => {
  const on = day(2023, 1, 1);
  const changes = [
    { from: on, status: "principal" },
    { from: on, status: "complementary" },
  ] as const;
  expect(attempt(() => lived(20_000_00, ...changes))).toMatchObject({ key: "career-not-rising" });
});

test("who was principal in the twenty quarters before is no primostarter: the first such quarter is named", () => {
  const [first] = lived(
    20_000_00,
    { from: day(2017, 1, 1), status: "principal" },
    { from: day(2021, 1, 1), status: "none" },
    { from: day(2023, 1, 1), status: "primostarter" },
  ).value;
  expect(first!.final).toMatchObject({
    key: "career-no-primostarter",
    facts: { first: { quarter: quarter(2023, 1) }, before: { quarter: quarter(2018, 1) }, count: 20 },
  });
});

// law/contributions.md, sections 2 and 4.2: the reduction in the first quarter, the lower floor in four.
describe("quarters are counted from the first one in the category", () => {
  test("a primostarter without income", () => {
    const { value } = lived(0, { from: day(2023, 4, 1), status: "primostarter" });
    expect(value.map(({ final }) => final)).toEqual([
      0,
      434_28 - 111_94,
      434_28,
      434_28,
      446_25,
      864_15,
      864_15,
      864_15,
    ]);
  });

  test.each([
    ["who begins", []],
    ["who changes", [{ from: day(2022, 1, 1), status: "principal" }]],
  ] as const)("a maxi spouse %s, whose first quarter might be reduced", (_, before) => {
    const { value, way } = lived(20_000_00, ...before, { from: day(2023, 4, 1), status: "spouse-maxi" });
    const named = value.map((_row, row) =>
      way({ row, column: 0 })
        .flatMap(({ steps = [] }) => steps)
        .some(({ step }) => step === "maxi-starter"),
    );
    expect(named).toEqual(value.map((_row, row) => row === 1));
  });
});

// law/contributions.md, section 10: the worked table of lives with sickness, a pension and a death.
describe("a worked life, principal since 2010", () => {
  type Told = readonly [
    row: string,
    category: string,
    n: number,
    annualised: number,
    provisional: number,
    final: number,
  ];
  const on = (text: string) => day(...(text.split("-").map(Number) as [number, number, number]));

  const LIVES: readonly (readonly [
    what: string,
    rows: string,
    firstYear: number,
    incomes: readonly number[],
    ...quarters: Told[],
  ])[] = [
    [
      "ill for two whole quarters: the return is a start",
      "2021-07-01 sick, 2022-01-01 principal",
      2021,
      [15_000, 30_000],
      ["2021Q1", "principal", 2, 30_000, 1060.53, 1537.5],
      ["2021Q2", "principal", 2, 30_000, 1060.53, 1537.5],
      ["2021Q3", "sick", 2, 30_000, 0, 0],
      ["2021Q4", "sick", 2, 30_000, 0, 0],
      ["2022Q1", "principal", 4, 30_000, 751.25, 1537.5],
      ["2022Q4", "principal", 4, 30_000, 751.25, 1537.5],
    ],
    [
      "ill from the first month, after some activity",
      "2024-01-20 sick, 2024-08-10 principal",
      2024,
      [18_000],
      ["2024Q1", "exempt", 3, 24_000, 0, 0],
      ["2024Q2", "sick", 3, 24_000, 0, 0],
      ["2024Q3", "principal", 3, 24_000, 864.15, 1230],
      ["2024Q4", "principal", 3, 24_000, 864.15, 1230],
    ],
    [
      "ill from the second month, back in the third",
      "2025-02-03 sick, 2025-09-15 principal",
      2025,
      [18_000],
      ["2025Q1", "principal", 3, 24_000, 1119.64, 1230],
      ["2025Q2", "sick", 3, 24_000, 0, 0],
      ["2025Q3", "exempt", 3, 24_000, 0, 0],
      ["2025Q4", "principal", 3, 24_000, 871.71, 1230],
    ],
    [
      "back in the third month of the quarter in which it began",
      "2025-01-10 sick, 2025-03-15 principal",
      2025,
      [18_000],
      ["2025Q1", "exempt", 4, 18_000, 0, 0],
      ["2025Q2", "principal", 4, 18_000, 1119.64, 922.5],
    ],
    [
      "back in the second month: no quarter is assimilated",
      "2025-01-10 sick, 2025-02-20 principal",
      2025,
      [18_000],
      ["2025Q1", "principal", 4, 18_000, 1119.64, 922.5],
    ],
    [
      "two quarters, each with some activity: no start",
      "2025-01-10 sick, 2025-06-15 principal",
      2025,
      [18_000],
      ["2025Q1", "exempt", 4, 18_000, 0, 0],
      ["2025Q2", "exempt", 4, 18_000, 0, 0],
      ["2025Q3", "principal", 4, 18_000, 1119.64, 922.5],
      ["2025Q4", "principal", 4, 18_000, 1119.64, 922.5],
    ],
    [
      "still ill",
      "2025-05-10 sick",
      2025,
      [9000, 0],
      ["2025Q2", "principal", 2, 18_000, 1119.64, 922.5],
      ["2025Q3", "sick", 2, 18_000, 0, 0],
      ["2026Q1", "sick", 0, NaN, 0, 0],
    ],
    [
      "ill to the end of the activity",
      "2025-02-03 sick, 2025-11-21 none",
      2025,
      [18_000],
      ["2025Q1", "principal", 1, 72_000, 1119.64, 3690],
      ["2025Q4", "sick", 1, 72_000, 0, 0],
    ],
    [
      "a primostarter after sickness",
      "2024-05-10 sick, 2025-01-15 primostarter-after-sickness",
      2025,
      [5000, 5000],
      ["2025Q1", "primostarter-after-sickness", 4, 5000, 871.71, 450.15],
      ["2026Q1", "primostarter-after-sickness", 4, 5000, 890.42, 890.42],
    ],
    [
      "the quarter of the pension",
      "2021-04-16 pension-stop",
      2021,
      [15_000],
      ["2021Q1", "principal", 2, 30_000, 1060.53, 1537.5],
      ["2021Q2", "pension-stop", 2, 30_000, 0, 0],
      ["2021Q3", "none", 2, 30_000, 0, 0],
    ],
    [
      "a pension from the first day of a quarter",
      "2026-04-01 pension-stop",
      2026,
      [9000],
      ["2026Q1", "principal", 1, 36_000, 1099.17, 1845],
      ["2026Q2", "none", 1, 36_000, 0, 0],
    ],
    [
      "active to the last day of the quarter of the pension age",
      "2026-03-31 pension-stop",
      2026,
      [9000],
      ["2026Q1", "pension-stop", 1, 36_000, 0, 0],
    ],
    [
      "the quarter of death",
      "2021-08-20 death",
      2021,
      [15_000],
      ["2021Q2", "principal", 3, 20_000, 1060.53, 1025],
      ["2021Q3", "death", 3, 20_000, 0, 0],
      ["2021Q4", "none", 3, 20_000, 0, 0],
    ],
  ];

  test.each(LIVES.map((one) => [one[0], one] as const))("%s", (_, [, rows, firstYear, incomes, ...quarters]) => {
    const changes = rows.split(", ").map((row) => {
      const [from, status] = row.split(" ") as [string, CareerChange["status"]];
      return { from: on(from), status };
    });
    const life = career(
      new Incomes(
        firstYear,
        incomes.map((income) => income * 100),
        [20_000_00, 25_000_00, 28_000_00],
      ),
      { career: [{ from: day(2010, 1, 1), status: "principal" }, ...changes] },
    ).value;
    for (const [name, category, n, annualised, provisional, final] of quarters) {
      const row = life.find((one) => `${one.year}Q${one.quarter}` === name)!;
      expect([name, row.category, row.quarters, row.provisional, row.final]).toEqual([
        name,
        category,
        n,
        Math.round(provisional * 100),
        Math.round(final * 100),
      ]);
      expect(row.annualised ?? NaN).toBe(annualised * 100);
    }
  });

  const life = (...rows: (readonly [string, CareerChange["status"]])[]) =>
    career(new Incomes(2024, [20_000_00, 20_000_00], [20_000_00, 20_000_00, 20_000_00]), {
      career: [["2010-01-01", "principal"] as const, ...rows].map(([from, status]) => ({ from: on(from), status })),
    });
  const statuses = (...rows: Parameters<typeof life>) => life(...rows).value.map(({ category }) => category);

  test("two incapacities in a row are one", () => {
    const one = statuses(["2024-02-10", "sick"], ["2024-12-01", "principal"]);
    expect(statuses(["2024-02-10", "sick"], ["2024-06-20", "sick"], ["2024-12-01", "principal"])).toEqual(one);
    expect(one.slice(0, 5)).toEqual(["principal", "sick", "sick", "exempt", "principal"]);
  });

  test("who dies ill, or is pensioned ill, had no activity in that quarter", () => {
    const ill = ["principal", "sick", "sick", "none", "none", "none", "none", "none"];
    expect(statuses(["2024-02-10", "sick"], ["2024-08-20", "death"])).toEqual(ill);
    expect(statuses(["2024-02-10", "sick"], ["2024-08-20", "pension-stop"])).toEqual(ill);
    expect(statuses(["2024-02-10", "sick"], ["2024-10-01", "death"])).toEqual(ill);
  });

  test("a sickness after exempt quarters, or as first row, is whole from its own quarter", () => {
    expect(statuses(["2024-01-01", "exempt"], ["2024-05-20", "sick"], ["2024-10-01", "principal"]).slice(0, 4)).toEqual(
      ["exempt", "sick", "sick", "principal"],
    );
    const first = career(new Incomes(2024, [0]), { career: [{ from: day(2024, 5, 20), status: "sick" }] });
    expect(first.value.map(({ category, quarters }) => [category, quarters])).toEqual([
      ["none", 0],
      ["sick", 0],
      ["sick", 0],
      ["sick", 0],
    ]);
  });

  test("what is read, and what held before 2019, is said in its quarter alone", () => {
    const steps = (year: number, ...rows: (readonly [string, CareerChange["status"]])[]) => {
      const { way } = career(new Incomes(year, [20_000_00], [20_000_00, 20_000_00, 20_000_00]), {
        career: [["2010-01-01", "principal"] as const, ...rows].map(([from, status]) => ({ from: on(from), status })),
      });
      return [0, 1, 2, 3].map((row) => way({ row, column: 0 }).map(({ step }) => step));
    };
    const told = (step: string, ...of: Parameters<typeof steps>) => steps(...of).map((lines) => lines.includes(step));
    expect(told("exempt-counts", 2024, ["2024-04-01", "exempt"], ["2024-07-01", "principal"])).toEqual([
      false,
      true,
      false,
      false,
    ]);
    // Of a sickness the text says it.
    expect(told("exempt-counts", 2024, ["2024-01-10", "sick"], ["2024-06-15", "principal"])).not.toContain(true);
    expect(told("pension-stop-at-age", 2018, ["2018-05-10", "pension-stop"])).toEqual([false, true, false, false]);
    expect(told("pension-stop-at-age", 2019, ["2019-05-10", "pension-stop"])).not.toContain(true);
  });

  test("nothing follows death, and no exempt time a stop at pension", () => {
    expect(attempt(() => life(["2024-05-10", "death"], ["2024-08-01", "principal"]))).toMatchObject({
      key: "career-after-death",
      facts: { day: { day: on("2024-05-10") } },
    });
    expect(attempt(() => life(["2024-05-10", "pension-stop"], ["2024-08-01", "exempt"]))).toMatchObject({
      key: "career-exempt-without-activity",
    });
  });

  test("primostarter after sickness asks for two assimilated quarters that end before it, or with it", () => {
    const final = (...rows: Parameters<typeof life>) => life(...rows).value.map((row) => row.final);
    const again = "primostarter-after-sickness";
    // 20 000 in three quarters.
    expect(final(["2024-03-31", "sick"], ["2024-09-01", again])[3]).toBe(1366_67);
    expect(final(["2024-03-31", "sick"], ["2024-08-31", again])[2]).toMatchObject({
      key: "career-no-sickness",
      facts: { first: { quarter: quarter(2024, 3) } },
    });
    expect(final(["2024-01-01", "sick"], ["2024-07-01", "principal"], ["2024-10-01", again])[3]).toMatchObject({
      key: "career-no-sickness",
    });
  });
});
