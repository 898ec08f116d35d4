import { didYouMean, reader, recordOf, t } from "../i18n";
import { similar } from "../i18n/similar";
import { folded } from "../i18n/words";
import { calledNames, isCalled, tokensOf } from "../formula/tokens";

/** Why the spreadsheet itself refuses a formula, where it says no more than its code. */
export function formulaError(
  formula: string,
  code: string,
  functions: Iterable<string>,
  names: Iterable<string> = [],
): string | undefined {
  return code === "#NAME?" ? (unknownFunction(formula, functions) ?? unknownName(formula, names)) : undefined;
}

/** A word that is no function; most often a text without its quotes, or a word of Excel in the reader's language. */
function unknownName(formula: string, names: Iterable<string>): string | undefined {
  const known = new Map(Array.from(names, (name) => [folded(name), name]));
  const tokens = tokensOf(formula);
  const unknown = tokens.find(
    (token, index) =>
      token.kind === "name" &&
      !isCalled(tokens, index) &&
      tokens[index - 1]?.kind !== "sheet" &&
      !["true", "false"].includes(token.text.toLowerCase()) &&
      !known.has(folded(token.text)),
  );
  if (unknown === undefined) return undefined;
  const name = unknown.text;
  const { TRUE, FALSE } = recordOf(reader.language).excel.words;
  const words: [string, string][] = [
    [folded(TRUE), "TRUE"],
    [folded(FALSE), "FALSE"],
  ];
  return `${t("workbench:unknown-name", { name })} ${didYouMean(similar(name, new Map([...known, ...words])))}`.trim();
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
