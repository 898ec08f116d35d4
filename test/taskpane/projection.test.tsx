import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { SheetPlan } from "../../src/host/host";
import { day } from "../../src/rules/calendar";
import { CATEGORIES, LAST_YEAR } from "../../src/rules/contributions";
import { grown } from "../../src/taskpane/projection/projection";
import { ProjectionView } from "../../src/taskpane/projection/projection-view";
import { casesOf } from "../golden/harness";
import { at, Calculated } from "./calculated-sheet";
import { FakeHost } from "./fake-host";
import { renderView, rowsOfTable } from "./setup";

const NEXT_YEAR = LAST_YEAR + 1;

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

interface Inputs {
  readonly career: readonly (readonly [from: string, status: string])[];
  readonly firstYear: number;
  readonly incomes: readonly string[];
  readonly indexation?: string;
  readonly fund?: string;
  readonly earlierIncomes?: readonly string[];
}

interface Expected {
  readonly rows: readonly { readonly due: string; readonly amount: string }[];
  readonly count: number;
  /** What is paid in each year. */
  readonly sums: Readonly<Record<string, string>>;
}

/** The worked careers of the rule book; without those that ask for an end of the table, which the form does not. */
const cases = casesOf("contributions").flatMap((one) =>
  one.function === "INASTI.CASHFLOW" &&
  (one.lastYear ?? LAST_YEAR) === LAST_YEAR &&
  one.inputs["until"] === undefined &&
  typeof one.expected === "object"
    ? [[one.id, one.inputs as unknown as Inputs, one.expected as unknown as Expected] as const]
    : [],
);

const field = (name: string | RegExp): HTMLElement => screen.getByLabelText(name);

const enter = (name: string | RegExp, text: string) => fireEvent.change(field(name), { target: { value: text } });

const start = (value: string) => enter("Start of the activity", value);

const choose = async (name: string, option: string): Promise<void> =>
  user.selectOptions(await screen.findByRole("combobox", { name }), option);

const changeRow = (number: number) => within(screen.getByRole("group", { name: `Row ${number} of the career` }));

async function addChange(number: number, from: string, status: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name: "Add a change" }));
  fireEvent.change(changeRow(number).getByLabelText("From"), { target: { value: from } });
  await user.selectOptions(await changeRow(number).findByRole("combobox"), status);
}

async function fillIn({ career, firstYear, incomes, indexation, fund, earlierIncomes = [] }: Inputs): Promise<void> {
  enter("First year", String(firstYear));
  enter("Number of years", String(incomes.length));
  const [[from, category], ...changes] = career as [[string, string], ...[string, string][]];
  start(from);
  await choose("Category", category);
  for (const [index, change] of changes.entries()) await addChange(index + 2, ...change);
  await choose("Incomes", "An income for each year");
  for (const [index, income] of incomes.entries()) enter(`Income ${firstYear + index}`, income);
  for (const [index, income] of earlierIncomes.entries())
    enter(`Income ${firstYear - earlierIncomes.length + index}`, income);
  if (indexation !== undefined) enter(/^Indexation per year/, percent(indexation));
  if (fund !== undefined) {
    await choose("Social insurance fund", "Own rate");
    enter("Fee rate", percent(fund));
  }
}

const percent = (fraction: string): string => String(Number((Number(fraction) * 100).toFixed(4)));
const amount = (text: string): string =>
  text.startsWith("#")
    ? "–"
    : Number(text).toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const YEARS = "To pay year by year, in euro";
const PAYMENTS = "Payments by date";

const insert = async (): Promise<SheetPlan> => {
  await user.click(await screen.findByRole("button", { name: "Insert as sheet" }));
  await screen.findByText(/^Inserted as the sheet/);
  return host.sheets.at(-1)!;
};

