import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import type { CellContent } from "../../src/host/host";
import { ExplainView } from "../../src/taskpane/explain/explain-view";
import { FakeHost } from "./fake-host";
import { renderView } from "./setup";

const cell = (formula: string | null, value: CellContent["value"], more: Partial<CellContent> = {}): CellContent => ({
  sheet: "Sheet1",
  address: "B2",
  formula,
  value,
  text: String(value),
  ...more,
});

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

async function show(selected: CellContent, values: FakeHost["values"] = {}): Promise<void> {
  host.cell = selected;
  host.values = values;
  await renderView(<ExplainView active />, host);
  await waitFor(() => expect(screen.queryByText("Reading the cell…")).not.toBeInTheDocument());
}

const call = (id: string) => screen.getByRole("region", { name: id });
const argument = (id: string, name: string) =>
  within(call(id)).getByText((_, element) => element?.tagName === "DT" && element.textContent!.trim().startsWith(name))
    .nextElementSibling;
const steps = (id: string) =>
  within(call(id))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("a cell with one of our functions: arguments, result, steps with article and confidence", async () => {
  await show(cell('=INASTI.QUARTERLY(A2,"principal",PARAMETER_YEAR)', 2050), {
    "Sheet1!A2": [[40000]],
    PARAMETER_YEAR: [[2026]],
  });
  expect(screen.getByText('=INASTI.QUARTERLY(A2,"principal",PARAMETER_YEAR)')).toBeVisible();
  expect(argument("INASTI.QUARTERLY", "income")).toHaveTextContent("€40,000.00");
  expect(argument("INASTI.QUARTERLY", "year")).toHaveTextContent("2026");
  expect(argument("INASTI.QUARTERLY", "Result")).toHaveTextContent("€2,050.00");
  expect(within(call("INASTI.QUARTERLY")).queryByText("quarter")).not.toBeInTheDocument();
  expect(steps("INASTI.QUARTERLY")).toEqual([
    "Income of the year€40,000.00AR38 11 §2",
    expect.stringMatching(/^First bracket.*€2,050\.00€40,000\.00 × 20\.5% ÷ 4AR38 12 §1 · Official source$/),
  ]);
  expect(screen.queryByText(/Recalculate all/)).not.toBeInTheDocument();
});

test("the source of each figure on demand, with its link", async () => {
  await show(cell('=INASTI.QUARTERLY(40000,"principal",2026)', 2050));
  await userEvent.click(screen.getByRole("button", { name: "First bracket Source" }));
  expect(screen.getByText("contributions.rate.bracket1")).toBeVisible();
  expect(screen.getByText("20.5%")).toBeVisible();
  expect(screen.getByRole("link", { name: "Royal decree no 38 of 27/07/1967" })).toHaveAttribute(
    "href",
    expect.stringMatching(/^https:\/\/www\.ejustice\.just\.fgov\.be\//),
  );
});

test.each([
  ["benefits.base.sickness.isolated", 36.1906, "€36.1906"],
  ["benefits.index.last-confirmed-day", 46_356, "30 Nov 2026"],
])("the figure %s in its own unit, with all its decimals", async (id, value, shown) => {
  await show(cell(`=INASTI.PARAMETER("${id}",DATE(2026,9,1))`, value));
  await userEvent.click(screen.getByRole("button", { name: `${id} Source` }));
  expect(screen.getByText(shown)).toBeVisible();
});

test("a number where a date belongs that is none is shown as typed", async () => {
  await show(cell("=PASSERELLE.DEADLINE(202601011)", "#VALUE!"));
  expect(argument("PASSERELLE.DEADLINE", "date")).toHaveTextContent("202601011");
});

test("nested calls, the outer one first", async () => {
  await show(cell('=IF(A1="",FUND.TOTAL(INASTI.QUARTERLY(40000,"principal",2026),0.03),0)', 2111.5), {
    "Sheet1!A1": [[null]],
  });
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    "FUND.TOTAL",
    "INASTI.QUARTERLY",
  ]);
  expect(argument("FUND.TOTAL", "contribution")).toHaveTextContent("€2,050.00");
  expect(argument("FUND.TOTAL", "fund")).toHaveTextContent("3%");
  expect(argument("FUND.TOTAL", "Result")).toHaveTextContent("€2,111.50");
});

