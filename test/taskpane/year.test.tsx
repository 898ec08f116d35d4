import { screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { settings } from "../../src/settings";
import { FakeHost, NEW_WORKBOOK } from "./fake-host";
import { renderPane } from "./setup";

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

it("is the last published one until somebody chooses, and shows its figures", async () => {
  await renderPane(host);
  expect(years()).toHaveValue("2026");
  // INASTI, contributions 2026.
  expect(figure("Main activity", "Minimum income")).toBe("€17,374.08");
  expect(figure("Main activity", "Minimum per quarter")).toBe("€890.42");
  expect(figure("Main activity", "Maximum per quarter")).toBe("€5,103.05");
  expect(figure("Rates and ceilings", "Rate up to the first ceiling")).toBe("20.50%");
  expect(figure("Rates and ceilings", "Second ceiling")).toBe("€110,562.42");
});

it("starts with the workbook's", async () => {
  host.state = { ...NEW_WORKBOOK, parameters: { year: 2019, indexation: null } };
  await renderPane(host);
  expect(years()).toHaveValue("2019");
  expect(figure("Main activity", "Minimum per quarter")).toBe("€709.68");
});

it("can be any year from 2015 to 2026, newest first, or one to come", async () => {
  await renderPane(host);
  const [projected, ...published] = within(years()).getAllByRole("option");
  expect(projected).toHaveTextContent("Projected year…");
  expect(published.map(({ textContent }) => Number(textContent))).toEqual([
    2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015,
  ]);
});

it("goes into the workbook and to the functions when it is chosen", async () => {
  await renderPane(host);
  await user.selectOptions(years(), "2021");
  expect(await screen.findByText("Formulas without a year now use 2021.")).toBeVisible();
  expect(host.state.parameters).toEqual({ year: 2021, indexation: null });
  expect(settings.parameterYear).toBe(2021);
  expect(figure("Main activity", "Minimum per quarter")).toBe("€719.68");
});

it("reaches the functions before the host recalculates", async () => {
  let seen: number | null = null;
  jest.spyOn(host, "writeParameters").mockImplementation(() => {
    seen = settings.parameterYear;
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
  expect(years()).toHaveValue("2026");
  expect(settings.parameterYear).toBeNull();
});

it("leaves out what the law of a year does not have", async () => {
  host.state = { ...NEW_WORKBOOK, parameters: { year: 2016, indexation: null } };
  await renderPane(host);
  expect(screen.queryByRole("button", { name: "Primostarter" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Student" })).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Complementary activity" })).toBeInTheDocument();
});

it("shows a figure's source, article, period and confidence on demand", async () => {
  await renderPane(host);
  expect(screen.queryByText("One publication")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Minimum income Source" }));
  expect(screen.getByText("One publication")).toBeVisible();
  expect(screen.getByRole("link", { name: /^INASTI pages and Liantis table of 2026/ })).toHaveAttribute(
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
    await user.selectOptions(years(), "Projected year…");
  });

  it("asks for an indexation, and is not chosen before", async () => {
    expect(year()).toHaveValue("2027");
    expect(use()).toBeDisabled();
    expect(host.state.parameters).toBeNull();
    await user.type(growth(), "two");
    expect(screen.getByText("Enter a growth between −50 and 50%, such as 2%.")).toBeVisible();
    expect(use()).toBeDisabled();
  });

  it("goes into the workbook with its indexation, and says that its figures are a projection", async () => {
    await user.type(growth(), "2,5");
    await user.click(use());
    expect(host.state.parameters).toEqual({ year: 2027, indexation: "0.025" });
    expect(await screen.findByText(/^Figures of 2027 are a projection at 2.5% a year/)).toBeVisible();
    // Article 14 §1: 3,666.15 × (676.50 × 1.025) / 142.75 = 17,808.436, rounded once.
    expect(figure("Main activity", "Minimum income")).toBe("€17,808.44");
    await user.click(screen.getByRole("button", { name: "Minimum income Source" }));
    expect(screen.getByText("Projection with your indexation")).toBeVisible();
  });

  it.each(["2026", "2101", "next"])("is not %s", async (text) => {
    await user.clear(year());
    await user.type(year(), text);
    await user.type(growth(), "2");
    expect(screen.getByText("Enter a year from 2027 to 2100.")).toBeVisible();
    expect(use()).toBeDisabled();
  });
});
