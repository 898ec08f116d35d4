import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { evaluate, references } from "../../src/explain/evaluate";
import type { Evaluation } from "../../src/formula/evaluate";
import type { CellValue } from "../../src/formula/values";
import type { Cell, SheetPlan } from "../../src/host/host";
import { day } from "../../src/rules/calendar";
import { CATEGORIES, LAST_YEAR } from "../../src/rules/contributions";
import { grown } from "../../src/taskpane/projection/projection";
import { ProjectionView } from "../../src/taskpane/projection/projection-view";
import { casesOf } from "../golden/harness";
import { FakeHost } from "./fake-host";
import { renderView } from "./setup";

const NEXT_YEAR = LAST_YEAR + 1;

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

interface Inputs {
  readonly firstYear: number;
  readonly incomes: readonly string[];
  readonly category: string;
  readonly start?: string;
  readonly indexation?: string;
  readonly fund?: string;
  readonly earlierIncomes?: readonly string[];
}

/** The published and worked years of a projection of the rule book. */
interface Year {
  readonly year: number;
  readonly provisional: string;
  readonly final: string;
  readonly settlement: string;
  readonly cashOut?: string;
}

/** Without the years that were projected from another last year than today's, and without profits, which the form does not ask for. */
const cases = casesOf("contributions").filter(
  (one) =>
    one.function === "INASTI.PROJECT" && (one.lastYear ?? LAST_YEAR) === LAST_YEAR && one.inputs["basis"] === undefined,
);
const projections = [...new Set(cases.map(({ inputs }) => JSON.stringify({ ...inputs, row: undefined })))].map(
  (text) => {
    const inputs = JSON.parse(text) as Inputs;
    const years = cases
      .filter((one) => JSON.stringify({ ...one.inputs, row: undefined }) === text)
      .map(({ expected }) => expected as Year);
    return [`${inputs.category} from ${inputs.firstYear}`, inputs, years] as const;
  },
);

const field = (name: string | RegExp): HTMLElement => screen.getByLabelText(name);

const enter = (name: string | RegExp, text: string) => fireEvent.change(field(name), { target: { value: text } });

const start = (value: string) =>
  fireEvent.change(screen.getByLabelText(/^Start of the activity/), { target: { value } });

async function fillIn(inputs: Inputs): Promise<void> {
  enter("First year", String(inputs.firstYear));
  enter("Number of years", String(inputs.incomes.length));
  await user.selectOptions(screen.getByRole("combobox", { name: "Category" }), inputs.category);
  start(inputs.start ?? "");
  await user.selectOptions(screen.getByRole("combobox", { name: "Incomes" }), "An income for each year");
  for (const [index, income] of inputs.incomes.entries()) enter(`Income ${inputs.firstYear + index}`, income);
  const earlier = inputs.earlierIncomes ?? [];
  for (const [index, income] of earlier.entries()) enter(`Income ${inputs.firstYear - earlier.length + index}`, income);
  if (inputs.indexation !== undefined) enter(/^Indexation per year/, percent(inputs.indexation));
  if (inputs.fund !== undefined) {
    await user.selectOptions(screen.getByRole("combobox", { name: "Social insurance fund" }), "Own rate");
    enter("Fee rate", percent(inputs.fund));
  }
}

const percent = (fraction: string): string => String(Number((Number(fraction) * 100).toFixed(4)));
const amount = (text: string): string =>
  Number(text).toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The table, a row a year. */
const rows = (): string[][] =>
  within(screen.getByRole("table"))
    .getAllByRole("row")
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole("cell")
        .map(({ textContent }) => textContent),
    );

const insert = async (): Promise<SheetPlan> => {
  await user.click(screen.getByRole("button", { name: "Insert as sheet" }));
  await screen.findByText(/^Inserted as the sheet/);
  return host.sheets.at(-1)!;
};

