import { LANGUAGES } from "../../src/i18n";
import { folded } from "../../src/i18n/words";
import { COLUMNS } from "../../src/taskpane/clients/columns";
import { columnsUnder, type Heading } from "../../src/i18n/headings";
import data from "../../src/i18n/headings.json";

test("are known in every language", () => {
  for (const byLanguage of Object.values(data)) {
    expect(Object.keys(byLanguage)).toEqual(LANGUAGES);
    for (const names of Object.values(byLanguage)) expect(names.length).toBeGreaterThan(0);
  }
});

/** What is looked for in one table. */
test.each([
  [COLUMNS],
  [["category", "heads", "contribution", "income"]],
  [["heads", "start"]],
  [["rate", "fund", "name"]],
])("none means two of %s", (kinds) => {
  const names = (kinds as readonly Heading[]).flatMap((kind) => [
    ...new Set(Object.values(data[kind]).flat().map(folded)),
  ]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

const MEMBERS = ["category", "heads", "contribution", "income"] as const;

test.each([
  [["Statut", "Nombre d’affiliés", "Revenu annuel"], { category: 0, heads: 1, income: 2 }],
  [["Bijdrage per lid", "Aantal", "Bijdragecategorie"], { contribution: 0, heads: 1, category: 2 }],
  [["Kategorie", "Quartalsbeitrag (EUR)", "Anzahl 2026"], { category: 0, contribution: 1, heads: 2 }],
  [["Contribution per member", "Members"], { contribution: 0, heads: 1 }],
  [["A", "B"], {}],
])("of members: %j", (headings, found) => {
  expect(columnsUnder(headings, MEMBERS)).toEqual(found);
});

test.each([
  [["Nom de la caisse", "Taux (%)"], { fund: 0, rate: 1 }],
  [["Kasse", "Verwaltungskosten"], { fund: 0, rate: 1 }],
  [["%", "Naam"], { rate: 0, name: 1 }],
])("of fees: %j", (headings, found) => {
  expect(columnsUnder(headings, ["rate", "fund", "name"])).toEqual(found);
});
