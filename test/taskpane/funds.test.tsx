import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { type Block, type Cell, InsertRefused } from "../../src/host/host";
import { LAST_YEAR } from "../../src/rules/contributions";
import { FundsView } from "../../src/taskpane/funds/funds-view";
import { FakeHost, NEW_WORKBOOK, workbookOf } from "./fake-host";
import { renderPane, renderView, showView } from "./setup";

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

const inYear = (year: number): void => {
  host.state = workbookOf(year);
};

const open = () => renderView(<FundsView />, host);

async function type(label: string, text: string): Promise<void> {
  const field = screen.getByRole("textbox", { name: label });
  await user.clear(field);
  if (text) await user.paste(text);
}

const choose = (label: string, choice: string) =>
  user.selectOptions(screen.getByRole("combobox", { name: label }), choice);

/** A date field takes a whole date. */
const date = (label: string, iso: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: iso } });

/** The rows of the comparison as text, without the header. */
function rows(): string[][] {
  const [, ...found] = within(screen.getByRole("table")).getAllByRole("row");
  return found.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent.replace(/\s/g, " ")),
  );
}

/** The cell of a block that stands at an address when its corner is the selected cell. */
function at({ rows: cells }: Block, address: string, corner = host.cell.address): Cell | undefined {
  const [, column = "", row = ""] = /^([A-Z])(\d+)$/.exec(address)!;
  const [, firstColumn = "", firstRow = ""] = /^([A-Z])(\d+)$/.exec(corner)!;
  return cells[Number(row) - Number(firstRow)]?.[column.charCodeAt(0) - firstColumn.charCodeAt(0)];
}

/** As FU-090 of the golden cases, on the fees of fixed/funds.ts: 871.71 in 2025. */
const COMPARED_2025 = [
  ["Acerta3.05%", "€106.36", "–"],
  ["Xerius3.05%", "€106.36", "–"],
  ["Group S3.90%, rate of 2023", "€136.00", "€29.64€296.40"],
  ["Liantis3.95%", "€137.72", "€31.36€313.60"],
  ["UCM4.05%", "€141.20", "€34.84€348.40"],
  ["Securex Integrity4.10%", "€142.96", "€36.60€366.00"],
  ["Partena Professional4.25%", "€148.20", "€41.84€418.40"],
];