const letters = "ABCDEFGHIJKLMNOP";
const at = (sheet: SheetPlan, address: string): Cell => {
  const [, column, row] = /^([A-P])(\d+)$/.exec(address)!;
  return sheet.rows[Number(row) - 1]?.[letters.indexOf(column!)] ?? {};
};
/** Ranges of one column. */
const addressesOf = (range: string): string[] => {
  const [, first, from, to = from] = /^([A-P])(\d+)(?::\1(\d+))?$/.exec(range)!;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${first}${Number(from) + index}`);
};

/** What a cell of the inserted sheet shows once a spreadsheet calculates it; a blank cell is null. */
function shows(sheet: SheetPlan, address: string): CellValue {
  const { content } = at(sheet, address);
  if (typeof content !== "string" || !content.startsWith("=")) return content ?? null;
  return calculated(sheet, content).value;
}

function calculated(sheet: SheetPlan, formula: string): Evaluation {
  const { ranges, names } = references(formula, sheet.name);
  return evaluate(
    formula,
    { sheet: sheet.name, row: 0, column: 0 },
    {
      ranges: ranges.map(({ address }) => addressesOf(address).map((one) => [shows(sheet, one)])),
      names: names.map(() => null),
      tables: [],
    },
  );
}

/** What the formula of the sheet fills. */
const tableOf = (sheet: SheetPlan): unknown[][] =>
  calculated(sheet, projectCell(sheet).formula).calls[0]!.result as unknown[][];

/** The formula that fills the table, and where it stands. */
function projectCell(sheet: SheetPlan): { row: number; formula: string } {
  const row = sheet.rows.findIndex((cells) => String(cells[1]?.content ?? "").startsWith("=INASTI.PROJECT("));
  return { row, formula: String(sheet.rows[row]![1]!.content) };
}

describe("the preview", () => {
  it.each(projections)("shows the years of the rule book: %s", async (_, inputs, years) => {
    await renderView(<ProjectionView />, host);
    await fillIn(inputs);
    const shown = rows();
    expect(shown).toHaveLength(inputs.incomes.length);
    for (const { year, provisional, final, settlement, cashOut } of years) {
      const [, ...amounts] = shown[year - inputs.firstYear]!;
      expect(amounts.slice(0, 3)).toEqual([provisional, final, settlement].map(amount));
      if (cashOut !== undefined) expect(amounts[3]).toBe(amount(cashOut));
    }
    expect(screen.getByRole("img", { name: /^Cash out by year: / })).toBeVisible();
  });

  it("asks for an indexation only beyond the last published year, and starts with the workbook's", async () => {
    host.state = { ...host.state, parameters: { year: NEXT_YEAR, indexation: "0.025" }, namedYear: NEXT_YEAR };
    await renderView(<ProjectionView />, host);
    expect(field("First year")).toHaveValue(String(NEXT_YEAR));
    expect(field(/^Indexation per year/)).toHaveValue("2.5");
    enter("First year", "2020");
    expect(screen.queryByLabelText(/^Indexation per year/)).not.toBeInTheDocument();
  });

  it("waits for an indexation, and says what is wrong with one only once somebody has typed", async () => {
    await renderView(<ProjectionView />, host);
    expect(screen.getByText(/^Your assumption on the growth of the index/)).toBeVisible();
    expect(screen.getByText("Fill in the form to see the years; fields marked * are required.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert as sheet" })).toBeDisabled();
    enter(/^Indexation per year/, "lots");
    expect(screen.getByText("Enter a percentage, such as 2.5.")).toBeVisible();
  });

  it("leaves open what an earlier income decides, and says which", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({ firstYear: 2024, incomes: ["25000", "32000", "38000"], category: "principal" });
    expect(rows().map(([, provisional]) => provisional)).toEqual(["–", "–", "–"]);
    for (const year of [2021, 2022, 2023])
      expect(screen.getByText(`The income of ${year} is not given.`)).toBeVisible();
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

  it("asks to fill a gap between earlier incomes, for they count back from the first year", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({ firstYear: 2024, incomes: ["25000"], category: "principal" });
    enter("Income 2022", "20000");
    expect(screen.getByText("This field is required.")).toBeVisible();
    enter("Income 2023", "20000");
    expect(screen.queryByText("This field is required.")).not.toBeInTheDocument();
  });

  it("takes over grown incomes when each is to be typed", async () => {
    await renderView(<ProjectionView />, host);
    enter("First year", "2022");
    enter("Number of years", "3");
    enter("First income", "20000");
    enter("Growth per year", "10");
    await user.selectOptions(screen.getByRole("combobox", { name: "Incomes" }), "An income for each year");
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
  it.each(projections)("calculates by itself what the rule book says: %s", async (_, inputs, years) => {
    await renderView(<ProjectionView />, host);
    await fillIn(inputs);
    const sheet = await insert();
    const { row } = projectCell(sheet);
    const table = tableOf(sheet);
    for (const { year, provisional, final, settlement, cashOut } of years) {
      const line = table[year - inputs.firstYear + 1]!;
      expect(line.slice(2, 5)).toEqual([provisional, final, settlement].map(Number));
      if (cashOut !== undefined) expect(line[7]).toBe(Number(cashOut));
    }
    // Nothing stands where the table will be, and each of its columns but the words has a format.
    for (let down = 1; down <= inputs.incomes.length + 5; down++) {
      const cells = sheet.rows[row + down]!;
      expect(cells.map(({ content }) => content).filter((content) => content !== undefined)).toEqual([]);
      expect(cells.slice(1, 10).map(({ format }) => format)).toEqual([
        "0",
        ...Array.from({ length: 4 }, () => '"€"#,##0.00'),
        "0",
        ...Array.from({ length: 3 }, () => '"€"#,##0.00'),
      ]);
    }
  });

  it("has its inputs as yellow cells and its sums above the table", async () => {
    await renderView(<ProjectionView />, host);
    await fillIn({
      firstYear: 2024,
      incomes: ["25000", "32000"],
      category: "principal",
      fund: "0.0305",
      earlierIncomes: ["22000", "23000", "24000"],
    });
    const sheet = await insert();
    expect(sheet.rows.slice(5, 10).map((cells) => [cells[1]!.content, cells[2]!.content, cells[2]!.style])).toEqual([
      ["First year", 2024, "input"],
      ["Category", "principal", "input"],
      ["Start of the activity", undefined, "input"],
      ["Indexation per year", undefined, "input"],
      ["Fund or fee rate", 0.0305, "input"],
    ]);
    expect(sheet.choices).toEqual([{ row: 6, column: 2, values: CATEGORIES }]);
    const incomes = sheet.rows.slice(4, 11).map((cells) => [cells[4]?.content, cells[5]?.content, cells[5]?.style]);
    expect(incomes).toEqual([
      ["Earlier incomes", undefined, "section"],
      ["=C6-3", 22000, "input"],
      ["=C6-2", 23000, "input"],
      ["=C6-1", 24000, "input"],
      ["Incomes", undefined, "section"],
      ["=C6", 25000, "input"],
      ["=E10+1", 32000, "input"],
    ]);
    const { row, formula } = projectCell(sheet);
    expect(formula).toBe(
      '=INASTI.PROJECT(C6,IF(F10:F11="","",F10:F11),C7,IF(C8="","",C8),IF(C9="","",C9),IF(C10="","",C10),IF(COUNT(F6:F8)=ROWS(F6:F8),F6:F8,""))',
    );
    const sums = sheet.rows[row - 1]!.map(({ content }) => content);
    expect(sums[1]).toBe("Total");
    expect(sums[8]).toBe(`=SUM(I${row + 2}:I${row + 53})`);
    expect(sheet.rows[1]![1]!.content).toMatch(/&INDEX\(INASTI\.VERSION\(\),2,2\)&/);
    expect(sheet.landscape).toBe(true);
    const [chart] = sheet.charts!;
    expect(chart!.series[0]!.values).toEqual({ row: row + 1, column: 8, rows: 2, columns: 1 });
    expect(chart!.categories).toEqual({ row: row + 1, column: 1, rows: 2, columns: 1 });
    // The chart stands beside the inputs, above the table that can grow.
    expect(chart!.place.row + chart!.place.rows).toBeLessThan(row - 1);
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
    expect(at(sheet, "C11")).toEqual({ content: 0.1, style: "input", format: "0.00##%" });
    expect(at(sheet, "C8")).toEqual({ content: day(2022, 1, 1), style: "input", format: "yyyy-mm-dd" });
    expect(["F6", "F7", "F8"].map((address) => at(sheet, address).content)).toEqual([
      20000,
      "=ROUND(F6*(1+$C$11),2)",
      "=ROUND(F7*(1+$C$11),2)",
    ]);
    // The first year of the rule book's starter of 2022 with this income.
    const table = tableOf(sheet);
    expect(table[1]!.slice(1, 5)).toEqual([20000, 3005, 4100, 1095]);
    expect(table.slice(1).map((line) => line[1])).toEqual([20000, 22000, 24200]);
  });

  it("follows the workbook's indexation until another is typed", async () => {
    host.state = { ...host.state, parameters: { year: NEXT_YEAR, indexation: "0.02" }, namedYear: NEXT_YEAR };
    await renderView(<ProjectionView />, host);
    expect(at(await insert(), "C9").content).toBe("=PARAMETER_INDEXATION");
    enter(/^Indexation per year/, "3");
    expect(at(await insert(), "C9").content).toBe(0.03);
  });
});

it("speaks French", async () => {
  host = new FakeHost("fr-BE");
  await renderView(<ProjectionView />, host);
  enter(/^Indexation par an/, "2,5");
  enter("Premier revenu", "30.000,50");
  expect(rows()[0]![0]).toBe(String(LAST_YEAR));
  await user.click(screen.getByRole("button", { name: "Insérer dans une nouvelle feuille" }));
  await screen.findByText(/Projection/, { selector: ".fui-MessageBarBody" });
  const sheet = host.sheets[0]!;
  expect(at(sheet, "F6")).toEqual({ content: 30000.5, style: "input", format: '#,##0.00 "€"' });
  expect(at(sheet, "C9").content).toBe(0.025);
  expect(at(sheet, "B6").content).toBe("Première année");
});
