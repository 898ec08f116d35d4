import { fireEvent, screen, within, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { type Block, type Cell, InsertRefused } from "../../src/host/host";
import { isoDay } from "../../src/rules/calendar";
import { LAST_YEAR } from "../../src/rules/contributions";
import { FundsView } from "../../src/taskpane/funds/funds-view";
import { FakeHost, NEW_WORKBOOK, workbookOf } from "./fake-host";
import { renderPane, renderView, rowsOfTable, showView } from "./setup";

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

const DAY = (iso: string): number => isoDay(iso)!;

const inYear = (year: number): void => {
  host.state = workbookOf(year);
};

const open = () => renderView(<FundsView />, host);

async function type(label: string, text: string): Promise<void> {
  const field = screen.getByRole("textbox", { name: label });
  await user.clear(field);
  if (text) await user.paste(text);
}

const choose = async (label: string, choice: string) =>
  user.selectOptions(await screen.findByRole("combobox", { name: label }), choice);

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
    await user.click(await screen.findByRole("button", { name: "Partena Professional Source" }));
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
    await user.click(await screen.findByRole("button", { name: "Insert the last day of the request" }));
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
    await user.click(await screen.findByRole("button", { name: "Pension approaching" }));
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
    await user.click(await screen.findByRole("button", { name: "Insert as a live table" }));
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
    await user.click(await screen.findByRole("button", { name: "Insert as a live table" }));
    expect(await screen.findByText(/^Sheet1!B2:J9 is not empty/)).toBeVisible();
  });
});

/** The contents of a sheet by rows. */
const contents = ({ rows: cells }: Block) => cells.map((row) => row.map(({ content }) => content));

/** What stands behind a label. */
const lineOf = (block: Block, label: string) =>
  contents(block).find((row) => row[1] === label && row[4] !== undefined)![4];

/** The rows of one of the pane's tables. */
const answers = (label: string): string[][] =>
  rowsOfTable(label).map((row) => row.map((cell) => cell.replace(/\s/g, " ")));

/** jsdom's blobs tell their text to a reader alone. */
const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });

