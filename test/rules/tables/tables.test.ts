import { useOwnFigures } from "../../../src/parameters";
import { statedFigure } from "../../../src/rules/data";
import { contributionWithFee } from "../../../src/rules/funds";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { type Category, isRefusal, quarterlyFor } from "../../oracle";
import { Tables } from "../../../src/rules/tables";

afterEach(() => useOwnFigures([]));

test("the law has a row for each category, year and quarter, with a law or the reason why there is none", () => {
  const { law, scale } = new Tables();
  const quarters = law.rows.filter(([, , quarter]) => Number(quarter) > 0);
  const held = quarters.filter(([, , , number]) => !(number instanceof Refusal));
  const answered = quarters.filter(
    ([category, year, quarter]) =>
      !isRefusal(quarterlyFor(0n, category as Category, year as number, quarter as number)),
  );
  expect([quarters.length, held]).toEqual([14 * 12 * 4, answered]);
  const segments = scale.rows.map(([number, from]) => [Number(number), Number(from)] as const);
  expect(new Set(segments.map(([number]) => number)).size).toBe(Math.max(...segments.map(([number]) => number)));
  // Sorted, as look-ups of the last row need it.
  segments.slice(1).forEach(([number, from], index) => {
    const [before, below] = segments[index]!;
    expect(number > before || (number === before && from > below)).toBe(true);
  });
});

test("a figure of one's own, and a growth of the index, are in the tables", () => {
  const ofPrincipal = (tables: Tables, year: number) =>
    tables.law.rows.find(([category, of, quarter]) => category === "principal" && of === year && quarter === 0)?.[3];
  expect(ofPrincipal(new Tables(), 2027)).toBeUndefined();
  expect(typeof ofPrincipal(new Tables({ indexation: "0.02", until: 2030 }), 2030)).toBe("number");
  const known = new Tables().revaluation.rows.length;
  useOwnFigures([
    { id: "contributions.index.numerator", from: 46_388, to: 46_752, value: 700_000, source: "a letter of the fund" },
  ]);
  expect(typeof ofPrincipal(new Tables(), 2027)).toBe("number");
  expect(new Tables().revaluation.rows.length).toBeGreaterThan(known);
});

test("each figure stands in its days, and a day without one has the refusal", () => {
  const { rows } = new Tables().figure;
  expect(rows.length).toBeGreaterThan(1_000);
  for (const [id, from, value, scale] of rows) {
    const stated = attempt(() => statedFigure(id as never, from as number).value);
    if (stated instanceof Refusal) expect((value as Refusal).key).toBe(stated.key);
    else expect(typeof value === "number" ? value / Number(scale) : value).toBe(stated);
  }
});

test("the rate of a fund is that of the year, or of the latest earlier one", () => {
  for (const [fund, from, rate] of new Tables().fee.rows) {
    const { value } = contributionWithFee({ contribution: 1e9, fund: fund as never, year: from as number });
    expect(value).toBe(1e9 + Number(rate) * 1e5);
  }
});
