import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useHeldFigures } from "../../src/definitions";
import { registered } from "../../src/page/functions";
import { holdList } from "../../src/page/own-figures";
import { loadFigureNames } from "../../src/i18n/load";
import { FiguresView } from "../../src/taskpane/figures/figures-view";
import { CalculatorView } from "../../src/taskpane/calculator/calculator-view";
import { FundsView } from "../../src/taskpane/funds/funds-view";
import { ProjectionView } from "../../src/taskpane/projection/projection-view";
import { YearView } from "../../src/taskpane/year/year-view";
import { QuestionsView } from "../../src/taskpane/questions/questions-view";
import { saveFile } from "../../src/taskpane/kit/files";
import { FakeHost, NEW_WORKBOOK } from "./fake-host";
import { renderPane, renderView } from "./setup";

jest.mock("../../src/taskpane/kit/files", () => ({
  ...jest.requireActual<object>("../../src/taskpane/kit/files"),
  saveFile: jest.fn(),
}));

const save = jest.mocked(saveFile);

const FRACTION = {
  numerator: { parameter: "contributions.index.numerator", value: "690", source: "Moniteur belge, 20/12/2026" },
  denominator: { parameter: "contributions.revaluation.denominator", value: "650.24", source: "Moniteur belge" },
};

const ofYear = (year: number, figure: object) => ({ from: `${year}-01-01`, to: `${year}-12-31`, ...figure });
const listOf = (...figures: object[]): string => JSON.stringify({ format: "statut-social own figures 1", figures });

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  // The day on which figures are awaited, and nothing else of the clock.
  const real = [
    "setTimeout",
    "clearTimeout",
    "setInterval",
    "clearInterval",
    "setImmediate",
    "clearImmediate",
  ] as const;
  const others = ["nextTick", "queueMicrotask", "performance", "hrtime", "requestAnimationFrame"] as const;
  jest.useFakeTimers({
    now: new Date(2026, 10, 28),
    doNotFake: [...real, ...others, "cancelAnimationFrame", "requestIdleCallback", "cancelIdleCallback"],
  });
  host = new FakeHost();
  user = userEvent.setup();
});

afterEach(() => {
  jest.useRealTimers();
  holdList("");
  useHeldFigures();
});

const open = async (list = "", language?: string): Promise<void> => {
  host = new FakeHost(language);
  host.state = { ...NEW_WORKBOOK, ownFigures: list };
  await renderView(<FiguresView />, host);
};
const stored = () =>
  host.state.ownFigures === "" ? [] : (JSON.parse(host.state.ownFigures) as { figures: unknown[] }).figures;
const section = (name: string) => within(screen.getByRole("region", { name }));
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const set = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const year2027 = (income: number): unknown =>
  (registered.get("INASTI.QUARTERLY") as (...cells: unknown[]) => unknown)(income, "principal", 2027);

