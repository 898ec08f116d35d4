import { addTexts, type Language, LANGUAGES, reader, t } from "../../src/i18n";
import { words } from "../../src/i18n/words";
import { paneTexts } from "../setup/pane-texts";
import { allTexts, functionTexts } from "./all-texts";

/** Words that say something else than what is meant. */
const WRONG: Record<Language, RegExp> = {
  en: /before (social )?contributions are (deducted|added)|working life is shorter|three years before/i,
  // "dispense" is that of article 17; who owes nothing by law is exempt.
  fr: /avant déduction des cotisations sociales|trimestres dispensés|dispense de maternité|trois ans/i,
  nl: /vóór aftrek van de sociale bijdragen|drie jaar eerder|geen akte|vrijstelling na bevalling/i,
  de: /vor Abzug der Sozialbeiträge|Geburtshilfe|Grundrecht|von vor drei Jahren|vor drei Jahren|Auszahlung/i,
};

/** Royal decree no 38, article 11 §2: income less expenses, and the contributions are among those. */
const AFTER: Record<Language, string> = {
  en: "after professional expenses and after social contributions",
  fr: "après déduction des frais professionnels et des cotisations sociales",
  nl: "na aftrek van de beroepskosten en de sociale bijdragen",
  de: "nach Abzug der Berufskosten und der Sozialbeiträge",
};

/** Arguments that are an income as article 11 §2 has it; `year`: of the contribution year itself, which a profit can lead to. */
const INCOMES: readonly (readonly [id: string, argument: string, of: "year" | "other"])[] = [
  ["INASTI.QUARTERLY", "income", "year"],
  ["INASTI.ANNUAL", "income", "year"],
  ["INASTI.BREAKDOWN", "income", "year"],
  ["INASTI.SETTLEMENT", "income", "year"],
  ["INASTI.MARGINALRATE", "income", "year"],
  ["INASTI.EFFECTIVERATE", "income", "year"],
  ["INASTI.PROJECT", "incomes", "year"],
  ["INASTI.CAREER", "incomes", "year"],
  ["INASTI.CASHFLOW", "incomes", "year"],
  ["INASTI.BATCH", "incomes", "year"],
  ["INASTI.DOSSIER", "incomes", "year"],
  ["INASTI.PROJECT", "earlierIncomes", "other"],
  ["INASTI.CAREER", "earlierIncomes", "other"],
  ["INASTI.PROJECT", "estimates", "other"],
  ["INASTI.CAREER", "estimates", "other"],
  ["INASTI.CASHFLOW", "earlierIncomes", "other"],
  ["INASTI.CASHFLOW", "estimates", "other"],
  ["INASTI.PROVISIONAL", "incomeN3", "other"],
  ["INASTI.PROVISIONAL", "estimate", "other"],
  ["INASTI.REVALUE", "incomeN3", "other"],
  ["PENSION.PLCI", "incomeN3", "other"],
  ["PENSION.EXCESS", "income", "other"],
  ["PENSION.ACCRUAL", "income", "other"],
  ["PENSION.ESTIMATE", "incomes", "other"],
];

describe.each(LANGUAGES)("in %s", (language) => {
  const texts = allTexts(language);

  beforeAll(() => {
    addTexts(language, "pane", paneTexts(language));
    reader.language = language;
  });

  afterAll(() => {
    reader.language = "en";
  });

  test("no text says what is not meant", () => {
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(([, text]) => WRONG[language].test(text))).toEqual([]);
  });

  test.each(INCOMES)("%s: %s is an income after contributions", (id, argument, of) => {
    const { description } = functionTexts[language].functions[id]!.parameters[argument]!;
    expect(description).toContain(AFTER[language]);
    expect(description.includes("INASTI.FROMPROFIT")).toBe(of === "year");
  });

  test("so is the income that INASTI.INCOMEFOR gives", () => {
    expect(functionTexts[language].functions["INASTI.INCOMEFOR"]!.returns).toContain(AFTER[language]);
  });

  test.each(["pane:field/income-hint", "pane:calculator/income-hint"])("%s asks for it, and names the way", (key) => {
    expect(t(key)).toContain(AFTER[language]);
    expect(t(key)).toContain("INASTI.FROMPROFIT");
  });

  test("the help says it", () => {
    const help = texts.filter(([key]) => key.startsWith("help.json/limitList")).map(([, text]) => text);
    expect(help.some((text) => text.includes(AFTER[language]) && text.includes("INASTI.FROMPROFIT"))).toBe(true);
  });

  test.each(["pane:questions/hint/income-n3", "pane:projection/sheet-note"])("%s says it too", (key) => {
    expect(t(key)).toContain(AFTER[language]);
  });
});

test("no other argument of a function is called income without saying which", () => {
  const named = Object.entries(functionTexts.en.functions).flatMap(([id, { parameters }]) =>
    Object.keys(parameters)
      .filter((name) => /^(income|incomes|earlierIncomes|incomeN3|estimates?)$/.test(name))
      .map((name) => `${id} ${name}`),
  );
  // Conditions of the bridging right: the net income that its own decree looks at.
  const others = named.filter((one) => !one.startsWith("PASSERELLE."));
  expect(others.sort()).toEqual(INCOMES.map(([id, argument]) => `${id} ${argument}`).sort());
});

test("words that are no longer shown are still read", () => {
  expect(words.benefit["birth-aid"]).toEqual(expect.arrayContaining(["Geburtshilfe", "Geburtsbeihilfe"]));
  expect(words.benefit["maternity-exempt-quarters"]).toEqual(
    expect.arrayContaining(["dispense de maternité", "vrijstelling na bevalling"]),
  );
  expect(words.careerStatus.exempt).toContain("dispensé");
});
