import * as cells from "../../src/functions/cells";
import { LANGUAGES, recordOf } from "../../src/i18n";
import { words } from "../../src/i18n/words";
import { END_KINDS, ENTITLEMENTS, RATE_BENEFITS, VARIANTS } from "../../src/rules/benefits";
import { CATEGORIES } from "../../src/rules/contributions";
import { SWITCH_KINDS } from "../../src/rules/funds";
import { BASES, GROUNDS } from "../../src/rules/passerelle";
import { INCOME_BASES, PREMIUM_KINDS } from "../../src/rules/pension";
import type { WordList } from "../../src/rules/refusal";
import { OCCUPATIONS } from "../../src/rules/status";

const isEntitlement = (id: string): boolean => (ENTITLEMENTS as readonly string[]).includes(id);

/** What a cell with such a word is read as. */
const READ: Record<WordList, (name: string, id: string) => unknown> = {
  category: (name) => cells.entitledCategory("category", name),
  careerStatus: (name) => cells.careerChanges("career", [[45_000, name]])[0]!.status,
  occupation: (name) => cells.occupation("occupation", name),
  switchKind: (name) => cells.switchKind("kind", name),
  ground: (name) => cells.ground("ground", name),
  basis: (name) => cells.optionalBasis("basis", name),
  flag: (name) => String(cells.optionalFlag("assimilated", name)),
  benefit: (name, id) => (isEntitlement(id) ? cells.entitlementBenefit : cells.rateBenefit)("benefit", name),
  variant: (name) => cells.optionalVariant("variant", name),
  endKind: (name) => cells.optionalEndKind("endKind", name),
  premiumKind: (name) => cells.optionalPremiumKind("kind", name),
  incomeBasis: (name) => cells.optionalIncomeBasis("basis", name),
};

const IDS: Record<WordList, readonly string[]> = {
  category: [...CATEGORIES, "primostarter-after-sickness"],
  careerStatus: ["none", "exempt"],
  occupation: OCCUPATIONS,
  switchKind: SWITCH_KINDS,
  ground: GROUNDS,
  basis: BASES,
  flag: ["true", "false"],
  benefit: [...new Set([...RATE_BENEFITS, ...ENTITLEMENTS])],
  variant: VARIANTS,
  endKind: END_KINDS,
  premiumKind: PREMIUM_KINDS,
  incomeBasis: INCOME_BASES,
};

describe.each(LANGUAGES)("the words in %s", (language) => {
  const { elsewhere, ...lists } = recordOf(language).words;

  test("every word of every list has some, and no list has others", () => {
    const ids = (of: Record<string, readonly string[]>) =>
      Object.entries(of).map(([list, own]) => [list, [...own].sort()]);
    expect(ids(Object.fromEntries(Object.entries(lists).map(([list, of]) => [list, Object.keys(of)])))).toEqual(
      ids(IDS),
    );
    expect(Object.keys(elsewhere).sort()).toEqual(Object.keys(words.elsewhere).sort());
    expect(
      Object.values(lists)
        .flatMap((of) => Object.values(of))
        .filter(([name]) => !name?.trim()),
    ).toEqual([]);
  });

  // A refusal names what can be chosen, by the first: whoever types any of them must be understood.
  test.each(Object.entries(lists))("a cell understands those of the list %s", (list, of) => {
    const read = READ[list as WordList];
    const typed = Object.entries(of).flatMap(([id, names]) => names.map((name) => [name, id] as const));
    expect(typed.map(([name, id]) => [name, read(name, id)])).toEqual(typed);
  });
});
