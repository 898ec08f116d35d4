// @ts-check
/** What stands beside the vectors, for whoever tests a program of his own with them. */
/** @import { Vector, RuleVector } from "./golden.mjs" */

/** @typedef {{ domain: string, codeVersion: string, dataVersion: string, vectors: Vector[], rules: RuleVector[] }} Domain */

/** @param {readonly Domain[]} domains */
export function readmeOf(domains) {
  const [{ codeVersion = "", dataVersion = "" } = {}] = domains;
  const count = (/** @type {Domain} */ { vectors }, /** @type {Vector["kind"]} */ kind) =>
    vectors.filter((vector) => vector.kind === kind).length;
  const rows = domains.map((domain) =>
    [
      `\`${domain.domain}.json\``,
      count(domain, "case"),
      count(domain, "print"),
      count(domain, "edge"),
      domain.rules.length,
    ].join(" | "),
  );
  return `# Conformance vectors of Belgian self-employed social security

Calls with the answer that the law gives, to test a program against: contributions, status, bridging right, funds, company contribution, benefits, pension, from 2015. Code ${codeVersion}, data ${dataVersion}. MIT licence.

File | printed and worked cases | amounts as printed | edges | rules
--- | ---: | ---: | ---: | ---:
${rows.join("\n")}

\`vectors.schema.json\` (JSON Schema, draft 2020-12) describes all of them.

## Where the answers come from

None of them was copied from the functions that they test.

- \`"kind": "case"\`: a page of an institution, a fund or the press printed the answer, or it was worked out by hand from the article that \`source\` names.
- \`"kind": "print"\`: an amount as an article or an institution prints it, on its first day and on its last.
- \`"kind": "edge"\`: each threshold of each law of a quarter, the cent below it and the cent above, and a loss. A second program, written apart from the articles and with figures of its own, worked them out. \`INASTI.QUARTERLY\` has the income of the year; \`INASTI.PROVISIONAL\` the
  lowest income of three years before that becomes this one.

\`confidence\` says how sure the answer is: \`official\`, \`two\` independent pages, a \`single\` one, \`derived\` from a text by its formula, \`projection\`, \`conflict\` between sources, \`unknown\`: the source is silent, and an error is expected. One word alone is ours: \`key\`, the name of the reason for an
error. Its \`code\` is the source's.

## A vector

\`\`\`json
{ "id": "published-2016-comp-max", "kind": "case", "function": "INASTI.QUARTERLY",
  "arguments": { "income": "200000", "category": "complementary", "year": 2016 },
  "expected": { "cents": 396190 }, "confidence": "single",
  "source": { "title": "Belfius - Kerncijfers: sociale bijdragen 2016", "url": "https://…" } }
\`\`\`

\`function\` and the names of \`arguments\` are those of \`statut-social <function> --help\`. Amounts and rates are decimal text, so that no program reads a double where it did not ask for one; hand them over as numbers. Days are ISO text, \`null\` is a blank cell, and what is not named is left out. An argument that is \`{ "function", "arguments" }\` stands for the
answer of that call.

\`expected\` | holds where
--- | ---
\`{ "cents": 396190 }\` | the amount is so many whole cents; with \`times\`, so many times the answer
\`{ "decimal": "0.0305" }\` | the number is this one; with \`rounded\`, after it was rounded half up to as many decimals
\`{ "date": "2026-03-31" }\`, \`{ "is": true }\`, \`{ "word": "principal" }\`, \`{ "blank": true }\` | the answer is this
\`{ "error": { "code": "#N/A", "key": "year-not-published" } }\` | there is no answer, for this reason
\`{ "list": [ … ] }\` | the column has these values
\`{ "rows": [ … ], "count": 12 }\` | these rows stand in the table in this order, with these columns among others; \`count\` is the number of all rows, \`sums\` the amounts by the year in which they are due
\`{ "is": false, "failed": [ … ] }\` | there is a right or none, and these are all conditions that are not met

\`rules\` are cases of rules that no function answers by itself, in the words of the rule book: material for whoever writes the rule.

## With the core package

\`\`\`js
import { readFileSync } from "node:fs";
import * as core from "@statut-social/core";

const { vectors } = JSON.parse(readFileSync("contributions.json", "utf8"));
for (const { id, function: name, arguments: given, expected, times } of vectors) {
  if (!("cents" in expected) || times || Object.values(given).some((one) => one?.function)) continue;
  const [domain, short] = name.toLowerCase().split(".");
  const numbers = Object.entries(given).map(([key, one]) => [key, /^-?[\\d.]+$/.test(one) ? Number(one) : one]);
  const answer = core[domain][short](Object.fromEntries(numbers));
  if (Math.round(answer.value * 100) !== expected.cents) console.log(id, answer);
}
\`\`\`

A vector that you believe to be wrong: open an issue with the text that says otherwise.
`;
}
