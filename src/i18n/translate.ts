import { labelOf, type ParameterId } from "../parameters";
import { civilDate, day, type Day, quarterOfYear, yearOf } from "../rules/calendar";
import { type Fact, type Facts, Refusal, type Spellings, type WordList } from "../rules/refusal";
import type { Line } from "../rules/trace";
import enMessages from "./en/messages.json";
import enNotes from "./en/notes.json";
import { type Language, recordOf } from "./language";
import { similar } from "./similar";
import { addTexts, reader, textOf, textsIn } from "./texts";
import { namesIn, wordIn } from "./words";

addTexts("en", "messages", enMessages);
addTexts("en", "notes", enNotes);

const NAMESPACE = "messages";

/**
 * A text in the reader's language, English where that is not loaded; `pane:title` names another namespace than `messages`.
 * `{{name}}` stands for a value, `$t(key)` for another text with the same values.
 */
export function t(
  key: string,
  values: Readonly<Record<string, string | number>> = {},
  language: Language = reader.language,
): string {
  const separator = key.indexOf(":");
  const [namespace, path] = separator < 0 ? [NAMESPACE, key] : [key.slice(0, separator), key.slice(separator + 1)];
  const text = textOf(language, namespace, path) ?? textOf("en", namespace, path) ?? key;
  // In one pass: what somebody typed is put in, and never read as a text of ours.
  const valueOf = (_: string, name: string): string => String(values[name] ?? "");
  return text.replace(PLACE, (place, name: string | undefined, other: string | undefined) =>
    other === undefined ? valueOf(place, name!) : t(other.replace(VALUE, valueOf), values, language),
  );
}

const VALUE = /\{\{(\w+)\}\}/g;
const PLACE = /\{\{(\w+)\}\}|\$t\(([^)]+)\)/g;

/** What Excel shows of a message, and some more. */
const LONGEST_MESSAGE = 300;

/** A refusal as a sentence. A fact that is empty leaves no gap. */
export const describe = ({ key, facts }: Refusal): string =>
  shortened(say(`refusal/${key}`, facts).replace(/ {2,}/g, " ").trim(), LONGEST_MESSAGE);

/** The text, or its beginning; never half of a sign that takes two places. */
const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** A text with the facts in it, written as the reader's language writes them. */
const say = (key: string, facts: Facts): string => t(key, written(facts));

function written(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, isSpellings(fact) ? meant(fact, facts) : write(name, fact)]),
  );
}

const isSpellings = (fact: Fact): fact is Spellings => fact instanceof Map;

/** More of them would be no help. */
const MOST_MEANT = 3;

/** Whether something like what was given was meant; nothing where nothing is like it. Only who reads the sentence has it looked for. */
function meant(spellings: Spellings, { given, accepted }: Facts): string {
  const { words, of } = (accepted ?? {}) as Partial<Choice>;
  if (typeof given !== "string") return "";
  const found = similar(given, spellings).filter((id) => words?.includes(id) ?? true);
  return didYouMean(found.map((id) => (of === undefined ? id : wordName(of, id))));
}

/** Asks for the first of some names; nothing where there are none. */
export function didYouMean(names: readonly string[]): string {
  const quoted = names.slice(0, MOST_MEANT).map((name) => t("hint/quoted", { name }));
  return quoted.length === 0 ? "" : t("hint/similar", { names: either(quoted) });
}

/** One line of the way to an answer, as a sentence. */
export const tell = ({ step, facts }: Pick<Line, "step" | "facts">): string => say(`pane:explain/line/${step}`, facts);

/** A fact by itself, as a sentence would have it. */
export const factText = (fact: Exclude<Fact, Spellings>): string => String(write("", fact));

function write(name: string, fact: Exclude<Fact, Spellings>): string | number {
  if (typeof fact === "string") return word(name, fact);
  if (typeof fact === "number") return number(fact);
  if (typeof fact === "boolean") return t(`pane:explain/${fact ? "yes" : "no"}`);
  if (fact instanceof Refusal) return describe(fact);
  if ("cents" in fact) return euros(fact.cents);
  if ("rate" in fact) return percentage(fact.rate);
  if ("day" in fact) return date(fact.day);
  if ("step" in fact) return tell(fact);
  if ("sentence" in fact) return say(fact.sentence, fact.facts);
  if ("words" in fact) return choice(fact);
  if ("all" in fact) return wordNames(fact.of, fact.all);
  if ("value" in fact) return valueOf(fact);
  return t("date/quarter", { quarter: quarterOfYear(fact.quarter), year: yearOf(fact.quarter) });
}

