import { screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import Decimal from "decimal.js";
import { chosenYear } from "../../src/page/parameter-year";
import { series } from "../../src/parameters";
import { LAST_YEAR } from "../../src/rules/contributions";
import { FakeHost, workbookOf } from "./fake-host";
import { renderPane } from "./setup";

const NEXT_YEAR = LAST_YEAR + 1;

let host: FakeHost;
let user: UserEvent;

beforeEach(() => {
  host = new FakeHost();
  user = userEvent.setup();
});

/** The value beside a label of the key figures. */
function figure(group: string, label: string): string | null {
  const region = screen.getByRole("button", { name: group }).closest(".fui-AccordionItem") as HTMLElement;
  const row = within(region).getByText(label).closest("div") as HTMLElement;
  return within(row).getByRole("definition").textContent;
}

const years = () => screen.getByRole("combobox", { name: "Parameter year" });

it("is the last published one until somebody chooses", async () => {
  await renderPane(host);
  expect(years()).toHaveValue(String(LAST_YEAR));
});

it("shows its figures", async () => {
  host.state = workbookOf(2026);
  await renderPane(host);
  // INASTI, contributions 2026.
  expect(figure("Main occupation", "Minimum income")).toBe("€17,374.08");
  expect(figure("Main occupation", "Minimum per quarter")).toBe("€890.42");
  expect(figure("Main occupation", "Maximum per quarter")).toBe("€5,103.05");
  expect(figure("Rates and ceilings", "Rate up to the first ceiling")).toBe("20.50%");
  expect(figure("Rates and ceilings", "Second ceiling")).toBe("€110,562.42");
});

it("starts with the workbook's", async () => {
  host.state = workbookOf(2019);
  await renderPane(host);
  expect(years()).toHaveValue("2019");
  expect(figure("Main occupation", "Minimum per quarter")).toBe("€709.68");
});

it("can be any year from 2015 to the last published one, newest first, or one to come", async () => {
  await renderPane(host);
  const [projected, ...published] = within(years()).getAllByRole("option");
  expect(projected).toHaveTextContent("Future year…");
  expect(published.map(({ textContent }) => Number(textContent))).toEqual(
    Array.from({ length: LAST_YEAR - 2014 }, (_, index) => LAST_YEAR - index),
  );
});

it("goes into the workbook and to the functions when it is chosen", async () => {
  await renderPane(host);
  await user.selectOptions(years(), "2021");
  expect(await screen.findByText("Formulas without a year now use 2021.")).toBeVisible();
  expect(host.state.parameters).toEqual({ year: 2021, indexation: null });
  expect(chosenYear()).toBe(2021);
  expect(figure("Main occupation", "Minimum per quarter")).toBe("€719.68");
});

it("reaches the functions before the host recalculates", async () => {
  let seen: number | null = null;
  jest.spyOn(host, "writeParameters").mockImplementation(() => {
    seen = chosenYear();
    return Promise.resolve();
  });
  await renderPane(host);
  await user.selectOptions(years(), "2021");
  expect(seen).toBe(2021);
});

it("goes back when the workbook refuses it, with the reason", async () => {
  host.failure = new Error("The workbook is read-only.");
  await renderPane(host);
  await user.selectOptions(years(), "2021");
  expect(await screen.findByText("The year could not be stored. The workbook is read-only.")).toBeVisible();
  expect(years()).toHaveValue(String(LAST_YEAR));
  expect(chosenYear()).toBeNull();
});

it("leaves out what the law of a year does not have", async () => {
  host.state = workbookOf(2016);
  await renderPane(host);
  expect(screen.queryByRole("button", { name: "Primostarter" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Student" })).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Complementary occupation" })).toBeInTheDocument();
});

it("shows a figure's source, article, period and confidence on demand", async () => {
  host.state = workbookOf(2026);
  await renderPane(host);
  expect(screen.queryByText("One publication")).not.toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "Minimum income Source" }));
  expect(screen.getByText("One publication")).toBeVisible();
  expect(screen.getByRole("link", { name: /^INASTI, Liantis 2026/ })).toHaveAttribute(
    "href",
    expect.stringMatching(/^https:\/\/www\.rsvz-inasti\.fgov\.be\//),
  );
  expect(screen.getByText(/^AR38 12 §1/)).toBeVisible();
  expect(screen.getByText("In force from 1 Jan 2026 to 31 Dec 2026")).toBeVisible();
});

describe("a year to come", () => {
  const year = () => screen.getByRole("textbox", { name: "Year" });
  const growth = () => screen.getByRole("textbox", { name: "Indexation per year" });
  const use = () => screen.getByRole("button", { name: "Use this year" });

  beforeEach(async () => {
    await renderPane(host);
    await user.selectOptions(years(), "Future year…");
  });

  it("asks for an indexation, and is not chosen before", async () => {
    expect(year()).toHaveValue(String(NEXT_YEAR));
    expect(use()).toBeDisabled();
    expect(host.state.parameters).toBeNull();
    await user.type(growth(), "two");
    expect(screen.getByText("Enter a growth between −50 and 50%, such as 2%.")).toBeVisible();
    expect(use()).toBeDisabled();
  });

  it("goes into the workbook with its indexation, and says that its figures are a projection", async () => {
    await user.type(growth(), "2,5");
    await user.click(use());
    expect(host.state.parameters).toEqual({ year: NEXT_YEAR, indexation: "0.025" });
    expect(await screen.findByText(/^Figures of \d+ are a projection at 2.5% a year/)).toHaveTextContent(
      `${NEXT_YEAR}`,
    );
    // Article 14 §1: 3,666.15 × (numerator of the last year × 1.025) / 142.75, rounded once.
    const numerator = series("contributions.index.numerator").at(-1)!.value! / 100;
    const income = new Decimal("3666.15").times(numerator).times("1.025").div("142.75").toFixed(2);
    expect(figure("Main occupation", "Minimum income")!.replace(/[€,]/g, "")).toBe(income);
    await user.click(await screen.findByRole("button", { name: "Minimum income Source" }));
    expect(screen.getByText("Projection with your indexation")).toBeVisible();
  });

  it.each([String(LAST_YEAR), "2101", "next"])("is not %s", async (text) => {
    await user.clear(year());
    await user.type(year(), text);
    await user.type(growth(), "2");
    expect(screen.getByText(`Enter a year from ${NEXT_YEAR} to 2100.`)).toBeVisible();
    expect(use()).toBeDisabled();
  });
});
