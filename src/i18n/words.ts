import type { EndKind, EntitlementBenefit, RateBenefit, RateUnit, Variant } from "../rules/benefits";
import type { Category } from "../rules/contributions";
import type { SwitchKind } from "../rules/funds";
import type { Basis, Ground } from "../rules/passerelle";
import type { IncomeBasis, PremiumKind, QuarterGround } from "../rules/pension";
import type { CAREER_WORDS } from "../rules/projection";
import type { WordList } from "../rules/refusal";
import type { Occupation, PensionerSituation, SpringboardResult } from "../rules/status";
import { type Language, LANGUAGES, recordOf } from "./language";

/** Every benefit that some function knows. */
export type Benefit = RateBenefit | EntitlementBenefit;

/** What people take for a benefit of ours; each has a refusal of its own. */
export type Elsewhere =
  "birth-allowance" | "corona" | "bankruptcy-insurance" | "springboard" | "legal-pension" | "eip" | "pension-savings";

type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

/** In each language what people type for a word of a closed list, beside the word itself. Case, accents, spaces and hyphens do not count. */
interface WordsOfLists {
  readonly category: Words<Category>;
  readonly careerStatus: Words<(typeof CAREER_WORDS)[number]>;
  readonly occupation: Words<Occupation>;
  readonly switchKind: Words<SwitchKind>;
  readonly ground: Words<Ground>;
  readonly basis: Words<Basis>;
  readonly flag: Words<"true" | "false">;
  readonly benefit: Words<Benefit>;
  readonly elsewhere: Words<Elsewhere>;
  readonly variant: Words<Variant>;
  readonly unit: Words<RateUnit>;
  readonly endKind: Words<EndKind>;
  readonly premiumKind: Words<PremiumKind>;
  readonly incomeBasis: Words<IncomeBasis>;
  readonly springboardResult: Words<SpringboardResult>;
  readonly pensioner: Words<PensionerSituation>;
  readonly quarterGround: Words<QuarterGround>;
}

const inLanguage = (language: Language): WordsOfLists => recordOf(language).words;

/** Those of all languages: a cell is read alike in each. */
export const words = (() => {
  const all: Record<string, Record<string, string[]>> = {};
  for (const language of LANGUAGES)
    for (const [list, words] of Object.entries(inLanguage(language)))
      for (const [word, names] of Object.entries(words as Words<string>))
        ((all[list] ??= {})[word] ??= []).push(...names);
  return all as unknown as WordsOfLists;
})();

/** A word of a closed list as people of a language say it: the first of what they type. */
export const wordIn = (language: Language, list: WordList, id: string): string =>
  (inLanguage(language)[list] as Words<string>)[id]?.[0] ?? id;
