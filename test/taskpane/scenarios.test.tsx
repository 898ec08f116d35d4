import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { SheetPlan } from "../../src/host/host";
import { day } from "../../src/rules/calendar";
import { ScenariosView } from "../../src/taskpane/scenarios/scenarios-view";
import { call, records } from "../golden/harness";
import { sourceFunctions } from "../setup/excel";
import { at, Calculated } from "./calculated-sheet";
import { FakeHost } from "./fake-host";
import { renderView, rowsOfTable } from "./setup";

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

/** Opens a scenario by its name, and finds within the form of it. */
async function opened(name: string) {
  const button = screen.getByRole("button", { name: new RegExp(`^${name}`) });
  if (button.getAttribute("aria-expanded") !== "true") await user.click(button);
  return within(document.getElementById(button.getAttribute("aria-controls")!)!);
}

const enter = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });

const rows = () => rowsOfTable("Scenarios side by side, in euro");

const row = (label: string): string[] =>
  rows()
    .find(([own]) => own === label)!
    .slice(1);

const insert = async (): Promise<SheetPlan> => {
  await user.click(await screen.findByRole("button", { name: "Insert as sheet" }));
  await screen.findByText(/^Inserted as the sheet/);
  return host.sheets.at(-1)!;
};

const amount = (euros: number): string =>
  euros.toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const cents = (euros: unknown): number => Math.round(Number(euros) * 100);

/** What the function answers by itself, in cents. */
function project(inputs: Record<string, unknown>): { paid: number[]; total: number; owed: number } {
  const years = records(call(sourceFunctions(), "INASTI.PROJECT", inputs));
  const paid = years.map((year) => cents(year["cash out"]));
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  return { paid, total: sum(paid), owed: sum(years.map((year) => cents(year["final"]))) };
}

const PROFITS = [50_000, 51_000, 52_020, 53_060.4, 54_121.61];
const shared = { firstYear: 2026, start: day(2026, 1, 1), indexation: 0.02, basis: "profit" };
const column = (profits: readonly number[]) => profits.map((profit) => [profit]);

it("compares at once: what is paid and owed, and how far it is from the first", async () => {
  await renderView(<ScenariosView />, host);
  const [one, other] = ["principal", "complementary"].map((category) =>
    project({ ...shared, incomes: column(PROFITS), category }),
  ) as [ReturnType<typeof project>, ReturnType<typeof project>];
  expect(row("2026")).toEqual([one.paid[0]!, other.paid[0]!].map((paid) => amount(paid / 100)));
  expect(row("Total to pay")).toEqual([one.total, other.total].map((total) => amount(total / 100)));
  expect(row("Final contributions")).toEqual([one.owed, other.owed].map((owed) => amount(owed / 100)));
  const differences = rows().filter(([label]) => label === "Difference with the first");
  expect(differences.map(([, first]) => first)).toEqual(["", "", ""]);
  expect(differences[0]![2]).toBe(`+${amount((other.total - one.total) / 100)}`);
  const left = PROFITS.reduce((sum, profit) => sum + cents(profit), 0) - one.total;
  expect(row("Left of the profits")[0]).toBe(amount(left / 100));
  expect(screen.getByText(/^From 2027 on: indexation of 2% a year/)).toBeVisible();
});

it("adds and removes scenarios, each with its own fund, premium, path and indexation", async () => {
  await renderView(<ScenariosView />, host);
  await user.click(await screen.findByRole("button", { name: "Add a scenario" }));
  const form = await opened("Scenario 3");
  enter(form.getByLabelText("Name of the scenario"), "With PLCI");
  await user.selectOptions(await form.findByRole("combobox", { name: "Category" }), "principal");
  await user.selectOptions(await form.findByRole("combobox", { name: "Social insurance fund" }), "Own rate");
  enter(form.getByLabelText("Fee rate"), "3.05");
  enter(form.getByLabelText("First profit"), "60000");
  enter(form.getByLabelText("Growth per year"), "0");
  enter(form.getByLabelText(/^Indexation per year/), "3");
  enter(form.getByLabelText(/^PLCI premium a year/), "4000");
  const own = project({
    ...shared,
    incomes: column(Array.from({ length: 5 }, () => 56_000)),
    category: "principal",
    fund: "0.0305",
    indexation: 0.03,
  });
  expect(row("Total to pay")[2]).toBe(amount(own.total / 100));
  expect(row("PLCI premiums")).toEqual(["0.00", "0.00", "20,000.00"]);
  expect(row("Left of the profits")[2]).toBe(amount((300_000_00 - own.total - 20_000_00) / 100));
  expect(screen.getByText(/indexation of 2% \/ 3% a year/)).toBeVisible();
  enter(form.getByLabelText(/^PLCI premium a year/), "much");
  expect(screen.getByText(/^Enter an amount/)).toBeVisible();
  expect(screen.getByText("Correct the fields marked in red to see the comparison.")).toBeVisible();
  await user.click(await form.findByRole("button", { name: "Remove With PLCI" }));
  expect(row("Total to pay")).toHaveLength(2);
  expect(screen.queryByRole("button", { name: /^Remove / })).not.toBeInTheDocument();
});

