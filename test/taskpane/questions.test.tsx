import { fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Definition, DEFINITIONS, type FunctionId } from "../../src/definitions";
import { examples } from "../../src/definitions/generated/examples";
import { argumentName, LANGUAGES, reader, t } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { parameterIds } from "../../src/parameters";
import { type Line, surenessOf } from "../../src/rules/trace";
import { ask, askedFields, ASSUMABLE, lacking, wordsOf } from "../../src/taskpane/questions/answers";
import type { Texts } from "../../src/taskpane/questions/fields";
import { wayOf } from "../../src/taskpane/questions/answer-view";
import { QuestionsView } from "../../src/taskpane/questions/questions-view";
import { fieldsOf, type FormField, inLabels } from "../../src/taskpane/questions/fields";
import type { Question } from "../../src/taskpane/questions/question";
import { GROUPS } from "../../src/taskpane/questions/questions";
import { saidAs, unitOf } from "../../src/taskpane/questions/said";
import { ENTRIES, found, nameOf } from "../../src/taskpane/questions/search";
import { numbersOf } from "../../src/taskpane/kit/numbers";
import { casesOf, shown } from "../golden/harness";
import { FakeHost } from "./fake-host";
import { registerFunctions, renderPane, renderView } from "./setup";

const QUESTIONS = GROUPS.flatMap(({ questions }) => questions);
const LEADS = GROUPS.flatMap(({ leads = [] }) => leads);
const byKey = QUESTIONS.map((question) => [question.key, question] as const);
const IDS = Object.keys(DEFINITIONS) as FunctionId[];
const YEAR = 2026;
const numbers = numbersOf("en-GB");

/** Functions that nobody can ask in the pane, each with its reason. */
const NOT_ASKED: Partial<Record<FunctionId, string>> = {};

const takes = (id: FunctionId) => Object.entries((DEFINITIONS[id] as Definition).takes);

beforeAll(registerFunctions);

describe("every function", () => {
  it.each(IDS.filter((id) => NOT_ASKED[id] === undefined))("%s is asked by a form, or has a view", (id) => {
    const asked = QUESTIONS.some((question) => question.id === id);
    const led = LEADS.some(({ ids }) => ids.includes(id));
    expect([id, asked || led]).toEqual([id, true]);
  });

  it("that is said to be out of reach is", () => {
    for (const id of Object.keys(NOT_ASKED) as FunctionId[]) {
      expect(QUESTIONS.map((question) => question.id)).not.toContain(id);
      expect(LEADS.flatMap(({ ids }) => ids)).not.toContain(id);
    }
  });

  it.each(LEADS.flatMap(({ view, ids }) => ids.map((id) => [id, view] as const)))(
    "%s is called by the view %s",
    (id, view) => {
      const folder = path.join(__dirname, "../../src/taskpane", view);
      const sources = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));
      expect(sources.some((source) => new RegExp(`call(?:Of|With)\\("${id}"`).test(source))).toBe(true);
    },
  );

  it("has one place in the list a question", () => {
    const keys = ENTRIES.map(({ key }) => key);
    expect([...new Set(keys)]).toEqual(keys);
  });
});

