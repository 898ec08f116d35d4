import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { LAST_YEAR } from "../../src/rules/contributions";
import { CalculatorView } from "../../src/taskpane/calculator/calculator-view";
import { callOf } from "../../src/taskpane/formula/call";
import { type Case, casesOf } from "../golden/harness";
import { FakeHost, NEW_WORKBOOK, workbookOf } from "./fake-host";
import { renderPane, renderView, showView } from "./setup";

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

const golden = new Map(casesOf("contributions").map((one) => [one.id, one]));

interface Typed {
  readonly income?: string;
  readonly profit?: string;
  readonly category?: string;
  readonly year?: number;
  readonly start?: string;
}

/** Fills in what a case of the rule book says. */
async function fillIn({ income, profit, category, year, start }: Typed): Promise<void> {
  if (category !== undefined)
    await user.selectOptions(await screen.findByRole("combobox", { name: "Category" }), category);
  if (profit !== undefined)
    await user.selectOptions(await screen.findByRole("combobox", { name: "Calculate from" }), "profit");
  await enter((income ?? profit)!);
  if (year !== undefined) await user.selectOptions(await screen.findByRole("combobox", { name: "Year" }), String(year));
  if (start !== undefined) {
    await unfold("Start, stop, change of category");
    fireEvent.change(startField(), { target: { value: start } });
  }
}

/** Opens a part of the form that is folded away. */
const unfold = async (title: string): Promise<void> => user.click(await screen.findByRole("button", { name: title }));

const startField = (): HTMLElement => screen.getByLabelText("Start of the activity (optional)");
const amountField = (): HTMLElement =>
  screen.getByRole("textbox", { name: /^(Income of the year|Profit before contributions)/ });

async function enter(text: string): Promise<void> {
  await user.clear(amountField());
  if (text !== "") await user.paste(text);
}

const euros = (amount: unknown): string =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" }).format(Number(amount));

/** What stands beside a label. */
function beside(label: string): string {
  const row = within(screen.getByRole("region", { name: /^Contributions of/ }))
    .getByText(label, { selector: "dt" })
    .closest("div");
  return within(row!).getByRole("definition").textContent ?? "";
}

const shown = async (id: string): Promise<Case> => {
  const found = golden.get(id)!;
  await renderView(<CalculatorView />, host);
  await fillIn(found.inputs as Typed);
  return found;
};

describe("the contribution", () => {
  it("of an example shows itself", async () => {
    await renderView(<CalculatorView />, host);
    expect(amountField()).toHaveValue("40,000.00");
    // 40,000 at 20.5 %, royal decree no 38, article 12 §1.
    expect(beside("Each quarter")).toBe("€2,050.00");
    expect(beside("Whole year")).toBe("€8,200.00");
  });

  it.each([
    "published-2026-main-max-tamtam",
    "published-2016-comp-min",
    "boundary-student-2026-upper-at",
    "boundary-student-2026-upper-below",
    "boundary-article-37-2026-ceiling-above",
    "boundary-pensioner-2026-threshold-below",
    "rule-floor-principal-2026-0",
    "rule-floor-principal-2026--5000",
    "rule-tie-spouse-maxi-2026-18020",
  ])("of a quarter is that of the rule book: %s", async (id) => {
    const { expected } = await shown(id);
    expect(beside("Each quarter")).toBe(euros(expected));
    expect(beside("Whole year")).toBe(euros(4 * Number(expected)));
  });

  it.each([
    ["published-2022-primo-first-quarter-horeca", 2],
    ["rule-primostarter-2026-04-01-2026q2-0", 2],
    ["rule-primostarter-2026-04-01-2026q3-0", 3],
    ["rule-primostarter-2022-04-15-2023q2-5000", 2],
    ["rule-incomplete-complementary-2026-2026-10-05-480.54", 4],
    ["rule-starter-rate-principal-2016-2015-04-01", null],
  ])("of an activity with a start: %s", async (id, quarter) => {
    const { expected } = await shown(id);
    expect(beside(quarter === null ? "Each quarter" : `Quarter ${quarter}`)).toBe(euros(expected));
  });

  it.each([
    "rule-incomplete-annual-principal-2025-2025-05-10-9000",
    "rule-incomplete-annual-complementary-2026-2026-10-05-480",
    "rule-incomplete-annual-student-2025-2025-07-01-10000",
  ])("of a year with a start: %s", async (id) => {
    const { expected } = await shown(id);
    expect(beside("Whole year")).toBe(euros(expected));
  });

  it.each(["rule-fromprofit-principal-2026-50000", "rule-fromprofit-principal-2024-1000"])(
    "on a profit: %s",
    async (id) => {
      const { expected, inputs } = await shown(id);
      expect(beside("Whole year")).toBe(euros(expected));
      const income = Number(inputs["profit"]) - Number(expected);
      expect(beside("Income on which they are computed")).toBe(euros(income));
    },
  );

  it("asks for the income of the helped spouse where that one counts", async () => {
    host.state = workbookOf(2026);
    await renderView(<CalculatorView />, host);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Calculate from" }), "profit");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Category" }), "spouse-mini");
    expect(screen.getByRole("textbox", { name: "Income of the year of the helped spouse" })).toBeVisible();
    expect(screen.queryByRole("combobox", { name: "Calculate from" })).not.toBeInTheDocument();
    await enter("-5000");
    expect(beside("Each quarter")).toBe(euros(golden.get("rule-floor-spouse-mini-2026--5000")!.expected));
  });
});