const plci = (inputs: Record<string, unknown>) => amount(call(sourceFunctions(), "PENSION.PLCI", inputs) as number);

it("refuses a premium above the maximum beside its field, and offers the maximum", async () => {
  await renderView(<ScenariosView />, host);
  enter(screen.getByLabelText("Number of years"), "1");
  enter(screen.getByLabelText(/^Start of the activity/), "");
  for (const [year, income] of [
    [2023, "30000"],
    [2024, "31000"],
    [2025, "32000"],
  ])
    enter(screen.getByLabelText(`Income ${year}`), String(income));
  const form = await opened("Scenario 1");
  const maximum = plci({ incomeN3: 30_000, year: 2026, category: "principal" });
  expect(form.getByText(new RegExp(`At most €${maximum} in 2026\\.$`))).toBeVisible();
  enter(form.getByLabelText(/^PLCI premium a year/), "2,700");
  expect(form.getByText(`The premium exceeds the maximum of €${maximum} in 2026.`)).toBeVisible();
  expect(screen.getByText("Correct the fields marked in red to see the comparison.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Insert as sheet" })).toBeDisabled();
  await user.click(await form.findByRole("button", { name: `Use €${maximum}` }));
  expect(form.getByLabelText(/^PLCI premium a year/)).toHaveValue(maximum);
  expect(row("PLCI premiums")).toEqual([maximum, "0.00"]);
});

it("finds the premium that its own income allows, and none where the category gives no right to one", async () => {
  await renderView(<ScenariosView />, host);
  // A starter of 2026: on the income of the year itself, which the premium lowers.
  const form = await opened("Scenario 1");
  enter(form.getByLabelText("First profit"), "40000");
  enter(form.getByLabelText(/^PLCI premium a year/), "4000");
  const offer = await form.findByRole("button", { name: /^Use €/ });
  const premium = Number(offer.textContent.replace(/[^\d.]/g, ""));
  const incomeWith = (paid: number): number => {
    const inputs = { ...shared, incomes: column(PROFITS.map((_, index) => 40_000 * 1.02 ** index - paid)) };
    return Number(
      records(call(sourceFunctions(), "INASTI.PROJECT", { ...inputs, category: "principal" }))[0]!["income"],
    );
  };
  const allowed = (paid: number) => plci({ incomeN3: incomeWith(paid), year: 2026, basis: "contribution" });
  expect(allowed(premium)).toBe(amount(premium));
  await user.click(offer);
  expect(row("PLCI premiums")[0]).toBe(amount(premium * 5));
  expect(screen.getByText(/^The maximum premium is not published after 2026/)).toBeVisible();

  // Rule book: a complementary starter on the flat provisional contribution never may; nor a pensioner.
  await user.selectOptions(await form.findByRole("combobox", { name: "Category" }), "complementary");
  expect(
    form.getByText(/pays flat provisional contributions in 2026, which give no right to a premium\.$/),
  ).toBeVisible();
  enter(screen.getByLabelText(/^Start of the activity/), "");
  for (const year of [2021, 2022, 2023, 2024, 2025]) enter(screen.getByLabelText(`Income ${year}`), "30000");
  await user.selectOptions(await form.findByRole("combobox", { name: "Category" }), "pensioner");
  expect(form.getByText("No premium can be paid in 2026 in this category with this income.")).toBeVisible();
  await user.click(await form.findByRole("button", { name: "No premium" }));
  expect(form.getByLabelText(/^PLCI premium a year/)).toHaveValue("");
});

it("draws what is paid by year, a column for each scenario", async () => {
  await renderView(<ScenariosView />, host);
  const chart = screen.getByRole("img", { name: /^To pay, fee included by year: / });
  expect(chart).toHaveAccessibleName(
    expect.stringContaining(`Scenario 1: 2026 €${row("2026")[0]!}; 2027 €${row("2027")[0]!}`),
  );
  expect(chart.querySelectorAll("rect")).toHaveLength(10);
  expect(chart.parentElement).toHaveTextContent(/Scenario 1Scenario 2$/);
});