describe("the comparison", () => {
  it("is for a contribution, cheapest first, with ten years", async () => {
    inYear(2025);
    await open();
    await type("Contribution per quarter", "871.71");
    expect(rows()).toEqual(COMPARED_2025);
    expect(screen.getByText(/^Ten years: ten times the difference of one year/)).toBeVisible();
    expect(screen.getByText(/^No published rate: Avixi, Incozina/)).toBeVisible();
  });

  it("is for an income and a category", async () => {
    inYear(2025);
    await open();
    await choose("Compare for", "An income");
    await type("Income of the year", "0");
    // The minimum of 2025: 17,008.88 at 20.5 %, a quarter of it.
    expect(screen.getByText("Contribution per quarter: €871.71")).toBeVisible();
    expect(screen.getByText('=INASTI.QUARTERLY(0,"principal",PARAMETER_YEAR)')).toBeVisible();
    expect(rows()).toEqual(COMPARED_2025);
  });

  it("asks for the quarter where the quarters of the year differ", async () => {
    inYear(2018);
    await open();
    await choose("Compare for", "An income");
    await choose("Category", "Primostarter");
    await type("Income of the year", "6997.55");
    expect(screen.getByText(/^The rules for “primostarter” differ within 2018/)).toBeVisible();
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
    await choose("Quarter", "2");
    // Xerius printed 369.56 with its fee of 3.05 %: 358.62 and 10.94.
    expect(screen.getByText("Contribution per quarter: €358.62")).toBeVisible();
    expect(rows()).toContainEqual(["Xerius3.05%", "€43.76", "–"]);
    await choose("Category", "Main occupation");
    expect(screen.queryByRole("combobox", { name: "Quarter" })).not.toBeInTheDocument();
    expect(screen.getByRole("table")).toBeVisible();
  });

  it("says when a rate is older than the year", async () => {
    await open();
    await type("Contribution per quarter", "2050");
    // 2050 at 3.05 % is 62.525, so 62.53 a quarter; at 3.90 % it is 79.95.
    expect(rows().slice(0, 3)).toEqual([
      ["Acerta3.05%", "€250.12", "–"],
      ["Xerius3.05%", "€250.12", "–"],
      ["Group S3.90%, rate of 2023", "€319.80", "€69.68€696.80"],
    ]);
  });

  it("shows a rate's source and confidence on demand", async () => {
    inYear(2025);
    await open();
    await user.click(screen.getByRole("button", { name: "Partena Professional Source" }));
    expect(screen.getByText("One publication")).toBeVisible();
    expect(screen.getByRole("link", { name: /^A comparison of the funds/ })).toHaveAttribute(
      "href",
      "https://example.org/funds",
    );
  });

  it("has a rate of one's own in its place", async () => {
    await open();
    await type("Contribution per quarter", "2050");
    await type("Own rate", "3.75");
    // 2050 at 3.75 % is 76.875, so 76.88 a quarter.
    expect(rows()[2]).toEqual(["Own rate3.75%", "€307.52", "€57.40€574.00"]);
    await type("Own rate", "3");
    expect(rows()[0]).toEqual(["Own rate3%", "€246.00", "–"]);
    expect(rows()[1]![2]).toBe("€4.12€41.20");
  });

  it.each(["10.5", "-1", "abc"])("takes no rate of one's own such as %p", async (text) => {
    await open();
    await type("Own rate", text);
    expect(screen.getByText("Enter a rate from 0 to 10%, such as 3.05.")).toBeVisible();
    expect(rows()).toHaveLength(7);
  });

  it.each(["", "abc", "-5", "1,2,3", "1e3", "999999999999"])(
    "is not shown for %p, which is no amount",
    async (text) => {
      await open();
      await type("Contribution per quarter", text);
      expect(screen.getByRole("textbox", { name: "Contribution per quarter" })).toBeInvalid();
      expect(screen.getByText("Enter an amount, such as 1,000.00.")).toBeVisible();
      expect(screen.queryByRole("table")).not.toBeInTheDocument();
    },
  );

  it("says what the cell says of an income without contribution", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: 2016, indexation: null }, namedYear: 2016 };
    await open();
    await choose("Compare for", "An income");
    await choose("Category", "Student self-employed");
    expect(screen.getByText(/2017/)).toBeVisible();
    expect(screen.queryByRole("table")).not.toBeInTheDocument();
  });

  it("is drawn, with a text for whoever does not see it", async () => {
    inYear(2025);
    await open();
    await type("Contribution per quarter", "871.71");
    await choose("My fund", "UCM");
    const chart = screen.getByRole("img", { name: /^Fee per year\./ });
    expect(chart).toHaveAccessibleName(expect.stringContaining("Acerta: €106.36; Xerius: €106.36"));
    expect(chart).toHaveAccessibleName(expect.stringContaining("UCM · My fund: €141.20"));
  });

  it("keeps what was typed while another view shows", async () => {
    await renderPane(host);
    showView("funds");
    await screen.findByRole("textbox", { name: "Contribution per quarter" });
    await type("Contribution per quarter", "2050");
    showView("year");
    expect(screen.queryByRole("textbox", { name: "Contribution per quarter" })).not.toBeInTheDocument();
    showView("funds");
    expect(screen.getByRole("textbox", { name: "Contribution per quarter" })).toHaveValue("2050");
  });

  it("is there without a spreadsheet, which inserting needs", async () => {
    host.hasWorkbook = false;
    await open();
    expect(rows()).toHaveLength(7);
    expect(screen.getByRole("button", { name: "Insert as a live table" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Use the selection" })).toBeDisabled();
  });
});

describe("a change of fund", () => {
  it("saves a year's difference, and ten times that in ten years", async () => {
    inYear(2025);
    await open();
    await type("Contribution per quarter", "871.71");
    await choose("My fund", "UCM");
    expect(
      screen.getByText(
        "From UCM to Acerta or Xerius: €34.84 less per year, €348.40 less in ten years at today’s contribution.",
      ),
    ).toBeVisible();
    // 141.20 against 137.72.
    await choose("Change to", "Liantis");
    expect(screen.getByText(/^From UCM to Liantis: €3\.48 less per year, €34\.80 less in ten years/)).toBeVisible();
    await choose("Change to", "Securex Integrity");
    expect(screen.getByText(/^From UCM to Securex Integrity: €1\.76 more per year/)).toBeVisible();
  });

  it("saves nothing between funds at one rate", async () => {
    await open();
    await choose("My fund", "Xerius");
    expect(screen.getByText("From Xerius to Acerta: the same fee.")).toBeVisible();
  });

  it("asks for the rate of a fund that has no figure", async () => {
    inYear(2026);
    await open();
    await choose("My fund", "Avixi");
    expect(screen.getByText(/^No rate of Avixi is known for 2026/)).toBeVisible();
    await choose("My fund", "Own rate");
    await type("Fee rate", "4.05");
    expect(screen.getByText(/^From My fund to Acerta or Xerius: €40\.00 less per year/)).toBeVisible();
    expect(rows()).toContainEqual(["My fund4.05%", "€162.00", "€40.00€400.00"]);
  });

  it("has its date and its request, with the steps", async () => {
    await open();
    // FU-103 of the golden cases.
    date("With this fund since", "2021-02-03");
    date("Request from", "2024-03-01");
    expect(screen.getByText("Change on 1 Jan 2025; the new fund asks for it by 30 Jun 2024.")).toBeVisible();
    expect(screen.getByText(/^4 years from 01\/01\/2021, complete on 1 January 2025/)).toBeVisible();
    expect(screen.getByText("=FUND.SWITCH(DATE(2021,2,3),DATE(2024,3,1))")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Insert the last day of the request" }));
    expect(await screen.findByText(/^Inserted at/)).toBeVisible();
    expect(host.blocks[0]?.rows[0]?.[0]?.content).toBe("=FUND.SWITCHREQUEST(DATE(2021,2,3),DATE(2024,3,1))");
  });

  it("comes a year later when it is asked for after 30 June", async () => {
    await open();
    // FU-106 of the golden cases.
    date("With this fund since", "2015-01-01");
    date("Request from", "2026-07-01");
    expect(screen.getByText("Change on 1 Jan 2028; the new fund asks for it by 30 Jun 2027.")).toBeVisible();
  });

  it("is asked for from today on, until somebody says otherwise", async () => {
    jest.useFakeTimers({ now: new Date(2026, 5, 30, 23, 30), doNotFake: ["setTimeout", "queueMicrotask"] });
    await open();
    expect(screen.getByLabelText("Request from")).toHaveValue("2026-06-30");
    jest.useRealTimers();
  });

  it("has none while debts remain, in the cell's words", async () => {
    await open();
    // FU-122 of the golden cases.
    date("With this fund since", "2015-01-01");
    date("Request from", "2026-05-01");
    await choose("No debt outstanding", "No");
    expect(screen.getByText(/^No change of fund on 01\/01\/2027 while contributions/)).toBeVisible();
    expect(screen.queryByText(/^Change on/)).not.toBeInTheDocument();
  });

  it("has none once the pension is too near", async () => {
    await open();
    // FU-115 of the golden cases.
    date("With this fund since", "2010-01-01");
    date("Request from", "2026-05-01");
    await user.click(screen.getByRole("button", { name: "Pension approaching" }));
    await type("Year of the legal pension age", "2027");
    expect(screen.getByText(/^No change of fund on 01\/01\/2027: because of the pension/)).toBeVisible();
    await type("Year of the legal pension age", "27");
    expect(screen.getByText("Enter a whole number from 1950 to 2100.")).toBeVisible();
  });

  it("needs the day from which it is asked for", async () => {
    await open();
    date("With this fund since", "2010-01-01");
    date("Request from", "");
    expect(screen.getByText("Enter a date.")).toBeVisible();
    expect(screen.queryByText(/^Change on/)).not.toBeInTheDocument();
  });
});

describe("the live table", () => {
  const insert = async (): Promise<Block> => {
    await user.click(screen.getByRole("button", { name: "Insert as a live table" }));
    await screen.findByText(/^Inserted at/);
    return host.blocks[0]!;
  };

  it("has formulas for the place where it is put", async () => {
    host.cell = { ...host.cell, address: "C5" };
    await open();
    await type("Contribution per quarter", "2050");
    const block = await insert();
    expect(at(block, "D8")).toEqual({ content: 2050, style: "input", format: '"€"#,##0.00' });
    expect(at(block, "D9")?.content).toBe("=PARAMETER_YEAR");
    expect(at(block, "C11")?.content).toBe("=FUND.COMPARE(D8,PARAMETER_YEAR)");
    // The difference per year is the eighth column of FUND.COMPARE, and the ten years stand beside the tenth.
    expect(at(block, "M12")?.content).toBe('=IF(ISNUMBER(J12),10*J12,"")');
    expect(at(block, "M19")?.content).toBe('=IF(ISNUMBER(J19),10*J19,"")');
    expect(at(block, "H12")).toEqual({ format: '"€"#,##0.00' });
    expect(at(block, "D12")).toEqual({ format: "0.00##%" });
    expect(host.state.namedYear).toBe(LAST_YEAR);
  });

  it("has a chart of the funds' fees", async () => {
    await open();
    const { charts, rows: cells } = await insert();
    const [chart] = charts!;
    expect(chart).toMatchObject({
      kind: "bar",
      categories: { row: 7, column: 0, rows: 7, columns: 1 },
      series: [{ name: "Fee per year", values: { row: 7, column: 5, rows: 7, columns: 1 } }],
    });
    expect(cells[6]?.[0]?.content).toMatch(/^=FUND\.COMPARE/);
    // The chart stands on cells of the block, which are known to be free.
    expect(chart!.place.row + chart!.place.rows).toBeLessThanOrEqual(cells.length);
  });

  it("keeps an income alive", async () => {
    inYear(2018);
    host.cell = { ...host.cell, address: "B80" };
    await open();
    await choose("Compare for", "An income");
    await choose("Category", "Primostarter");
    await type("Income of the year", "6997.55");
    await choose("Quarter", "2");
    const block = await insert();
    expect(["C83", "C84", "C85", "C86"].map((cell) => at(block, cell)?.content)).toEqual([
      6997.55,
      "primostarter",
      2,
      "=INASTI.QUARTERLY(C83,C84,PARAMETER_YEAR,C85)",
    ]);
    expect(at(block, "B89")?.content).toBe("=FUND.COMPARE(C86,PARAMETER_YEAR)");
  });

  it("names the indexation of a projected year", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: LAST_YEAR + 2, indexation: "0.02" }, namedYear: LAST_YEAR + 2 };
    await open();
    await choose("Compare for", "An income");
    const block = await insert();
    expect(at(block, "B6")?.content).toBe("=INASTI.QUARTERLY(B4,B5,PARAMETER_YEAR,,,PARAMETER_INDEXATION)");
  });

  it("compares a rate of one's own with the cheapest fund", async () => {
    await open();
    await type("Own rate", "3.75");
    const block = await insert();
    expect(at(block, "B6")).toEqual({ content: 0.0375, style: "input", format: "0.00##%" });
    expect(at(block, "B7")?.content).toBe("=4*FUND.FEE(B4,B6)");
    expect(at(block, "A10")?.content).toBe("=FUND.COMPARE(B4,PARAMETER_YEAR)");
    expect(at(block, "B8")?.content).toBe("=B7-F11");
  });

  it("stays out of the sheet with a clear word", async () => {
    await open();
    host.failure = new InsertRefused("occupied", "Sheet1!B2:J9");
    await user.click(screen.getByRole("button", { name: "Insert as a live table" }));
    expect(await screen.findByText(/^Sheet1!B2:J9 is not empty/)).toBeVisible();
  });
});

