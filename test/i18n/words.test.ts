import { readFileSync } from "node:fs";
import path from "node:path";
import type { Argument } from "../../src/definitions";
import * as read from "../../src/definitions/arguments";
import { held } from "../../src/definitions/cells";
import { LANGUAGES, recordOf } from "../../src/i18n";
import { words } from "../../src/i18n/words";
import { END_KINDS, ENTITLEMENTS, RATE_BENEFITS, RATE_UNITS, VARIANTS } from "../../src/rules/benefits";
import { COMPANY_FORMS, EXEMPTION_GROUNDS } from "../../src/rules/company";
import { CATEGORIES } from "../../src/rules/contributions";
import { SWITCH_KINDS } from "../../src/rules/funds";
import { BASES, GROUNDS } from "../../src/rules/passerelle";
import { INCOME_BASES, PREMIUM_KINDS, QUARTER_GROUNDS } from "../../src/rules/pension";
import { AMOUNT_BASES, CAREER_WORDS } from "../../src/rules/projection";
import type { Refusal, WordList } from "../../src/rules/refusal";
import { CLAIMS, DISPENSE_KINDS, OCCUPATIONS, PENSIONER_SITUATIONS, SPRINGBOARD_RESULTS } from "../../src/rules/status";
import { root } from "../tools/tool";

const isEntitlement = (id: string): boolean => (ENTITLEMENTS as readonly string[]).includes(id);

const as =
  (argument: Argument<unknown>) =>
  (name: string): unknown =>
    held(argument.read("argument", name));

/** What a cell with such a word is read as. */
const READ: Record<WordList, (name: string, id: string) => unknown> = {
  category: as(read.category),
  careerStatus: (name) => held(read.career.read("career", [[45_000, name]]))[0]!.status,
  occupation: as(read.occupation),
  dispenseKind: as(read.dispenseKind),
  claim: as(read.claim),
  companyGround: as(read.exemptionGround),
  companyForm: as(read.companyForm),
  switchKind: as(read.switchKind),
  ground: as(read.ground),
  basis: as(read.basis),
  flag: (name) => String(as(read.yes)(name)),
  benefit: (name, id) => as(isEntitlement(id) ? read.entitlementBenefit : read.rateBenefit)(name),
  variant: as(read.variant),
  unit: as(read.rateUnit),
  endKind: as(read.endKind),
  premiumKind: as(read.premiumKind),
  incomeBasis: as(read.incomeBasis),
  amountBasis: as(read.amountBasis),
  springboardResult: as(read.springboardResult),
  pensioner: as(read.pensioner),
  quarterGround: as(read.quarterGround),
  fund: as(read.fund),
};

const READ_CATEGORY = (name: string) => read.category.read("category", name);

const metadata = (
  language: string,
): {
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly { readonly name: string; readonly stringValue: string }[];
  }[];
} =>
  JSON.parse(
    readFileSync(path.join(root, `build/metadata/functions${language === "en" ? "" : `-${language}`}.json`), "utf8"),
  ) as never;

const IDS: Record<WordList, readonly string[]> = {
  category: CATEGORIES,
  careerStatus: CAREER_WORDS,
  occupation: OCCUPATIONS,
  dispenseKind: DISPENSE_KINDS,
  claim: CLAIMS,
  companyGround: EXEMPTION_GROUNDS,
  companyForm: COMPANY_FORMS,
  switchKind: SWITCH_KINDS,
  ground: GROUNDS,
  basis: BASES,
  flag: ["true", "false"],
  benefit: [...new Set([...RATE_BENEFITS, ...ENTITLEMENTS])],
  variant: VARIANTS,
  unit: RATE_UNITS,
  endKind: END_KINDS,
  premiumKind: PREMIUM_KINDS,
  incomeBasis: INCOME_BASES,
  amountBasis: AMOUNT_BASES,
  pensioner: PENSIONER_SITUATIONS,
  quarterGround: QUARTER_GROUNDS,
  springboardResult: SPRINGBOARD_RESULTS,
  fund: ["national-auxiliary"],
};

describe.each(LANGUAGES)("the words in %s", (language) => {
  const { elsewhere, mistaken, ...lists } = recordOf(language).words;

  test("every word of every list has some, and no list has others", () => {
    const ids = (of: Record<string, readonly string[]>) =>
      Object.entries(of).map(([list, own]) => [list, [...own].sort()]);
    expect(ids(Object.fromEntries(Object.entries(lists).map(([list, of]) => [list, Object.keys(of)])))).toEqual(
      ids(IDS),
    );
    expect(Object.keys(elsewhere).sort()).toEqual(Object.keys(words.elsewhere).sort());
    expect(Object.keys(mistaken).sort()).toEqual(Object.keys(words.mistaken).sort());
    expect(
      Object.values(lists)
        .flatMap((of) => Object.values(of))
        .filter(([name]) => !name?.trim()),
    ).toEqual([]);
  });

  // A refusal names what can be chosen, by the first: whoever types any of them must be understood.
  test.each(Object.entries(lists))("a cell understands those of the list %s", (list, of) => {
    const readAs = READ[list as WordList];
    const typed = Object.entries(of).flatMap(([id, names]) => names.map((name) => [name, id] as const));
    expect(typed.map(([name, id]) => [name, readAs(name, id)])).toEqual(typed);
  });

  // law/contributions.md 16: a word that is no category is never read as one.
  test.each(Object.entries(mistaken))(
    "what is taken for a category has a sentence that asks which one: %s",
    (of, names) => {
      const readAs = of === "pension" ? (name: string) => read.career.read("career", [[45_000, name]]) : READ_CATEGORY;
      const refused = names.map((name) => [name, (readAs(name) as Refusal).key]);
      expect(refused).toEqual(names.map((name) => [name, `category-${of}`]));
    },
  );

  // Excel offers them where the argument is typed.
  test("a cell understands the names that Excel offers", () => {
    const offered = metadata(language).enums.flatMap(({ id, values }) =>
      values.map(({ name, stringValue }) => [id, name, stringValue] as const),
    );
    const all = Object.values<unknown>(read) as Partial<Argument<unknown>>[];
    const listOf = new Map(all.map((one) => [one.enumeration, one]));
    const own = offered.filter(([id]) => listOf.has(id));
    expect(own.length).toBeGreaterThan(60);
    const readAs = (list: string, name: string) => listOf.get(list)!.read!("argument", name);
    expect(own.filter(([list, name, word]) => readAs(list, name) !== readAs(list, word))).toEqual([]);
  });
});
