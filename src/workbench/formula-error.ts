import { didYouMean, t } from "../i18n";
import { similar } from "../i18n/similar";
import { folded } from "../i18n/words";
import { calledNames, tokensOf } from "../formula/tokens";

const EXAMPLE = '=INASTI.QUARTERLY(40000.5,"principal",2026)';

/** Why the spreadsheet itself refuses a formula, where it says no more than its code. */
export function formulaError(formula: string, code: string, functions: Iterable<string>): string | undefined {
  if (hasSemicolons(formula)) return t("workbench:semicolons", { formula: EXAMPLE });
  return code === "#NAME?" ? unknownFunction(formula, functions) : undefined;
}

/** Between arguments, as Excel has them in languages with a decimal comma; in an array constant they part its rows. */
function hasSemicolons(formula: string): boolean {
  let arrays = 0;
  return tokensOf(formula).some(({ text }) => {
    if (text === "{") arrays += 1;
    if (text === "}") arrays -= 1;
    return text === ";" && arrays === 0;
  });
}

function unknownFunction(formula: string, functions: Iterable<string>): string | undefined {
  const known = new Map(Array.from(functions, (name) => [folded(name), name]));
  const name = calledNames(formula).find((called) => !known.has(folded(called)));
  if (name === undefined) return undefined;
  const meant = similar(name, new Map([...known, ...excelNames()]));
  return `${t("workbench:unknown-function", { name })} ${didYouMean(meant)}`.trim();
}

/** What Excel calls its functions in the reader's language; the spreadsheet has their English names. */
const excelNames = (): [string, string][] => OFTEN_USED.map((name) => [folded(t(`workbench:functions/${name}`)), name]);

const OFTEN_USED = [
  "SUM",
  "IF",
  "AVERAGE",
  "ROUND",
  "TODAY",
  "YEAR",
  "MONTH",
  "DAY",
  "DATE",
  "COUNT",
  "COUNTIF",
  "SUMIF",
  "VLOOKUP",
  "XLOOKUP",
  "MATCH",
  "IFERROR",
  "AND",
  "OR",
] as const;