describe("the scenario", () => {
  const insert = () => user.click(screen.getByRole("button", { name: "Insert as a new sheet" }));

  beforeEach(() => {
    host.range = "'My members'!A2:A4";
    host.values["My members!A2:A4"] = [[871.71], [2050], [0]];
  });

  it("is a sheet of rates by steps over the selected contributions", async () => {
    await open();
    await user.click(screen.getByRole("button", { name: "Use the selection" }));
    expect(screen.getByRole("textbox", { name: "Contributions of the members" })).toHaveValue("'My members'!A2:A4");
    await type("Current rate", "4.05");
    await type("From", "3");
    await type("To", "4");
    await type("Step", "0.25");
    expect(screen.getByText("6 rates, the current one first.")).toBeVisible();
    await insert();
    expect(await screen.findByText("Inserted as the sheet “Fee scenario”.")).toBeVisible();
    const [sheet] = host.sheets;
    const cell = (address: string) => at(sheet!, address, "A1")?.content;
    expect(cell("B4")).toBe("'My members'!A2:A4");
    expect(cell("B5")).toBe("=COUNT('My members'!A2:A4)");
    expect(cell("B6")).toBe("=SUM('My members'!A2:A4)");
    expect(["B7", "B8", "B9"].map(cell)).toEqual([0.0405, 0.03, 0.0025]);
    expect(cell("B11")).toBe(`=FUND.SCENARIO(IF('My members'!A2:A4="","",'My members'!A2:A4),A12:A17)`);
    expect(["A12", "A13", "A17"].map(cell)).toEqual(["=B7", "=ROUND(B8+0*B9,10)", "=ROUND(B8+4*B9,10)"]);
    // Fee income and difference are the second and the fourth column that FUND.SCENARIO answers.
    expect(["F12", "G17"].map(cell)).toEqual(["=4*C12", "=4*E17"]);
    expect(sheet!.landscape).toBe(true);
    expect(sheet!.charts![0]).toMatchObject({
      kind: "line",
      categories: { row: 12, column: 0, rows: 5, columns: 1 },
      series: [{ values: { row: 12, column: 5, rows: 5, columns: 1 } }],
    });
  });

  it("takes a list, whatever its order", async () => {
    await open();
    await type("Contributions of the members", "'My members'!A2:A4");
    await choose("Rates to try", "A list");
    await type("Rates in percent", "4.25; 3.05%, 3.9");
    await insert();
    await screen.findByText(/^Inserted as/);
    const [sheet] = host.sheets;
    expect(["B7", "A10", "A11", "A12", "A13"].map((address) => at(sheet!, address, "A1")?.content)).toEqual([
      0.04,
      "=B7",
      0.0305,
      0.039,
      0.0425,
    ]);
  });

  it("refuses more than 200 rates", async () => {
    await open();
    await type("From", "0");
    await type("To", "2");
    await type("Step", "0.01");
    expect(screen.getByText("At most 200 rates with the current one; these are 202.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert as a new sheet" })).toBeDisabled();
  });

  it.each([
    ["Current rate", "abc", "Enter a rate from 0 to 10%, such as 3.05."],
    ["From", "11", "Enter a rate from 0 to 10%, such as 3.05."],
    ["To", "1", "The last rate is below the first."],
    ["Step", "0", "Enter a step above 0 and up to 10%, such as 0.05."],
    ["Contributions of the members", "A2:A4", "Enter a range with its sheet, such as Sheet1!A2:A100."],
  ])("says what is wrong with %s of %s", async (label, text, problem) => {
    await open();
    await user.click(screen.getByRole("button", { name: "Use the selection" }));
    await type(label, text);
    expect(screen.getByText(problem)).toBeVisible();
    expect(screen.getByRole("textbox", { name: label })).toBeInvalid();
    expect(screen.getByRole("button", { name: "Insert as a new sheet" })).toBeDisabled();
  });

  it("says which rate of a list is none", async () => {
    await open();
    await choose("Rates to try", "A list");
    await type("Rates in percent", "3.05; 30.5");
    expect(screen.getByText("“30.5” is no rate from 0 to 10%, such as 3.05.")).toBeVisible();
  });

  it("inserts nothing that would show an error", async () => {
    host.values["My members!A2:A4"] = [["Contribution"], [2050], [0]];
    await open();
    await user.click(screen.getByRole("button", { name: "Use the selection" }));
    await insert();
    expect(await screen.findByText(/^Nothing was inserted\. .*Contribution/)).toBeVisible();
    await type("Contributions of the members", "Nowhere!A2:A4");
    await insert();
    expect(await screen.findByText("Nothing was inserted. The workbook has no such range.")).toBeVisible();
    expect(host.sheets).toHaveLength(0);
  });
});

it("speaks French, with semicolons and a decimal comma", async () => {
  host = new FakeHost("fr-BE");
  await open();
  await choose("Comparer pour", "Un revenu");
  await type("Revenu de l’année", "40.000,50");
  await type("Votre propre taux", "3,75");
  expect(screen.getByText('=INASTI.QUARTERLY(40000,5;"titre principal";PARAMETER_YEAR)')).toBeVisible();
  // 40,000.50 at 20.5 %, a quarter of it: 2,050.03.
  expect(
    screen.getByText((text) => text.replace(/\s/g, " ") === "Cotisation trimestrielle : 2 050,03 €"),
  ).toBeVisible();
  expect(rows()[2]![0]!.replace(/\s/g, " ")).toBe("Votre propre taux3,75 %");
  date("Chez cette caisse depuis", "2022-02-15");
  date("Demande à partir du", "2025-01-01");
  await choose("Aucune dette exigible", "Oui");
  expect(screen.getByText("=FUND.SWITCH(DATE(2022;2;15);DATE(2025;1;1))")).toBeVisible();
});
