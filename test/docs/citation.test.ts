import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const root = path.join(__dirname, "../..");
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");

/** The fields of the Citation File Format 1.2.0. */
const FIELDS = [
  ...["abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords"],
  ...["license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact"],
  ...["repository-code", "title", "type", "url", "version"],
];

test("CITATION.cff is of the format, and names version and licence as they are", () => {
  const citation = parse(read("CITATION.cff")) as Record<string, unknown>;
  const { version, license } = JSON.parse(read("package.json")) as { version: string; license: string };
  expect(Object.keys(citation).filter((field) => !FIELDS.includes(field))).toEqual([]);
  expect(citation).toMatchObject({
    "cff-version": "1.2.0",
    title: "Statut Social",
    type: "software",
    version,
    license,
  });
  const { authors, keywords, message, abstract } = citation as Record<string, readonly unknown[]>;
  expect(authors).toEqual([{ name: "Statut Social maintainers" }]);
  expect(new Set(keywords).size).toBe(keywords!.length);
  expect([typeof message, typeof abstract]).toEqual(["string", "string"]);
});
