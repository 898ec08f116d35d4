import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definitionOf } from "../../src/definitions";
import { InsertRefused } from "../../src/host/host";
import { LANGUAGES, reader } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { textsIn } from "../../src/i18n/texts";
import { ask } from "../../src/taskpane/questions/answers";
import type { Texts } from "../../src/taskpane/questions/fields";
import { QuestionsView } from "../../src/taskpane/questions/questions-view";
import { type CallResult, isErrorOfCell } from "../../src/taskpane/formula/call";
import { fieldsOf, type FormField } from "../../src/taskpane/questions/fields";
import type { Question } from "../../src/taskpane/questions/question";
import { GROUPS } from "../../src/taskpane/questions/questions";
import { ENTRIES } from "../../src/taskpane/questions/search";
import { numbersOf } from "../../src/taskpane/kit/numbers";
import { type Case, casesOf, cell } from "../golden/harness";
import { FakeHost } from "./fake-host";
import { registerFunctions, renderView } from "./setup";

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly { readonly name: string; readonly optional?: true; readonly customEnumId?: string }[];
  }[];
  readonly enums: readonly { readonly id: string; readonly values: readonly { readonly stringValue: string }[] }[];
}

const metadata = JSON.parse(readFileSync(join(__dirname, "../../build/metadata/functions.json"), "utf8")) as Metadata;
const parametersOf = (id: string) => metadata.functions.find((one) => one.id === id)!.parameters;

const QUESTIONS = GROUPS.flatMap(({ questions }) => questions);
const byKey = QUESTIONS.map((question) => [question.key, question] as const);

describe("the forms", () => {
  it.each(byKey)("%s: lays out no argument that the function does not take", (_, { id, layout }) => {
    expect(parametersOf(id).map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(layout)));
  });

  it.each(byKey)("%s: what is required is never folded away", (_, question) => {
    const required = new Set(
      parametersOf(question.id)
        .filter(({ optional }) => !optional)
        .map(({ name }) => name),
    );
    for (const { parameter, more, required: needed } of fieldsOf(question)) {
      if (needed) expect([parameter, required.has(parameter), more]).toEqual([parameter, true, undefined]);
    }
  });

  it.each(byKey)("%s: offers the words of the contract", (_, question) => {
    for (const { parameter, kind, words, following } of fieldsOf(question)) {
      const { customEnumId } = parametersOf(question.id).find(({ name }) => name === parameter)!;
      expect(kind === "word").toBe(customEnumId !== undefined);
      if (kind !== "word") continue;
      const { values } = metadata.enums.find((one) => one.id === customEnumId)!;
      expect([...words].sort()).toEqual(values.map(({ stringValue }) => stringValue).sort());
      expect(words).toEqual(expect.arrayContaining(Object.values(following?.words ?? {}).flat()));
    }
  });

  it.each(LANGUAGES)("speak %s", async (language) => {
    reader.language = language;
    await loadAllPaneTexts(language);
    const texts = textsIn(language)!["pane"]!;
    const has = (key: string): boolean =>
      typeof key.split("/").reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], texts) ===
      "string";
    const fields = QUESTIONS.flatMap(fieldsOf);
    const keys = [
      ...GROUPS.map(({ key }) => `questions/group/${key}`),
      ...ENTRIES.map(({ key }) => `questions/question/${key}`),
      ...fields.map(({ label, parameter }) => `questions/label/${label ?? parameter}`),
      ...fields.flatMap(({ hint }) => (hint === undefined ? [] : [`questions/hint/${hint}`])),
      ...QUESTIONS.flatMap(({ note }) => (note === undefined ? [] : [`questions/note/${note}`])),
      // Categories, funds and some other words go by those that refusals use: test/i18n/words.test.ts.
      ...fields
        .filter(
          ({ list }) =>
            !/_CATEGORY$|^PENSION_(CONTRIBUTION|SITUATION)$|_DIRECTION$|_SWITCHKIND$|^INASTI_BASIS$/.test(list),
        )
        .filter(({ kind }) => kind !== "fund")
        .flatMap(({ list, words }) => words.map((word) => `questions/word/${list}/${word}`)),
    ];
    expect(keys.filter((key) => !has(key))).toEqual([]);
    const used = (prefix: string) => [...new Set(keys.filter((key) => key.startsWith(prefix)))].length;
    const said = texts["questions"] as unknown as Record<string, Record<string, unknown>>;
    for (const part of ["group", "question", "label", "hint", "note"])
      expect(Object.keys(said[part]!)).toHaveLength(used(`questions/${part}/`));
    reader.language = "en";
  });
});

