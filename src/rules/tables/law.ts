import { CATEGORIES, FIRST_YEAR, type Indexation, inverseOf, lastKnownYear, lawOf } from "../contributions";
import { QUARTERS_OF_YEAR } from "../calendar";
import { attempt } from "../refusal";
import { type Table, tableOf, type Value } from "./table";

/** The years that tables hold: those that are known, and as many more as an assumed growth of the index gives. */
export interface Years {
  readonly indexation?: Indexation | undefined;
  /** The last projected year. */
  readonly until?: number | undefined;
}

export function yearsOf({ indexation, until = lastKnownYear() }: Years): number[] {
  const last = indexation === undefined ? lastKnownYear() : Math.max(until, lastKnownYear());
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
}

/** Quarter 0: the law that the four quarters of the year share, for whoever names none. */
const ASKED = [0, ...QUARTERS_OF_YEAR] as const;

/** Below every income, revalued ones too. */
const LOWEST = Number.MIN_SAFE_INTEGER;

/**
 * Which law a category has in a quarter, for an activity with neither start nor stop, and the segments of each law: annual contribution = base + rate × (income − from),
 * or constant + rate × income.
 * Quarters with the same segments, articles and confidence have the same law.
 */
export function lawTables(years: Years): Record<"law" | "scale" | "inverse", Table> {
  const numbers = new Map<string, number>();
  const segments: Value[][] = [];
  const inverse: Value[][] = [];
  const numberOf = (category: (typeof CATEGORIES)[number], year: number, quarter: (typeof ASKED)[number]) => {
    const asked = { category, year, quarter: quarter === 0 ? undefined : quarter, indexation: years.indexation };
    const rows = lawOf(asked);
    const text = JSON.stringify(rows);
    let law = numbers.get(text);
    if (law === undefined) {
      law = numbers.size + 1;
      numbers.set(text, law);
      for (const { from, base, rate, article, confidence } of rows)
        segments.push([
          law,
          Math.max(from, LOWEST),
          base,
          rate,
          rate === 0 ? base : base - rate * from,
          article,
          confidence ?? null,
        ]);
      for (const { from, constant, rate } of inverseOf(asked)) inverse.push([law, from, constant, rate]);
    }
    return law;
  };
  const rows = CATEGORIES.flatMap((category) =>
    yearsOf(years).flatMap((year) =>
      ASKED.map((quarter): Value[] => {
        const law = attempt(() => numberOf(category, year, quarter));
        return [category, year, quarter, law];
      }),
    ),
  );
  return {
    law: tableOf(
      "law",
      { category: "key", year: "year", quarter: "quarter", law: "number" },
      ["category", "year", "quarter"],
      rows,
    ),
    scale: tableOf(
      "scale",
      {
        law: "number",
        from: "cents",
        base: "annual",
        rate: "ten-thousandths",
        constant: "annual",
        article: "text",
        confidence: "text",
      },
      ["law"],
      segments,
      "from",
    ),
    inverse: tableOf(
      "inverse",
      { law: "number", from: "cents", constant: "number", rate: "number" },
      ["law"],
      inverse,
      "from",
    ),
  };
}