it("leaves open what an earlier income decides, and says which", async () => {
  await renderView(<ScenariosView />, host);
  enter(screen.getByLabelText(/^Start of the activity/), "2015-01-01");
  expect(row("Total to pay")).toEqual(["–", "–"]);
  expect(screen.getByText("The income of 2023 is not given.")).toBeVisible();
});

it("is a sheet whose every result is a formula on yellow cells", async () => {
  await renderView(<ScenariosView />, host);
  enter(screen.getByLabelText("Number of years"), "3");
  await user.click(await screen.findByRole("button", { name: "Add a scenario" }));
  const form = await opened("Scenario 3");
  await user.selectOptions(await form.findByRole("combobox", { name: "Category" }), "principal");
  enter(form.getByLabelText(/^PLCI premium a year/), "3000.10");
  const sheet = await insert();
  const cells = new Calculated(sheet);
  const labels = sheet.rows.map((line) => line[1]?.content);
  const rowOf = (label: string): number => labels.indexOf(label) + 1;
  for (const label of ["Name of the scenario", "Category", "Fund or fee rate", "PLCI premium a year"])
    expect(sheet.rows[rowOf(label) - 1]!.slice(2, 5).map(({ style }) => style)).toEqual(["input", "input", "input"]);
  const shownAs = (label: string, offset = 0) =>
    [..."CDE"].map((letter) => cells.shows(`${letter}${rowOf(label) + offset}`));
  const pane = (label: string) => row(label).map((text) => Number(text.replaceAll(",", "")));
  for (const label of ["Total to pay", "Final contributions", "PLCI premiums", "Left of the profits"]) {
    expect([label, ...shownAs(label)]).toEqual([label, ...pane(label)]);
    const [first, ...others] = shownAs(label) as number[];
    expect([label, ...shownAs(label, 1)]).toEqual([
      label,
      null,
      ...others.map((other) => Math.round((other - first!) * 100) / 100),
    ]);
  }
  const results = rowOf("To pay, fee included");
  for (const [index, year] of [2026, 2027, 2028].entries()) {
    expect(cells.shows(`B${results + 2 + index}`)).toBe(year);
    expect([..."CDE"].map((letter) => cells.shows(`${letter}${results + 2 + index}`))).toEqual(pane(String(year)));
  }
  expect(
    sheet.rows.flatMap((line) => line.filter(({ content }) => String(content).startsWith("=INASTI.PROJECT("))),
  ).toHaveLength(3);
  const [chart] = sheet.charts!;
  expect(chart!.series.map(({ name }) => name)).toEqual(["Scenario 1", "Scenario 2", "Scenario 3"]);
  expect(chart!.categories).toEqual({ row: results + 1, column: 1, rows: 3, columns: 1 });
  expect(sheet.choices).toHaveLength(3);
});

it("speaks German on the sheet, also where incomes are given", async () => {
  host = new FakeHost("de-BE");
  await renderView(<ScenariosView />, host);
  await user.selectOptions(await screen.findByRole("combobox", { name: "Ausgangspunkt" }), "income");
  await user.click(await screen.findByRole("button", { name: "Als neues Blatt einfügen" }));
  await screen.findByText(/Szenarien/, { selector: ".fui-MessageBarBody" });
  const sheet = host.sheets[0]!;
  const labels = sheet.rows.map((line) => line[1]?.content);
  expect(labels).toEqual(
    expect.arrayContaining(["Szenarien", "Indexierung pro Jahr (Annahme)", "Einkommen vor der Prämie"]),
  );
  expect(labels).not.toContain("Rest der Gewinne");
  expect(at(sheet, "D10").content).toBe("Nebenberuf");
});

it.each([
  ["A family’s year", "Year of a family"],
  ["Remuneration of a director", "Director"],
])("inserts a sheet to begin with: %s", async (button, name) => {
  await renderView(<ScenariosView />, host);
  await user.click(await screen.findByRole("button", { name: button }));
  expect(await screen.findByText(/^Inserted as the sheet/)).toHaveTextContent(name);
  const sheet = host.sheets.at(-1)!;
  const calculated = new Calculated(sheet);
  const shown = sheet.rows.flatMap((cells, row) =>
    cells.map((_, column) => calculated.shows(`${"ABCDEFGH"[column]!}${row + 1}`)),
  );
  expect(shown.filter((value) => typeof value === "string" && /^#[A-Z]/.test(value))).toEqual([]);
  expect(sheet.charts).toHaveLength(1);
});