/** The arguments of a call, each as it is written. */
function argumentsOf(formula: string): string[] {
  const inside = formula.slice(formula.indexOf("(") + 1, -1);
  const parts = [""];
  let depth = 0;
  for (const sign of inside) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** An argument of an example as somebody types it into its field. */
function typed(written: string, { kind, parameter }: FormField, id: FunctionId): string {
  const date = /^DATE\((\d+),(\d+),(\d+)\)$/.exec(written);
  if (date) return [date[1], date[2]!.padStart(2, "0"), date[3]!.padStart(2, "0")].join("-");
  if (/^[A-Z]+\.[A-Z]+\(/.test(written)) return "2050";
  const text = written.replace(/^"|"$/g, "");
  switch (kind) {
    case "amounts":
      return "25000; 30000; ; 40000";
    case "percent":
      return String(Number(text) * 100);
    case "fund": {
      const fund = (DEFINITIONS[id] as Definition).takes[parameter]!.read(parameter, text);
      return typeof fund === "string" ? fund : "";
    }
    case "yes":
      return text === "TRUE" ? "yes" : "";
    case "yes-no":
      return text === "TRUE" ? "yes" : "no";
    default:
      return text;
  }
}

function exampleOf(question: Question): Texts {
  const parts = argumentsOf(examples[question.id]!);
  const fields = new Map(fieldsOf(question).map((field) => [field.parameter, field]));
  return Object.fromEntries(
    takes(question.id).flatMap(([name], at) => {
      const written = parts[at] ?? "";
      return written === "" ? [] : [[name, typed(written, fields.get(name)!, question.id)]];
    }),
  );
}

/** The answer to what is typed, and to what may be assumed where it is not there. */
function answered(question: Question, texts: Texts) {
  const first = ask(question, texts, YEAR, numbers);
  const lacks = lacking(question, texts, YEAR, numbers);
  const assumed = lacks && ask(question, { ...texts, [lacks]: ASSUMABLE[lacks][0] }, YEAR, numbers).call?.result;
  return { problems: first.problems, result: first.call?.result, assumed };
}

/** What an answer rests on is said, in steps with their articles; where steps lead to steps, there. */
const withSteps = (lines: readonly Line[]): Line[] => lines.flatMap((line) => [line, ...withSteps(line.steps ?? [])]);

/** Texts, with what is assumed where the answer needs it. */
function assumedIn(question: Question, texts: Texts): Texts {
  const lacks = lacking(question, texts, YEAR, numbers);
  return lacks === undefined ? texts : { ...texts, [lacks]: ASSUMABLE[lacks][0] };
}

/** What an answer does not say of itself: its formula, its unit, its sources, how sure it is. */
function unsaid(question: Question, texts: Texts): string[] {
  const given = assumedIn(question, texts);
  const { call } = ask(question, given, YEAR, numbers);
  if (!call?.result.ok) return ["answer"];
  const { formula, result } = call;
  const lines = withSteps(wayOf(question, call));
  const isAmount = typeof result.value === "number" && ["euro", "euro-or-word"].includes(saidAs(question));
  return [
    ...(formula.startsWith(`${question.id}(`) ? [] : ["formula"]),
    ...(isAmount && unitOf(question, given) === undefined ? ["unit"] : []),
    ...(lines.some(({ article }) => article !== undefined) ? [] : ["article"]),
    // A day or a right may follow from an article alone; an amount or a rate rests on figures.
    ...(isAmount && lines.every((line) => surenessOf(line) === undefined) ? ["confidence"] : []),
    ...(isAmount && lines.every(({ figures = [] }) => figures.length === 0) ? ["figures"] : []),
  ];
}

/** Not of the law: what version this is. */
const WITHOUT_ARTICLE = new Set(["version"]);

/** What leads on: a figure of one's own, another field, another function or a day that is known. */
const wayOn = () => [t("way-out/pane")];

describe("with its example", () => {
  it.each(byKey)("%s answers", (_, question) => {
    const { problems, result } = answered(question, exampleOf(question));
    expect(problems).toEqual({});
    expect(result).toMatchObject({ ok: true });
  });

  it.each(byKey.filter(([key]) => !WITHOUT_ARTICLE.has(key)))(
    "%s says what its answer is for and what it rests on",
    (_, question) => {
      expect(unsaid(question, exampleOf(question))).toEqual([]);
    },
  );

  it("of the years to come has each year's way", () => {
    const question = QUESTIONS.find(({ key }) => key === "project")!;
    const { call } = ask(question, assumedIn(question, exampleOf(question)), YEAR, numbers);
    const figures = withSteps(wayOf(question, call!)).flatMap((line) => line.figures ?? []);
    expect(figures.map(({ id }) => id)).toContain("contributions.rate.bracket1");
  });
});

/** What the functions refuse and a form does not let through. */
const NOT_TYPED = new Set(["rule-na-year-2014"]);

describe("what the forms answer is what the rule book says", () => {
  const LATE = GROUPS.find(({ key }) => key === "late")!.questions.map(({ id }) => id);
  const isNamed = (fund: unknown): boolean => typeof fund === "string" && /[a-z]/i.test(fund);
  const isOne = (expected: unknown): boolean =>
    typeof expected !== "object" || (expected as { error?: string } | null)?.error !== undefined;
  const cases = ["contributions", "funds"].flatMap(casesOf).flatMap((one) => {
    const question = QUESTIONS.find(({ id }) => id === one.function);
    if (question === undefined || NOT_TYPED.has(one.id) || !isOne(one.expected)) return [];
    // Lateness: late.test.tsx. The fees that the pane is tested on are none of the rule book's: test/taskpane/fixed.
    const isElsewhere = question.says === "figure" || LATE.includes(question.id) || /^FUND\.[RFT]/.test(question.id);
    return isElsewhere || isNamed(one.inputs["fund"]) ? [] : [[one.id, one, question] as const];
  });

  it.each(cases)("%s", (_, { inputs, expected }, question) => {
    const fields = new Map(fieldsOf(question).map((field) => [field.parameter, field]));
    const texts = Object.fromEntries(
      Object.entries(inputs).flatMap(([name, value]) =>
        value === null ? [] : [[name, typedCase(value, fields.get(name)!, question.id)]],
      ),
    );
    const { problems, call } = ask(question, texts, YEAR, numbers);
    expect(problems).toEqual({});
    const { result } = call!;
    expect(result.ok ? result.value : result.code).toEqual(shown(expected));
  });

  it("has a case for most of them", () => {
    expect(new Set(cases.map(([, , { id }]) => id)).size).toBeGreaterThan(10);
  });
});

/** A case's input as somebody types it into its field, or chooses it where a cell would read another word for it. */
function typedCase(value: unknown, field: FormField, id: FunctionId): string {
  const { kind, parameter } = field;
  if (kind === "word")
    return String((DEFINITIONS[id] as Definition).takes[parameter]!.read(parameter, value as string));
  if (kind === "fund" && /^[\d.]+$/.test(String(value))) return `own:${Number((Number(value) * 100).toFixed(6))}`;
  if (kind === "percent") return String(Number((Number(value) * 100).toFixed(6)));
  if (typeof value === "boolean") return typed(value ? "TRUE" : "FALSE", field, id);
  return kind === "fund" ? typed(String(value), field, id) : String(value);
}

const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

describe.each([
  ["the day of these data", "2026-11-29"],
  ["today", isoOf(new Date())],
])("on %s", (_, today) => {
  const [year] = today.split("-");
  /** All that is required, with today wherever a day or a year is asked. */
  function askedToday(question: Question): Texts {
    const example = exampleOf(question);
    const fields = fieldsOf(question);
    return fields.reduce<Texts>((texts, field) => {
      const { kind, parameter, required } = field;
      if (!askedFields(fields, texts).includes(field)) return texts;
      if (kind === "date" && (required || example[parameter] !== undefined)) return { ...texts, [parameter]: today };
      if (kind === "year" && required) return { ...texts, [parameter]: year! };
      const text = example[parameter] ?? (required ? wordsOf(field, texts)[0] : undefined);
      return text === undefined ? texts : { ...texts, [parameter]: text };
    }, {});
  }

  it.each(byKey)("%s answers, or says a way on", (__, question) => {
    const texts = askedToday(question);
    const { problems, result, assumed } = answered(question, texts);
    expect(problems).toEqual({});
    expect(result).toBeDefined();
    if (result!.ok || assumed?.ok) return;
    const message = inLabels((result as { message: string }).message, fieldsOf(question));
    const leads = wayOn().some((sentence) => message.includes(sentence));
    expect([question.key, texts, message, leads]).toEqual([question.key, texts, message, true]);
  });
});

describe("what a form says", () => {
  it.each(LANGUAGES)("in %s has labels for the names of arguments, and no ids", async (language) => {
    await loadAllPaneTexts(language);
    reader.language = language;
    try {
      const said = QUESTIONS.flatMap((question) => {
        const fields = fieldsOf(question);
        // One field after the other is wrong.
        const wrong = Object.fromEntries(fields.map(({ parameter, kind }) => [parameter, WRONG[kind] ?? ""]));
        return Object.keys(wrong).flatMap((parameter) => {
          const texts = { ...exampleOf(question), [parameter]: wrong[parameter]! };
          const { call } = ask(question, texts, YEAR, numbersOf(language));
          return call === undefined || call.result.ok ? [] : [[question, call.result.message] as const];
        });
      });
      const bad = said.flatMap(([question, message]) => {
        const shown = inLabels(message, fieldsOf(question));
        const names = takes(question.id).map(([name]) => argumentName(name));
        const isId = parameterIds().some((id) => shown.includes(id));
        return isId || names.some((name) => name.includes("_") && shown.includes(name)) ? [shown] : [];
      });
      expect(said.length).toBeGreaterThan(10);
      expect(bad).toEqual([]);
    } finally {
      reader.language = "en";
    }
  });
});

const WRONG: Partial<Record<FormField["kind"], string>> = {
  date: "2012-01-01",
  whole: "59",
  decimal: "59",
  year: "2016",
};

describe("the list", () => {
  let user: UserEvent;
  beforeEach(() => {
    user = userEvent.setup();
  });

  const names = (text: string) => found(text).map(nameOf);
  const first = (text: string) => names(text)[0];

  describe.each([
    ["en", { "how much do I pay a quarter": "quarterly", baby: "maternity", burnout: "sickness", bankrupt: "months" }],
    ["fr", { "changer de caisse": "fund-switch", enceinte: "maternity", "decompte de la caisse": "settlement-due" }],
    ["nl", { "te laat betaald": "late-surcharge", zwanger: "maternity", "van fonds veranderen": "fund-switch" }],
    ["de", { "zu spät gezahlt": "late-surcharge", schwanger: "maternity", "Kasse wechseln": "fund-switch" }],
  ] as const)("in %s", (language, expected) => {
    beforeAll(async () => {
      await loadAllPaneTexts(language);
      reader.language = language;
    });
    afterAll(() => void (reader.language = "en"));

    it.each(Object.entries(expected))("“%s” leads to %s", (text, key) => {
      expect(
        found(text)
          .slice(0, 3)
          .map((entry) => entry.key),
      ).toContain(key);
    });

    it("finds each entry by its name, and each function by its own in any form", () => {
      for (const entry of ENTRIES) expect(first(nameOf(entry))).toBe(nameOf(entry));
      for (const entry of ENTRIES)
        for (const id of entry.question ? [entry.question.id] : entry.lead!.ids)
          for (const form of [id, id.toLowerCase(), id.replace(".", "_"), id.replace(".", " "), id.replace(".", "")])
            expect([form, found(form).includes(entry)]).toEqual([form, true]);
    });

    it("says what it is about in each group, and has no two names alike", () => {
      const all = ENTRIES.map(nameOf);
      expect([...new Set(all)]).toEqual(all);
    });
  });

  it("looks for accents and capitals alike, and for the words of the fields", () => {
    expect(names("MATERNITY")).toEqual(names("maternity"));
    expect(names("civil servant")).toContain("Which status beside another occupation?");
    expect(found("xyzzy")).toEqual([]);
    expect(found("")).toBe(ENTRIES);
  });

  it("shows what was found, opens the first by Enter, and keeps what was typed", async () => {
    await renderView(<QuestionsView />, new FakeHost());
    const box = screen.getByRole("searchbox", { name: "What would you like to know?" });
    await user.type(box, "fund switch");
    expect(screen.getByText(/^\d+ questions$/)).toBeVisible();
    expect(screen.getAllByRole("listitem").length).toBeLessThan(5);
    await user.type(box, "{Enter}");
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent(/^Changing fund/);
    await user.click(await screen.findByRole("button", { name: "All questions" }));
    expect(screen.getByRole("searchbox")).toHaveValue("fund switch");
    await user.clear(await screen.findByRole("searchbox"));
    await user.type(await screen.findByRole("searchbox"), "xyzzy");
    expect(screen.getByText(/^No question has these words/)).toBeVisible();
  });

  it("shows one thing that happens in a life", async () => {
    await renderView(<QuestionsView />, new FakeHost());
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(GROUPS.length);
    await user.selectOptions(await screen.findByLabelText("What it is about"), "Illness");
    expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Illness"]);
  });

  it("leads to a view where that answers", async () => {
    await renderPane();
    fireEvent.click(screen.getByRole("tab", { name: "Questions" }));
    const panel = await screen.findByRole("tabpanel", { name: "Questions" });
    await user.click(await within(panel).findByRole("button", { name: /^What must be paid, and when/ }));
    expect(await screen.findByRole("tabpanel", { name: t("pane:tab/projection") })).toBeVisible();
  });
});

describe("an answer", () => {
  let user: UserEvent;
  let host: FakeHost;
  const open = async (name: string) => {
    host = new FakeHost();
    user = userEvent.setup();
    await renderView(<QuestionsView />, host);
    await user.click(await screen.findByRole("button", { name }));
  };
  const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it("has its unit, how sure it is, its steps and its formula", async () => {
    await open("Contribution of a quarter");
    fill(/^Income of the year/, "40,000");
    await user.selectOptions(await screen.findByLabelText(/^Category/), "Main occupation");
    // 20.5 % of 40,000, a quarter of it.
    expect(screen.getByText("€2,050.00")).toBeVisible();
    expect(screen.getByText("a quarter")).toBeVisible();
    expect(screen.getByText("Official source")).toBeVisible();
    expect(screen.getByText('=INASTI.QUARTERLY(40000,"principal",PARAMETER_YEAR)')).toBeVisible();
  });

  it("takes a fund by its name or a rate of one's own", async () => {
    await open("What the fund bills for a quarter");
    fill(/^Contribution of one quarter/, "2,050");
    expect(screen.getByText(/^Fill in the fields/)).toBeVisible();
    await user.selectOptions(await screen.findByLabelText(/^Social insurance fund/), "Own rate");
    fill(/^Fee rate/, "3");
    // 2,050 and 3 % of it.
    expect(screen.getByText("€2,111.50")).toBeVisible();
    expect(screen.getByText("=FUND.TOTAL(2050,0.03,PARAMETER_YEAR)")).toBeVisible();
  });

  it("shows a table with its heads and formats, and inserts it with them", async () => {
    await open("Brackets and rates of a category");
    await user.selectOptions(await screen.findByLabelText(/^Category/), "Main occupation");
    const table = screen.getByRole("table", { name: "Brackets and rates of a category" });
    // Article 12: 20.50 % up to the first ceiling of 2026, then 14.16 %.
    expect(within(table).getAllByText("20.5%").length).toBeGreaterThan(0);
    expect(within(table).getAllByText("14.16%").length).toBeGreaterThan(0);
    await user.click(await screen.findByRole("button", { name: "Insert as formula" }));
    const [head, row] = host.blocks[0]!.rows;
    expect(head![0]).toEqual({ content: '=INASTI.SCALE("principal",PARAMETER_YEAR)', style: "headRight" });
    expect(row!.map(({ format }) => format)).toEqual([
      '"€"#,##0.00',
      '"€"#,##0.00',
      '"€"#,##0.00',
      "0.00%",
      undefined,
      undefined,
    ]);
  });

  it("says why places of a table hold nothing", async () => {
    await open("Contributions of the years to come");
    fill(/^First year/, "2026");
    fill(/^Incomes/, "40,000; ; 42,000");
    await user.selectOptions(await screen.findByLabelText(/^Category/), "Main occupation");
    expect(screen.getAllByText("–").length).toBeGreaterThan(0);
    expect(screen.getByText(/^The income of 2027 is missing/)).toBeVisible();
  });

  it("names a figure by its name, says its unit and where it comes from", async () => {
    await open("A figure of the law on a day");
    fill(/^Figure/, "nothing of the kind");
    expect(screen.getByText("Choose a figure from the list.")).toBeVisible();
    fill(/^Figure/, "contributions.rate.bracket1");
    fill(/^Day/, "2026-06-30");
    expect(screen.getByText("20.5%")).toBeVisible();
    expect(screen.getByText('=INASTI.PARAMETER("contributions.rate.bracket1",DATE(2026,6,30))')).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Insert as formula" }));
    expect(host.blocks[0]!.rows[0]![0]!.format).toBe("0.00##%");
  });

  it("of a year to come offers a growth of the index, and marks it as an assumption", async () => {
    await open("Contributions of a whole year");
    fill(/^Income of the year/, "40,000");
    await user.selectOptions(await screen.findByLabelText(/^Category/), "Main occupation");
    fill(/^Contribution year/, "2031");
    await user.click(await screen.findByRole("button", { name: "+ 2% a year (assumption)" }));
    // 20.5 % of 40,000, whatever the ceilings are by then.
    expect(screen.getByText("€8,200.00")).toBeVisible();
    expect(screen.getByText("Assumption")).toBeVisible();
    expect(screen.getByText("The index grows by 2% a year after the last published year.")).toBeVisible();
    expect(screen.getByText('=INASTI.ANNUAL(40000,"principal",2031,,0.02)')).toBeVisible();
  });
});
