import { type Token, tokensOf } from "./tokens";

/** The words that Excel has in another language for what we write ourselves. */
const EXCEL_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DATE: { fr: "DATE", nl: "DATUM", de: "DATUM" },
  TRUE: { fr: "VRAI", nl: "WAAR", de: "WAHR" },
  FALSE: { fr: "FAUX", nl: "ONWAAR", de: "FALSCH" },
};

/** What a formula of ours may use besides our own functions. */
export const EXCEL_NAMES: readonly string[] = Object.keys(EXCEL_WORDS);

/** Between the columns of an array constant, where the decimal point is a comma. */
const ARRAY_COLUMNS: Readonly<Record<string, string>> = { fr: ".", nl: "\\", de: "." };

export const argumentSeparator = (language: string): string => (language === "en" ? "," : ";");

/** A formula as people of a language read and type it: with semicolons and a decimal comma but in English. */
export function inSyntax(formula: string, language: string): string {
  if (language === "en") return formula;
  let arrays = 0;
  return tokensOf(formula)
    .map((token) => {
      if (token.text === "{") arrays += 1;
      if (token.text === "}") arrays -= 1;
      return written(token, language, arrays > 0);
    })
    .join("");
}

function written({ kind, text }: Token, language: string, inArray: boolean): string {
  switch (kind) {
    case "operator":
      if (text !== ",") return text;
      return inArray ? (ARRAY_COLUMNS[language] ?? text) : argumentSeparator(language);
    case "number":
      return text.replace(".", ",");
    case "name":
      return EXCEL_WORDS[text]?.[language] ?? text;
    case "table":
      return text.replaceAll("],[", `]${argumentSeparator(language)}[`);
    default:
      return text;
  }
}