/** Texts that arrive as ids, by the name of the fact. */
function word(name: string, fact: string): string {
  switch (name) {
    case "note":
      return fact === "" ? "" : t(`notes:${fact}`);
    case "confidence":
      return t(`confidence/${fact}`);
    case "argument":
    case "other":
      return argumentName(fact);
    case "parameter":
      return figureName(fact as ParameterId);
    case "fund":
    case "category":
    case "benefit":
    case "ground":
    case "companyGround":
      return wordName(name, fact);
    case "status":
      return wordName("category", fact);
    case "law":
      return lawName(fact);
    case "given":
      return shortened(fact, LONGEST_GIVEN);
    default:
      return fact;
  }
}

/** Of what somebody typed: enough to know it again. */
const LONGEST_GIVEN = 60;

/** An argument, or several, as Excel shows them in the reader's language: "incomes[3]" is "revenus[3]" in French; in English the names themselves. */
export function argumentName(argument: string): string {
  return argument.replace(/[a-z]\w*/gi, (name) => textOf(reader.language, NAMESPACE, `argument/${name}`) ?? name);
}

/** A word of a closed list as people say it. */
export const wordName = (list: WordList, id: string): string => wordIn(reader.language, list, id);

/**
 * A word of a closed list as whoever reads the page writes it in a formula. In English the word itself, which Excel offers there; each
 * is read in every language.
 */
export const typedWord = (list: WordList, id: string, language: Language = reader.language): string =>
  language === "en" ? id : wordIn(language, list, id);

/** All that may be typed for it, the one that is shown first. */
export const typedWords = (list: WordList, id: string): readonly string[] =>
  reader.language === "en" ? [id] : namesIn(reader.language, list, id);

/** Several of them; a comma inside a name would look like the next one. */
export function wordNames(list: WordList, ids: readonly string[]): string {
  const names = ids.map((id) => wordName(list, id));
  return names.join(names.some((name) => name.includes(",")) ? t("choice/separator") : ", ");
}

/** A figure of the law by its name; a cell of the table of rights by its two words. */
export function figureName(id: ParameterId): string {
  const label = textOf(reader.language, "figures", id) ?? labelOf(id);
  if (label !== "") return label;
  const [benefit = "", category = ""] = id.split(".").slice(-2);
  return say("figure/entitlement", { benefit, category });
}

/** The kinds of acts as the data name them, in English. */
const ACTS = {
  "Royal decree": "royal-decree",
  Law: "law",
  "Programme law": "programme-law",
  "Programme law (I)": "programme-law-i",
} as const;

/** What the data add to say what an act is about; benefits go by their names. */
const ABOUT: Readonly<Record<string, () => string>> = {
  "adoption leave": () => wordName("benefit", "adoption"),
  "bereavement leave": () => wordName("benefit", "bereavement"),
  "birth leave": () => wordName("benefit", "birth-leave"),
  "bridging right": () => wordName("benefit", "passerelle"),
  caregivers: () => wordName("benefit", "caregiver"),
  "foster leave": () => wordName("benefit", "foster"),
  "maternity vouchers": () => wordName("benefit", "maternity-vouchers"),
  indexation: () => t("about/indexation"),
  pensions: () => t("about/pensions"),
  "reform of pensions": () => t("about/pension-reform"),
  "sickness and maternity insurance": () => t("about/insurance"),
};

const YEAR_OF_CONTRIBUTIONS = /^contributions of (\d{4})$/;

function aboutName(about: string): string {
  const year = YEAR_OF_CONTRIBUTIONS.exec(about)?.[1];
  return year === undefined ? (ABOUT[about]?.() ?? about) : t("about/contributions", { year });
}

const ACT = /^([A-Z][a-z ]+(?: \(I\))?)(?: no (\d+))? of (\d\d\/\d\d\/\d{4})(?: \(([a-z\d ]+)\))?/;

/** What the data say in English of a publication that has no title of its own, or of how it was found. */
const REMARKS: readonly (readonly [said: RegExp, key: string])[] = [
  [/as quoted in a public research note of (\S+)/, "publication/research-note"],
  [/as quoted in a public parameter file \(read on ([\d/]+)\)/, "publication/parameter-file"],
  [/list of fees \(read on ([\d/]+)\)/, "publication/fees"],
  [
    /^Public tax parameters of income year (\d{4}), amounts labelled as published by (\S+)/,
    "publication/tax-parameters",
  ],
  [/^Public notes of a Belgian app maker, list of obligations \(([\d/]+)\)/, "publication/obligations"],
  [/^Complementary-status page of (\S+)/, "publication/complementary"],
  [/^Family allowances are regional and independent of the status since ([\d-]+)/, "publication/family-allowances"],
];

const WRITTEN_DAY = /(\d\d)\/(\d\d)\/(\d{4})/g;

