import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { Cell } from "../../src/host/host";
import { CalculatorView } from "../../src/taskpane/calculator/calculator-view";
import { casesOf } from "../golden/harness";
import { Calculated } from "./calculated-sheet";
import { FakeHost, workbookOf } from "./fake-host";
import { renderView, rowsOfTable } from "./setup";

let host: FakeHost;
let user: UserEvent;

const golden = new Map(casesOf("contributions").map((one) => [one.id, one]));

const MORE = "Start, stop, change of category";

async function open(year: number, income: string, category = "principal"): Promise<void> {
  host = new FakeHost();
  host.state = workbookOf(year);
  user = userEvent.setup();
  await renderView(<CalculatorView />, host);
  await choose(/^Category/, category);
  fill(/^(Income of the year|Profit before)/, income);
}

const choose = async (label: RegExp, value: string) =>
  user.selectOptions(await screen.findByRole("combobox", { name: label }), value);
const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const unfold = async (title: string | RegExp) => user.click(await screen.findByRole("button", { name: title }));

async function ownRate(rate: string): Promise<void> {
  await choose(/^Social insurance fund/, "own");
  fill(/^Fee rate/, rate);
}

/** The cells of the bill, row by row, without what stands under a quarter. */
const bill = () => rowsOfTable("The bill quarter by quarter, in euro");

/** What stands beside a label. */
const beside = (label: string): string =>
  within(screen.getByText(label, { selector: "dt" }).closest("div")!).getByRole("definition").textContent;

const formulas = (): string[] => screen.getAllByText(/^=/, { selector: "code" }).map(({ textContent }) => textContent);

/** What a button puts into a cell. */
const formulaOf = (button: string): string =>
  screen.getByRole("button", { name: button }).parentElement!.parentElement!.querySelector("code")!.textContent;

/** What a cell shows that has the formula. */
const calculated = (formula: string): unknown =>
  new Calculated({ name: "", rows: [[{ content: formula }]], widths: [], landscape: false }).shows("A1");

describe("what the fund sends", () => {
  it("has contribution, fee and total of each quarter with its last day, and of the year", async () => {
    await open(2026, "40,000");
    await ownRate("3.05");
    // 40,000 at 20.5 % is 8,200.00; 3.05 % of 2,050.00 is 62.525, half up.
    expect(bill()).toEqual([
      ["Quarter 1by 31 Mar 2026", "2,050.00", "62.53", "2,112.53"],
      ["Quarter 2by 30 Jun 2026", "2,050.00", "62.53", "2,112.53"],
      ["Quarter 3by 30 Sept 2026", "2,050.00", "62.53", "2,112.53"],
      ["Quarter 4by 31 Dec 2026", "2,050.00", "62.53", "2,112.53"],
      ["Whole year", "8,200.00", "250.12", "8,450.12"],
    ]);
    expect(formulas()).toEqual([
      '=FUND.TOTAL(INASTI.QUARTERLY(40000,"principal",PARAMETER_YEAR),0.0305,PARAMETER_YEAR)',
      '=INDEX(INASTI.DOSSIER(40000,"principal",PARAMETER_YEAR,,,0.0305),2,9)',
    ]);
    await user.click(await screen.findByRole("button", { name: "Step by step: Management fee" }));
    expect(screen.getByText(/^AR38 20 §4/)).toBeVisible();
  });

  it("adds up to what a profit owes", async () => {
    await open(2026, "50,000");
    await choose(/^Calculate from/, "profit");
    await ownRate("3.05");
    // Rule book, section 11: income 41,279.56, contribution 8,462.32, fee 258.12.
    expect(beside("Income on which they are computed")).toBe("€41,279.56");
    expect(bill().at(-1)).toEqual(["Whole year", "8,462.32", "258.12", "8,720.44"]);
    expect(formulas()).toEqual(['=INASTI.FROMPROFIT(50000,"principal",PARAMETER_YEAR,0.0305)']);
  });

  it("says why a fund's fee is not known, and what the contributions are all the same", async () => {
    expect(golden.get("rule-settlement-fund-no-figure")).toMatchObject({ inputs: { fund: "Avixi", year: 2026 } });
    await open(2026, "20,000");
    await choose(/^Social insurance fund/, "avixi");
    expect(bill().at(-1)).toEqual(["Whole year", "4,100.00", "#N/A", "#N/A"]);
    expect(screen.getByText(/Avixi/, { selector: "[class*=MessageBar] *" })).toBeVisible();
  });

  it("ends with the quarter of a stop", async () => {
    // Rule book, rule-stop-settlement: 25,000 to 30/06/2025 is 50,000 a year.
    await open(2025, "25,000");
    await unfold(MORE);
    fill(/^Stop of the activity/, "2025-06-30");
    expect(beside("Quarter 2")).toBe("€2,562.50");
    expect(beside("Quarter 3")).toBe("€0.00");
    expect(beside("Whole year")).toBe("€5,125.00");
    expect(formulas()).toContain('=INASTI.QUARTERLY(25000,"principal",PARAMETER_YEAR,1,,,DATE(2025,6,30))');
    // What is set stays in sight when the fields are folded again.
    await unfold(/^Start, stop/);
    expect(screen.getByText("Stop of the activity: 30 Jun 2025")).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: /^Start, stop/ }));
    fill(/^Start of the activity/, "2025-09-01");
    expect(screen.getByText(/^Stop of the activity|^stop/i, { selector: "[class*=MessageBar] *" })).toBeVisible();
  });
});