describe("what is awaited", () => {
  it("comes first, each with its last value, its days and its source", async () => {
    await open();
    const [first] = screen.getAllByRole("region");
    expect(within(first!).getByRole("heading", { name: "Awaited" })).toBeVisible();
    const [numerator] = within(first!).getAllByRole("listitem");
    expect(numerator).toHaveTextContent(/Awaited for 1 Jan 2027 to 31 Dec 2027/);
    // Numerator of 2026.
    expect(numerator).toHaveTextContent(/Last value: 676\.50, 1 Jan 2026 to 31 Dec 2026\./);
    await user.click(await screen.findByRole("button", { name: "Fund fees (4)" }));
    expect(section("Awaited").getByText(/Securex/)).toBeVisible();
  });

  it("is given once, with its source, and the whole year follows", async () => {
    await open();
    expect(() => year2027(0)).toThrow(/Enter the index of 2027 in the pane \(Figures\)/);
    const adds = section("Awaited").getAllByRole("button", { name: /^Add: / });
    await user.click(adds[0]!);
    await user.click(await within(await screen.findByRole("form")).findByRole("button", { name: "Add" }));
    expect(screen.getByText("Enter a number, such as 676.50.")).toBeVisible();
    set(/^Value/, "690,00");
    await user.click(await within(await screen.findByRole("form")).findByRole("button", { name: "Add" }));
    expect(screen.getByText(/say where your figure stands \(source\)/)).toBeVisible();
    set(/^Source/, "https://www.ejustice.just.fgov.be/2027");
    await user.click(await within(await screen.findByRole("form")).findByRole("button", { name: "Add" }));
    await waitFor(() =>
      expect(stored()).toEqual([
        ofYear(2027, { ...FRACTION.numerator, source: "https://www.ejustice.just.fgov.be/2027" }),
      ]),
    );
    expect(await screen.findByText(/^Added, and everything is recalculated: /)).toBeVisible();
    // 3,666.15 × 690.00 / 142.75 = 17,720.80; × 20.5 % / 4 = 908.19.
    expect(year2027(0)).toBe(908.19);
    const own = section("Your figures");
    expect(own.getByRole("link")).toHaveAttribute("href", "https://www.ejustice.just.fgov.be/2027");
    await user.click(await own.findByRole("button", { name: /^What follows from it/ }));
    expect(own.getAllByText("€17,720.80 a year").length).toBeGreaterThan(0);
    await user.click(await screen.findByRole("button", { name: "Undo the last change" }));
    await waitFor(() => expect(stored()).toEqual([]));
    expect(() => year2027(0)).toThrow();
  });

  it("is an index step with its day, known until another", async () => {
    await open();
    await user.click(await section("Awaited").findByRole("button", { name: /^Add: .*Awaited from 1 Dec 2026$/ }));
    const form = within(screen.getByRole("form"));
    set(/^Next index step on/, "2027-03-15");
    set(/^Known until/, "2027-06-30");
    set(/^Source/, "Statbel");
    await user.click(await form.findByRole("button", { name: "Add" }));
    expect(screen.getByText("An index step takes effect on the first day of a month.")).toBeVisible();
    set(/^Next index step on/, "2027-03-01");
    await user.click(await form.findByRole("button", { name: "Add" }));
    const step = { parameter: "benefits.index.rank", source: "Statbel" };
    await waitFor(() =>
      expect(stored()).toEqual([
        { ...step, from: "2026-12-01", to: "2027-02-28", value: "30" },
        { ...step, from: "2027-03-01", to: "2027-06-30", value: "31" },
      ]),
    );
    expect(section("Awaited").getByText("Awaited from 1 Jul 2027")).toBeVisible();
    const follows = section("Your figures").getAllByRole("button", { name: /^What follows from it/ });
    await user.click(follows[1]!);
    // Bridging right one step after 1,704.40.
    expect(section("Your figures").getAllByText("€1,738.52 a month").length).toBeGreaterThan(0);
  });

  it("may be that there is none until a day", async () => {
    await open();
    await user.click(await section("Awaited").findByRole("button", { name: /^Add: .*Awaited from 1 Dec 2026$/ }));
    set(/^Known until/, "2027-02-28");
    set(/^Source/, "Statbel");
    await user.click(await within(await screen.findByRole("form")).findByRole("button", { name: "Add" }));
    await waitFor(() => expect(stored()).toMatchObject([{ from: "2026-12-01", to: "2027-02-28", value: "30" }]));
  });
});

