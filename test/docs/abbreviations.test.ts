import { files, read } from "./project";

/** An article as the code names it: the text's short name, then the article. */
const ARTICLE = /["(]((?:AR|L|PL)(?:\d{2,4}|X))(?= \d|")/g;

const named = new Set(
  files
    .filter((file) => /^src\/(?:rules|parameters|definitions)\/.*\.(?:ts|yaml)$/.test(file))
    .flatMap((file) =>
      Array.from(
        read(file)
          .replace(/article: (?=[A-Z])/g, '"')
          .matchAll(ARTICLE),
        ([, short]) => short!,
      ),
    ),
);

const rows = Array.from(
  read("docs/abbreviations.md").matchAll(/^\| ([A-Z]+\d*X?) +\| (\[.+?\]\[\w+\])?/gm),
  ([, short, link]) => ({
    short: short!,
    link,
  }),
).filter(({ short }) => /\d|X$/.test(short));

test("every text of law that the code names is explained, and no other", () => {
  expect(named.size).toBeGreaterThan(10);
  expect(rows.map(({ short }) => short).sort()).toEqual([...named].sort());
});

test.each(rows)("$short has a link to its text", ({ short, link }) => {
  const key = /\[(\w+)\]$/.exec(link ?? "")?.[1];
  expect(key).toBe(short.toLowerCase());
  expect(read("docs/abbreviations.md")).toMatch(
    new RegExp(`^\\[${key}\\]: https://www\\.ejustice\\.just\\.fgov\\.be/eli/`, "m"),
  );
});
