import { recordOf, type Language } from "../../src/i18n";
import { words } from "../../src/i18n/words";
import { parameterIds } from "../../src/parameters";
import { FORMULA, type Keyed, proseOf } from "./all-texts";

/** What a language writes in one way only. */
export interface Convention {
  readonly name: string;
  readonly wrong: RegExp;
  /** One that is found. `~` is the space that does not break. */
  readonly planted: string;
  readonly right: string;
}

const EVERYWHERE: readonly Convention[] = [
  { name: "apostrophe", wrong: /\p{L}'\p{L}/u, planted: "l'index", right: "l’index" },
  { name: "straight quotes", wrong: /"/, planted: 'say "so"', right: 'INASTI.ANNUAL(1;"x")' },
  { name: "ellipsis", wrong: /\.\.\./, planted: "wait...", right: "wait…" },
  { name: "minus", wrong: /(?<![\p{L}\d\-/.])-\d/u, planted: "above -1", right: "above −1, N-3, 2026-01-31" },
  { name: "quarter", wrong: /\b20\d\d ?[QTK][1-4]\b/, planted: "2026Q2", right: "Q2 2026" },
];

const COMMA: readonly Convention[] = [
  {
    name: "decimals",
    wrong: /(?<![\d.])\d+\.\d{1,2}(?![\d.])(?! ?[A-Z])/,
    planted: "4.25~%",
    right: "4,25 01.02.2026 1.671,01",
  },
  { name: "thousands", wrong: /\d{4,},\d\d(?!\d)/, planted: "1671,01", right: "671,01" },
  { name: "paragraph", wrong: /§(?![§\u00A0])/, planted: "§1 or § 1", right: "§~1, §§~1" },
];

const SLASHES: readonly Convention[] = [
  {
    name: "date",
    wrong: /(?<![\d/])(\d\/\d\d?|\d\d\/\d)\/\d{4}|\d\d?\.\d\d?\.\d{4}/,
    planted: "1/10/2026",
    right: "01/10/2026",
  },
];

const OF: Record<Language, readonly Convention[]> = {
  en: [
    { name: "per cent", wrong: /\d\s%/, planted: "2~%", right: "2%" },
    { name: "euro", wrong: /€\s|\d\s?€/, planted: "€ 5", right: "€5.00" },
    { name: "decimals", wrong: /(?<![\d,])\d+,\d{1,2}(?![\d,])/, planted: "5,25", right: "1,671.01" },
    { name: "thousands", wrong: /\d{4,}\.\d\d(?!\d)/, planted: "1671.01", right: "1,671.01" },
    { name: "paragraph", wrong: /§\s/, planted: "§ 3", right: "article 11 §3" },
    { name: "quotes", wrong: /[„«»]/, planted: "«a»", right: "“a”" },
    ...SLASHES,
  ],
  fr: [
    { name: "double signs", wrong: /\S [:;!?»%€]|« /, planted: "a : b", right: "«~a~»~: b~?" },
    {
      name: "no space",
      wrong: /[\p{L}\d}»)][;!?»]|\p{L}:(?=\s)|\d[%€]|«(?![\u00A0\u202F])/u,
      planted: "a: b",
      right: "«~a~»~: 2~%",
    },
    { name: "euro", wrong: /€\s?\d/, planted: "€~5", right: "5,00~€" },
    { name: "number", wrong: /n° /, planted: "n° 38", right: "n°~38" },
    { name: "first", wrong: /§\u00A01(?!\d|er)/, planted: "§~1", right: "§~1er, §~10" },
    { name: "quotes", wrong: /[“”„]/, planted: "“a”", right: "«~a~»" },
    ...COMMA,
    ...SLASHES,
  ],
  nl: [
    { name: "per cent", wrong: /\d\s%/, planted: "2~%", right: "2%" },
    { name: "euro", wrong: /€ |€\d|\d\s?€/, planted: "5 €", right: "€~5,00" },
    { name: "quotes", wrong: /[„«»]|‘\p{L}/u, planted: "‘a’", right: "“a”, zo’n" },
    ...COMMA,
    ...SLASHES,
  ],
  de: [
    { name: "per cent", wrong: /[\d}] %|\d%/, planted: "2%", right: "2~%" },
    { name: "euro", wrong: /[\d}] €|€\s?\d/, planted: "€~5", right: "5,00~€" },
    { name: "quotes", wrong: /[«»”]/, planted: "“a”", right: "„a“" },
    {
      name: "date",
      wrong: /\d\/\d\d?\/\d{4}|(?<![\d.])(\d\.\d\d?|\d\d\.\d)\.\d{4}/,
      planted: "1.10.2026",
      right: "01.10.2026",
    },
    ...COMMA,
  ],
};

export const conventionsOf = (language: Language): readonly Convention[] => [...EVERYWHERE, ...OF[language]];

export function unconventional(texts: readonly Keyed[], conventions: readonly Convention[]): string[] {
  return texts.flatMap(([key, text]) => {
    const said = proseOf(key, text);
    return conventions.filter(({ wrong }) => wrong.test(said)).map(({ name }) => `${key}: ${name}`);
  });
}

/** The words of the closed lists by which the code goes, and those that Excel shows for them. */
const IDS = Object.values(words).flatMap((list) => Object.keys(list as object));

/** English that a text of another language may have been left in. */
const ENGLISH =
  /\b(the|and|with|without|which|what|when|where|from|this|that|these|those|there|their|your|you|are|were|been|has|have|each|every|than|must|cannot|given|until|of the|is not|quarters?|years?|months?|days|income|contributions?|amounts?|rates?|fees?|funds?|members?|benefits?|employee|pensioner|spouse|settlement|statement|law of|sheet|cells?|workbook|formulas?|errors?)\b/i;

