import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { definitionOf } from "../../src/definitions";
import { quick } from "../../src/functions/quick";
import { classicOf, LawSheet, namedFunction } from "../../src/native";
import { type Cell as BookCell, write } from "../../src/package";
import { Refusal } from "../../src/rules/refusal";

type Row = readonly [income: number, category: string, year: number, quarter: number];
type Calculated = number | string | boolean | null;

const FUNCTION = "INASTI.QUARTERLY";
const SEED = 20_261_129;
const LARGEST = 15_000_000;

const lawSheet = (): LawSheet => new LawSheet({ year: 2026 });

/** The law sheet with the rows of some categories only. */
function lawSheetOf(categories: ReadonlySet<string>): LawSheet {
  const sheet = lawSheet();
  const { law } = sheet.tables;
  const rows = law.rows.filter(([category]) => categories.has(category as string));
  Object.defineProperty(sheet.tables, "law", { value: { ...law, rows } });
  return sheet;
}

/** Every edge of every category and quarter and the cents beside it, then incomes by chance. */
export function asked(count: number): Row[] {
  const { law, scale } = lawSheet().tables;
  const held = law.rows.filter(([, , quarter, number]) => Number(quarter) > 0 && !(number instanceof Refusal));
  const places = held.map(([category, year, quarter]) => [category, year, quarter] as [string, number, number]);
  const edges = held.flatMap(([, , , number], index) =>
    scale.rows
      .flatMap(([of, from]) => (of === number && Number(from) >= 0 ? [Number(from)] : []))
      .flatMap((from) => [from - 1, from, from + 1].map((cents): Row => [cents / 100, ...places[index]!])),
  );
  const random = xoroshiro128plus(SEED);
  const chosen = Array.from({ length: Math.max(0, count - edges.length) }, (): Row => {
    const place = places[uniformInt(random, 0, places.length - 1)]!;
    return [uniformInt(random, -1_000_00, LARGEST) / 100, ...place];
  });
  return [...edges, ...chosen].slice(0, count);
}

/** What a program that is not ours is given: values, formulas over them, and the law. */
export function sumsOf(rows: readonly Row[], form: "classic" | "named", program: string, isWhole = true) {
  const sheet = isWhole ? lawSheet() : lawSheetOf(new Set(rows.map(([, category]) => category)));
  const blanks = program === "univer" ? ",".repeat(Object.keys(definitionOf(FUNCTION)!.takes).length - 4) : "";
  const formulas = rows.map((_, index) => {
    const row = index + 1;
    const formula = `=${FUNCTION}(A${row},B${row},C${row},D${row}${form === "named" ? blanks : ""})`;
    if (form === "named") return [formula];
    const native = classicOf(formula, sheet);
    if (!("formula" in native)) throw new Error("none" in native ? native.none.reason : formula);
    return [native.formula];
  });
  const names = form === "named" ? [namedFunction(FUNCTION, sheet, { leavesOut: program !== "univer" })] : [];
  return { law: { name: sheet.name, cells: sheet.cells }, names, rows, formulas };
}

/** The same as a file. */
export function book({ law, rows, formulas }: ReturnType<typeof sumsOf>): Uint8Array {
  const cells = rows.flatMap((row, index): BookCell[] => [
    ...row.map((value, column) => ({ row: index, column, value })),
    { row: index, column: row.length, formula: formulas[index]![0]! },
  ]);
  return write(
    {
      sheets: [
        { name: "Sums", cells },
        { name: law.name, hidden: true, cells: law.cells },
      ],
    },
    [],
  );
}

/** What is not as INASTI.BATCH has it. */
export function wrongOf(rows: readonly Row[], values: readonly (readonly Calculated[])[]): string[] {
  const column = (index: number) => rows.map((row) => [row[index]]);
  const batch = quick["INASTI.BATCH"]!(column(0), column(1), column(2), column(3)) as unknown[][];
  return rows.flatMap((row, index) => {
    const [expected, given] = [batch[index]![0], values[index]?.[0]];
    return given === expected ? [] : [`${row.join(" ")}: ${String(given)} for ${String(expected)}`];
  });
}
