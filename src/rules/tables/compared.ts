import { compareFunds } from "../funds";
import { attempt, Refusal } from "../refusal";
import { type Table, tableOf, type Value } from "./table";

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** What a row of the comparison is: a fund, or behind the last one those without a figure. */
export const COMPARED = { nothing: 0, fund: 1, withoutFigure: 2 } as const;

/** The funds by their place from the cheapest on, from a year on; how many rows there are stands beside the first. */
export function comparedTable(): Table {
  const found = new Map<number, Value[][]>();
  let most = 0;
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  for (const year of years) {
    const rows = rowsIn(year);
    most = Math.max(most, rows.length);
    found.set(year, rows);
  }
  const nothing: Value[] = [COMPARED.nothing, "", "", 0, 0, "", "", 0];
  const ranks = Array.from({ length: most }, (_, index) => index + 1);
  const rows = ranks.flatMap((rank) => {
    const steps: Value[][] = [];
    let before = "";
    for (const year of years) {
      const row = found.get(year)![rank - 1] ?? nothing;
      const text = JSON.stringify(row);
      if (text !== before) steps.push([rank, year, ...row]);
      before = text;
    }
    return steps;
  });
  return tableOf(
    "compared",
    {
      rank: "number",
      from: "year",
      kind: "number",
      fund: "text",
      without: "funds",
      rate: "ten-thousandths",
      sourceYear: "year",
      source: "law",
      confidence: "confidence",
      rows: "number",
    },
    ["rank"],
    rows,
    "from",
  );
}

function rowsIn(year: number): Value[][] {
  const compared = attempt(() => compareFunds(0, year).value);
  if (compared instanceof Refusal) return [Array.from({ length: 8 }, () => compared)];
  const { rows, withoutFigure } = compared;
  const count = rows.length + Math.min(1, withoutFigure.length);
  const funds = rows.map(({ fund, rate, sourceYear, source, confidence }): Value[] => [
    ...[COMPARED.fund, fund, "", rate, sourceYear, source, confidence],
    count,
  ]);
  const others: Value[] = [COMPARED.withoutFigure, "", withoutFigure.join(" "), 0, 0, "", "", count];
  return withoutFigure.length === 0 ? funds : [...funds, others];
}
