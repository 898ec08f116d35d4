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