describe("a change of category", () => {
  it("has each quarter by its category", async () => {
    // Rule book, CAREER: complementary from 15/03/2021, primostarter from 10/05/2023, 20,000.
    await open(2023, "20,000", "complementary");
    await unfold(MORE);
    fill(/^Start of the activity/, "2021-03-15");
    await choose(/^Other category in the year/, "primostarter");
    fill(/^First day of the other category/, "2022-05-10");
    expect(screen.getByText("Enter a day in 2023.")).toBeVisible();
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
    fill(/^First day of the other category/, "2023-05-10");
    expect(bill()).toEqual([
      ["Quarter 1complementaryby 31 Mar 2023", "1,025.00"],
      ["Quarter 2primostarterby 30 Jun 2023", "913.06"],
      ["Quarter 3primostarterby 30 Sept 2023", "1,025.00"],
      ["Quarter 4primostarterby 31 Dec 2023", "1,025.00"],
      ["Whole year", "3,988.06"],
    ]);
    const career = 'INASTI.CAREER({"2021-03-15","complementary";"2023-05-10","primostarter"},2023,20000)';
    expect(formulas()).toEqual([`=INDEX(${career},2,7)`, `=ROUND(SUM(INDEX(${career},0,7)),2)`]);
    expect(formulas().map(calculated)).toEqual([1025, 3988.06]);
    await choose(/^Quarter/, "2");
    expect(calculated(formulas()[0]!)).toBe(913.06);
    const steps = screen.getByRole("region", { name: "Quarter 2 step by step" });
    expect(within(steps).getByText(/^[-−]€111\.94$/)).toBeVisible();
    expect(within(steps).queryByText(/N-3/)).not.toBeInTheDocument();
  });

  it("is no question of a profit", async () => {
    await open(2023, "20,000");
    await unfold(MORE);
    await choose(/^Other category in the year/, "complementary");
    await choose(/^Calculate from/, "profit");
    expect(screen.queryByRole("combobox", { name: /^Other category/ })).not.toBeInTheDocument();
    expect(screen.getByText(/^From a profit there is no change of category/)).toBeVisible();
    expect(formulas()).toEqual(['=INASTI.FROMPROFIT(20000,"principal",PARAMETER_YEAR)']);
  });
});

