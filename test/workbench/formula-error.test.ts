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

test("semicolons between arguments are told of, not those of an array", async () => {
  await inLanguage("fr");
  expect(told('=INASTI.QUARTERLY(40000;"principal";2026)', "#N/A")).toMatch(/^Ici, une virgule sépare les arguments/);
  expect(told('=INASTI.QUARTERLY({1;2},"a;b")', "#N/A")).toBe("");
});

test("nothing is said of other errors, nor of names that are no functions", async () => {
  await inLanguage("en");
  expect(told("=1/0", "#DIV/0!")).toBe("");
  expect(told("=SUM(PARAMETERYEAR)")).toBe("");
});
