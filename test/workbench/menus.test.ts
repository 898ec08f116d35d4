import { LANGUAGES } from "../../src/i18n";
import { loadMenus } from "../../src/workbench/menus";

/** The spreadsheet is written for browsers; of it, its packs of words are all that is asked here. */
jest.mock("@univerjs/core", () => ({
  LocaleType: {},
  mergeLocales: (...packs: readonly object[]) => Object.assign({}, ...packs) as object,
}));

/** Every word of the menus, without what the functions of the spreadsheet do. */
function words(of: unknown, path: string): [string, string][] {
  if (typeof of === "string") return [[path, of]];
  return Object.entries(of as object)
    .filter(([key]) => key !== "functionList")
    .flatMap(([key, value]) => words(value, path === "" ? key : `${path}/${key}`));
}

const menusIn = async (language: (typeof LANGUAGES)[number]) => new Map(words(await loadMenus(language), ""));

/** Names of fonts and of sheets of paper, and months, which are alike in German. */
const NAMES = /^ui\/fontFamily\/|\/page-size\/|^design\/Calendar\/months\//;
/** Words that are the same in both languages. */
const SAME: Record<string, readonly string[]> = {
  fr: ["Radial", "Angle", "Indentation", "Mode", "Orientation", "Portrait", "Information", "Cube", "Date", "Formats"],
  nl: ["Percentage", "Subscript", "Superscript", "Modern", "Database", "Start"],
  de: ["Linear", "Radial", "Modern", "Optional.", "Text", "Information", "Cube", "SYNTAX", "Name", "Filter", "Start"],
};
const SAME_EVERYWHERE = ["OK", "Web", "Univer", "Min", "Max", "Normal", "Protection", "Menu", "ok", ""];

describe.each(LANGUAGES.filter((language) => language !== "en"))("the menus of the spreadsheet in %s", (language) => {
  it("have each word, with its holes", async () => {
    const [english, menus] = [await menusIn("en"), await menusIn(language)];
    expect(english.size).toBeGreaterThan(600);
    expect([...english.keys()].filter((key) => !menus.has(key))).toEqual([]);
    const holes = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
    for (const [key, text] of english) expect([key, holes(menus.get(key) ?? "")]).toEqual([key, holes(text)]);
  });

  it("leave no English", async () => {
    const [english, menus] = [await menusIn("en"), await menusIn(language)];
    const known = [...SAME[language]!, ...SAME_EVERYWHERE];
    const left = [...english].filter(
      ([key, text]) => menus.get(key) === text && !NAMES.test(key) && !known.includes(text),
    );
    expect(left).toEqual([]);
  });

  it("add no word that the spreadsheet does not have", async () => {
    const [english, menus] = [await menusIn("en"), await menusIn(language)];
    expect([...menus.keys()].filter((key) => !english.has(key))).toEqual([]);
  });
});

it("in Dutch are those of Excel", async () => {
  const menus = await menusIn("nl");
  expect(menus.get("sheets-ui/rightClick/pasteSpecial")).toBe("Plakken speciaal");
  expect(menus.get("sheets-ui/toolbar/fillColor/main")).toBe("Opvulkleur");
});
