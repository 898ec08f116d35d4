import { addTexts, describe as inWords, type Language, LANGUAGES, reader, tell } from "../../src/i18n";
import de from "../../src/i18n/de/messages.json";
import fr from "../../src/i18n/fr/messages.json";
import frExplain from "../../src/i18n/fr/views/explain.json";
import nl from "../../src/i18n/nl/messages.json";
import { ground, monthlyAmounts } from "../../src/definitions/arguments";
import { held } from "../../src/definitions/cells";
import { day } from "../../src/rules/calendar";
import { award, eligibility, payment } from "../../src/rules/passerelle";
import { patrimonialCeiling } from "../../src/rules/passerelle/income-limit";
import { Refusal, type RefusalKey } from "../../src/rules/refusal";
import type { Line } from "../../src/rules/trace";
import "../setup/lines";
import { callNamed, type CellError, sourceFunctions } from "../setup/excel";

const functions = sourceFunctions();
for (const [language, texts] of Object.entries({ fr, nl, de })) addTexts(language as Language, "messages", texts);

const call = (name: string, inputs: Record<string, unknown>) => callNamed(functions, `PASSERELLE.${name}`, inputs);
const message = (name: string, inputs: Record<string, unknown>): string => {
  try {
    call(name, inputs);
  } catch (error) {
    return (error as CellError).message;
  }
  throw new Error("expected an error");
};

afterEach(() => {
  reader.language = "en";
});

describe("PASSERELLE.PAYMENT spills", () => {
  test("a header in the reader's language, then a row a month", () => {
    const spill = call("PAYMENT", { date: day(2022, 9, 1), until: day(2022, 9, 14), ground: "fire" });
    expect(spill).toEqual([
      ["month", "share", "amount"],
      [day(2022, 9, 1), 0.5, 727.41],
    ]);
    reader.language = "nl";
    expect((call("PAYMENT", { date: day(2023, 1, 20) }) as unknown[][])[0]).toEqual(["maand", "deel", "bedrag"]);
  });

  test("what is not settled is an error in its own cell", () => {
    const spill = call("PAYMENT", { date: "2022-09-20", until: "2022-10-31", ground: "fire" }) as unknown[][];
    expect(spill[1]!.slice(1).map((cell) => (cell as CellError).code)).toEqual(["#N/A", "#N/A"]);
    expect(spill[2]).toEqual([day(2022, 10, 1), 1, 1454.81]);
  });

  test("follows the date of the fact", () => {
    const rows = (date: number) => (call("PAYMENT", { date, until: day(2023, 8, 23) }) as unknown[][]).length - 1;
    expect([rows(day(2023, 1, 1)), rows(day(2023, 1, 20)), rows(day(2023, 2, 1))]).toEqual([12, 13, 12]);
  });

  test("other income is one value for all months, or a range by month", () => {
    const amounts = (otherIncome: unknown) =>
      (call("PAYMENT", { date: day(2024, 1, 1), until: day(2024, 4, 30), otherIncome }) as unknown[][])
        .slice(3, 5)
        .map((row) => row[2]);
    expect(amounts(null)).toEqual([1574.68, 1574.68]);
    expect(amounts([[100]])).toEqual([1474.68, 1474.68]);
    expect(amounts([[0], [0], [74.68], [null], ["after the rows that matter"]].slice(0, 4))).toEqual([1500, 1574.68]);
    expect(amounts([[0, 0, 74.68]])).toEqual([1500, 1574.68]);
  });

  test("values after the last row are not read", () => {
    const read = held(monthlyAmounts.read("otherIncome", [[10], [20], ["n/a"]]));
    expect([read(0), read(1), read(7)]).toEqual([1000, 2000, 0]);
    expect(() => read(2)).toThrow();
  });
});

describe("PASSERELLE.ELIGIBLE spills", () => {
  const spill = () =>
    call("ELIGIBLE", {
      category: "hoofdberoep",
      ground: "difficultés économiques",
      date: day(2022, 5, 2),
      subjectedQuarters: 4,
      paidQuarters: 4,
      basis: "laag inkomen",
      income: 10_000,
      helpedPersonMeets: true,
      resident: true,
    }) as unknown[][];

  test("the answer stands before the headers", () => {
    expect(spill()[0]).toEqual([true, "required", "given", "met", "article"]);
  });

  test("limits and answers are of the kind that the condition has", () => {
    const rows = new Map(spill().map(([id, ...rest]) => [id, rest]));
    expect(rows.get("regime")).toEqual([day(2017, 1, 1), day(2022, 5, 2), true, "L16 24"]);
    expect(rows.get("category")).toEqual([
      "principal, primostarter, primostarter-artist, spouse-maxi",
      "principal",
      true,
      "L16 5 §1 2°",
    ]);
    expect(rows.get("residence")).toEqual([true, true, true, "L16 5 §1 6°"]);
    expect(rows.get("career-quarters")).toEqual([8, "", "not given", "AR08"]);
    // The year before the cessation stands last.
    expect(rows.get("low-income")).toEqual([14_042.57, "", "not given", "AR08"]);
  });
});

