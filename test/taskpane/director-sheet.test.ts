import type { Cell, SheetPlan } from "../../src/host/host";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { EXAMPLE_DIRECTOR } from "../../src/taskpane/director/example";
import { directorSheet } from "../../src/taskpane/director/director-sheet";
import { Calculated } from "./calculated-sheet";
import { ask, euros, rowOf, rowWith, shows, sum, typed } from "./labelled-sheet";

beforeAll(() => loadAllPaneTexts("en"));

const VARIANTS = "CDEFG";
const sheet = (): SheetPlan => directorSheet(EXAMPLE_DIRECTOR, "0.00");
const withInputs = (inputs: Readonly<Record<string, Cell["content"]>>, column = "C"): SheetPlan => {
  const plan = sheet();
  return typed(
    plan,
    Object.fromEntries(Object.entries(inputs).map(([text, content]) => [`${column}${rowOf(plan, text)}`, content])),
  );
};
const ASKED = { category: "principal", year: 2026, fund: "acerta" };
const CONTRIBUTIONS = "Contributions and fee of the year";

it("has the contributions that the functions answer, whoever pays them", () => {
  const owed = rowWith(sheet(), CONTRIBUTIONS, VARIANTS);
  const bases = [37_200, 46_200, 46_200, 48_200, 78_200];
  const [byCompany, byDirector] = [
    (income: number) => euros("INASTI.SETTLEMENT", { income, paid: 0, ...ASKED }),
    (profit: number) => euros("INASTI.FROMPROFIT", { profit, ...ASKED }),
  ];
  expect(owed).toEqual([
    byCompany(bases[0]!),
    byCompany(bases[1]!),
    byDirector(bases[2]!),
    byCompany(bases[3]!),
    byDirector(bases[4]!),
  ]);
  // Four quarters with their fees, each rounded.
  const quarter = ask("INASTI.QUARTERLY", { income: 37_200, category: "principal", year: 2026 });
  expect(owed[0]).toBe(sum([4 * euros("FUND.TOTAL", { contribution: quarter, fund: "acerta", year: 2026 })]));
});

it("adds up what the company pays and what the director has, to the cent", () => {
  const plan = sheet();
  const cost = rowWith(plan, "Cost for the company", VARIANTS);
  const inHand = rowWith(plan, "In hand, before personal tax", VARIANTS);
  const owed = rowWith(plan, CONTRIBUTIONS, VARIANTS);
  const company = euros("COMPANY.CONTRIBUTION", { balanceTotal: 650_000, year: 2026 });
  const premiums = [0, 0, 0, 3_000, 3_000];
  cost.forEach((total, index) =>
    expect(sum([total])).toBe(sum([inHand[index], owed[index], company, premiums[index], 4_100])),
  );
  const shares = ["Contributions and fee", "Company contribution", "Director, before personal tax"].map((text) =>
    Number(shows(plan, "C", text)),
  );
  expect(shares[0]! + shares[1]! + shares[2]! + 4_100 / Number(cost[0])).toBeCloseTo(1, 12);
});

it("answers the other questions of a year by the functions", () => {
  const plan = sheet();
  expect(shows(plan, "C", "Highest PLCI premium of the year")).toBe(
    euros("PENSION.PLCI", { incomeN3: 40_000, year: 2026 }),
  );
  expect(shows(plan, "C", "Contributions on the next euro, without fee")).toBe(
    euros("INASTI.MARGINALRATE", { income: 37_200, category: "principal", year: 2026 }),
  );
  expect(shows(plan, "C", "Legal pension a year that this year adds, gross")).toBe(
    euros("PENSION.ACCRUAL", { income: 37_200, year: 2026 }),
  );
});

it("knows no tax: blank without a rate, and the user’s rate on his amount with one", () => {
  const [after, left] = ["In hand, after personal tax", "Left in the company"];
  expect([shows(sheet(), "C", after), shows(sheet(), "C", left)]).toEqual(["", ""]);
  const plan = withInputs({
    "Personal tax, effective rate (your figure)": 0.3,
    "Corporate tax, effective rate (your figure)": 0.2,
  });
  expect(shows(plan, "C", after)).toBe(sum([36_000, -0.3 * 37_200]));
  const profit = sum([120_000, -Number(shows(plan, "C", "Cost for the company"))]);
  expect(shows(plan, "C", left)).toBe(sum([profit, -sum([0.2 * profit])]));
  expect(shows(plan, "D", after)).toBe("");
});

it.each([
  ["a premium above the maximum", { "PLCI premium": 3_600 }, "#N/A"],
  ["no remuneration", { "Remuneration in money": undefined }, "#VALUE!"],
  ["nobody who pays", { "Contributions paid by": "nobody" }, "#N/A"],
  ["another year without figures", { Year: 2031 }, "#N/A"],
  ["an unknown category", { Category: "helper" }, "#VALUE!"],
  ["no balance sheet total", { "Balance sheet total, last but one closed year": undefined }, "#VALUE!"],
])("has an error in the cost for %s", (_, inputs, code) => {
  expect(shows(withInputs(inputs), "C", "Cost for the company")).toBe(code);
});

it("is another year when the year is another one, and has no fee without a fund", () => {
  const plan = withInputs({ Year: 2024, "Fund or fee rate": undefined });
  expect(shows(plan, "C", CONTRIBUTIONS)).toBe(
    euros("INASTI.ANNUAL", { income: 37_200, category: "principal", year: 2024 }),
  );
});

it("says nothing with answers to another question, as a copy without the add-in has them", () => {
  const plan = sheet();
  const calculated = new Calculated(plan);
  const kept = ["Calculated for", "Where the director pays"].flatMap((text) =>
    [...VARIANTS].map((column) => `${column}${rowOf(plan, text)}`),
  );
  const copy = typed(plan, Object.fromEntries(kept.map((cell) => [cell, calculated.shows(cell) as number])));
  expect(rowWith(copy, CONTRIBUTIONS, VARIANTS)).toEqual(rowWith(plan, CONTRIBUTIONS, VARIANTS));
  const remuneration = rowOf(plan, "Remuneration in money");
  const changed = typed(copy, { [`C${remuneration}`]: 60_000, [`E${remuneration}`]: 60_000 });
  expect(shows(changed, "C", CONTRIBUTIONS)).toBe(euros("INASTI.SETTLEMENT", { income: 61_200, paid: 0, ...ASKED }));
  expect(shows(changed, "E", CONTRIBUTIONS)).toBe("#N/A");
  expect(new Calculated(changed).shows("B6")).toMatch(/^Inputs have changed/);
});
