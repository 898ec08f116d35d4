import "@testing-library/jest-dom";
import { render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { InsertRefused } from "../../src/host/host";
import { settings } from "../../src/settings";
import { Pane } from "../../src/taskpane/pane";
import { FakeHost } from "./fake-host";

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  settings.parameterYear = null;
  settings.language = "en";
  host = new FakeHost();
  user = userEvent.setup();
});

/** The value beside a label of the key figures. */
function figure(group: string, label: string): string | null {
  const region = screen.getByRole("button", { name: group }).closest(".fui-AccordionItem") as HTMLElement;
  const row = within(region).getByText(label).closest("div") as HTMLElement;
  return within(row).getByRole("definition").textContent;
}

async function openFunds(): Promise<void> {
  await user.click(screen.getByRole("tab", { name: "Fund fees" }));
}

async function enter(contribution: string): Promise<void> {
  const field = screen.getByRole("textbox", { name: "Contribution per quarter" });
  await user.clear(field);
  await user.type(field, contribution);
}

/** The rows of the comparison as text, without the header. */
function funds(): (string | null)[][] {
  const [, ...rows] = screen.getAllByRole("row");
  return rows.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  );
}

describe("the parameter year", () => {
  it("is the last published one until somebody chooses, and shows its figures", () => {
    render(<Pane host={host} />);
    expect(screen.getByRole("combobox", { name: "Parameter year" })).toHaveValue("2026");
    // INASTI, contributions 2026.
    expect(figure("Main activity", "Minimum income")).toBe("€17,374.08");
    expect(figure("Main activity", "Minimum per quarter")).toBe("€890.42");
    expect(figure("Main activity", "Maximum per quarter")).toBe("€5,103.05");
    expect(figure("Rates and ceilings", "Rate up to the first ceiling")).toBe("20.50%");
    expect(figure("Rates and ceilings", "Second ceiling")).toBe("€110,562.42");
  });

  it("starts with the workbook's", () => {
    settings.parameterYear = 2019;
    render(<Pane host={host} />);
    expect(screen.getByRole("combobox", { name: "Parameter year" })).toHaveValue("2019");
    expect(figure("Main activity", "Minimum per quarter")).toBe("€709.68");
  });

  it("can be any year from 2015 to 2026, newest first", () => {
    render(<Pane host={host} />);
    const years = screen.getAllByRole("option").map(({ textContent }) => Number(textContent));
    expect(years).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015]);
  });

  it("goes into the workbook and to the functions when it is chosen", async () => {
    render(<Pane host={host} />);
    await user.selectOptions(screen.getByRole("combobox", { name: "Parameter year" }), "2021");
    expect(await screen.findByText("Formulas without a year now use 2021.")).toBeVisible();
    expect(host.storedYear).toBe(2021);
    expect(settings.parameterYear).toBe(2021);
    expect(figure("Main activity", "Minimum per quarter")).toBe("€719.68");
  });

  it("reaches the functions before the host recalculates", async () => {
    let seen: number | null = null;
    jest.spyOn(host, "writeParameterYear").mockImplementation(() => {
      seen = settings.parameterYear;
      return Promise.resolve();
    });
    render(<Pane host={host} />);
    await user.selectOptions(screen.getByRole("combobox", { name: "Parameter year" }), "2021");
    expect(seen).toBe(2021);
  });

  it("goes back when the workbook refuses it, with the reason", async () => {
    host.failure = new Error("The workbook is read-only.");
    render(<Pane host={host} />);
    await user.selectOptions(screen.getByRole("combobox", { name: "Parameter year" }), "2021");
    expect(await screen.findByText("The year could not be stored. The workbook is read-only.")).toBeVisible();
    expect(screen.getByRole("combobox", { name: "Parameter year" })).toHaveValue("2026");
    expect(settings.parameterYear).toBeNull();
  });

  it("leaves out what the law of a year does not have", () => {
    settings.parameterYear = 2016;
    render(<Pane host={host} />);
    expect(screen.queryByRole("button", { name: "Primostarter" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Student" })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Complementary activity" })).toBeInTheDocument();
  });

  it("shows a figure's source, article, period and confidence on demand", async () => {
    render(<Pane host={host} />);
    expect(screen.queryByText("Derived by the statute’s formula")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Minimum income Source" }));
    expect(screen.getByText("Derived by the statute’s formula")).toBeVisible();
    expect(screen.getByRole("link", { name: "Royal decree no 38 of 27/07/1967" })).toHaveAttribute(
      "href",
      expect.stringMatching(/^https:\/\/www\.ejustice\.just\.fgov\.be\//),
    );
    expect(screen.getByText(/^AR38 12 §1/)).toBeVisible();
    expect(screen.getByText("In force from 1 Jan 2026 to 31 Dec 2026")).toBeVisible();
  });
});

