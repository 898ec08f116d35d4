import type { NamedState } from "../../../src/host/host";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { act } from "react";
import { type Language, reader } from "../../../src/i18n";
import { loadAllPaneTexts } from "../../../src/i18n/load";
import { chooseYear, chosenYear } from "../../../src/page/parameter-year";
import { requestRecalculation } from "../../../src/page/requests";
import { dataVersion } from "../../../src/parameters";
import { LAST_YEAR } from "../../../src/rules/contributions";
import { Chunk } from "../../../src/taskpane/shell/chunk";
import { Pane } from "../../../src/taskpane/shell/pane";
import { restoreWorkbook } from "../../../src/taskpane/shell/restore-workbook";
import { FakeHost, NEW_WORKBOOK, workbookOf } from "../fake-host";
import { renderPane, renderView, showView } from "../setup";

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
  localStorage.clear();
});

it("shows itself in another language with what was typed, and no longer what was said in the one of before", async () => {
  const pane = (language: Language) => <Pane host={host} opened={host.state} language={language} />;
  await renderView(null, host);
  localStorage.setItem("statut-social.started", "yes");
  const { rerender } = render(pane("en"));
  await user.selectOptions(await screen.findByRole("combobox", { name: "Parameter year" }), "2025");
  expect(await screen.findByText("Formulas without a year now use 2025.")).toBeVisible();
  showView("calculator");
  const income = await screen.findByDisplayValue("40,000.00");
  await user.clear(income);
  await user.type(income, "50.000,50");
  await loadAllPaneTexts("fr");
  reader.language = "fr";
  rerender(pane("fr"));
  expect(screen.getByRole("heading", { name: "Calculer les cotisations" })).toBeVisible();
  expect(screen.getByDisplayValue("50.000,50")).toBe(income);
  expect(screen.queryByText(/now use 2025/)).not.toBeInTheDocument();
  reader.language = "en";
});

describe("the first run", () => {
  const open = async () => {
    await renderView(null, host);
    render(<Pane host={host} opened={host.state} />);
  };

  it("shows three formulas with their answers, and inserts one", async () => {
    await open();
    expect(screen.getByText('=INASTI.QUARTERLY(40000,"principal",PARAMETER_YEAR)')).toBeVisible();
    // 20.5 % of 40,000, a quarter of it; the career table gives 6 months for 24 quarters.
    expect(screen.getByText("Gives €2,050.00")).toBeVisible();
    expect(screen.getByText("Gives 6")).toBeVisible();
    expect(screen.getByText(/^Fills \d+ rows and 10 columns$/)).toBeVisible();
    const first = screen.getByRole("group", { name: "Quarterly contribution on a net income of €40,000" });
    await user.click(await within(first).findByRole("button", { name: "Insert" }));
    expect(await within(first).findByText("Inserted at Sheet1!A1.")).toBeVisible();
    expect(host.blocks).toEqual([
      { rows: [[{ content: '=INASTI.QUARTERLY(40000,"principal",PARAMETER_YEAR)', format: '"€"#,##0.00' }]] },
    ]);
    // The formula names the year, so the workbook must have it.
    expect(host.state.parameters).toEqual({ year: LAST_YEAR, indexation: null });
  });

  it("does not come back once it was closed, but is a click away", async () => {
    await open();
    await user.click(await screen.findByRole("button", { name: "Start" }));
    expect(screen.getByRole("tab", { name: "Year" })).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "First steps" }));
    expect(screen.getByRole("heading", { name: "Belgian social security in your cells" })).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Start" }));
    render(<Pane host={host} opened={host.state} />);
    expect(screen.queryByRole("heading", { name: "Belgian social security in your cells" })).not.toBeInTheDocument();
  });

  it("says in the reader's notation what can be typed", async () => {
    host = new FakeHost("fr-BE");
    await open();
    expect(screen.getByText('=INASTI.QUARTERLY(40000;"titre principal";PARAMETER_YEAR)')).toBeVisible();
  });
});