/** Words, signs and names that a language has in common with English. A text that is one of them need not be translated. */
const SHARED: Readonly<Record<Exclude<Language, "en">, readonly string[]>> = {
  fr: [
    ...["affiliation", "argument", "arguments", "article", "base", "client", "clients", "coefficient", "cohabitant"],
    ...["indexation", "interruption", "liquidation", "messages", "note", "notes", "options", "pension"],
    ...["pensions", "plci", "primostarter", "projection", "question", "questions", "situation", "source", "sources"],
    ...["statut social", "table", "tables", "total", "art", "ctrl", "ms", "via", "date"],
  ],
  nl: [
    ...[
      "argument",
      "helper",
      "help",
      "in",
      "link",
      "parameter",
      "partner",
      "percentage",
      "primostarter",
      "scenario",
      "student",
    ],
    ...["statut social", "art", "ctrl", "ms", "variant", "via", "views"],
  ],
  de: [
    ...[
      "argument",
      "link",
      "name",
      "optional",
      "parameter",
      "partner",
      "pension",
      "primostarter",
      "situation",
      "student",
    ],
    ...["statut social", "ms"],
  ],
};

const wordsOf = (text: string): string =>
  text
    .replace(/\{\{\w+\}\}|\$t\([^)]*\)|#[A-Z/]+[!?]?/g, "")
    .replace(/[^\p{L} ]/gu, "")
    .trim()
    .toLowerCase();

/** The texts that are English word by word and are not shared, and the shared words that no text has any more. */
export function untranslated(
  texts: readonly Keyed[],
  english: readonly Keyed[],
  language: Exclude<Language, "en">,
): { readonly left: readonly string[]; readonly idle: readonly string[] } {
  const originals = new Map(english);
  const same = texts.filter(([key, text]) => originals.get(key) === text && /\p{L}{2}/u.test(wordsOf(text)));
  const met = new Set(same.map(([, text]) => wordsOf(text)));
  return {
    left: same.filter(([, text]) => !SHARED[language].includes(wordsOf(text))).map(([key, text]) => `${key}: ${text}`),
    idle: SHARED[language].filter((word) => !met.has(word)),
  };
}

/** What is left in a text of fr, nl or de that only the code or English says. */
export function foreign(texts: readonly Keyed[], language: Language, argumentNames: readonly string[]): string[] {
  const own = new Set(
    Object.values(recordOf(language).words).flatMap((list) => Object.values(list as Record<string, string[]>).flat()),
  );
  const understood = new Set([...own].map((word) => word.toLowerCase()));
  const hyphened = IDS.filter((id) => id.includes("-") && !understood.has(id));
  const camel = argumentNames.filter((name) => /[a-z][A-Z]/.test(name));
  const figures = new Set<string>(parameterIds());
  const id = new RegExp(`(?<![\\p{L}\\d-])(${hyphened.join("|")})(?![\\p{L}\\d-])`, "u");
  const argument = new RegExp(`\\b(${camel.join("|")})\\b`);
  return texts.flatMap(([key, text]) => {
    const typed = [...text.replaceAll("`", "").matchAll(FORMULA)].flatMap(([formula]) => [
      ...formula.matchAll(/"([^"]+)"/g),
    ]);
    const said = proseOf(key, text).replace(/\{\{\w+\}\}|\$t\([^)]*\)/g, "…");
    const found = [
      id.exec(said)?.[0],
      argument.exec(said)?.[0],
      (said.match(/[a-z\d-]+(\.[a-z\d-]+)+/g) ?? []).find((word) => figures.has(word)),
      ENGLISH.exec(said)?.[0],
      // A word in a formula is one that the reader would write.
      typed.map(([, word]) => word!).find((word) => IDS.includes(word) && !understood.has(word.toLowerCase())),
    ].filter((word) => word !== undefined);
    return found.slice(0, 1).map((word) => `${key}: ${word}`);
  });
}

/** How long texts may be, by where they stand; the first that fits. Values and quoted texts count as a short word. */
const LIMITS: readonly (readonly [of: RegExp, limit: number])[] = [
  // “Einnahmen aus Verwaltungskosten”: the glossary has no shorter word for the fee.
  [/^messages\.json\/column\//, 31],
  // Excel shows some 255 characters of a message, and what somebody typed is among them.
  [/^messages\.json\/refusal\//, 220],
  // “Verwaltungskosten”.
  [/^pane\/shell\.json\/tab\//, 17],
  [/^(pane|views)\/.*\/label\//, 40],
  // Says which income every amount rests on, and how a profit leads to it.
  [/^pane\/field\.json\/income-hint$/, 210],
  [/^(pane|views)\/.*[/-]hint(\/|$)/, 140],
  // Three lines beside a sheet; an interpretation says what it interprets.
  [/^views\/explain\.json\/line\//, 150],
  // What Excel’s own functions say of themselves and of an argument; more belongs to the result, on the page of the function.
  [/^functions\/functions\/[^/]+\/(parameters\/[^/]+\/)?description$/, 255],
];

export function tooLong(texts: readonly Keyed[]): string[] {
  return texts.flatMap(([key, text]) => {
    const limit = LIMITS.find(([of]) => of.test(key))?.[1];
    const length = text.replace(/\{\{\w+\}\}|\$t\([^)]*\)/g, "######").length;
    return limit !== undefined && length > limit ? [`${key}: ${limit}`] : [];
  });
}
