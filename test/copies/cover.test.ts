import { reader } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { type Value, read, write } from "../../src/package";
import { copyOf, functions } from "./workbook";

beforeAll(() => loadAllPaneTexts("nl"));
afterAll(() => (reader.language = "en"));

it("the first sheet says, in the reader's language, what calculates, what is frozen with its value and why, until when, and how to go back", () => {
  reader.language = "nl";
  const bytes = write(
    {
      sheets: [
        {
          name: "S",
          cells: [
            { row: 0, column: 1, formula: '=INASTI.QUARTERLY(A1,"principal",2026)', value: 2050 },
            { row: 1, column: 1, formula: '=INASTI.QUARTERLY(A2,"principal",2026)', value: 890.42 },
            { row: 2, column: 1, formula: '=INASTI.ANNUAL(A2,"principal",2026)', value: 3561.68 },
            { row: 3, column: 1, formula: "=SUM(INASTI.BATCH(A1:A2,2026))", value: 2940.42 },
          ],
        },
      ],
    },
    functions,
  );
  const { book } = read(copyOf(bytes), functions);
  const cover = book.sheets[0]!;
  const rows: (Value | undefined)[][] = [];
  for (const { row, column, value } of cover.cells) (rows[row] ??= [])[column] = value;
  expect(rows[0]).toEqual(["Kopie zonder de invoegtoepassing Statut Social"]);
  expect(rows[1]).toEqual(["Gemaakt op 29 november 2026 met gegevens 2026.3, invoegtoepassing 1.2.3."]);
  expect(rows).toContainEqual(["bijdragen", "1 januari 2015", "31 december 2026"]);
  expect(rows).toContainEqual(["S", "B1:B2", '=INASTI.QUARTERLY(A1,"principal",2026)']);
  expect(rows).toContainEqual(["S", "B3", '=INASTI.ANNUAL(A2,"principal",2026)']);
  expect(rows).toContainEqual([
    ...["S", "B4", "=SUM(INASTI.BATCH(A1:A2,2026))", 2940.42],
    "INASTI.BATCH heeft geen vorm in formules van Excel.",
  ]);
  const [warning] = cover.cells.filter(({ formula }) => formula !== undefined);
  expect(warning!.formula).toMatch(
    /^=IF\(TODAY\(\)>DATE\(2026,12,31\),"De cijfers van deze kopie eindigen op 31 december 2026/,
  );
  expect(warning!.value).toBe("");
  expect(book.styles![warning!.style!]).toMatchObject({ bold: true, colour: "#C00000" });
  const told = cover.cells.map(({ value }) => (typeof value === "string" ? value : "")).join("\n");
  expect(told).toMatch(/drie of meer decimalen/);
  expect(told).toMatch(/statut-social standalone --back/);
  expect(told).not.toMatch(/pane:|\$t\(|\{\{/);
});