test("a refusal explains itself", async () => {
  await show(cell('=INASTI.QUARTERLY(40000,"principal",2014)', "#N/A"));
  expect(argument("INASTI.QUARTERLY", "Result")).toHaveTextContent("#N/A 2014: the system before 2015 is not covered.");
});

test("the row of a table that the cell is in", async () => {
  await show(
    cell(null, 2050, {
      address: "D4",
      spilledFrom: { address: "B2", formula: '=INASTI.BATCH(A2:A4,"principal",2026)', row: 2, column: 0 },
    }),
    { "Sheet1!A2:A4": [[0], [20000], [40000]] },
  );
  expect(screen.getByText("D4 is filled by the formula of B2")).toBeVisible();
  expect(argument("INASTI.BATCH", "incomes")).toHaveTextContent("€0.00; €20,000.00; €40,000.00");
  expect(argument("INASTI.BATCH", "Result")).toHaveTextContent("€2,050.00");
  expect(steps("INASTI.BATCH")[0]).toContain("€40,000.00");
});

test("a range for a single value says that it is one of several calls", async () => {
  await show(
    cell(null, 2050, {
      spilledFrom: { address: "B1", formula: '=INASTI.QUARTERLY(A1:A2,"principal",2026)', row: 1, column: 0 },
    }),
    { "Sheet1!A1:A2": [[0], [40000]] },
  );
  expect(screen.getByText("The range is calculated cell by cell; this is one of 2 calls.")).toBeVisible();
  expect(argument("INASTI.QUARTERLY", "income")).toHaveTextContent("€40,000.00");
});

test("follows the selection while it is shown, and not otherwise", async () => {
  await show(cell(null, 12));
  expect(screen.getByText(/^Select a cell with one of our functions/)).toBeVisible();
  act(() => host.moveTo(cell("=INASTI.DUEDATE(2026,2)", 46203)));
  expect(await screen.findByRole("heading", { name: "INASTI.DUEDATE" })).toBeVisible();
  expect(argument("INASTI.DUEDATE", "Result")).toHaveTextContent("30 Jun 2026");
  act(() => host.moveTo(cell("=SUM(A1:A3)", 12)));
  expect(await screen.findByText(/^Select a cell with one of our functions/)).toBeVisible();
});

test("reads nothing while another view is shown", async () => {
  host.selectedCell = jest.fn(host.selectedCell);
  await renderView(<ExplainView active={false} />, host);
  act(() => host.moveTo(cell("=INASTI.DUEDATE(2026,2)", 46203)));
  expect(host.selectedCell).not.toHaveBeenCalled();
});

test("says which part cannot be calculated, and what to do", async () => {
  await show(cell('=INASTI.DUEDATE(2026,INDIRECT("A1"))', 46112));
  expect(screen.getByText("“INDIRECT” cannot be calculated here.")).toBeVisible();
  expect(screen.getByText(/^Put this part into a cell of its own/)).toBeVisible();
  act(() => host.moveTo(cell("=INASTI.DUEDATE(2026,1 2)", "#NULL!")));
  expect(await screen.findByText("This formula cannot be read here.")).toBeVisible();
});

test("reads names of LET, tables and what another formula fills", async () => {
  host.tables = {
    "": {
      sheet: "Sheet1",
      row: 0,
      column: 0,
      hasHeaders: true,
      hasTotals: false,
      columns: ["Income"],
      values: [["Income"], [40_000]],
    },
  };
  await show(cell('=LET(x,[@Income],INASTI.QUARTERLY(x,XLOOKUP("p",D1#,E1:E2),2026))', 2050), {
    "Sheet1!D1#": [["c"], ["p"]],
    "Sheet1!E1:E2": [["complementary"], ["principal"]],
  });
  expect(argument("INASTI.QUARTERLY", "income")).toHaveTextContent("€40,000.00");
  expect(argument("INASTI.QUARTERLY", "category")).toHaveTextContent("principal");
  expect(argument("INASTI.QUARTERLY", "Result")).toHaveTextContent("€2,050.00");
  expect(screen.queryByText(/^The cell shows/)).not.toBeInTheDocument();
});