/** A case's input as somebody types it into its field, or chooses it where a cell would read another word for it. */
function typed({ kind, parameter }: FormField, value: unknown, { id }: Question): string {
  if (kind === "word") return String(definitionOf(id)!.takes[parameter]!.read(parameter, value));
  if (kind === "yes") return value === true ? "yes" : "";
  if (kind === "yes-no") return value === true ? "yes" : "no";
  if (kind === "amounts") return (value as (string | null)[]).map((one) => one ?? "").join("; ");
  if (kind === "percent") return String(Number((Number(value) * 100).toFixed(6)));
  if (kind === "date") return /^\d{4}-\d{2}$/.test(String(value)) ? `${String(value)}-01` : String(value);
  return String(value);
}

/**
 * What the functions refuse and a form does not let through: half an index step, an end of a birth, a unit of what has none, a word
 * that is not offered, a coefficient for each year.
 */
const NOT_TYPED = new Set([
  "ben-step-08",
  "ben-ex-53",
  "pen-basis-03",
  "ben-26-57",
  "ben-26-58",
  "ben-26-61",
  "ben-26-78",
  "ben-26-23",
  "ST-218",
  "ST-224",
  "pen-26-65",
  "PA-411",
  "pen-26-71",
]);

/** What each row of a career adds, as a case has it. */
function pensionsIn(result: CallResult) {
  const [, ...rows] = result.ok ? (result.value as unknown[][]) : [];
  const shown = (one: unknown): unknown => (isErrorOfCell(one) ? one.code : Number(one).toFixed(2));
  return rows.map((row) => ({ year: row[0], pension: shown(row.at(-1)) }));
}

const DOMAINS = ["passerelle", "benefits", "pension", "company", "status"];
const cases = DOMAINS.flatMap(casesOf).flatMap((one) => {
  const question = QUESTIONS.find(({ id }) => id === one.function);
  return question && !NOT_TYPED.has(one.id) ? [[one.id, one, question] as const] : [];
});

describe("what the forms answer is what the rule book says", () => {
  beforeAll(registerFunctions);

  const answer = ({ inputs }: Case, question: Question) => {
    const texts: Texts = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        name,
        typed(
          fieldsOf(question).find(({ parameter }) => parameter === name)!,
          value,
          question,
        ),
      ]),
    );
    const { problems, call } = ask(question, texts, 2026, numbersOf("en-GB"));
    expect(problems).toEqual({});
    return call;
  };

  it.each(cases.filter(([, , { says }]) => says !== "payments" && says !== "conditions"))("%s", (_, one, question) => {
    const { result } = answer(one, question)!;
    const { expected } = one;
    const error = (expected as { error?: string } | null)?.error;
    if (error !== undefined) expect(result).toMatchObject({ ok: false, code: error });
    else if (question.says === "list")
      expect(result).toEqual({ ok: true, value: listOf(expected as readonly string[]) });
    else if (question.says === "entitlement")
      expect(result).toEqual({ ok: true, value: (expected as { status: string }).status });
    else if (question.says === "estimate") expect(expected).toMatchObject(pensionsIn(result));
    else expect(result).toEqual({ ok: true, value: cell(expected) });
  });

  it.each(cases.filter(([, , { says }]) => says === "conditions"))("%s", (_, one, question) => {
    const { result } = answer(one, question)!;
    const { eligible, failed } = one.expected as { eligible: boolean; failed: string[] };
    const [[first], ...rows] = (result as { value: unknown[][] }).value as [unknown[], ...unknown[][]];
    expect(first).toBe(eligible);
    expect(rows.filter(([, , , met]) => met === false).map(([id]) => id)).toEqual(failed);
  });
});

const listOf = (quarters: readonly string[]): string[][] =>
  quarters.length === 0 ? [[""]] : quarters.map((quarter) => [quarter]);

