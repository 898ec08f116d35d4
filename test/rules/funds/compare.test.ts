import fc from "fast-check";
import { day } from "../../../src/rules/calendar";
import { compareFunds, FUNDS, latestFeeFigure, managementFee } from "../../../src/rules/funds";
import { RATE_UNIT } from "../../../src/rules/money";
import { Refusal } from "../../../src/rules/refusal";

const amounts = fc.integer({ min: -1e9, max: 1e9 });
const years = fc.integer({ min: 2015, max: 2040 });

test("sorted by rate, then by name, and every figure adds up again", () => {
  fc.assert(
    fc.property(amounts, years, (contribution, year) => {
      const { rows } = compareFunds(contribution, year).value;
      rows.slice(1).forEach((row, index) => {
        const before = rows[index]!;
        expect(before.rate < row.rate || (before.rate === row.rate && before.fund < row.fund)).toBe(true);
      });
      for (const row of rows) {
        const fund = { units: row.rate, scale: RATE_UNIT };
        expect(row.feePerQuarter).toBe(managementFee({ contribution, fund, year }).value);
        expect(row.totalPerQuarter).toBe(contribution + row.feePerQuarter);
        expect([row.feePerYear, row.totalPerYear]).toEqual([4 * row.feePerQuarter, 4 * row.totalPerQuarter]);
        expect(row.differencePerYear).toBe(row.feePerYear - rows[0]!.feePerYear);
        expect(row.sourceYear).toBeLessThanOrEqual(year);
      }
    }),
  );
});

test("every fund still on the market stands in a row or among those without figure", () => {
  for (const year of [2015, 2019, 2020, 2026]) {
    const { rows, withoutFigure } = compareFunds(100_000, year).value;
    const ids = [...rows.map(({ id }) => id), ...withoutFigure].sort();
    const gone = year > 2019 ? ["multipen", "attentia"] : [];
    expect(ids).toEqual(
      FUNDS.map(({ id }) => id as string)
        .filter((id) => !gone.includes(id))
        .sort(),
    );
  }
});

test("no fund has a figure before 2015", () => {
  expect(() => compareFunds(100_000, 2014)).toThrow(new Refusal("no-fund-with-fee"));
});

test("two publications of an earlier year are one hint; a derived figure stays derived", () => {
  expect(latestFeeFigure("acerta", 2025)?.confidence).toBe("two");
  expect(latestFeeFigure("acerta", 2026)?.confidence).toBe("single");
  expect(latestFeeFigure("group-s", 2026)).toMatchObject({ confidence: "derived", from: day(2023, 1, 1) });
});

test("the way is that of each row, with what another source prints beside it", () => {
  const { value, way } = compareFunds(100_000, 2026);
  const row = value.rows.findIndex(({ id }) => id === "securex");
  const steps = way({ row, column: 1 }).map(({ step }) => step);
  expect(steps).toEqual(["fund-compared", "fee-other-print"]);
  expect(way().filter(({ step }) => step === "fund-compared")).toHaveLength(value.rows.length);
  // The last row of the table only names the funds without a figure.
  expect(way({ row: value.rows.length, column: 0 })).toEqual([]);
});