/** The row, as the sheet counts, with the first year of the projection, and the one with the formula of the payments. */
function rowsIn(sheet: SheetPlan): { readonly years: number; readonly payments: number } {
  const rowWith = (column: number, pattern: RegExp): number =>
    sheet.rows.findIndex((cells) => pattern.test(String(cells[column]?.content ?? ""))) + 1;
  return { years: rowWith(1, /\+ROWS\(A/), payments: rowWith(1, /^=INASTI\.CASHFLOW/) };
}

describe("the calendar", () => {
  it.each(cases)("pays what the rule book says: %s", async (_, inputs, { rows, count, sums }) => {
    await renderView(<ProjectionView />, host);
    await fillIn(inputs);
    const years = new Map(rowsOfTable(YEARS).map(([year, , , paid]) => [year, paid]));
    for (const [year, sum] of Object.entries(sums)) expect([year, years.get(year)]).toEqual([year, amount(sum)]);
    const payments = rowsOfTable(PAYMENTS);
    expect(payments).toHaveLength(count);
    for (const { due, amount: paid } of rows) {
      const that = new Date(due).toLocaleDateString("en-GB", { dateStyle: "medium" });
      expect(payments.filter(([on]) => on === that).map(([, , own]) => own)).toContain(amount(paid));
    }
  });

  it("shows a value at once, from an indexation that it marks as an assumption", async () => {
    await renderView(<ProjectionView />, host);
    expect(field(/^Indexation per year \(assumption\)/)).toHaveValue("2");
    expect(
      screen.getByText(`From ${NEXT_YEAR} on: indexation of 2% a year, for figures that are not published yet.`),
    ).toBeVisible();
    // A starter's quarter of 2026, as a published table has it: 890.42, a third of it each month.
    expect(screen.getByText("€296.81")).toBeVisible();
    expect(screen.getByRole("img", { name: /^Cash out by year: / })).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert as sheet" })).toBeEnabled();
  });

  it("sets aside enough for a settlement in the third quarter", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({ career: [["2022-01-01", "principal"]], firstYear: 2022, incomes: ["20000", "30000", "40000"] });
    const monthly = () => rowsOfTable(YEARS).map(([year, , , , own]) => `${year!}: ${own!}`);
    // 751.25 / 3; by 30 September 2024 three quarters of 864.15 and the settlement of 1,095.00 are due: a ninth of 3,687.45.
    expect(monthly()).toEqual(expect.arrayContaining(["2022: 250.42", "2024: 409.72", "2025: –"]));
    await choose("Settlements paid on (assumption)", "31 December");
    // All of the year in twelve months.
    expect(monthly()).toContain("2024: 379.30");
    // From 1 July there are three months until the first payment.
    start("2022-07-01");
    expect(monthly()).toContain("2022: 250.42");
  });

  it("takes profits: what is paid in a year lowers its income", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({ career: [["2022-01-01", "principal"]], firstYear: 2022, incomes: ["23005", "30000", "40000"] });
    await choose("Starting from", "Profit before contributions");
    // 23,005.00 less the 3,005.00 of a starter is 20,000.00: its settlement is 1,095.00.
    expect(rowsOfTable(PAYMENTS).find(([, what]) => what === "Settlement 2022")![2]).toBe("1,095.00");
    expect(field("Profit 2022")).toBeVisible();
    expect(screen.getByText(/What is paid in the year is deducted from it \(an interpretation\)/)).toBeVisible();
  });

  it("says beside the field what is wrong with a row of the career", async () => {
    await renderView(<ProjectionView />, host);
    await addChange(2, "2020-01-01", "complementary");
    expect(screen.getByText("Enter a date after the one of the row above.")).toBeVisible();
    expect(screen.getByText("Correct the fields marked in red to see the calendar.")).toBeVisible();
    fireEvent.change(changeRow(2).getByLabelText("From"), { target: { value: "2028-03-01" } });
    await user.selectOptions(await changeRow(2).findByRole("combobox"), "death");
    await addChange(3, "2028-06-01", "complementary");
    expect(screen.getByText("No row can follow death.")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Remove row 3" }));
    expect(screen.getByRole("table", { name: YEARS })).toBeVisible();
    expect(screen.getByRole("button", { name: "Add a change" })).toHaveFocus();
  });

  it("hands on what the function refuses", async () => {
    await renderView(<ProjectionView />, host);
    await addChange(2, "2027-01-01", "none");
    await addChange(3, "2027-07-01", "exempt");
    expect(screen.getByText(/01\/07\/2027/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert as sheet" })).toBeDisabled();
  });

  it("starts with the indexation of the workbook, and asks for none where all figures are published", async () => {
    host.state = { ...host.state, parameters: { year: NEXT_YEAR, indexation: "0.025" }, namedYear: NEXT_YEAR };
    await renderView(<ProjectionView />, host);
    expect(field("First year")).toHaveValue(String(NEXT_YEAR));
    expect(field(/^Indexation per year/)).toHaveValue("2.5");
    enter(/^Indexation per year/, "lots");
    expect(screen.getByText("Enter a percentage, such as 2.5.")).toBeVisible();
    enter("First year", "2020");
    expect(screen.queryByLabelText(/^Indexation per year/)).not.toBeInTheDocument();
  });

  it("leaves open what an earlier income decides, and says which", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({
      career: [["2015-01-01", "principal"]],
      firstYear: 2024,
      incomes: ["25000", "32000", "38000"],
    });
    for (const year of [2021, 2022, 2023])
      expect(screen.getByText(`The income of ${year} is not given.`)).toBeVisible();
    enter("Income 2022", "20000");
    expect(screen.getByText("This field is required.")).toBeVisible();
    enter("Income 2023", "20000");
    expect(screen.queryByText("This field is required.")).not.toBeInTheDocument();
  });

  it("asks for no earlier income of a starter, and for those since the start of others", async () => {
    await renderView(<ProjectionView />, host);
    enter("First year", "2024");
    start("2024-01-01");
    expect(screen.queryByText("Earlier incomes")).not.toBeInTheDocument();
    start("2022-07-01");
    const years = within(screen.getByRole("group", { name: "Earlier incomes" })).getAllByRole("textbox");
    expect(years).toHaveLength(2);
  });

  it("takes over grown incomes when each is to be typed", async () => {
    await renderView(<ProjectionView />, host);
    enter("First year", "2022");
    enter("Number of years", "3");
    enter("First income", "20000");
    enter("Growth per year", "10");
    await choose("Incomes", "An income for each year");
    expect([2022, 2023, 2024].map((year) => (field(`Income ${year}`) as HTMLInputElement).value)).toEqual([
      "20,000.00",
      "22,000.00",
      "24,200.00",
    ]);
  });

  it("grows an income to the cent, a loss too", () => {
    expect(grown(1_000_01, "0.015", 3)).toEqual([1_000_01, 1_015_01, 1_030_24]);
    expect(grown(-1_000_01, "0.015", 2)).toEqual([-1_000_01, -1_015_01]);
  });
});

describe("the sheet", () => {
  it.each(cases)("calculates by itself what the rule book says: %s", async (_, inputs, { count, sums }) => {
    await renderView(<ProjectionView />, host);
    await fillIn(inputs);
    const sheet = await insert();
    const cells = new Calculated(sheet);
    const { years, payments } = rowsIn(sheet);
    const byYear = Object.fromEntries(
      Array.from({ length: inputs.incomes.length + 2 }, (_unused, index) => [
        String(cells.shows(`B${years + index}`)),
        cells.shows(`H${years + index}`),
      ]),
    );
    for (const [year, sum] of Object.entries(sums))
      expect([year, byYear[year]]).toEqual([year, sum.startsWith("#") ? sum : Number(sum)]);
    expect(cells.shows(`B${payments + count}`)).toEqual(expect.any(Number));
    expect(cells.shows(`B${payments + count + 1}`)).toBeNull();
    // Nothing stands where the table will be, and each of its columns but the words has a format.
    for (let down = 1; down <= (inputs.incomes.length + 2) * 5; down++) {
      const line = sheet.rows[payments - 1 + down]!;
      expect(line.filter(({ content }) => content !== undefined)).toEqual([]);
      const euro = '"€"#,##0.00';
      expect(line.slice(1).map(({ format }) => format)).toEqual([
        "dd/mm/yyyy",
        undefined,
        "0",
        "0",
        undefined,
        ...Array.from({ length: 4 }, () => euro),
        undefined,
        undefined,
      ]);
    }
  });

  it("has the year of the pane, column by column", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({
      career: [["2022-01-01", "principal"]],
      firstYear: 2022,
      incomes: ["20000", "30000", "40000"],
      fund: "0.0305",
    });
    const sheet = await insert();
    const cells = new Calculated(sheet);
    const { years } = rowsIn(sheet);
    const of = (row: number) => [..."BCDEFGHIJKL"].map((column) => cells.shows(`${column}${row}`));
    const header = sheet.rows[years - 2]!.slice(1).map(({ content }) => content);
    expect(header).toEqual([
      "Year",
      "Income",
      "31 March",
      "30 June",
      "30 September",
      "31 December",
      "To pay",
      "A month",
      "Of which settlement",
      "Of which fee",
      "Owed for the year",
    ]);
    const shownAt = (year: number) => rowsOfTable(YEARS).find(([one]) => one === String(year))!;
    for (const [index, year] of [2022, 2023, 2024].entries()) {
      const [, , , , , , paid, monthly, settlement] = of(years + index);
      const [, , ownSettlement, ownPaid, ownMonthly] = shownAt(year);
      expect([settlement, paid, monthly].map((one) => amount(String(one)))).toEqual([
        ownSettlement,
        ownPaid,
        ownMonthly,
      ]);
    }
    // Final contributions of 2022 on 20,000.00: 4 × 1,025.00, with 3.05 %: 4 × 31.26.
    expect(of(years).at(-1)).toBe(4225.04);
    // After the last income only settlements are left.
    expect(of(years + 3)).toEqual([
      2025,
      null,
      0,
      0,
      expect.any(Number),
      0,
      expect.any(Number),
      "",
      expect.any(Number),
      expect.any(Number),
      "",
    ]);
    const total = of(years + 5);
    expect(total[6]).toBeCloseTo(Number(total[10]), 2);
  });

  it("has its inputs as yellow cells, also for changes and years to come", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({
      career: [
        ["2015-01-01", "principal"],
        ["2025-07-01", "complementary"],
      ],
      firstYear: 2024,
      incomes: ["25000", "32000"],
      fund: "0.0305",
      earlierIncomes: ["22000", "23000", "24000"],
    });
    const sheet = await insert();
    expect(sheet.rows.slice(6, 10).map((cells) => [cells[1]!.content, cells[3]!.content, cells[3]!.style])).toEqual([
      ["First year", 2024, "input"],
      ["Indexation per year (assumption)", 0.02, "input"],
      ["Fund or fee rate", 0.0305, "input"],
      ["Quarter of the settlements (assumption)", 3, "input"],
    ]);
    expect(sheet.rows.slice(7, 15).map((cells) => [cells[4]!.content, cells[5]!.content, cells[5]!.style])).toEqual([
      [day(2015, 1, 1), "principal", "input"],
      [day(2025, 7, 1), "complementary", "input"],
      ...Array.from({ length: 6 }, () => [undefined, undefined, "input"]),
    ]);
    expect(sheet.choices![0]).toEqual({ row: 7, column: 5, values: [...CATEGORIES] });
    const { years, payments } = rowsIn(sheet);
    const incomes = sheet.rows
      .slice(years - 4, years + 3)
      .map((cells) => [cells[1]!.content, cells[2]!.content, cells[2]!.style]);
    expect(incomes).toEqual([
      ["=$D$7-3", 22000, "input"],
      ["=$D$7-2", 23000, "input"],
      ["=$D$7-1", 24000, "input"],
      [`=$D$7+ROWS(A$${years}:A${years})-1`, 25000, "input"],
      [`=$D$7+ROWS(A$${years}:A${years + 1})-1`, 32000, "input"],
      [`=$D$7+ROWS(A$${years}:A${years + 2})-1`, undefined, "input"],
      [`=$D$7+ROWS(A$${years}:A${years + 3})-1`, undefined, "input"],
    ]);
    const [own, before] = [`C${years}:C${years + 3}`, `C${years - 3}:C${years - 1}`];
    expect(at(sheet, `B${payments}`).content).toBe(
      `=INASTI.CASHFLOW(E8:F15,$D$7,IF(${own}="","",${own}),IF($D$8="","",$D$8),IF($D$9="","",$D$9),IF(COUNT(${before})=ROWS(${before}),${before},""),,$D$10)`,
    );
    expect(sheet.rows[1]![1]!.content).toMatch(/&INDEX\(INASTI\.VERSION\(\),2,2\)&/);
    expect(sheet.landscape).toBe(true);
    const [chart] = sheet.charts!;
    expect(chart!.series[0]!.values).toEqual({ row: years - 1, column: 7, rows: 2, columns: 1 });
    expect(chart!.categories).toEqual({ row: years - 1, column: 1, rows: 2, columns: 1 });
    // The chart stands beside the inputs, above the years.
    expect(chart!.place.row + chart!.place.rows).toBeLessThan(years - 2);
  });

  it("lets incomes grow by formulas on the cell with the growth", async () => {
    await renderView(<ProjectionView />, host);
    enter("First year", "2022");
    enter("Number of years", "3");
    enter("First income", "20000");
    enter("Growth per year", "10");
    start("2022-01-01");
    const sheet = await insert();
    expect(at(sheet, "B11").content).toBe("Growth per year");
    expect(at(sheet, "D11")).toEqual({ content: 0.1, style: "input", format: "0.00##%" });
    expect(at(sheet, "E8")).toEqual({ content: day(2022, 1, 1), style: "input", format: "dd/mm/yyyy" });
    const { years } = rowsIn(sheet);
    expect([0, 1, 2].map((index) => at(sheet, `C${years + index}`).content)).toEqual([
      20000,
      `=ROUND(C${years}*(1+$D$11),2)`,
      `=ROUND(C${years + 1}*(1+$D$11),2)`,
    ]);
    const cells = new Calculated(sheet);
    // The rule book's starter of 2022: 3,005.00, and 1,095.00 two years later.
    expect(cells.shows(`H${years}`)).toBe(3005);
    expect(cells.shows(`J${years + 2}`)).toBe(1095);
  });

  it("says profit where profits were given", async () => {
    await renderView(<ProjectionView />, host);
    await choose("Starting from", "Profit before contributions");
    const sheet = await insert();
    const { years, payments } = rowsIn(sheet);
    expect(sheet.rows[years - 2]![2]!.content).toBe("Profit before contributions");
    expect(at(sheet, `B${payments}`).content).toMatch(/,"profit"\)$/);
  });

  it("follows the workbook's indexation until another is typed", async () => {
    host.state = { ...host.state, parameters: { year: NEXT_YEAR, indexation: "0.02" }, namedYear: NEXT_YEAR };
    await renderView(<ProjectionView />, host);
    expect(at(await insert(), "D8").content).toBe("=PARAMETER_INDEXATION");
    enter(/^Indexation per year/, "3");
    expect(at(await insert(), "D8").content).toBe(0.03);
  });
});

it("speaks Dutch, on the sheet too", async () => {
  host = new FakeHost("nl-BE");
  await renderView(<ProjectionView />, host);
  await choose("Bijdragecategorie", "complementary");
  enter(/^Indexering per jaar/, "2,5");
  enter("Eerste inkomen", "30.000,50");
  expect(rowsOfTable("Te betalen jaar na jaar, in euro")[0]![0]).toBe(String(LAST_YEAR));
  await user.click(await screen.findByRole("button", { name: "Invoegen als nieuw blad" }));
  await screen.findByText(/Betaalkalender/, { selector: ".fui-MessageBarBody" });
  const sheet = host.sheets[0]!;
  const { years } = rowsIn(sheet);
  expect(at(sheet, `C${years}`)).toEqual({
    content: 30000.5,
    style: "input",
    format: expect.stringContaining("€") as string,
  });
  expect(at(sheet, "D8").content).toBe(0.025);
  expect(at(sheet, "B8").content).toBe("Indexering per jaar (veronderstelling)");
  expect(at(sheet, "F8").content).toBe("bijberoep");
});
