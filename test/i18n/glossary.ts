import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Language } from "../../src/i18n";
import { root } from "../tools/tool";
import { type Keyed, proseOf } from "./all-texts";

/** A term of art, or of the interface. */
export interface Term extends Readonly<Record<Language, string>> {
  readonly id?: string;
  /** What no text has instead. */
  readonly not?: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Where such a word is right all the same. */
  readonly but?: Readonly<Partial<Record<Language, readonly string[]>>>;
}

export const glossary = parse(readFileSync(path.join(root, "src/i18n/glossary.yaml"), "utf8")) as Readonly<
  Record<string, readonly Term[]>
>;

export const terms = Object.values(glossary).flat();

const quoted = (word: string): string => word.replace(/[.*+?^$()|[\]\\/]/g, "\\$&");

/** Case counts for nothing; a word that ends in * also stands for what begins with it. */
function patternOf(word: string): RegExp {
  const start = word.endsWith("*");
  const end = start ? "[\\p{L}-]*" : /\p{L}$/u.test(word) ? "(?![\\p{L}-])" : "";
  return new RegExp(`(?<![\\p{L}-])${quoted(start ? word.slice(0, -1) : word)}${end}`, "iu");
}

interface Forbidden {
  readonly word: string;
  readonly pattern: RegExp;
  readonly instead: string;
  readonly right: readonly string[];
}

export const forbiddenIn = (language: Language): Forbidden[] =>
  terms.flatMap((term) =>
    (term.not?.[language] ?? []).map((word) => ({
      word,
      pattern: patternOf(word),
      instead: term[language],
      right: term.but?.[language] ?? [],
    })),
  );

/** The texts that have a word that the glossary does not let them have: which word, and what to write. */
export function wrongWords(texts: readonly Keyed[], forbidden: readonly Forbidden[]): string[] {
  return texts.flatMap(([key, text]) => {
    const said = proseOf(key, text)
      .replace(/\{\{\w+\}\}|\$t\([^)]*\)/g, "…")
      .replace(/[\u00A0\u202F]/g, " ");
    return forbidden
      .filter(({ pattern, right }) =>
        pattern.test(right.reduce((rest, phrase) => rest.replace(new RegExp(quoted(phrase), "gi"), "…"), said)),
      )
      .map(({ word, instead }) => `${key}: “${word}”, write “${instead}”`);
  });
}