describe("without a law", () => {
  it.each([
    ["rule-na-student-2016", "#N/A", /^The category “student self-employed” exists only from Q1 2017; Q1 2016/],
    ["rule-na-primostarter-2017", "#N/A", /^The category “primostarter” exists only from Q2 2018; Q1 2017/],
    ["rule-fromprofit-jump-student-2026-19500", "#NUM!", /^The profit lies in a jump of the scale/],
  ])("the message of the cell stands there: %s", async (id, code, message) => {
    await shown(id);
    const region = screen.getByRole("region", { name: /^Contributions of/ });
    expect(within(region).getByText(code)).toBeVisible();
    expect(within(region).getByText(message)).toBeVisible();
    expect(screen.queryByRole("img")).not.toBeInTheDocument();
    screen.getAllByRole("button", { name: /formula$/ }).forEach((button) => expect(button).toBeDisabled());
  });

  it("a quarter says so, and the others go on", async () => {
    await renderView(<CalculatorView />, host);
    await fillIn({ income: "5000", category: "primostarter-artist", year: 2022 });
    expect(beside("Quarter 3")).toMatch(
      /^#N\/A The category “primostarter, arts worker” exists only from Q4 2022; Q3 2022/,
    );
    expect(beside("Quarter 4")).toMatch(/^€/);
    expect(beside("Whole year")).toMatch(/^#N\/A/);
    expect(screen.getByRole("combobox", { name: "Quarter" })).toHaveValue("4");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Quarter" }), "3");
    expect(screen.getByRole("button", { name: "Insert quarter as formula" })).toBeDisabled();
    expect(screen.queryByRole("region", { name: /step by step$/ })).not.toBeInTheDocument();
  });
});

describe("bad input", () => {
  it.each(["", "abc", "1,2,3", "1e3", "999999999999"])("%p is no amount and stays as typed", async (text) => {
    await renderView(<CalculatorView />, host);
    await enter(text);
    expect(amountField()).toBeInvalid();
    expect(amountField()).toHaveValue(text);
    expect(screen.getByText("Enter an amount, such as 40,000.00.")).toBeVisible();
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
    await enter("20000");
    expect(beside("Each quarter")).toBe("€1,025.00");
  });

  it("a year that is still being typed is no date", async () => {
    await renderView(<CalculatorView />, host);
    await unfold("Start, stop, change of category");
    fireEvent.change(startField(), { target: { value: "0002-04-01" } });
    expect(startField()).toBeInvalid();
    expect(screen.getByText("Enter a date.")).toBeVisible();
  });
});

describe("the year", () => {
  it("follows the workbook until the user picks another one", async () => {
    await renderPane(host);
    showView("calculator");
    await screen.findByRole("combobox", { name: "Year" });
    const year = (): HTMLElement => screen.getByRole("combobox", { name: "Year" });
    expect(year()).toHaveValue(String(LAST_YEAR));
    await chooseParameterYear("2024");
    expect(year()).toHaveValue("2024");
    expect(screen.getByText('=INASTI.QUARTERLY(40000,"principal",PARAMETER_YEAR)')).toBeVisible();
    await user.selectOptions(year(), "2023");
    await chooseParameterYear("2025");
    expect(year()).toHaveValue("2023");
    expect(screen.getByText('=INASTI.QUARTERLY(40000,"principal",2023)')).toBeVisible();
  });

  async function chooseParameterYear(year: string): Promise<void> {
    showView("year");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Parameter year" }), year);
    expect(await screen.findByText(`Formulas without a year now use ${year}.`)).toBeVisible();
    showView("calculator");
  }

  it("may be the workbook's projected one", async () => {
    const future = LAST_YEAR + 4;
    host.state = { ...NEW_WORKBOOK, parameters: { year: future, indexation: "0.02" }, namedYear: future };
    await renderView(<CalculatorView />, host);
    expect(screen.getByRole("combobox", { name: "Year" })).toHaveValue(String(future));
    const formula = 'INASTI.QUARTERLY(40000,"principal",PARAMETER_YEAR,,,PARAMETER_INDEXATION)';
    expect(screen.getByText(`=${formula}`)).toBeVisible();
    await enter("0");
    const call = { income: 0, category: "principal", year: future, indexation: "0.02" } as const;
    const cell = callOf("INASTI.QUARTERLY", call).result() as { value: number };
    expect(beside("Each quarter")).toBe(euros(cell.value));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Year" }), "2026");
    expect(screen.getByText('=INASTI.QUARTERLY(0,"principal",2026)')).toBeVisible();
  });
});

describe("the formula", () => {
  const inserted = (): unknown => host.blocks.at(-1)?.rows[0]?.[0]?.content;

  it("of the quarter and of the year goes into the selected cell", async () => {
    await renderView(<CalculatorView />, host);
    await enter("40000.55");
    await user.click(await screen.findByRole("button", { name: "Insert quarter as formula" }));
    expect(await screen.findByText("Inserted at Sheet1!A1.")).toBeVisible();
    expect(inserted()).toBe('=INASTI.QUARTERLY(40000.55,"principal",PARAMETER_YEAR)');
    expect(host.state.namedYear).toBe(LAST_YEAR);
    await user.click(await screen.findByRole("button", { name: "Insert year as formula" }));
    expect(inserted()).toBe('=INASTI.ANNUAL(40000.55,"principal",PARAMETER_YEAR)');
  });

  it("names the quarter where the quarters differ", async () => {
    await renderView(<CalculatorView />, host);
    await fillIn({ income: "-5000", category: "primostarter", year: 2025, start: "2025-04-15" });
    await user.selectOptions(await screen.findByRole("combobox", { name: "Quarter" }), "3");
    await user.click(await screen.findByRole("button", { name: "Insert quarter as formula" }));
    expect(inserted()).toBe('=INASTI.QUARTERLY(-5000,"primostarter",2025,3,DATE(2025,4,15))');
  });

  it("of a profit names the fund", async () => {
    await renderView(<CalculatorView />, host);
    await fillIn({ profit: "60000" });
    await user.selectOptions(await screen.findByRole("combobox", { name: "Social insurance fund" }), "Liantis");
    await user.click(await screen.findByRole("button", { name: "Insert as formula" }));
    expect(inserted()).toBe('=INASTI.FROMPROFIT(60000,"principal",PARAMETER_YEAR,"Liantis")');
  });
});

describe("the breakdown", () => {
  /** Amounts of the steps in units of 1/10,000,000 euro, the last one the sum. */
  function amounts(): number[] {
    const region = screen.getByRole("region", { name: /step by step$/ });
    return within(region)
      .getAllByRole("definition")
      .map(({ textContent }) => Math.round(Number(textContent!.replace(/[€,]/g, "")) * 1e7));
  }

  it.each([
    ["published-2026-main-max-tamtam", 5103.05],
    ["rule-tie-spouse-maxi-2026-18020", 923.53],
    ["published-2016-comp-min", 77.37],
    ["rule-primostarter-2026-04-01-2026q2-0", 341.3],
  ])("adds up to the quarter: %s", async (id, expected) => {
    await shown(id);
    const sum = amounts().pop()!;
    expect(sum).toBe(Math.round(expected * 1e7));
    expect(
      amounts()
        .slice(0, -1)
        .reduce((total, one) => total + one),
    ).toBe(sum);
  });

  it("names articles and confidence, and opens the source of a figure", async () => {
    await shown("published-2026-main-max-tamtam");
    const region = screen.getByRole("region", { name: /step by step$/ });
    expect(within(region).getAllByText(/^AR38 12 §1 · /)).toHaveLength(2);
    await user.click(await within(region).findByRole("button", { name: "Second bracket Source" }));
    expect(screen.getByText("contributions.bracket2.ceiling")).toBeVisible();
    expect(screen.getByText("contributions.bracket1.ceiling")).toBeVisible();
    const ceiling = golden.get("published-parameter-2026-ceiling1")!;
    expect(screen.getByText(euros(ceiling.expected))).toBeVisible();
  });
});

describe("the scale", () => {
  const scale = (): HTMLElement => screen.getByRole("region", { name: /on the scale$/ });

  beforeEach(() => {
    host.state = workbookOf(2026);
  });

  it("is drawn with its jumps, the person's point and a text for whoever does not see it", async () => {
    await shown("boundary-student-2026-upper-below");
    const drawing = within(scale()).getByRole("img");
    expect(drawing).toHaveAccessibleName(
      expect.stringContaining("jumps from €445.21 to €890.42 a quarter.") as unknown as string,
    );
    expect(drawing).toHaveAccessibleName(expect.stringContaining("At €17,374.07 it is €445.21.") as unknown as string);
    expect(within(drawing).getByText("€445.21")).toBeInTheDocument();
  });

  it.each([
    ["principal", "10000", "From there"],
    ["complementary", "1000", "jumps from €0.00 to €98.51 a quarter"],
    ["student", "5000", "contributions start: 20.5% of each further euro"],
    [
      "principal",
      "40000",
      "From an income of €75,024.54 on, the rate goes from 20.5% to 14.16%. That is €35,024.54 more",
    ],
    ["principal", "80000", "nothing more is added: the quarterly contribution stays at €5,103.05."],
    ["principal", "200000", "There is no further threshold: the quarterly contribution stays at €5,103.05"],
  ])("says what changes next for %s at %s", async (category, income, words) => {
    await renderView(<CalculatorView />, host);
    await fillIn({ category, income });
    expect(scale()).toHaveTextContent(new RegExp(words.replace(/[.$]/g, "\\$&"), "i"));
  });

  it.each([
    ["rule-marginal-principal-2016-30000", "Of each further euro of income, 21.5% goes to contributions."],
    ["rule-marginal-spouse-mini-2024-40000", "Of each further euro of income, 0.79% goes to contributions."],
    ["rule-marginal-student-2025-8000", "A further euro of income adds no contribution."],
  ])("says what a further euro costs: %s", async (id, words) => {
    await shown(id);
    expect(scale()).toHaveTextContent(words);
  });

  it.each([
    // 4 × 98.51 a year from 1,922.16 on.
    [
      "complementary",
      "1900",
      "Just below a jump From €1,922.16 on, €22.16 more than now, a year’s contributions are €394.04 higher",
    ],
    [
      "complementary",
      "1922.16",
      "Just above a jump With €1,922.15, €0.01 less than now, a year’s contributions would be €394.04 lower",
    ],
    [
      "student",
      "17374.08",
      "Just above a jump With €17,374.07, €0.01 less than now, a year’s contributions would be €1,780.84 lower",
    ],
  ])("warns near a jump: %s at %s", async (category, income, words) => {
    await renderView(<CalculatorView />, host);
    await fillIn({ category, income });
    expect(scale()).toHaveTextContent(words);
  });

  it.each([
    ["complementary", "1000"],
    ["complementary", "10000"],
    ["principal", "17374.08"],
  ])("does not warn far from one: %s at %s", async (category, income) => {
    await renderView(<CalculatorView />, host);
    await fillIn({ category, income });
    expect(scale()).not.toHaveTextContent(/Just (below|above)/);
  });

  it("has the thresholds of an incomplete year in its own income", async () => {
    await renderView(<CalculatorView />, host);
    await fillIn({ income: "100", category: "complementary", start: "2026-10-05" });
    // A quarter of 1,922.16.
    expect(scale()).toHaveTextContent("From an income of €480.54 on, the contribution jumps from €0.00 to €98.51");
  });

  it("is not shown for a time before the activity", async () => {
    await shown("rule-year-before-start");
    expect(beside("Each quarter")).toBe("€0.00");
    expect(screen.queryByRole("img")).not.toBeInTheDocument();
  });
});

describe("in French", () => {
  it("words, figures and formulas are those of the user", async () => {
    host = new FakeHost("fr-BE");
    host.state = workbookOf(2026);
    await renderView(<CalculatorView />, host);
    const field = screen.getByRole("textbox", { name: "Revenu de l’année" });
    await user.clear(field);
    await user.type(field, "40000,5");
    expect(screen.getByText('=INASTI.QUARTERLY(40000,5;"titre principal";PARAMETER_YEAR)')).toBeVisible();
    const scale = screen.getByRole("region", { name: "Chaque trimestre sur le barème" });
    expect(scale.textContent?.replace(/\s/g, " ")).toContain(
      "À partir d’un revenu de 75 024,54 €, le taux passe de 20,5 % à 14,16 %.",
    );
  });
});
