import { reader } from "../../src/i18n";
import { loadTexts } from "../../src/i18n/load";
import { formulaError } from "../../src/workbench/formula-error";
import { loadWorkbenchTexts } from "../../src/workbench/texts";

const FUNCTIONS = ["SUM", "IF", "COUNTIF", "AVERAGE", "INASTI.QUARTERLY", "INASTI.ANNUAL", "FUND.FEE"];

async function inLanguage(language: typeof reader.language): Promise<void> {
  reader.language = language;
  await Promise.all([loadTexts(language), loadWorkbenchTexts(language)]);
}

afterEach(() => {
  reader.language = "en";
});

const told = (formula: string, code = "#NAME?") =>
  formulaError(formula, code, FUNCTIONS)?.replaceAll("\u00A0", "~") ?? "";

test("a function that does not exist is asked for by its right name", async () => {
  await inLanguage("en");
  expect(told('=INASTI.QUARTERY(40000,"principal")')).toBe(
    "No function is called INASTI.QUARTERY. Did you mean “INASTI.QUARTERLY”?",
  );
  expect(told("=SUM(1, inasti.anual(2))")).toBe("No function is called inasti.anual. Did you mean “INASTI.ANNUAL”?");
  expect(told("=QUARTERLY(1)")).toBe("No function is called QUARTERLY. Did you mean “INASTI.QUARTERLY”?");
  expect(told("=ASTRONAUT(1)")).toBe("No function is called ASTRONAUT.");
});

test("so are those that Excel has in the reader's language", async () => {
  await inLanguage("fr");
  expect(told("=SOMME(A1:A3)")).toBe("Aucune fonction ne s’appelle SOMME. Vouliez-vous dire «~SUM~»~?");
  expect(told("=SI(A1,1,2)")).toContain("«~IF~»");
  await inLanguage("nl");
  expect(told("=ALS(A1,1,2)")).toBe("Geen functie heet ALS. Bedoelde u “IF”?");
  await inLanguage("de");
  expect(told("=ZÄHLENWENN(A1:A2,1)")).toBe("Keine Funktion heißt ZÄHLENWENN. Meinten Sie „COUNTIF“?");
});

test("so is a word that is no name, or a text without quotes", async () => {
  await inLanguage("en");
  const named = (formula: string) => formulaError(formula, "#NAME?", FUNCTIONS, ["PARAMETER_YEAR"]);
  expect(named("=SUM(PARAMETERYEARS)")).toContain("Did you mean “PARAMETER_YEAR”?");
  expect(named("=INASTI.QUARTERLY(40000,principal,PARAMETER_YEAR)")).toBe(
    'principal is no name in this workbook. A text stands between quotation marks: "principal".',
  );
  await inLanguage("fr");
  expect(named("=IF(VRAI,1,2)")).toContain("TRUE");
});

test("nothing is said of other errors", async () => {
  await inLanguage("en");
  expect(told("=1/0", "#DIV/0!")).toBe("");
  expect(told("=SUM(TRUE,A1,Sheet1!B2)")).toBe("");
});