describe("what is paid in the year itself", () => {
  it("is what an estimate lowers, the least that may be paid, and what that risks", async () => {
    // A published example: published-liberoo-surcharge-2025.
    const { inputs, expected } = golden.get("published-liberoo-surcharge-2025")!;
    expect(inputs).toMatchObject({ final: "5125", reduced: "4100", provisionalN3: "6717.84", paid: "2027-05-15" });
    expect(expected).toBe("256.25");
    await open(2025, "25,000");
    await unfold("Provisional contributions 2025");
    expect(screen.getByText("Enter the income of 2022 to see what is paid in the year itself.")).toBeVisible();
    fill(/^Income 2022, year N-3/, "30,000");
    // 30,000 × 662.28 / 606.30 = 32,769.92; a quarter of 20.5 %.
    expect(beside("Without an estimate")).toBe("€1,679.46");
    // The minimum of 2025.
    expect(beside("Lowest that may be paid")).toBe("€871.71");
    fill(/^Expected income 2025/, "20,000");
    expect(beside("With the estimate")).toBe("€1,025.00");
    expect(screen.getByText("Assumption")).toBeVisible();
    fill(/^Day of payment or of the statement/, "2027-05-15");
    expect(screen.queryByText("Assumption")).not.toBeInTheDocument();
    expect(beside("Settlement on an income of €25,000.00")).toBe("€1,025.00");
    expect(beside("Surcharge on an income of €25,000.00")).toBe("€256.25");
    // On 6,717.84 less 4,100.00: six times 78.54, and 183.25.
    expect(beside("Surcharge at most")).toBe("€654.49");
    await user.click(await screen.findByRole("button", { name: "Insert surcharge as formula" }));
    expect(host.blocks[0]!.rows[0]![0]!.content).toBe(
      '=INASTI.REDUCTIONSURCHARGE(INASTI.ANNUAL(25000,"principal",PARAMETER_YEAR),' +
        '4*INASTI.PROVISIONAL(30000,"principal",PARAMETER_YEAR,,,,20000),' +
        '4*INASTI.PROVISIONAL(30000,"principal",PARAMETER_YEAR),PARAMETER_YEAR,DATE(2027,5,15))',
    );
    fill(/^Expected income 2025/, "40,000");
    expect(screen.getByText(/^The estimate lowers nothing/)).toBeVisible();
    expect(screen.queryByText("Surcharge at most")).not.toBeInTheDocument();
  });

  it("is flat for a starter, with the fee that the fund adds", async () => {
    await open(2026, "40,000");
    await ownRate("3.05");
    await unfold(MORE);
    fill(/^Start of the activity/, "2026-01-01");
    await unfold("Provisional contributions 2026");
    expect(beside("Without an estimate")).toBe("€890.42");
    // 3.05 % of 890.42 is 27.15781.
    expect(beside("With the management fee")).toBe("€917.58");
    expect(formulas()).toContain(
      '=FUND.TOTAL(INASTI.PROVISIONAL("","principal",PARAMETER_YEAR,,DATE(2026,1,1)),0.0305,PARAMETER_YEAR)',
    );
  });

  it("follows a change of category", async () => {
    await open(2026, "20,000");
    await unfold(MORE);
    await choose(/^Other category in the year/, "complementary");
    fill(/^First day of the other category/, "2026-05-10");
    await unfold("Provisional contributions 2026");
    fill(/^Income 2023, year N-3/, "0");
    // The minimum, then nothing from the quarter after the change on: rule book, CAREER.
    expect(beside("Without an estimate, Quarter 2")).toBe("€890.42");
    expect(beside("Without an estimate, Quarter 3")).toBe("€0.00");
    const inserted = (button: string): string =>
      `€${Number(calculated(formulaOf(button))).toLocaleString("en-GB", { minimumFractionDigits: 2 })}`;
    expect(inserted("Insert provisional contribution")).toBe("€890.42");
    fill(/^Income 2023, year N-3/, "30,000");
    fill(/^Expected income 2026/, "15,000");
    const [, quarter] = screen.getAllByRole("combobox", { name: /^Quarter/ });
    for (const one of ["1", "2", "3", "4"]) {
      await user.selectOptions(quarter!, one);
      expect(inserted("Insert provisional contribution")).toBe(beside(`With the estimate, Quarter ${one}`));
    }
    expect(inserted("Insert surcharge as formula")).toBe(beside("Surcharge on an income of €20,000.00"));
  });
});

