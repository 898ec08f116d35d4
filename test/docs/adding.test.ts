import { files, pathsIn, patternOf, read } from "./project";

const guide = new Map(
  read("docs/adding.md")
    .split(/^## /m)
    .slice(1)
    .map((part): [string, string] => [part.slice(0, part.indexOf("\n")), part]),
);

/** What each section takes for its example, and the sections to whose steps it adds its own. */
const EXAMPLES: readonly { title: string; example: RegExp; but?: RegExp; as?: string }[] = [
  { title: "A function", example: /INASTI\.MARGINALRATE/ },
  { title: "A benefit", example: /bereavement/i, as: "A function" },
  { title: "A category", example: /pension-age-spouse|pensionAgeSpouse/ },
  { title: "A fund", example: /steunt-elkander/ },
  // In the data "nl" is a part of addresses.
  { title: "A language", example: /\bnl\b(?!=)|nl-BE|Dutch/, but: /^src\/i18n\/nl\/|\.yaml$/ },
];

const product = files.filter((file) => /^(?:src|tools)\/|^manifest\.xml$/.test(file) && !/\.html$/.test(file));

test.each(EXAMPLES)(
  "$title: no file that has the example is missing, and they are counted",
  ({ title, example, but, as }) => {
    const section = guide.get(title)!;
    const found = product.filter((file) => example.test(read(file)) && !but?.test(file));
    const steps = [section, guide.get(as ?? title)!].flatMap(pathsIn).map(patternOf);
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((file) => !steps.some((step) => step.test(file)))).toEqual([]);
    expect(section).toContain(`${found.length} files`);
  },
);
