import path from "node:path";
import { FENCED, files, MADE, matches, pathsIn, patternOf, read } from "./project";

const DOCUMENTS = files.filter((file) => file.endsWith(".md") && !file.startsWith(".github/"));

/** Records keep the names of their day, and so does what is told of former versions. */
const isHistory = (file: string): boolean => file.startsWith("docs/adr/") || file === "CHANGELOG.md";

const proseOf = (document: string): string => read(document).replace(FENCED, "");

/** What a heading is called in a link. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const anchorsOf = (document: string): string[] => matches(proseOf(document), /^#+ (.+)$/gm).map(anchorOf);

const isThere = (file: string): boolean => files.some((each) => each === file || each.startsWith(`${file}/`));

describe.each(DOCUMENTS)("%s", (document) => {
  test("its links lead somewhere", () => {
    const links = matches(proseOf(document), /\]\(([^()\s]+)\)/g);
    const broken = links.filter((link) => {
      if (/^https:\/\//.test(link)) return false;
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? document : path.posix.join(path.posix.dirname(document), file);
      return !isThere(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });
});

test.each(DOCUMENTS.filter((document) => !isHistory(document)))("%s names files that exist", (document) => {
  const missing = pathsIn(read(document)).filter(
    (name) =>
      !MADE.some((folder) => `${name}/`.startsWith(`${folder}/`)) && !files.some((file) => patternOf(name).test(file)),
  );
  expect(missing).toEqual([]);
});

describe("the records of decisions", () => {
  const records = files.filter((file) => /^docs\/adr\//.test(file));

  test("are numbered without a gap", () => {
    const numbers = records.map((file) => Number(path.basename(file).slice(0, 4)));
    expect(numbers).toEqual(records.map((_, index) => index + 1));
  });

  test.each(records)("%s has number, date and status, then its parts", (record) => {
    const [title, state] = read(record).split("\n\n");
    expect(title).toMatch(new RegExp(`^# ${Number(path.basename(record).slice(0, 4))}\\. \\S`));
    expect(state).toMatch(
      /^Date: 20\d\d-\d\d-\d\d[^.]*\. Status: (accepted|(accepted, in part )?replaced by \[ADR \d+\]\(\d{4}-[\w-]+\.md\)[^.]*)\.$/,
    );
    for (const part of ["Context", "Decision", "Consequences"]) expect(read(record)).toContain(`**${part}.** `);
  });
});