/** A text of law, or a publication, as a reader finds it: an act has a title in each language, a page has its own. */
export function lawName(title: string): string {
  if (reader.language === "en") return title;
  const act = title.replace(ACT, (whole, kind: string, number: string | undefined, on: string, about?: string) => {
    const known = ACTS[kind as keyof typeof ACTS];
    if (known === undefined) return whole;
    const named =
      number === undefined ? t(`act/${known}`, { date: on }) : t("act/numbered-decree", { number, date: on });
    return about === undefined ? named : `${named} (${aboutName(about)})`;
  });
  const remarked = REMARKS.reduce(
    (name, [said, key]) => name.replace(said, (_, when: string, who?: unknown) => t(key, { when, who: String(who) })),
    act,
  );
  return remarked.replace(WRITTEN_DAY, (_, d: string, m: string, y: string) =>
    date(day(Number(y), Number(m), Number(d))),
  );
}

/** Room for the words of a choice: Excel cuts a long message off, and nobody reads it. */
const CHOICE_LENGTH = 100;

type Choice = Extract<Fact, { readonly words: unknown }>;

/** A column may have a million cells that refuse the same list. */
const choices = new WeakMap<Choice["words"], { readonly texts: unknown; readonly text: string }>();

/** The end of a sentence that names what can be chosen. */
function choice({ words, of }: Choice): string {
  // Another object once more texts of the language have come.
  const texts = textsIn(reader.language);
  const known = choices.get(words);
  if (known !== undefined && known.texts === texts) return known.text;
  const text = enumeration(words, of);
  choices.set(words, { texts, text });
  return text;
}

/** All of the words, or the first ones. */
function enumeration(ids: Choice["words"], list: WordList | undefined): string {
  const names = ids.map((id) => (typeof id === "number" ? number(id) : list ? wordName(list, id) : id));
  let count = names.length;
  while (count > 1 && names.slice(0, count).join(", ").length > CHOICE_LENGTH) count -= 1;
  const shown = names.slice(0, count);
  const end = count < names.length ? "…" : ".";
  // A comma inside a name would look like the next one.
  if (shown.some((name) => name.includes(","))) return shown.join(t("choice/separator")) + end;
  if (end === "…") return shown.join(", ") + end;
  return either(shown) + end;
}

const either = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: "disjunction" }).format(names);

/** "EUR/month" is an amount a month. */
function valueOf({ value, decimals, unit }: Extract<Fact, { readonly unit: string }>): string {
  if (unit === "date") return date(value);
  if (unit === "fraction") return percentage(value / 10 ** decimals);
  const [currency, period] = unit.split("/");
  if (currency !== "EUR") return number(value / 10 ** decimals);
  const amount = euros((value / 10 ** decimals) * 100, decimals);
  return period === undefined ? amount : t(`per/${period.replace(" ", "-")}`, { amount });
}

/** How numbers and dates are written inside a sentence. */
const locale = (): string => recordOf(reader.language).locale;

const MINUS = "−";
const NO_BREAK_SPACE = "\u00A0";

/** Signs as the texts have them: the minus of typesetters, and one kind of space that does not break. */
const typeset = (figure: string): string => figure.replace("-", MINUS).replace(/[\u202F ]/g, NO_BREAK_SPACE);

/** By locale and kind: to make one takes longer than the rest of a sentence, and a column may have a thousand of them. */
const formats = new Map<string, unknown>();

function formatOf<Format>(kind: string, make: (locale: string) => Format): Format {
  const key = locale() + kind;
  if (!formats.has(key)) formats.set(key, make(locale()));
  return formats.get(key) as Format;
}

function formatted(value: number, options: Intl.NumberFormatOptions): string {
  const kind = `${options.style} ${options.maximumFractionDigits}`;
  return typeset(formatOf(kind, (of) => new Intl.NumberFormat(of, options)).format(value));
}

/** A base amount of the law may have more than two decimals. */
const euros = (cents: number, decimals = 2): string =>
  formatted(cents / 100, { style: "currency", currency: "EUR", maximumFractionDigits: decimals });

const percentage = (rate: number): string => formatted(rate, { style: "percent", maximumFractionDigits: 4 });

/** A year has no thousands. */
const number = (value: number): string => formatted(value, { useGrouping: false, maximumFractionDigits: 10 });

const DATE = { timeZone: "UTC", day: "2-digit", month: "2-digit", year: "numeric" } as const;

function date(serial: Day): string {
  const { year, month, day } = civilDate(serial);
  return formatOf("date", (of) => new Intl.DateTimeFormat(of, DATE)).format(Date.UTC(year, month - 1, day));
}