describe("the scenario", () => {
  const insertButton = () => {
    const part = screen.getByRole("region", { name: "Scenario for analysts" });
    return within(part).getByRole("button", { name: "Insert as a new sheet" });
  };
  const insert = async () => {
    await waitFor(() => expect(insertButton()).toBeEnabled());
    await user.click(insertButton());
  };
  const useSelection = async () => {
    await user.click(await screen.findByRole("button", { name: "Use the selection" }));
    await screen.findByRole("combobox", { name: "The amounts are" });
  };

  beforeEach(() => {
    host.range = "'My members'!A2:A4";
    host.values["My members!A2:A4"] = [[871.71], [2050], [0]];
  });

  it("is a sheet of rates by steps over the selected contributions", async () => {
    await open();
    await useSelection();
    expect(screen.getByRole("textbox", { name: "List of members" })).toHaveValue("'My members'!A2:A4");
    expect(screen.getByText("Members: 3. Contributions of the quarter: €2,921.71.")).toBeVisible();
    await type("Current rate", "4.05");
    await type("From", "3");
    await type("To", "4");
    await type("Step", "0.25");
    expect(screen.getByText("6 rates, the current one first.")).toBeVisible();
    await insert();
    expect(await screen.findByText("Inserted as the sheet “Fee scenario”.")).toBeVisible();
    const [sheet] = host.sheets;
    expect(lineOf(sheet!, "List of members")).toBe("'My members'!A2:A4");
    expect(lineOf(sheet!, "Members")).toBe("=COUNT('My members'!A2:A4)");
    expect(lineOf(sheet!, "Contributions of the quarter")).toBe(
      `=SUM(IF('My members'!A2:A4="","",'My members'!A2:A4))`,
    );
    expect(["Current rate", "From", "Step"].map((label) => lineOf(sheet!, label))).toEqual([0.0405, 0.03, 0.0025]);
    const table = contents(sheet!);
    const head = table.findIndex((row) => row[1] === "Rate");
    // One column of rates, which FUND.SCENARIO takes and does not show again; 2, 3, 4 and 6 are what it answers beside them.
    expect(table[head]!.filter((text) => text === "Rate")).toHaveLength(1);
    expect(table[head + 1]!.slice(1, 4)).toEqual([
      "=$E$9",
      0,
      `=INDEX(FUND.SCENARIO(IF('My members'!A2:A4="","",'My members'!A2:A4),B20:B25,,C20:C25),SEQUENCE(6,1,2),{2,3,4,6})`,
    ]);
    expect([table[head + 2]![1], table[head + 6]![1]]).toEqual([
      "=ROUND($E$10+0*$E$11,10)",
      "=ROUND($E$10+4*$E$11,10)",
    ]);
    expect(table[head + 6]!.slice(7)).toEqual(['=IF(ISNUMBER(G25),INT(ROUND(G25*$E$6,6)),"")', "=4*D25", "=4*F25"]);
    expect(sheet!.landscape).toBe(true);
    expect(sheet!.charts![0]).toMatchObject({
      kind: "line",
      categories: { row: head + 2, column: 1, rows: 5, columns: 1 },
      series: [{ values: { row: head + 2, column: 8, rows: 5, columns: 1 } }],
    });
  });

  /** FS-MEM-1 of the golden cases. */
  const MEMBERS = [
    ["Contribution", "Members"],
    [1000, 100],
    [2050, 50],
    [890.42, 10],
  ];

  it("knows how many members may leave, and the rate that holds the income", async () => {
    host.range = "Fund!B1:C4";
    host.values["Fund!B1:C4"] = MEMBERS;
    await open();
    await useSelection();
    expect(screen.getByText("Members: 160. Contributions of the quarter: €211,404.20.")).toBeVisible();
    await type("Current rate", "3.05");
    await choose("Rates to try", "A list");
    await type("Rates in percent", "4");
    await choose("Members who leave", "A share at each rate");
    await type("Shares in percent", "10");
    await type("If so many members leave", "10");
    // 7,610.58 and 1,162.48 a quarter; 0.2374707315 of 160 members are 37.99….
    expect(answers("What each rate brings in")).toEqual([
      ["3.05%current", "€25,792.40", "–", "–"],
      ["4%10% leave", "€30,442.32", "€4,649.92", "3723.75%"],
    ]);
    // At 3.39 %: 100 × 33.90, 50 × 69.50 and 10 × 30.19, of which nine tenths are 6,450.21: 2.11 more. At 3.38 % they are 6,430.95.
    expect(
      screen.getByText(/3\.39% is the lowest rate that holds today’s fee income \(€8\.44 more per year\)/),
    ).toBeVisible();
    await insert();
    await screen.findByText(/^Inserted as/);
    const [sheet] = host.sheets;
    expect(lineOf(sheet!, "Members")).toBe('=SUMIFS(Fund!C2:C4,Fund!B2:B4,"<>")');
    const cells = contents(sheet!).flat();
    expect(cells).toContain(
      '=SUMIFS(Fund!C2:C4,Fund!B2:B4,"<"&C' + (1 + contents(sheet!).findIndex((row) => row[2] === "Below") + 1) + ")",
    );
    expect(cells.filter((cell) => String(cell).includes('IF(Fund!C2:C4="",0,Fund!C2:C4)'))).toHaveLength(3);
  });

  it("works incomes and categories out, and counts them by class", async () => {
    host.range = "Fund!A1:C4";
    host.values["Fund!A1:C4"] = [
      ["Revenu", "Catégorie", "Nombre"],
      [40_000, "titre principal", 10],
      [9_000, "bijberoep", 5],
      [null, null, null],
    ];
    await open();
    await useSelection();
    expect(screen.getByRole("combobox", { name: "The amounts are" })).toHaveValue("income");
    // 20.5 % of 40,000 and of 9,000, a quarter of it: ten times 2,050.00 and five times 461.25.
    expect(screen.getByText("Members: 15. Contributions of the quarter: €22,806.25.")).toBeVisible();
    await insert();
    await screen.findByText(/^Inserted as/);
    const [sheet] = host.sheets;
    const batch = `INASTI.BATCH(IF(Fund!A2:A4="","",Fund!A2:A4),IF(Fund!B2:B4="","",Fund!B2:B4),PARAMETER_YEAR)`;
    expect(lineOf(sheet!, "Contributions of the quarter")).toBe(`=SUMPRODUCT(${batch},IF(Fund!C2:C4="",0,Fund!C2:C4))`);
    const table = contents(sheet!);
    const head = table.findIndex((row) => row[2] === "Below");
    expect(table[head]!.slice(1)).toEqual(["From", "Below", "titre principal", "bijberoep", "Members", "Share"]);
    expect(table[head + 2]![3]).toBe(
      `=SUMIFS(Fund!C2:C4,Fund!A2:A4,">="&B${head + 3},Fund!A2:A4,"<"&C${head + 3},Fund!B2:B4,D${head + 1})`,
    );
    expect(sheet!.charts![1]).toMatchObject({
      kind: "column",
      series: [{ name: "titre principal" }, { name: "bijberoep" }],
    });
  });

  it("works the incomes of a year to come out with the workbook's indexation, and marks it as an assumption", async () => {
    const year = LAST_YEAR + 2;
    host.state = { ...NEW_WORKBOOK, parameters: { year, indexation: "0.03" }, namedYear: year };
    host.range = "Fund!A1:B2";
    host.values["Fund!A1:B2"] = [
      ["Income", "Category"],
      [40_000, "principal"],
    ];
    await open();
    await useSelection();
    expect(screen.getByText("Members: 1. Contributions of the quarter: €2,050.00.")).toBeVisible();
    expect(screen.getByText(`Figures of ${year} are a projection at 3% a year, by the legal formula.`)).toBeVisible();
    await insert();
    await screen.findByText(/^Inserted as/);
    const [sheet] = host.sheets;
    expect(lineOf(sheet!, "Indexation per year (assumption)")).toBe("=PARAMETER_INDEXATION");
    expect(lineOf(sheet!, "Contributions of the quarter")).toContain(",PARAMETER_YEAR,,PARAMETER_INDEXATION)");
  });

  it("names the rows that cannot be worked out", async () => {
    host.range = "Fund!A1:B3";
    host.values["Fund!A1:B3"] = [
      ["Income", "Category"],
      [40_000, "principal"],
      [9_000, "gardener"],
    ];
    await open();
    await useSelection();
    expect(screen.getByText(/^Row 3: .*gardener/)).toBeVisible();
    await insert();
    expect(await screen.findByText(/^Nothing was inserted\. Row 3: /)).toBeVisible();
    expect(host.sheets).toHaveLength(0);
  });

  it("follows a rise: so many leave for each tenth of a point", async () => {
    await open();
    await useSelection();
    await type("Current rate", "4");
    await type("From", "3.9");
    await type("To", "4.2");
    await choose("Members who leave", "A share that grows with the rate");
    await type("Leaving per 0.10 point more", "2.5");
    expect(answers("What each rate brings in").map(([rate]) => rate)).toEqual([
      "4%current",
      "3.9%",
      "4%",
      "4.1%2.5% leave",
      "4.2%5% leave",
    ]);
    await insert();
    await screen.findByText(/^Inserted as/);
    const table = contents(host.sheets[0]!);
    const head = table.findIndex((row) => row[1] === "Rate");
    expect(table[head + 2]![2]).toBe(`=ROUND(MAX(0,MIN(1,(B${head + 3}-$E$9)/0.001*$E$12)),10)`);
  });

  it("is saved as a file that the reader's Excel opens", async () => {
    const made: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${made.push(blob as Blob)}`;
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    host = new FakeHost("nl-BE");
    host.range = "Fund!B1:C4";
    host.values["Fund!B1:C4"] = MEMBERS;
    await open();
    await user.click(await screen.findByRole("button", { name: "De selectie gebruiken" }));
    await screen.findByRole("combobox", { name: "De bedragen zijn" });
    await user.click(await screen.findByRole("button", { name: "Opslaan als CSV" }));
    const [head, first] = (await textOf(made[0]!)).split("\r\n");
    expect(head).toMatch(/Percentage;Deel dat vertrekt;Opbrengst per kwartaal;/);
    // 4 % of 1,000.00, 2,050.00 and 890.42: 100 × 40.00, 50 × 82.00 and 10 × 35.62.
    expect(first).toMatch(/^0,04;0;8456,2;52,85;0;0;0;33824,8;0$/);
    jest.restoreAllMocks();
  });

  it("takes a list, whatever its order", async () => {
    await open();
    await useSelection();
    await choose("Rates to try", "A list");
    await type("Rates in percent", "4.25; 3.05%, 3.9");
    await insert();
    await screen.findByText(/^Inserted as/);
    const table = contents(host.sheets[0]!);
    const head = table.findIndex((row) => row[1] === "Rate");
    expect(lineOf(host.sheets[0]!, "Current rate")).toBe(0.04);
    expect(table.slice(head + 1, head + 5).map((row) => row[1])).toEqual(["=$E$9", 0.0305, 0.039, 0.0425]);
  });

  it("refuses more than 200 rates", async () => {
    await open();
    await type("From", "0");
    await type("To", "2");
    await type("Step", "0.01");
    expect(screen.getByText("At most 200 rates with the current one; these are 202.")).toBeVisible();
    expect(insertButton()).toBeDisabled();
  });

  it.each([
    ["Current rate", "abc", "Enter a rate from 0 to 10%, such as 3.05."],
    ["From", "11", "Enter a rate from 0 to 10%, such as 3.05."],
    ["To", "1", "The last rate is below the first."],
    ["Step", "0", "Enter a step above 0 and up to 10%, such as 0.05."],
    ["If so many members leave", "100", "Enter a share from 0 to less than 100%, such as 2.5."],
    ["List of members", "A2:A4", "Enter a range with its sheet, such as Sheet1!A2:A100."],
    ["List of members", "Nowhere!A2:A4", "The workbook has no such range."],
  ])("says what is wrong with %s of %s", async (label, text, problem) => {
    await open();
    await useSelection();
    await type(label, text);
    expect(await screen.findByText(problem)).toBeVisible();
    expect(screen.getByRole("textbox", { name: label })).toBeInvalid();
    expect(insertButton()).toBeDisabled();
  });

  it("says which rate of a list is none", async () => {
    await open();
    await choose("Rates to try", "A list");
    await type("Rates in percent", "3.05; 30.5");
    expect(screen.getByText("“30.5” is no rate from 0 to 10%, such as 3.05.")).toBeVisible();
  });

  it("inserts nothing that would show an error, and takes the members of that moment", async () => {
    await open();
    await useSelection();
    host.values["My members!A2:A4"] = [[2050], ["twelve"], [0]];
    await insert();
    expect(await screen.findByText(/^Nothing was inserted\. .*twelve/)).toBeVisible();
    expect(host.sheets).toHaveLength(0);
  });

  it("has a table to begin with", async () => {
    await open();
    await user.click(await screen.findByRole("button", { name: "Insert an example table" }));
    await screen.findByText("The workbook has no such range.");
    expect(screen.getByRole("textbox", { name: "List of members" })).toHaveValue("Members!B4:D17");
    expect(contents(host.sheets[0]!)[3]).toEqual([undefined, "Mean income of the class", "Category", "Members"]);
  });
});

describe("the quarters of affiliation", () => {
  const unfold = async () => user.click(await screen.findByRole("button", { name: "By when members can change fund" }));
  const part = () => within(screen.getByRole("region", { name: "By when members can change fund" }));

  it("have the day by which each must ask", async () => {
    await open();
    await unfold();
    await type("First year of affiliation", "2021");
    await type("Last year of affiliation", "2022");
    date("Requests from", "2025-05-10");
    const found = answers("Quarters of affiliation");
    // FU-110 to FU-112 of the golden cases.
    expect(found[4]).toEqual(["Q1 2022", "1 Jan 2026", "30 Jun 2025"]);
    expect(found[5]![1]).toBe("1 Jan 2027");
    await user.click(await part().findByRole("button", { name: "Insert as a new sheet" }));
    await screen.findByText(/^Inserted as/);
    const table = contents(host.sheets[0]!);
    const row = table.findIndex((line) => line[1] === "Q1 2022");
    expect(table[row]!.slice(3)).toEqual([
      `=FUND.SWITCH(C${row + 1})`,
      `=FUND.SWITCH(C${row + 1},$D$5)`,
      `=FUND.SWITCHREQUEST(C${row + 1},$D$5)`,
      `=F${row + 1}-$D$5`,
    ]);
  });

  it("are counted in a list of members", async () => {
    host.range = "Fund!A1:B5";
    host.values["Fund!A1:B5"] = [
      ["Affiliation", "Members"],
      [DAY("2022-01-15"), 300],
      [DAY("2022-03-31"), 50],
      [DAY("2022-04-01"), 70],
      [null, null],
    ];
    await open();
    await unfold();
    await choose("Quarters of affiliation", "Of a list of members");
    await user.click(await part().findByRole("button", { name: "Use the selection" }));
    await screen.findByRole("combobox", { name: "Column of the affiliation" });
    date("Requests from", "2025-05-10");
    expect(answers("Quarters of affiliation")).toEqual([
      ["Q1 2022", "350", "1 Jan 2026", "30 Jun 2025"],
      ["Q2 2022", "70", "1 Jan 2027", "30 Jun 2026"],
    ]);
    expect(screen.getByText("1 Jan 2026: 350 members, if the new fund asks by 30 Jun 2025.")).toBeVisible();
    await user.click(await part().findByRole("button", { name: "Insert as a new sheet" }));
    await screen.findByText(/^Inserted as/);
    const cells = contents(host.sheets[0]!).flat();
    expect(cells).toContain('=SUMIFS(Fund!B2:B5,Fund!A2:A5,">="&DATE(2022,1,1),Fund!A2:A5,"<"&DATE(2022,4,1))');
  });

  it("names a row without a date", async () => {
    host.range = "Fund!A1:A3";
    host.values["Fund!A1:A3"] = [["Affiliation"], [DAY("2022-01-15")], ["soon"]];
    await open();
    await unfold();
    await choose("Quarters of affiliation", "Of a list of members");
    await user.click(await part().findByRole("button", { name: "Use the selection" }));
    expect(await screen.findByText("Row 3: “soon” is no date. Enter a date in the cell.")).toBeVisible();
    expect(part().getByRole("button", { name: "Insert as a new sheet" })).toBeDisabled();
  });
});

describe("a fee table of one's own", () => {
  const unfold = async () => user.click(await screen.findByRole("button", { name: "Fee table of your own" }));
  const part = () => within(screen.getByRole("region", { name: "Fee table of your own" }));
  const table = () => answers("Fee per year by contribution of a quarter");

  it("begins with the published rates, and takes others", async () => {
    inYear(2025);
    await open();
    await unfold();
    await type("Contributions of a quarter", "871.71");
    // As the comparison has them.
    expect(table()[0]).toEqual(["Acerta 3.05%", "€106.36"]);
    await user.click(await part().findByRole("button", { name: "Add a fund" }));
    const names = part().getAllByRole("textbox", { name: "Fund" });
    await user.type(names.at(-1)!, "New fund");
    await user.type(part().getAllByRole("textbox", { name: "Rate" }).at(-1)!, "3");
    // 3 % of 871.71 is 26.1513: four times 26.15.
    expect(table()[0]).toEqual(["New fund 3%", "€104.60"]);
    await user.click(await part().findByRole("button", { name: "Remove Acerta" }));
    expect(table()[1]).toEqual(["Xerius 3.05%", "€106.36"]);
    await user.click(await part().findByRole("button", { name: "Insert as a new sheet" }));
    await screen.findByText(/^Inserted as/);
    const cells = contents(host.sheets[0]!);
    expect(cells[7]!.slice(1)).toEqual([
      "New fund",
      0.03,
      '=IFERROR(FUND.RATE(B8,$C$4),"")',
      "=4*FUND.FEE(E$7,$C8)",
      "=E8-MIN($E$8:$E$14)",
    ]);
  });

  it("is read from the workbook and stays bound to it", async () => {
    host.range = "Offers!A1:B3";
    host.values["Offers!A1:B3"] = [
      ["Caisse", "Taux"],
      ["Liantis", 0.0395],
      ["Offre", 0.035],
    ];
    await open();
    await unfold();
    await choose("The rates are", "In a table of the workbook");
    await user.click(await part().findByRole("button", { name: "Use the selection" }));
    await screen.findByRole("table", { name: "Fee per year by contribution of a quarter" });
    await type("Contributions of a quarter", "1,000; 2050");
    // 2050 at 3.5 % is 71.75.
    expect(table()[0]).toEqual(["Offre 3.5%", "€140.00", "€287.00"]);
    await user.click(await part().findByRole("button", { name: "Insert as a new sheet" }));
    await screen.findByText(/^Inserted as/);
    expect(contents(host.sheets[0]!)[7]!.slice(1, 3)).toEqual(["=Offers!A3", "=Offers!B3"]);
  });

  it.each(["", "abc", "1;2;3;4;5;6;7"])("needs contributions, not %p", async (text) => {
    await open();
    await unfold();
    await type("Contributions of a quarter", text);
    expect(part().getByText(/^Enter one to six amounts with semicolons/)).toBeVisible();
    expect(part().getByRole("button", { name: "Insert as a new sheet" })).toBeDisabled();
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
