import i18next from "i18next";
import { civilDate, type Day, quarterOfYear, yearOf } from "../rules/calendar";
import type { Fact, Facts, Refusal } from "../rules/refusal";
import type { TraceLine } from "../rules/trace";
import { settings } from "../settings";
import deMessages from "./de/messages.json";
import deNotes from "./de/notes.json";
import enMessages from "./en/messages.json";
import enNotes from "./en/notes.json";
import frMessages from "./fr/messages.json";
import frNotes from "./fr/notes.json";
import nlMessages from "./nl/messages.json";
import nlNotes from "./nl/notes.json";

export const translations = i18next.createInstance();

void translations.init({
  lng: "en",
  fallbackLng: "en",
  initAsync: false,
  showSupportNotice: false,
  ns: ["messages", "notes"],
  defaultNS: "messages",
  keySeparator: "/",
  interpolation: { escapeValue: false },
  resources: {
    en: { messages: enMessages, notes: enNotes },
    fr: { messages: frMessages, notes: frNotes },
    nl: { messages: nlMessages, notes: nlNotes },
    de: { messages: deMessages, notes: deNotes },
  },
});

/** A text in the reader's language; `pane:title` names another namespace than `messages`. */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return translations.t(key, { lng: settings.language, ...values });
}

/** A refusal as a sentence. */
export function describe({ key, facts }: Refusal): string {
  return t(`refusal/${key}`, written(facts));
}

function written(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, write(name, fact)]));
}

/** One line of the way to an answer, as a sentence. */
export function tell({ step, facts }: TraceLine): string {
  return t(`trace/${step}`, written(facts));
}

function write(name: string, fact: Fact): string | number {
  if (typeof fact !== "object") return word(name, fact);
  if ("cents" in fact) return euros(fact.cents);
  if ("rate" in fact) return percentage(fact.rate);
  if ("day" in fact) return date(fact.day);
  return `${yearOf(fact.quarter)}Q${quarterOfYear(fact.quarter)}`;
}

/** Notes and confidences arrive as the key of their text. */
function word(name: string, fact: string | number): string | number {
  if (name === "note" && fact !== "") return t(`notes:${fact}`);
  return name === "confidence" ? t(`confidence/${fact}`) : fact;
}

const euros = (cents: number): string =>
  new Intl.NumberFormat(`${settings.language}-BE`, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    cents / 100,
  );

const percentage = (rate: number): string =>
  new Intl.NumberFormat(`${settings.language}-BE`, { style: "percent", maximumFractionDigits: 4 }).format(rate);

function date(serial: Day): string {
  const { year, month, day } = civilDate(serial);
  return new Intl.DateTimeFormat(`${settings.language}-BE`, { timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
}