describe("messages", () => {
  test.each([
    ["crise corona", "corona-not-covered"],
    ["faillissementsverzekering", "bankruptcy-insurance-ended"],
  ])("what people take for a ground has a sentence of its own: %s", (ground, key) => {
    const expected = inWords(new Refusal(key as RefusalKey, { given: ground }));
    for (const name of ["MONTHS", "QUARTERS"]) {
      expect(message(name, { quarters: 30, ground, date: day(2020, 6, 11) })).toBe(expected);
    }
  });

  test("a ground of another regime: which regime, and what exists there", () => {
    expect(message("MONTHS", { quarters: 30, ground: "debt-settlement", date: day(2024, 3, 1) })).toBe(
      "“collective settlement of debts” is no ground for an event of 01/03/2024 (programme law of 26/12/2022, events from 01/2023). " +
        "Grounds of that date: bankruptcy, natural disaster, fire, damage, allergy, decision of a third party, forced interruption…",
    );
    reader.language = "fr";
    expect(message("MONTHS", { quarters: 30, ground: "third-party", date: day(2019, 3, 1) })).toMatch(
      /loi du 22\/12\/2016, faits de 01\/2017 à 02\/2020/,
    );
  });

  test("a month that is not verified: the last amount, and what to give", () => {
    expect(message("AMOUNT", { month: day(2026, 12, 1) })).toMatch(
      /€1,704\.40 a month, 01\/09\/2026 to 30\/11\/2026.*indexSteps/,
    );
    expect(message("AMOUNT", { month: "2022-06" })).toMatch(
      /€1,398\.17 a month, 01\/03\/2022 to 30\/04\/2022.*€1,426\.13/,
    );
  });

  test("the spouse's limit of 2021 names both figures", () => {
    expect(message("INCOMELIMIT", { year: 2021, spouse: true })).toMatch(/€7,021\.29.*€6,168\.90/);
  });
});

test.each([
  ["Faillite", "bankruptcy"],
  ["faillissement", "bankruptcy"],
  ["Konkurs", "bankruptcy"],
  ["RÈGLEMENT COLLECTIF DE DETTES", "debt-settlement"],
  ["collectieve schuldenregeling", "debt-settlement"],
  ["natuurramp", "natural-disaster"],
  ["incendie", "fire"],
  ["Brand", "fire"],
  ["décision d’un tiers", "third-party"],
  ["beslissing van een derde", "third-party"],
  ["third party", "third-party"],
  ["interruption forcée", "forced"],
  ["Zwangsunterbrechung", "forced"],
  ["economische moeilijkheden", "economic"],
  ["wirtschaftliche Schwierigkeiten", "economic"],
  ["hausse des prix de l'énergie", "energy"],
])("%s is the ground %s", (typed, value) => {
  expect(ground.read("ground", typed)).toBe(value);
});

describe("the way to an answer has words in every language", () => {
  const nothing = () => 0;
  const payments = [
    { fact: day(2023, 1, 20), until: day(2023, 8, 23), months: 12, otherIncome: () => 1 },
    { fact: day(2023, 8, 31), until: undefined, months: 6, otherIncome: nothing },
    { fact: day(2023, 1, 20), until: day(2023, 1, 21), months: 12, otherIncome: nothing },
    { fact: day(2022, 9, 20), until: day(2022, 10, 31), months: 12, otherIncome: nothing, ground: "fire" as const },
    { fact: day(2022, 9, 1), until: day(2022, 9, 14), months: 12, otherIncome: nothing, ground: "fire" as const },
    { fact: day(2019, 9, 20), until: day(2019, 12, 9), months: 12, otherIncome: nothing, ground: "fire" as const },
    { fact: day(2019, 9, 20), until: undefined, months: 1, otherIncome: () => 1, ground: "fire" as const },
    { fact: day(2019, 9, 20), until: undefined, months: 0, otherIncome: nothing, ground: "fire" as const },
  ].map((question) => payment({ dependants: false, ...question }));
  const awards = [
    { counter: "months" as const, quarters: 24 },
    { counter: "months" as const, quarters: 24, ground: "economic" as const, fact: day(2022, 5, 1), used: 10 },
    { counter: "months" as const, quarters: 24, ground: "energy" as const, fact: day(2022, 12, 1), used: 12 },
    { counter: "months" as const, quarters: 44, fact: day(2025, 5, 1), used: 3 },
    { counter: "months" as const, quarters: 0, fact: day(2025, 5, 1), used: 24 },
    { counter: "quarters" as const, quarters: 0, ground: "energy" as const, fact: day(2023, 2, 1), used: 4 },
  ].map(award);
  const others = [
    eligibility({
      category: "principal",
      ground: "economic",
      fact: day(2023, 1, 20),
      subjectedQuarters: 8,
      paidQuarters: 8,
    }),
    patrimonialCeiling(2025),
  ];
  /** Of a month the reason, which stands within its line. */
  const reasonOf = ({ step, facts }: Line) =>
    step === "month" ? (facts["how"] as Pick<Line, "step" | "facts">) : { step, facts };
  const lines = new Map(
    [...payments, ...awards, ...others].flatMap(({ way }) => way().map(reasonOf)).map((line) => [line.step, line]),
  );

  test("these are all the lines there are", () => {
    expect([...lines.keys()].filter((step) => step !== "condition").sort()).toEqual(
      Object.keys(frExplain.line)
        .filter((step) => step.startsWith("passerelle-"))
        .sort(),
    );
  });

  test.each(LANGUAGES)("%s", (language) => {
    reader.language = language;
    const texts = [...lines.values()].map(tell);
    expect(texts.filter((text) => /trace\/|\{\{/.test(text))).toEqual([]);
  });
});