describe("the funds' fees", () => {
  it("are compared for a contribution, cheapest first", async () => {
    render(<Pane host={host} />);
    await openFunds();
    await enter("2050");
    // 2050 at 3.05 % is 62.525, so 62.53 a quarter.
    expect(funds().slice(0, 3)).toEqual([
      ["Acerta3.05%, rate of 2025", "€250.12", "–"],
      ["Xerius3.05%, rate of 2025", "€250.12", "–"],
      ["Group S3.90%, rate of 2023", "€319.80", "€69.68"],
    ]);
    expect(screen.getByText(/^No published rate: Avixi/)).toBeVisible();
  });

  it("follow the parameter year", async () => {
    render(<Pane host={host} />);
    await user.selectOptions(screen.getByRole("combobox", { name: "Parameter year" }), "2025");
    await openFunds();
    await enter("1000");
    expect(funds()[0]).toEqual(["Acerta3.05%", "€122.00", "–"]);
  });

  it.each(["", "abc", "-5", "1,2,3", "1e3", "999999999999"])(
    "are not shown for %p, which is no amount",
    async (text) => {
      render(<Pane host={host} />);
      await openFunds();
      const field = screen.getByRole("textbox", { name: "Contribution per quarter" });
      await user.clear(field);
      if (text) await user.type(field, text);
      expect(field).toBeInvalid();
      expect(screen.getByText("Enter an amount, such as 1,000.00.")).toBeVisible();
      expect(screen.queryByRole("table")).not.toBeInTheDocument();
    },
  );

  it("go into the sheet as a table of numbers", async () => {
    render(<Pane host={host} />);
    await openFunds();
    await enter("2050");
    await user.click(screen.getByRole("button", { name: "Insert into the sheet" }));
    expect(await screen.findByText("Inserted at Sheet1!A1:I9.")).toBeVisible();
    const [table] = host.inserted;
    expect(table?.title).toBe("Management fees 2026 on €2,050.00 per quarter");
    expect(table?.rows[0]?.slice(0, 8)).toEqual(["Acerta", 0.0305, 2025, 62.53, 2112.53, 250.12, 8450.12, 0]);
    expect(table?.formats).toHaveLength(table!.header.length);
  });

  it.each([
    [new InsertRefused("occupied", "Sheet1!B2:J9"), /^Sheet1!B2:J9 is not empty/],
    [new InsertRefused("edge"), /^There is no room/],
    [new InsertRefused("locked"), /^The sheet is protected/],
    [new Error("It broke."), /^Nothing was inserted. It broke.$/],
  ])("stay out of the sheet with a clear word: %s", async (failure, text) => {
    host.failure = failure;
    render(<Pane host={host} />);
    await openFunds();
    await user.click(screen.getByRole("button", { name: "Insert into the sheet" }));
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert into the sheet" })).toBeEnabled();
  });

  it("keep what was typed while another view shows", async () => {
    render(<Pane host={host} />);
    await openFunds();
    await enter("2050");
    await user.click(screen.getByRole("tab", { name: "Year" }));
    await openFunds();
    expect(screen.getByRole("textbox", { name: "Contribution per quarter" })).toHaveValue("2050");
  });
});

describe("without a spreadsheet", () => {
  it("shows figures and fees, and says why nothing can be inserted", async () => {
    host.hasWorkbook = false;
    render(<Pane host={host} />);
    expect(screen.getByText("Open the pane in Excel to store the year in a workbook.")).toBeVisible();
    await openFunds();
    expect(funds().length).toBeGreaterThan(5);
    expect(screen.getByRole("button", { name: "Insert into the sheet" })).toBeDisabled();
    expect(screen.getByText("Open the pane in Excel to insert the table.")).toBeVisible();
  });
});

describe("languages", () => {
  it.each([
    ["fr", "fr-BE", "Année des paramètres", "890,42 €"],
    ["nl", "nl-BE", "Parameterjaar", "€ 890,42"],
    ["de", "de-BE", "Parameterjahr", "890,42 €"],
  ] as const)("%s: words and figures are the user's", (language, locale, label, minimum) => {
    settings.language = language;
    render(<Pane host={new FakeHost(locale)} />);
    expect(screen.getByRole("combobox", { name: label })).toBeVisible();
    expect(screen.getByText((text) => text.replace(/\s/g, " ") === minimum)).toBeVisible();
  });
});