describe("what must be known of the workbook", () => {
  it("is nothing in a new one", async () => {
    await renderPane(host);
    expect(screen.queryByRole("group", { name: /workbook/ })).not.toBeInTheDocument();
    expect(screen.queryByText(/^This workbook/)).not.toBeInTheDocument();
  });

  it("is with which data a new one was calculated, as soon as it was", async () => {
    await renderView(null, host);
    localStorage.setItem("statut-social.started", "yes");
    render(<Pane host={host} opened={{ ...NEW_WORKBOOK, versionNoted: Promise.resolve() }} />);
    showView("workbook");
    expect(await screen.findByText("Workbook calculated with data")).toBeVisible();
    expect(screen.getAllByText(dataVersion)).toHaveLength(2);
  });

  it("is another year than the latest, which a click changes", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: 2024, indexation: null }, namedYear: 2024, dataVersion };
    await renderPane(host);
    expect(screen.getByText(`This workbook uses the figures of 2024, not those of ${LAST_YEAR}.`)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: `Use ${LAST_YEAR}` }));
    expect(host.state.parameters).toEqual({ year: LAST_YEAR, indexation: null });
    expect(chosenYear()).toBe(LAST_YEAR);
    expect(screen.queryByText(/^This workbook uses/)).not.toBeInTheDocument();
  });

  it("is not a year that was chosen here", async () => {
    await renderPane(host);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Parameter year" }), "2024");
    expect(screen.queryByText(/^This workbook uses/)).not.toBeInTheDocument();
  });

  it("is a name that says another year than the formulas without one use", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: LAST_YEAR, indexation: null }, namedYear: 2025, dataVersion };
    await renderPane(host);
    expect(
      screen.getByText(
        `The name PARAMETER_YEAR holds 2025, but formulas without a year use ${LAST_YEAR}. Whoever works in this file with you may have changed it.`,
      ),
    ).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Use 2025" }));
    expect(host.state).toMatchObject({ parameters: { year: 2025 }, namedYear: 2025 });
    expect(screen.queryByText(/^The name PARAMETER_YEAR/)).not.toBeInTheDocument();
  });

  it("is a year that somebody else chose meanwhile, with its growth, and the choice is the user's", async () => {
    host.state = { ...workbookOf(LAST_YEAR), dataVersion };
    await renderPane(host);
    expect(screen.queryByText(/^The name PARAMETER_YEAR/)).not.toBeInTheDocument();
    host.told = { namedYear: 2028, namedIndexation: "0.025" };
    act(() => host.comeBack());
    expect(
      await screen.findByText(/^The names PARAMETER_YEAR and PARAMETER_INDEXATION hold 2028 and 2\.5%, but/),
    ).toBeVisible();
    expect(chosenYear()).toBe(LAST_YEAR);
    await user.click(await screen.findByRole("button", { name: "Use 2028 (2.5%)" }));
    expect(host.state.parameters).toEqual({ year: 2028, indexation: "0.025" });
    expect(chosenYear()).toBe(2028);
    expect(screen.queryByText(/PARAMETER_YEAR/)).not.toBeInTheDocument();
  });

  it("is another growth for the same year, and may be refused, which names the own one again", async () => {
    host.state = { ...workbookOf(2028), parameters: { year: 2028, indexation: "0.02" }, namedIndexation: "0.020" };
    await renderPane(host);
    expect(screen.queryByText(/^The names? PARAMETER_/)).not.toBeInTheDocument();
    host.told = { namedIndexation: null };
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(await screen.findByText(/^The name PARAMETER_INDEXATION holds no percentage, but/)).toBeVisible();
    host.told = { namedIndexation: "0.03" };
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(
      await screen.findByText(/^The name PARAMETER_INDEXATION holds 3%, but the pane calculates 2028 with 2%\./),
    ).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Use 2028 (2%)" }));
    expect(host.state).toMatchObject({ parameters: { indexation: "0.02" }, namedIndexation: "0.02" });
    expect(screen.queryByText(/^The name PARAMETER_INDEXATION/)).not.toBeInTheDocument();
  });

  it("is said again when a name that was sent away changes once more", async () => {
    host.state = { ...workbookOf(LAST_YEAR), namedYear: 2025, dataVersion };
    await renderPane(host);
    await user.click(await screen.findByRole("button", { name: "Dismiss" }));
    host.told = { namedYear: 2024 };
    act(() => host.comeBack());
    expect(await screen.findByText(/^The name PARAMETER_YEAR holds 2024/)).toBeVisible();
  });

  it("is nothing new where the spreadsheet does not answer, or not in time", async () => {
    host.state = { ...workbookOf(LAST_YEAR), dataVersion };
    await renderPane(host);
    host.readNamed = () => Promise.reject(new Error("a cell is being edited"));
    act(() => host.comeBack());
    let answer: (named: NamedState) => void = () => undefined;
    host.readNamed = () => new Promise((resolve) => (answer = resolve));
    act(() => host.comeBack());
    await user.selectOptions(await screen.findByRole("combobox", { name: "Parameter year" }), "2024");
    await act(() => {
      answer({ namedYear: LAST_YEAR, namedIndexation: null, namedFigures: null, from1904: false });
      return Promise.resolve();
    });
    expect(screen.queryByText(/^The name PARAMETER_YEAR/)).not.toBeInTheDocument();
  });

  it("is what the spreadsheet tells later, and only the name knew", async () => {
    const parameters = { year: 2022, indexation: null };
    await renderView(null, host);
    localStorage.setItem("statut-social.started", "yes");
    render(<Pane host={host} opened={{ ...NEW_WORKBOOK, seen: Promise.resolve({ parameters, namedYear: 2022 }) }} />);
    expect(await screen.findByText(/^This workbook uses the figures of 2022/)).toBeVisible();
    expect(screen.getByRole("combobox", { name: "Parameter year" })).toHaveValue("2022");
  });

  it("is that somebody else stored other own figures, or Excel lost them, until the user's are stored again", async () => {
    host.state = { ...workbookOf(LAST_YEAR), namedFigures: 0 };
    await renderPane(host);
    expect(screen.queryByText(/^The own figures of this workbook/)).not.toBeInTheDocument();
    host.told = { namedFigures: 12_345 };
    act(() => host.comeBack());
    expect(await screen.findByText(/^The own figures of this workbook are not those that are used here/)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Keep mine" }));
    expect(host.state).toMatchObject({ ownFigures: "", namedFigures: 0 });
    expect(screen.queryByText(/^The own figures of this workbook/)).not.toBeInTheDocument();
  });

  it("is that its days count from 1904", async () => {
    host.state = { ...NEW_WORKBOOK, from1904: true };
    await renderPane(host);
    expect(screen.getByText(/^This workbook counts its dates from 1904/)).toBeVisible();
  });

  it("is a name without a year", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: LAST_YEAR, indexation: null }, namedYear: NaN, dataVersion };
    await renderPane(host);
    expect(screen.getByText(/^The name PARAMETER_YEAR holds no year/)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: `Use ${LAST_YEAR}` }));
    expect(host.state.namedYear).toBe(LAST_YEAR);
  });

  it("is a stored year that is none, which a click repairs", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: null, unfit: { year: "2026.5" }, namedYear: 2026.5, dataVersion };
    await renderPane(host);
    expect(
      screen.getByText(/^This workbook stores “2026.5” as its year, which is no year from 2015 to 2100/),
    ).toBeVisible();
    expect(screen.queryByText(/^The name PARAMETER_YEAR/)).not.toBeInTheDocument();
    await user.click(await screen.findByRole("button", { name: "Use 2026" }));
    expect(host.state).toMatchObject({ parameters: { year: 2026, indexation: null }, namedYear: 2026 });
    expect(screen.queryByText(/^This workbook stores/)).not.toBeInTheDocument();
  });

  it("is a stored indexation that is none, which the Year view repairs", async () => {
    host.state = {
      ...NEW_WORKBOOK,
      parameters: { year: 2027, indexation: null },
      unfit: { indexation: "abc" },
      namedYear: 2027,
      dataVersion,
    };
    await renderPane(host);
    showView("workbook");
    await user.click(screen.getAllByRole("button", { name: "Recalculate all" })[0]!);
    expect(screen.getByText(/^This workbook stores “abc” as its indexation/)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Choose a year" }));
    await user.type(await screen.findByRole("textbox", { name: "Indexation per year" }), "2");
    await user.click(await screen.findByRole("button", { name: "Use this year" }));
    expect(host.state.parameters).toEqual({ year: 2027, indexation: "0.02" });
    expect(screen.queryByText(/^This workbook stores/)).not.toBeInTheDocument();
  });

  it("is that it was calculated with other figures, until all is recalculated", async () => {
    host.state = { ...NEW_WORKBOOK, dataVersion: "2025-01-01 0000" };
    await renderPane(host);
    expect(screen.getByText(/^This workbook was calculated with other figures \(data 2025-01-01 0000\)/)).toBeVisible();
    expect(screen.getByText(/Benefits, bridging right and minimum pension changed from 01\/09\/2026/)).toBeVisible();
    expect(screen.getByRole("link", { name: "All changes" })).toHaveAttribute("href", "help/changelog.html#en");
    await user.click(screen.getAllByRole("button", { name: "Recalculate all" })[0]!);
    expect(host.recalculations).toBe(1);
    expect(host.state.dataVersion).toBe(dataVersion);
    expect(screen.queryByText(/^This workbook was calculated/)).not.toBeInTheDocument();
  });

  it("goes with the ribbon's recalculation too", async () => {
    host.state = { ...NEW_WORKBOOK, dataVersion: "2025-01-01 0000" };
    await renderPane(host);
    act(() => void requestRecalculation());
    await waitFor(() => expect(screen.queryByText(/^This workbook was calculated/)).not.toBeInTheDocument());
    expect(host.state.dataVersion).toBe(dataVersion);
  });

  it("stays where the recalculation fails, with the reason", async () => {
    host.state = { ...NEW_WORKBOOK, dataVersion: "2025-01-01 0000" };
    await renderPane(host);
    host.failure = new Error("A cell is being edited.");
    await user.click(screen.getAllByRole("button", { name: "Recalculate all" })[0]!);
    expect(await screen.findByText("The workbook could not be recalculated. A cell is being edited.")).toBeVisible();
    expect(screen.getByText(/^This workbook was calculated/)).toBeVisible();
  });

  it("is that it was recalculated at opening, or could not be", async () => {
    const opened = { ...NEW_WORKBOOK, parameters: { year: 2024, indexation: null }, namedYear: 2024, dataVersion };
    await renderView(null, host);
    localStorage.setItem("statut-social.started", "yes");
    const { unmount } = render(<Pane host={host} opened={{ ...opened, recalculation: { from: "2020 abc" } }} />);
    expect(
      screen.getByText(/^This workbook was calculated with other figures \(data 2020 abc\)\. Cells/),
    ).toBeVisible();
    unmount();
    render(<Pane host={host} opened={{ ...opened, recalculation: { due: "year" } }} />);
    expect(screen.getByText(/may show the figures of another one than 2024 until everything is/)).toBeVisible();
    await user.click(screen.getAllByRole("button", { name: "Recalculate all" })[0]!);
    expect(host.recalculations).toBe(1);
    expect(screen.queryByText(/may show the figures of another one/)).not.toBeInTheDocument();
  });

  it("keeps what was done upon Excel's first answer, though somebody came back before it", async () => {
    await renderView(null, host);
    localStorage.setItem("statut-social.started", "yes");
    const named: NamedState = { namedYear: 2022, namedIndexation: null, namedFigures: null, from1904: false };
    let answer = (): void => undefined;
    host.readNamed = () => new Promise((resolve) => (answer = () => resolve(named)));
    const opened = restoreWorkbook(host);
    const late = answer;
    host.readNamed = () => Promise.resolve(named);
    render(<Pane host={host} opened={opened} />);
    act(() => void window.dispatchEvent(new Event("focus")));
    act(() => late());
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Parameter year" })).toHaveDisplayValue("2022"));
    expect(screen.queryByText(/^The name PARAMETER_YEAR holds/)).not.toBeInTheDocument();
    chooseYear(null);
  });

  it("can be put away", async () => {
    host.state = { ...NEW_WORKBOOK, parameters: { year: 2024, indexation: null }, namedYear: 2024, dataVersion };
    await renderPane(host);
    await user.click(await screen.findByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/^This workbook uses/)).not.toBeInTheDocument();
  });
});

describe("the views", () => {
  it("fail alone, with a way out", async () => {
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const Broken = () => {
      throw new Error("chunk not found");
    };
    await renderView(
      <Chunk>
        <Broken />
      </Chunk>,
    );
    expect(screen.getByText("This part of the pane could not be loaded.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
    quiet.mockRestore();
  });
});

describe("languages", () => {
  it.each([
    ["fr-BE", "Année des paramètres", "890,42 €"],
    ["nl-BE", "Parameterjaar", "€ 890,42"],
    ["de-BE", "Parameterjahr", "890,42 €"],
  ] as const)("%s: words and figures are the user's", async (locale, label, minimum) => {
    host = new FakeHost(locale);
    host.state = workbookOf(2026);
    await renderPane(host);
    expect(screen.getByRole("combobox", { name: label })).toBeVisible();
    expect(screen.getByText((text) => text.replace(/\s/g, " ") === minimum)).toBeVisible();
  });
});

it("shows figures without a spreadsheet, and says why nothing can be stored", async () => {
  host.hasWorkbook = false;
  await renderPane(host);
  expect(screen.getByText("Open the pane in Excel to store the year in a workbook.")).toBeVisible();
});
