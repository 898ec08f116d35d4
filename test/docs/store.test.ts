import { LANGUAGES } from "../../src/i18n";
import { read } from "./project";

interface Listing {
  readonly name: string;
  readonly summary: string;
  readonly description: Record<string, string>;
  readonly keywords: Record<string, string>;
}

/** What Partner Center takes. */
const MOST = { name: 50, summary: 100, description: 4000, keywords: 3 };

test.each(LANGUAGES)("%s: the store takes these texts", (language) => {
  const { name, summary, description, keywords } = JSON.parse(read(`src/i18n/${language}/store.json`)) as Listing;
  expect(name.length).toBeLessThanOrEqual(MOST.name);
  expect(summary.length).toBeLessThanOrEqual(MOST.summary);
  expect(Object.values(description).join("\n\n").length).toBeLessThanOrEqual(MOST.description);
  expect(Object.values(keywords).length).toBeLessThanOrEqual(MOST.keywords);
});
