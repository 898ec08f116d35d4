import type { EndKind, EntitlementBenefit, RateBenefit, RateUnit, Variant } from "../rules/benefits";
import type { Category } from "../rules/contributions";
import type { CompanyForm, ExemptionGround } from "../rules/company";
import { FUNDS, type SwitchKind } from "../rules/funds";
import type { Basis, Ground } from "../rules/passerelle";
import type { IncomeBasis, PremiumKind, QuarterGround } from "../rules/pension";
import type { AmountBasis, CAREER_WORDS } from "../rules/projection";
import type { WordList } from "../rules/refusal";
import type { Claim, DispenseKind, Occupation, PensionerSituation, SpringboardResult } from "../rules/status";
import { type Language, LANGUAGES, recordOf } from "./language";

/** Every benefit that some function knows. */
export type Benefit = RateBenefit | EntitlementBenefit;

/** What people take for a benefit of ours; each has a refusal of its own. */
export type Elsewhere =
  "birth-allowance" | "corona" | "bankruptcy-insurance" | "springboard" | "legal-pension" | "eip" | "pension-savings";

/** What people take for a category; each has a refusal that asks which one. `pension`: in a career only. */
export type Mistaken = "helper" | "self-employed" | "starter" | "mandate" | "pension";

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
  readonly mistaken: Words<Mistaken>;
  readonly variant: Words<Variant>;
  readonly unit: Words<RateUnit>;
  readonly endKind: Words<EndKind>;
  readonly premiumKind: Words<PremiumKind>;
  readonly incomeBasis: Words<IncomeBasis>;
  readonly amountBasis: Words<AmountBasis>;
  readonly springboardResult: Words<SpringboardResult>;
  readonly pensioner: Words<PensionerSituation>;
  readonly quarterGround: Words<QuarterGround>;
  readonly dispenseKind: Words<DispenseKind>;
  readonly claim: Words<Claim>;
  readonly companyGround: Words<ExemptionGround>;
  readonly companyForm: Words<CompanyForm>;
  /** The funds that have no name of their own. */
  readonly fund: Words<"national-auxiliary">;
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

/** A word of a closed list as people of a language say it: the first of what they type. A fund goes by its own name. */
export function wordIn(language: Language, list: WordList, id: string): string {
  const nameIn = (one: WordList): string | undefined => (inLanguage(language)[one] as Words<string>)[id]?.[0];
  // A career has words beside the categories.
  if (list === "category") return nameIn(list) ?? nameIn("careerStatus") ?? id;
  const fund = list === "fund" ? FUNDS.find((one) => one.id === id) : undefined;
  return nameIn(list) ?? fund?.name ?? id;
}

/** What people of a language may type for a word of a closed list, the one that is shown first. */
export const namesIn = (language: Language, list: WordList, id: string): readonly string[] =>
  (inLanguage(language)[list] as Words<string>)[id] ?? [];

/** What a cell and a word have in common where they are the same word. By slices: a replacement takes half as long again. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  const spelled = ASCII.test(small) ? small : small.normalize("NFD");
  let letters = "";
  let from = 0;
  for (let at = 0; at < spelled.length; at++) {
    const code = spelled.charCodeAt(at);
    if (code < IS_BETWEEN.length ? !IS_BETWEEN[code] : !BETWEEN_LETTERS.test(spelled[at]!)) continue;
    letters += spelled.slice(from, at);
    from = at + 1;
  }
  return letters + spelled.slice(from);
}

const ASCII = /^[ -~]*$/;
/** Accents, which NFD sets apart from their letters, separators, and the accents that people type for an apostrophe. */
const BETWEEN_LETTERS = /[\u0300-\u036f\s\-–_'’´`.,/()]/;
const IS_BETWEEN = Array.from({ length: 128 }, (_, code) => BETWEEN_LETTERS.test(String.fromCharCode(code)));