describe("the list", () => {
  it("asks again where a value lies far from the last one", async () => {
    await open();
    await user.click(section("Awaited").getAllByRole("button", { name: /^Add: / })[0]!);
    set(/^Value/, "760");
    set(/^Source/, "print");
    await user.click(await within(await screen.findByRole("form")).findByRole("button", { name: "Add" }));
    expect(screen.getByText("760.00 lies 10% or more from the last value, 676.50. Check it.")).toBeVisible();
    expect(stored()).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Add all the same" }));
    await waitFor(() => expect(stored()).toHaveLength(1));
    expect(section("Your figures").getByText(/^760\.00 lies 10% or more/)).toBeVisible();
  });

  it("takes no known figure but as a correction, and says that a closed year changes", async () => {
    await open();
    await user.type(await screen.findByRole("searchbox", { name: "Search" }), "index.numerator");
    await user.click(await section("All figures").findByRole("button", { name: /^Add: / }));
    const form = within(screen.getByRole("form"));
    set(/^From/, "2025-01-01");
    set(/^To/, "2025-12-31");
    set(/^Value/, "662.29");
    set(/^Source/, "print");
    expect(screen.getByText("2025 is over: answers on its days change.")).toBeVisible();
    await user.click(await form.findByRole("button", { name: "Add" }));
    expect(
      screen.getByText(/is known from 01\/01\/2025 to 31\/12\/2025\. To use your own figure instead/),
    ).toBeVisible();
    await user.click(await form.findByRole("checkbox", { name: "Correction of a known figure" }));
    await user.click(await form.findByRole("button", { name: "Add" }));
    await waitFor(() => expect(stored()).toMatchObject([{ from: "2025-01-01", correction: true }]));
    // A list that somebody shares says it too.
    expect(section("Your figures").getByText("2025 is over: answers on its days change.")).toBeVisible();
    expect(section("Your figures").getByText("Correction of a known figure")).toBeVisible();
  });

  it("takes another value, other days or another source for a figure, after the same checks, and the first again", async () => {
    const list = listOf(ofYear(2027, FRACTION.numerator), ofYear(2027, FRACTION.denominator));
    await open(list);
    const change = section("Your figures").getAllByRole("button", { name: /^Change: / })[0]!;
    await user.click(change);
    const form = within(screen.getByRole("form", { name: /^Change: / }));
    expect(screen.getByLabelText(/^Value/)).toHaveValue("690");
    expect(screen.getByLabelText(/^From/)).toHaveValue("2027-01-01");
    expect(screen.getByLabelText(/^Source/)).toHaveValue("Moniteur belge, 20/12/2026");
    set(/^To/, "2027-06-30");
    await user.click(await form.findByRole("button", { name: "Save" }));
    expect(screen.getByText(/holds for a whole calendar year/)).toBeVisible();
    set(/^To/, "2027-12-31");
    set(/^Value/, "800");
    await user.click(await form.findByRole("button", { name: "Save" }));
    expect(screen.getByText(/^800\.00 lies 10% or more/)).toBeVisible();
    set(/^Value/, "691,5");
    set(/^Source/, "corrected print");
    await user.click(await form.findByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(stored()).toEqual([
        ofYear(2027, { ...FRACTION.numerator, value: "691.5", source: "corrected print" }),
        ofYear(2027, FRACTION.denominator),
      ]),
    );
    expect(await screen.findByText(/^Changed, and everything is recalculated: /)).toBeVisible();
    expect(screen.queryByRole("form")).not.toBeInTheDocument();
    // 3,666.15 × 691.50 / 142.75 = 17,759.32; × 20.5 % / 4 = 910.17.
    expect(year2027(0)).toBe(910.17);
    await user.click(await screen.findByRole("button", { name: "Undo the last change" }));
    await waitFor(() => expect(JSON.parse(host.state.ownFigures)).toEqual(JSON.parse(list)));
  });

  it.each([
    ["a percentage", { parameter: "funds.fee.acerta", value: "0.0325" }, "3,25"],
    ["an amount", { parameter: "company.threshold", value: "912345.6" }, "912345,6"],
    ["index points", { parameter: "contributions.index.numerator", value: "690.05" }, "690,05"],
  ])("offers %s as it is typed, and reads it back alike", async (_, figure, shown) => {
    const list = listOf(ofYear(2027, { ...figure, source: "print" }));
    await open(list, "fr-BE");
    await user.click(await screen.findByRole("button", { name: /^Modifier/ }));
    expect(screen.getByLabelText(/^Valeur/)).toHaveValue(shown);
    set(/^Source/, "autre");
    await user.click(await screen.findByRole("button", { name: "Enregistrer" }));
    await waitFor(() => expect(stored()).toEqual([ofYear(2027, { ...figure, source: "autre" })]));
  });

  it("loses a figure that is removed", async () => {
    await open(listOf(ofYear(2027, FRACTION.numerator), ofYear(2027, FRACTION.denominator)));
    await user.click(screen.getAllByRole("button", { name: /^Remove: / })[0]!);
    await waitFor(() => expect(stored()).toMatchObject([FRACTION.denominator]));
  });

  it("shows both where another value is published, until the user decides", async () => {
    const mine = ofYear(2026, { ...FRACTION.numerator, value: "676.6" });
    await open(listOf(mine));
    expect(screen.getByText(/^Published by now, with another value: 676\.50, /)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Keep mine" }));
    await waitFor(() => expect(stored()).toEqual([{ ...mine, correction: true }]));
    await user.click(await screen.findByRole("button", { name: "Undo the last change" }));
    await user.click(await screen.findByRole("button", { name: "Take the published one" }));
    await waitFor(() => expect(stored()).toEqual([]));
  });
});

describe("all figures", () => {
  it("are found by words of their names, accents or not, with what is known of them", async () => {
    await open("", "fr-BE");
    await loadFigureNames("fr");
    await user.type(await screen.findByRole("searchbox", { name: "Rechercher" }), "annee numerator");
    const found = section("Tous les chiffres");
    expect(found.getByText("contributions.index.numerator")).toBeVisible();
    expect(found.getByText("Connu jusqu’au 31/12/2026.")).toBeVisible();
    await user.click(await found.findByRole("button", { name: /^Valeurs connues \(12\)/ }));
    expect(found.getByText("676,50")).toBeVisible();
  });

  it("have no form where none can be given", async () => {
    await open();
    await user.type(await screen.findByRole("searchbox", { name: "Search" }), "funds.switch.notice-months");
    expect(section("All figures").queryByRole("button", { name: /^Add/ })).not.toBeInTheDocument();
    await user.type(await screen.findByRole("searchbox", { name: "Search" }), "x");
    expect(screen.getByText("No figure has these words.")).toBeVisible();
  });

  it("are listed by the reason where nobody knows them", async () => {
    await open();
    await user.click(
      await screen.findByRole("button", {
        name: /^Whether an index step of 2% has come since is not known\. \(\d+\)$/,
      }),
    );
    expect(section("Unknown or contradictory").getAllByText("since 1 Dec 2026").length).toBeGreaterThan(20);
  });
});

describe("sharing", () => {
  const file = (text: string) => new File([text], "list.json", { type: "application/json" });
  const upload = async (text: string) => user.upload(await screen.findByLabelText("File with figures"), file(text));

  it("writes a file, and reads one into the list", async () => {
    const list = listOf(ofYear(2027, FRACTION.numerator));
    await open(list);
    await user.click(await screen.findByRole("button", { name: "Export as a file" }));
    expect(JSON.parse(save.mock.calls[0]![1])).toEqual(JSON.parse(list));
    await upload(listOf(ofYear(2027, { ...FRACTION.numerator, value: "691" }), ofYear(2027, FRACTION.denominator)));
    await waitFor(() => expect(stored()).toMatchObject([{ value: "691" }, { value: "650.24" }]));
  });

  it("loses nothing on a bad file", async () => {
    const list = listOf(ofYear(2027, FRACTION.numerator));
    await open(list);
    await upload("no list");
    expect(await screen.findByText("Nothing was imported. This is not a list of own figures.")).toBeVisible();
    const benefit = { parameter: "benefits.sickness.isolated", value: "66", source: "print" };
    const double = { ...benefit, from: "2027-01-01", to: "2027-03-31" };
    await upload(listOf(double, { ...double, from: "2027-03-01", to: "2027-04-30" }));
    expect(
      await screen.findByText(/^Nothing was imported\. .*two of your own figures hold on the same days/),
    ).toBeVisible();
    expect(host.state.ownFigures).toBe(list);
  });

  it("inserts a sheet of texts", async () => {
    await open(listOf(ofYear(2027, { ...FRACTION.numerator, source: "=HYPERLINK(1)" })));
    await user.click(await screen.findByRole("button", { name: "Insert as a sheet" }));
    await waitFor(() => expect(host.sheets).toHaveLength(1));
    const row = host.sheets[0]!.rows.at(-1)!;
    expect(row[1]).toMatchObject({ content: "690", literal: true });
    expect(row.at(-1)).toMatchObject({ content: "=HYPERLINK(1)", literal: true });
  });
});

describe("what the pane says when the workbook opens", () => {
  const openPane = async (list: string): Promise<void> => {
    host.state = { ...NEW_WORKBOOK, ownFigures: list };
    await renderPane(host);
    // What goes is stored meanwhile.
    await act(() => Promise.resolve());
  };

  it("is that the list cannot be read; the list can be kept before it goes", async () => {
    await openPane("{");
    expect(screen.getByText(/^Your own figures in this workbook cannot be read/)).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Figures" }));
    await user.click(await screen.findByRole("button", { name: "Save it as a file" }));
    expect(save).toHaveBeenCalledWith(expect.any(String), "{");
    await user.click(await screen.findByRole("button", { name: "Remove it" }));
    await waitFor(() => expect(host.state.ownFigures).toBe(""));
    expect(screen.queryByText(/^Your own figures in this workbook cannot be read/)).not.toBeInTheDocument();
  });

  it("is that a figure is published with the same value, and went", async () => {
    await openPane(listOf(ofYear(2026, { ...FRACTION.numerator, value: "676.50" }), ofYear(2027, FRACTION.numerator)));
    expect(
      await screen.findByText(/^Published by now with the same value, so your own figure was dropped/),
    ).toBeVisible();
    expect(stored()).toEqual([ofYear(2027, FRACTION.numerator)]);
    // No answer changes by it, and what the new data change is for the user to ask.
    expect(host.recalculations).toBe(0);
  });

  it("is that a figure is published with another value, which changes nothing", async () => {
    const list = listOf(ofYear(2026, { ...FRACTION.numerator, value: "676.60" }));
    await openPane(list);
    expect(screen.getByText(/^Published by now with another value than yours/)).toBeVisible();
    expect(host.state.ownFigures).toBe(list);
  });

  it("is nothing of a year that own figures make known; it is a year like others", async () => {
    host.state = {
      ...NEW_WORKBOOK,
      parameters: { year: 2027, indexation: null },
      namedYear: 2027,
      ownFigures: listOf(ofYear(2027, FRACTION.numerator), ofYear(2027, FRACTION.denominator)),
    };
    await renderPane(host);
    expect(screen.queryByText(/^This workbook uses/)).not.toBeInTheDocument();
    const years = screen.getByRole("combobox", { name: "Parameter year" });
    expect(years).toHaveValue("2027");
    expect(screen.getByText("€17,720.80")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Minimum income Source" }));
    expect(screen.getByText("Own figure, typed in this workbook")).toBeVisible();
  });
});

describe("an answer that rests on a figure of the user's own", () => {
  const withYear = (view: ReactNode, list: string, language?: string) => {
    host = new FakeHost(language);
    host.state = {
      ...NEW_WORKBOOK,
      parameters: { year: 2027, indexation: null },
      namedYear: 2027,
      namedIndexation: null,
      ownFigures: list,
    };
    return renderView(view, host);
  };
  const fraction = listOf(ofYear(2027, FRACTION.numerator), ofYear(2027, FRACTION.denominator));
  const mark = "Uses figures that you gave. Source: Moniteur belge, 20/12/2026";

  it("says so with its source in the calculator, and names the figures", async () => {
    await withYear(<CalculatorView />, fraction);
    expect(screen.getByText(mark)).toBeVisible();
    expect(screen.getByText("own figure")).toBeVisible();
    await user.click(screen.getAllByRole("button", { name: /Moniteur belge.* Source$/ })[0]!);
    expect(screen.getAllByText("contributions.bracket1.ceiling").length).toBeGreaterThan(0);
  });

  it.each([
    [
      "fr-BE",
      "chiffre personnel",
      "Repose sur des chiffres que vous avez introduits. Source : Moniteur belge, 20/12/2026",
    ],
    ["nl-BE", "eigen cijfer", "Steunt op cijfers die u hebt ingevoerd. Bron: Moniteur belge, 20/12/2026"],
    ["de-BE", "eigene Angabe", "Beruht auf Angaben von Ihnen. Quelle: Moniteur belge, 20/12/2026"],
  ])("in the language of the reader: %s", async (language, badge, text) => {
    await withYear(<CalculatorView />, fraction, language);
    expect(screen.getByText(badge)).toBeVisible();
    expect(screen.getByText(text)).toBeVisible();
  });

  it("says so over the key figures of the year", async () => {
    await withYear(<YearView />, fraction);
    expect(screen.getByText(mark)).toBeVisible();
  });

  it("says so under a projection", async () => {
    await withYear(<ProjectionView />, fraction);
    set(/^Number of years/, "1");
    expect(await screen.findByText(/^Uses figures that you gave\./)).toBeVisible();
  });

  it("says so of the contribution that fees are compared on, and of a fund's fee", async () => {
    await withYear(
      <FundsView />,
      listOf(
        ofYear(2027, FRACTION.numerator),
        ofYear(2027, FRACTION.denominator),
        ofYear(2027, { parameter: "funds.fee.acerta", value: "0.0325", source: "acerta.be" }),
      ),
    );
    expect(screen.queryByText(mark)).not.toBeInTheDocument();
    expect(within(screen.getByRole("row", { name: /^Acerta/ })).getByText("own figure")).toBeVisible();
    await user.selectOptions(await screen.findByRole("combobox", { name: "Compare for" }), "income");
    expect(screen.getByText(mark)).toBeVisible();
  });

  it("says so of a benefit after an index step, and no more when the figures are gone", async () => {
    const step = {
      parameter: "benefits.index.rank",
      source: "Statbel",
      from: "2026-12-01",
      to: "2027-06-30",
      value: "31",
    };
    const { unmount } = await withYear(<QuestionsView />, listOf(step));
    const ask = async (): Promise<void> => {
      await user.click(await screen.findByRole("button", { name: "Monthly amount" }));
      set(/^A day of the month/, "2027-03-01");
    };
    await ask();
    expect(screen.getByText("€1,738.52")).toBeVisible();
    expect(screen.getByText("Uses figures that you gave. Source: Statbel")).toBeVisible();
    set(/^A day of the month/, "2026-09-01");
    expect(screen.queryByText(/^Uses figures that you gave/)).not.toBeInTheDocument();
    unmount();
    await withYear(<QuestionsView />, "");
    await ask();
    expect(screen.queryByText(/^Uses figures that you gave/)).not.toBeInTheDocument();
  });

  it("says nothing where another year is asked", async () => {
    await withYear(<CalculatorView />, fraction);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Year" }), "2026");
    expect(screen.queryByText(/^Uses figures that you gave/)).not.toBeInTheDocument();
  });
});

describe("an amount that is not verified yet", () => {
  const ask = async (language?: string): Promise<void> => {
    host = new FakeHost(language);
    await renderView(<QuestionsView />, host);
    await user.click(await screen.findByRole("button", { name: "Monthly amount" }));
    set(/^A day of the month/, "2027-03-01");
  };

  it("is offered as the last one or one step more, marked as an assumption and editable", async () => {
    await ask();
    expect(screen.getByText(/no verified amount yet for 01\/03\/2027/)).toBeVisible();
    expect(button("Figures")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "+ 2% (assumption)" }));
    expect(screen.getByText("€1,738.52")).toBeVisible();
    expect(screen.getByText("1 index step of 2% since the last verified amount.")).toBeVisible();
    const field = screen.getByLabelText(/^Index steps since then/);
    expect(field).toHaveValue("1");
    await user.type(field, "2");
    expect(field).toHaveValue("12");
    expect(screen.getByText("12 index steps of 2% since the last verified amount.")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Last verified amount" }));
    expect(screen.getByText("€1,704.40")).toBeVisible();
    expect(screen.getByText("No index step since the last verified amount.")).toBeVisible();
  });

  it("is said once for a table of months", async () => {
    await renderView(<QuestionsView />, host);
    await user.click(await screen.findByRole("button", { name: "Payment month by month" }));
    set(/^Date of the event/, "2026-11-15");
    expect(screen.getAllByText(/no verified amount yet for/)).toHaveLength(1);
    await user.click(await screen.findByRole("button", { name: "Last verified amount" }));
    expect(screen.queryByText(/no verified amount yet for/)).not.toBeInTheDocument();
    expect(screen.getByText("Assumption")).toBeVisible();
  });
});
