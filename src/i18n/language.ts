import de from "./de/language.json";
import deWords from "./de/words.json";
import en from "./en/language.json";
import enWords from "./en/words.json";
import fr from "./fr/language.json";
import frWords from "./fr/words.json";
import nl from "./nl/language.json";
import nlWords from "./nl/words.json";

/** What a language is to the product, beside its texts. A new one is a folder here, and has its texts in `load.ts`. */
const RECORDS = {
  en: { ...en, words: enWords },
  fr: { ...fr, words: frWords },
  nl: { ...nl, words: nlWords },
  de: { ...de, words: deWords },
};

export type Language = keyof typeof RECORDS;

interface LanguageRecord {
  /** In the language itself. */
  readonly name: string;
  /** How numbers and dates are written inside a sentence. */
  readonly locale: string;
  /** Euro in a cell, in the notation of en-US; the sign stands where the language puts it. */
  readonly euro: string;
  /** How Excel writes formulas in this language. */
  readonly excel: {
    /** Between arguments. */
    readonly separator: string;
    readonly decimal: string;
    /** Between the columns of an array constant. */
    readonly columns: string;
    /** What formulas of ours use besides our own functions. */
    readonly words: Readonly<Record<"DATE" | "TRUE" | "FALSE", string>>;
  };
  /** What people call the words of the closed lists. */
  readonly words: (typeof RECORDS)[Language]["words"];
}

export const LANGUAGES = Object.keys(RECORDS) as readonly Language[];

export const recordOf = (language: Language): LanguageRecord => RECORDS[language];

export const isLanguage = (text: string): text is Language => Object.hasOwn(RECORDS, text);

/** The language of a locale such as "fr-BE"; English where we do not speak it. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : "en";
}