test("gives up on a formula that takes too long, and on one that is too long", async () => {
  await show(cell('=INASTI.ANNUAL(LET(f,LAMBDA(g,n,g(g,n+1)),f(f,1)),"principal",2026)', "#NUM!"));
  expect(screen.getByText("This formula takes too long to calculate here.")).toBeVisible();
  expect(screen.getByText(/^Put our function into a cell of its own/)).toBeVisible();
  act(() => host.moveTo(cell(`=INASTI.VERSION()&"${"x".repeat(32_767)}"`, "#VALUE!")));
  expect(await screen.findByText("This formula is too long to be read here.")).toBeVisible();
});

test("forgets a cell that is left before it is read", async () => {
  await show(cell(null, 12));
  let answer: (value: CellContent) => void = () => undefined;
  host.selectedCell = () => new Promise((resolve) => (answer = resolve));
  act(() => host.moveTo(cell("=INASTI.DUEDATE(2026,1)", 46_112)));
  const first = answer;
  act(() => host.moveTo(cell("=INASTI.DUEDATE(2026,2)", 46_203)));
  act(() => answer(cell("=INASTI.DUEDATE(2026,2)", 46_203)));
  act(() => first(cell("=INASTI.DUEDATE(2026,1)", 46_112)));
  expect(await screen.findByText("=INASTI.DUEDATE(2026,2)")).toBeVisible();
});

test("says when the cell shows something else, and recalculates", async () => {
  await show(cell('=INASTI.QUARTERLY(40000,"principal",2026)', 2010, { text: "2,010.00" }));
  expect(screen.getByText(/^The cell shows 2,010.00; calculated now it is €2,050.00./)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Recalculate all" }));
  expect(host.recalculations).toBe(1);
});

test("a table without room says so, and still explains itself", async () => {
  await show(cell('=INASTI.BREAKDOWN(40000,"principal",2026)', "#SPILL!"));
  expect(screen.getByText(/^The table has no room/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Recalculate all" })).not.toBeInTheDocument();
  expect(steps("INASTI.BREAKDOWN")).toHaveLength(2);
});

test("one error for another is no difference", async () => {
  await show(cell('=INASTI.QUARTERLY(40000,"principal",UNKNOWN_NAME)', "#NAME?"));
  expect(screen.queryByText(/^The cell shows/)).not.toBeInTheDocument();
});

test("a formula that takes another way", async () => {
  await show(cell('=IF(A1="",0,INASTI.QUARTERLY(A1,"principal",2026))', 0), { "Sheet1!A1": [[null]] });
  expect(screen.getByText(/^None of our functions decides the value/)).toBeVisible();
});

test("a host that cannot read says why", async () => {
  host.failure = new Error("A cell is being edited.");
  await renderView(<ExplainView active />, host);
  expect(await screen.findByText("The cell could not be read. A cell is being edited.")).toBeVisible();
});

test("without a workbook it says where to open the pane", async () => {
  host.hasWorkbook = false;
  await renderView(<ExplainView active />, host);
  expect(screen.getByText(/^Open the pane in Excel/)).toBeVisible();
});

test("in French, with semicolons, decimal commas and the names that Excel shows", async () => {
  host = new FakeHost("fr-BE");
  host.cell = cell('=INASTI.QUARTERLY(A2*1.5,"principal",2026)', 3075);
  host.values = { "Sheet1!A2": [[40000]] };
  await renderView(<ExplainView active />, host);
  expect(await screen.findByText('=INASTI.QUARTERLY(A2*1,5;"principal";2026)')).toBeVisible();
  expect(argument("INASTI.QUARTERLY", "revenu")).toHaveTextContent(/^60\s000,00\s€$/u);
  expect(screen.getByText("Étape par étape")).toBeVisible();
});