const golden = new Map(DOMAINS.flatMap(casesOf).map((one) => [one.id, one]));

describe("the view", () => {
  let host: FakeHost;
  let user: UserEvent;

  const open = async (name: string, language?: string): Promise<void> => {
    host = new FakeHost(language);
    user = userEvent.setup();
    await renderView(<QuestionsView />, host);
    await user.click(await screen.findByRole("button", { name }));
  };
  const pick = async (label: RegExp, value: string) =>
    user.selectOptions(await screen.findByRole("combobox", { name: label }), value);
  const date = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const type = (label: RegExp, text: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
  const insert = async () => user.click(await screen.findByRole("button", { name: "Insert as formula" }));

  it("answers a date, with the formula, which goes into the selected cell", async () => {
    // PA-271 of the rule book.
    expect(golden.get("PA-271")).toMatchObject({ inputs: { date: "2026-05-15" }, expected: "2026-12-31" });
    await open("Last day to apply");
    expect(screen.getByRole("heading", { name: "Last day to apply" })).toHaveFocus();
    expect(screen.getByText("Fill in the fields to see the answer; those marked * are required.")).toBeVisible();
    date(/^Date of the event/, "2026-05-15");
    expect(screen.getByText("31 Dec 2026")).toBeVisible();
    expect(screen.getByText("=PASSERELLE.DEADLINE(DATE(2026,5,15))")).toBeVisible();
    await insert();
    expect(await screen.findByText("Inserted at Sheet1!A1.")).toBeVisible();
    expect(host.blocks).toEqual([
      { rows: [[{ content: "=PASSERELLE.DEADLINE(DATE(2026,5,15))", format: "dd/mm/yyyy" }]] },
    ]);
  });

  it("shows the cell's own message where the function refuses", async () => {
    expect(golden.get("PA-279")).toMatchObject({ inputs: { date: "2016-12-31" }, expected: { error: "#N/A" } });
    await open("Last day to apply");
    date(/^Date of the event/, "2016-12-31");
    expect(
      screen.getByText(
        "31/12/2016: events before 01/01/2017 fall under the royal decree of 18/11/1996, which is not covered.",
      ),
    ).toBeVisible();
  });

  it("answers an amount, keeps places and folds away what is rarely asked", async () => {
    expect(golden.get("ben-ado-11")).toMatchObject({ expected: "7603.32" });
    await open("Adoption leave");
    date(/^First day of leave/, "2026-03-02");
    type(/^Weeks of this parent/, "12");
    expect(
      screen.getByText(/^Weeks of this parent must lie between 1 .* Most weeks according to the mutual\.$/),
    ).toBeVisible();
    // The refusal names the fields, and what is folded away.
    type(/^Most weeks according to the mutual/, "16");
    expect(screen.getByText("€7,603.32")).toBeVisible();
    await insert();
    expect(host.blocks[0]!.rows).toEqual([
      [{ content: "=BENEFIT.ADOPTION(DATE(2026,3,2),12,16)", format: '"€"#,##0.00' }],
    ]);
  });

  it("speaks French in its words, figures and formulas", async () => {
    expect(golden.get("ben-rate-002")).toMatchObject({ expected: "58.68" });
    await open("Montant d’une prestation un jour donné", "fr-BE");
    await pick(/^Prestation/, "Incapacité primaire, par jour");
    date(/^Jour/, "2018-08-31");
    expect(screen.getByText(/précisez variante/)).toBeVisible();
    await pick(/^Quel montant/, "Avec charge de famille");
    expect(screen.getByText(/^58,68\s€$/)).toBeVisible();
    expect(
      screen.getByText('=BENEFIT.RATE("incapacité de travail";DATE(2018;8;31);"avec charge de famille")'),
    ).toBeVisible();
  });

  it("offers the amounts of the benefit that is chosen, and none where it has one", async () => {
    await open("Amount of a benefit on a day");
    expect(screen.queryByRole("combobox", { name: "Which amount" })).not.toBeInTheDocument();
    await pick(/^Benefit/, "birth-leave");
    const amounts = within(screen.getByRole("combobox", { name: "Which amount" })).getAllByRole("option");
    expect(amounts.map(({ textContent }) => textContent)).toEqual(["Not given", "A day", "A half day"]);
    await pick(/^Benefit/, "bereavement");
    expect(screen.queryByRole("combobox", { name: "Which amount" })).not.toBeInTheDocument();
  });

  it("names the workbook's year in the formula, another year by its number", async () => {
    const { expected } = golden.get("PA-282")!;
    expect(expected).toBe("13296.25");
    await open("Income limit (economic difficulties)");
    expect(screen.getByText("=PASSERELLE.INCOMELIMIT(PARAMETER_YEAR)")).toBeVisible();
    type(/^Year of the income/, "2017");
    expect(screen.getByText("€13,296.25")).toBeVisible();
    expect(screen.getByText("=PASSERELLE.INCOMELIMIT(2017)")).toBeVisible();
    await user.click(await screen.findByRole("checkbox", { name: "Assisting spouse, maxi statute" }));
    expect(screen.getByText("€5,841.04")).toBeVisible();
    expect(screen.getByText("=PASSERELLE.INCOMELIMIT(2017,TRUE)")).toBeVisible();
  });

  it("shows payments month by month and gives formats to all cells that they fill", async () => {
    expect(golden.get("PA-208")!.expected).toEqual([
      { month: "2022-09", share: "0.75", amount: expect.any(String) as string },
    ]);
    const [{ amount }] = golden.get("PA-208")!.expected as [{ amount: string }];
    await open("Payment month by month");
    date(/^Date of the event/, "2022-09-01");
    expect(screen.getByText(/^An event of 01\/09\/2022 needs a ground/)).toBeVisible();
    await pick(/^Ground/, "third-party");
    date(/^Last day without activity/, "2022-09-21");
    const cells = within(screen.getAllByRole("row").at(-1)!).getAllByRole("cell");
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      "Sept 2022",
      "75.00%",
      `€${Number(amount).toLocaleString("en-GB", { minimumFractionDigits: 2 })}`,
    ]);
    await insert();
    expect(host.blocks[0]!.rows).toEqual([
      [
        { content: '=PASSERELLE.PAYMENT(DATE(2022,9,1),DATE(2022,9,21),,"third-party")', style: "head" },
        { style: "headRight" },
        { style: "headRight" },
      ],
      [{ format: "mm/yyyy" }, { format: "0.00%" }, { format: '"€"#,##0.00' }],
    ]);
  });

  it("lists the conditions in words", async () => {
    expect(golden.get("PA-232")!.expected).toEqual({ eligible: false, failed: ["category"] });
    await open("Right or not: the conditions");
    await pick(/^Category/, "complementary");
    await pick(/^Ground/, "fire");
    date(/^Date of the event/, "2026-02-10");
    type(/^Insured quarters/, "4");
    type(/^Paid quarters/, "4");
    expect(screen.getByText("A condition is not met")).toBeVisible();
    const items = screen.getAllByRole("listitem");
    const failed = items.filter((item) => within(item).queryByText("Not met"));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toHaveTextContent(/^Category that is covered.*Given: complementary occupation/);
    expect(
      within(items.find((item) => item.textContent.startsWith("Main residence"))!).getByText("Not given"),
    ).toBeVisible();
  });

  it("says what cannot be read, and answers nothing then", async () => {
    await open("Annual company contribution");
    type(/^Balance sheet total/, "much");
    expect(screen.getByText("Enter an amount, such as 1,500.00.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert as formula" })).toBeDisabled();
    type(/^Balance sheet total/, "646,787.87");
    type(/^Contribution year/, "2015");
    expect(golden.get("CO-002")).toMatchObject({
      inputs: { balanceTotal: "646787.87", year: 2015 },
      expected: "868.00",
    });
    expect(screen.getByText("€868.00")).toBeVisible();
  });

  it("keeps what was typed while another question is asked, and goes back to where it came from", async () => {
    await open("Last day to apply");
    date(/^Date of the event/, "2026-05-15");
    await user.click(await screen.findByRole("button", { name: "All questions" }));
    expect(screen.getByRole("button", { name: "Last day to apply" })).toHaveFocus();
    await user.click(await screen.findByRole("button", { name: "Bereavement leave" }));
    expect(screen.getByLabelText(/^First day of leave/)).toHaveValue("");
    await user.click(await screen.findByRole("button", { name: "All questions" }));
    await user.click(await screen.findByRole("button", { name: "Last day to apply" }));
    expect(screen.getByText("31 Dec 2026")).toBeVisible();
  });

  it("says where a place is taken", async () => {
    await open("Last day to apply");
    date(/^Date of the event/, "2026-05-15");
    host.failure = new InsertRefused("occupied", "Sheet1!A1");
    await insert();
    expect(await screen.findByText(/Sheet1!A1 is not empty/)).toBeVisible();
  });

  it("answers a status in words", async () => {
    expect(golden.get("ST-003")).toMatchObject({ inputs: { workShare: "0.5" }, expected: "complementary" });
    await open("Which status beside another occupation?");
    await pick(/^Other occupation/, "interim");
    type(/^Share of full time/, "50");
    expect(screen.getByText("Complementary occupation")).toBeVisible();
    expect(screen.getByText('=INASTI.STATUS("interim",0.5)')).toBeVisible();
  });

  it("says of the pension where the official amount is, and reads years with their quarters", async () => {
    expect(golden.get("pen-26-38")).toMatchObject({
      inputs: { date: "2026-05-01", careerYears: 29.75 },
      expected: "0.00",
    });
    await open("Minimum pension of a career");
    expect(screen.getByText(/^mypension\.be gives the official amount and date/)).toBeVisible();
    date(/^Day\W*$/, "2026-05-01");
    type(/^Career years as self-employed/, "61");
    expect(screen.getByText("Enter a number from 0 to 60.")).toBeVisible();
    type(/^Career years as self-employed/, "29,75");
    expect(screen.getByText("€0.00")).toBeVisible();
    expect(screen.getByText("=PENSION.MINIMUM(DATE(2026,5,1),29.75)")).toBeVisible();
  });

  it("answers in years, yes or no, a share, an amount or that there is none", async () => {
    expect(golden.get("pen-26-77")).toMatchObject({ inputs: { birth: "1980-07-15" }, expected: 67 });
    await open("Legal pension age");
    date(/^Day of birth/, "1980-07-15");
    expect(screen.getByText("67 years")).toBeVisible();
    await insert();
    expect(host.blocks[0]!.rows).toEqual([[{ content: "=PENSION.AGE(DATE(1980,7,15))", format: "0" }]]);
  });

  it("answers whether a quarter counts", async () => {
    expect(golden.get("pen-26-15")!.expected).toBe(true);
    await open("Does a quarter count for the pension?");
    await pick(/^Contribution or assimilation/, "paid-complementary-full");
    expect(
      screen.getByRole("option", { name: "Complementary, from the minimum income, paid", selected: true }),
    ).toBeVisible();
    type(/^Quarter/, "1");
    expect(screen.getByText("Yes", { selector: "p" })).toBeVisible();
    expect(screen.queryByText(/^mypension\.be/)).not.toBeInTheDocument();
    await insert();
    expect(host.blocks[0]!.rows).toEqual([
      [{ content: '=PENSION.COUNTS("paid-complementary-full",PARAMETER_YEAR,1)' }],
    ]);
  });

  it("answers the share of a pension that is suspended, and a pension without a ceiling", async () => {
    expect(golden.get("pen-26-09")).toMatchObject({ inputs: { income: "10953.20", year: 2024 }, expected: "0.39" });
    await open("Share of the pension that is suspended");
    type(/^Self-employed income of the year/, "10,953.20");
    type(/^Year of the income/, "2024");
    await pick(/^Pension/, "early");
    expect(screen.getByText("39.00%")).toBeVisible();
    await insert();
    expect(host.blocks[0]!.rows).toEqual([[{ content: '=PENSION.EXCESS(10953.2,2024,"early")', format: "0.00%" }]]);
    await user.click(await screen.findByRole("button", { name: "All questions" }));
    await user.click(await screen.findByRole("button", { name: "What a pensioner may earn" }));
    type(/^Year of the income/, "2024");
    await pick(/^Pension/, "early");
    expect(screen.getByText("€7,880.00")).toBeVisible();
    await pick(/^Pension/, "unlimited");
    expect(screen.getByText("No ceiling")).toBeVisible();
  });
});