describe("the settlement", () => {
  it("is what is due with the fee less what was paid, until a day", async () => {
    // A statement of Liantis: published-settlement-liantis-2024.
    expect(golden.get("published-settlement-liantis-2024")).toMatchObject({
      inputs: { income: "5500", paid: "397.52", category: "complementary", year: 2024, fund: "Liantis" },
      expected: "774.52",
    });
    await open(2024, "5,500", "complementary");
    // The rate of Liantis in 2024.
    await ownRate("3.95");
    await unfold("Settlement 2024");
    expect(screen.getByText(/^Enter what was paid/)).toBeVisible();
    fill(/^Paid for 2024/, "397.52");
    fill(/^Statement sent on/, "2026-05-12");
    expect(beside("Contributions and fee of the year")).toBe("€1,172.04");
    expect(beside("Supplement to pay")).toBe("€774.52");
    // rule-settlementdue-may
    expect(beside("Last day to pay")).toBe("30 Sept 2026");
    await user.click(await screen.findByRole("button", { name: "Insert settlement as formula" }));
    await user.click(await screen.findByRole("button", { name: "Insert last day as formula" }));
    expect(host.blocks.map(({ rows }) => rows[0]![0])).toEqual([
      {
        content: '=INASTI.SETTLEMENT(5500,397.52,"complementary",PARAMETER_YEAR,,,,0.0395)',
        format: '"€"#,##0.00',
      },
      { content: "=INASTI.SETTLEMENTDUE(DATE(2026,5,12))", format: "dd/mm/yyyy" },
    ]);
    fill(/^Paid for 2024/, "1,500.00");
    expect(beside("Refund")).toBe("€327.96");
    expect(screen.queryByText("Last day to pay")).not.toBeInTheDocument();
  });

  it("takes off what was paid where the category changed", async () => {
    await open(2023, "20,000", "complementary");
    await unfold(MORE);
    fill(/^Start of the activity/, "2021-03-15");
    await choose(/^Other category in the year/, "primostarter");
    fill(/^First day of the other category/, "2023-05-10");
    await unfold("Settlement 2023");
    fill(/^Paid for 2023/, "3,000");
    // 3,988.06, as above.
    expect(beside("Supplement to pay")).toBe("€988.06");
    expect(calculated(formulaOf("Insert settlement as formula"))).toBe(988.06);
  });
});

describe("the sheet", () => {
  const cells = (): Cell[] => host.sheets[0]!.rows.flat();
  const contents = (): unknown[] => cells().flatMap(({ content }) => (content === undefined ? [] : [content]));

  const insert = async () => user.click(await screen.findByRole("button", { name: "Insert year as sheet" }));

  it("has every input as a cell, and live formulas on them", async () => {
    await open(2025, "25,000");
    await ownRate("3.05");
    await unfold("Provisional contributions 2025");
    fill(/^Income 2022, year N-3/, "30,000");
    fill(/^Expected income 2025/, "20,000");
    await unfold("Settlement 2025");
    fill(/^Paid for 2025/, "4,225.04");
    await insert();
    expect(await screen.findByText(/^Inserted/)).toBeVisible();
    const blank = (cell: string): string => `IF(${cell}="","",${cell})`;
    const situation = `$C$7,$C$8,E7,${blank("$C$10")},,${blank("$C$11")}`;
    expect(contents()).toEqual(
      expect.arrayContaining([
        25_000,
        2025,
        0.0305,
        30_000,
        20_000,
        4225.04,
        `=INASTI.QUARTERLY($C$6,${situation})`,
        '=IF($C$9="",0,FUND.FEE(G7,$C$9,$C$8))',
        "=SUM(G7:G10)",
        `=INASTI.SETTLEMENT($C$6,$C$15,$C$7,$C$8,${blank("$C$10")},,${blank("$C$11")},${blank("$C$9")})`,
      ]),
    );
    expect(host.sheets[0]!.choices!.map(({ row, column }) => [row, column])).toEqual([
      [6, 2],
      [8, 2],
    ]);
  });

  it("has the categories by date where one changes", async () => {
    await open(2023, "20,000", "complementary");
    await unfold(MORE);
    fill(/^Stop of the activity/, "2023-11-20");
    await choose(/^Other category in the year/, "primostarter");
    fill(/^First day of the other category/, "2023-05-10");
    await insert();
    expect(contents()).toEqual(expect.arrayContaining(["none", "=INDEX(INASTI.CAREER($B$11:$C$13,$C$7,$C$6),2,7)"]));
  });
});
