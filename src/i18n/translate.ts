import { civilDate, type Day, quarterOfYear, yearOf } from "../rules/calendar";
import type { Fact, Facts, Refusal } from "../rules/refusal";
import type { TraceLine } from "../rules/trace";
import { settings } from "../settings";
import enMessages from "./en/messages.json";
import enNotes from "./en/notes.json";
import type { Language } from "./language";
import { addTexts, textOf } from "./texts";

addTexts("en", "messages", enMessages);
addTexts("en", "notes", enNotes);

/** How numbers and dates are written inside a sentence. */
const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr-BE", nl: "nl-BE", de: "de-BE" };

const NAMESPACE = "messages";

/**
 * A text in the reader's language, English where that is not loaded; `pane:title` names another namespace than `messages`.
 * `{{name}}` stands for a value, `$t(key)` for another text.
 */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const separator = key.indexOf(":");
  const [namespace, path] = separator < 0 ? [NAMESPACE, key] : [key.slice(0, separator), key.slice(separator + 1)];
  const text = textOf(settings.language, namespace, path) ?? textOf("en", namespace, path) ?? key;
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""))
    .replace(/\$t\(([^)]+)\)/g, (_, other: string) => t(other));
}

/** A refusal as a sentence. */
export function describe({ key, facts }: Refusal): string {
  return say(`refusal/${key}`, facts);
}

/** A text with the facts in it, written as the reader's language writes them. */
export const say = (key: string, facts: Facts): string => t(key, written(facts));

function written(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, write(name, fact)]));
}

/** One line of the way to an answer, as a sentence. */
export function tell({ step, facts }: TraceLine): string {
  return say(`trace/${step}`, facts);
}

function write(name: string, fact: Fact): string | number {
  if (typeof fact !== "object") return word(name, fact);
  if ("cents" in fact) return euros(fact.cents);
  if ("rate" in fact) return percentage(fact.rate);
  if ("day" in fact) return date(fact.day);
  return `${yearOf(fact.quarter)}Q${quarterOfYear(fact.quarter)}`;
}

/** Notes, confidences and the names of arguments arrive as the key of their text. */
function word(name: string, fact: string | number): string | number {
  if (name === "note" && fact !== "") return t(`notes:${fact}`);
  if (name === "confidence") return t(`confidence/${fact}`);
  return name === "argument" || name === "other" ? argumentName(String(fact)) : fact;
}

/** An argument, or several, as Excel shows them in the reader's language: "incomes[3]" is "revenus[3]" in French; in English the names themselves. */
export function argumentName(argument: string): string {
  return argument.replace(/[a-z]\w*/gi, (name) => textOf(settings.language, NAMESPACE, `argument/${name}`) ?? name);
}

const euros = (cents: number): string =>
  new Intl.NumberFormat(LOCALES[settings.language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    cents / 100,
  );

const percentage = (rate: number): string =>
  new Intl.NumberFormat(LOCALES[settings.language], { style: "percent", maximumFractionDigits: 4 }).format(rate);

function date(serial: Day): string {
  const { year, month, day } = civilDate(serial);
  return new Intl.DateTimeFormat(LOCALES[settings.language], { timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, day),
  );
}
