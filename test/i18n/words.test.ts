import { readFileSync } from "node:fs";
import path from "node:path";
import * as cells from "../../src/functions/cells";
import { LANGUAGES } from "../../src/i18n";
import { words } from "../../src/i18n/words";
import { ENTITLEMENTS, RATE_BENEFITS, VARIANTS } from "../../src/rules/benefits";
import type { WordList } from "../../src/rules/refusal";

type Names = Record<WordList, Record<string, string>>;

const namesOf = (language: string): Names => {
  const file = path.join(__dirname, `../../src/i18n/${language}/messages.json`);
  return (JSON.parse(readFileSync(file, "utf8")) as { word: Names }).word;
};

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
  category: [...Object.keys(words.category), ...Object.keys(words.entitledCategory)],
  careerStatus: Object.keys(words.careerStatus),
  occupation: Object.keys(words.occupation),
  switchKind: Object.keys(words.switchKind),
  ground: Object.keys(words.ground),
  basis: Object.keys(words.basis),
  flag: Object.keys(words.flag),
  benefit: [...new Set([...RATE_BENEFITS, ...ENTITLEMENTS])],
  variant: VARIANTS,
  endKind: Object.keys(words.endKind),
  premiumKind: Object.keys(words.premiumKind),
  incomeBasis: Object.keys(words.incomeBasis),
};

describe.each(LANGUAGES)("the names of words in %s", (language) => {
  const names = namesOf(language);

  test("every word of every list has one", () => {
    const ids = (lists: Record<string, readonly string[]>) =>
      Object.entries(lists).map(([list, of]) => [list, [...of].sort()]);
    expect(ids(Object.fromEntries(Object.entries(names).map(([list, of]) => [list, Object.keys(of)])))).toEqual(
      ids(IDS),
    );
  });

  // A refusal names what can be chosen: whoever types that must be understood.
  test.each(Object.entries(names))("a cell understands those of the list %s", (list, of) => {
    const read = READ[list as WordList];
    expect(Object.entries(of).map(([id, name]) => [name, read(name, id)])).toEqual(
      Object.entries(of).map(([id, name]) => [name, id]),
    );
  });
});
