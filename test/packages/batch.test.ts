import { installed, type Installed } from "./installed";

let core: Installed;
beforeAll(() => {
  core = installed("core");
});
afterAll(() => core.remove());

const PREPARED = `
  import * as core from "@statut-social/core";
  import * as batch from "@statut-social/core/batch";
  import nl from "@statut-social/core/languages/nl";
  const years = Array.from({ length: core.lastYear - 2014 }, (_, at) => 2015 + at);
  // The cent below each threshold, the threshold, the cent above; a loss, nothing, a large income.
  const edges = [];
  for (const category of batch.categories)
    for (const year of years)
      for (const quarter of [1, 2, 3, 4]) {
        const scale = core.scale({ category, year, quarter });
        const from = core.isRefusal(scale) ? [] : scale.value.flatMap(({ from }) => typeof from === "number" ? [Math.round(from * 100)] : []);
        for (const cents of new Set([-500000, 0, 50000000, ...from.flatMap((at) => [at - 1, at, at + 1])])) edges.push({ cents, category, year, quarter });
      }
  const columns = {
    incomeCents: Float64Array.from(edges, ({ cents }) => cents),
    category: Uint8Array.from(edges, ({ category }) => batch.categories.indexOf(category)),
    year: Int32Array.from(edges, ({ year }) => year),
    quarter: Uint8Array.from(edges, ({ quarter }) => quarter),
  };
  const inCents = (answer) => core.isRefusal(answer) ? answer.key : Math.round(answer.value * 100);
  /** Where a batch and the function differ. */
  const differing = ({ cents, refused, refusalAt }, answerTo) => edges.flatMap((edge, row) => {
    const expected = inCents(answerTo(edge));
    const given = refused[row] === 1 ? refusalAt(row)?.key : cents[row];
    const isNaNThere = Number.isNaN(cents[row]) === (refused[row] === 1);
    return expected === given && isNaNThere ? [] : [{ ...edge, expected, given }];
  });`;

test("cents of a quarter and of a year are those of the functions at every threshold of every law", async () => {
  const [count, quarters, years, refused] = await core.ask<[number, object[], object[], number[]]>(`${PREPARED}
    const quarterly = batch.quarterly(columns);
    const { quarter, ...others } = columns;
    const annual = batch.annual(others);
    export default [edges.length,
      differing(quarterly, ({ cents, ...who }) => core.quarterly({ income: cents / 100, ...who })),
      differing(annual, ({ cents, category, year }) => core.annual({ income: cents / 100, category, year })),
      [quarterly, annual].map(({ count, refused }) => count - refused.reduce((sum, one) => sum + one, 0))];`);
  expect(quarters).toEqual([]);
  expect(years).toEqual([]);
  expect(refused).toEqual([0, 0]);
  expect(count).toBeGreaterThan(5_000);
});

test("fees are those of the function, of every fund and of rates of one's own", async () => {
  const [differ, zero] = await core.ask<[object[], number]>(`${PREPARED}
    const { rows } = core.compare({ contribution: 2050, year: 2026 }).value;
    const fund = [...rows.map(({ fund }) => fund), "0,0305", "nobody"];
    const cents = [89042, 205000, 510305, 1, 0, -100];
    const all = fund.flatMap((one) => cents.map((amount) => ({ fund: one, amount })));
    const answer = batch.fee({ contributionCents: Int32Array.from(all, ({ amount }) => amount), fund: all.map(({ fund }) => fund), year: 2026 });
    export default [
      all.filter(({ fund, amount }, row) => {
        const expected = inCents(core.fee({ contribution: amount / 100, fund, year: 2026 }));
        return expected !== (answer.refused[row] ? answer.refusalAt(row).key : answer.cents[row]);
      }),
      batch.fee({ contributionCents: Int32Array.of(205000), fund: 0, year: 2026 }).cents[0],
    ];`);
  expect([differ, zero]).toEqual([[], 0]);
});

test("what is no amount, no word and no year is refused in its row, in the language, and the others stand", async () => {
  const [keys, values, message, projected] = await core.ask<[string[], number[], string, number]>(`${PREPARED}
    const rows = [
      [4000000, "principal", 2026], [NaN, "principal", 2026], [Infinity, "principal", 2026], [0.5, "principal", 2026],
      [1e308, "principal", 2026], [1, "helper", 2026], [1, "principal", 0], [1, "principal", 2014], [1, "principal", 2035], [4000000, "hoofdberoep", 2026],
    ];
    const answer = batch.quarterly({
      incomeCents: Float64Array.from(rows, ([cents]) => cents), category: rows.map(([, category]) => category), year: rows.map(([, , year]) => year),
    }, { language: nl });
    const figures = core.ownFigures({ format: "statut-social own figures 1", figures: [{ parameter: "contributions.index.numerator",
      from: "2027-01-01", to: "2027-12-31", value: "690.00", source: "My print" }] });
    export default [rows.map((_, row) => answer.refusalAt(row)?.key ?? "answered"), Array.from(answer.cents, (cents) => Number.isNaN(cents) ? -1 : cents),
      answer.refusalAt(8).message, batch.quarterly({ incomeCents: Int32Array.of(0), category: "principal", year: 2027 }, { figures }).cents[0]];`);
  expect(keys).toEqual([
    ...["answered", "not-finite", "not-finite", "not-whole", "too-large", "category-helper", "out-of-range"],
    ...["year-before-system", "year-not-published", "answered"],
  ]);
  // 40,000 × 20.5 % ÷ 4.
  expect(values).toEqual([205_000, ...Array.from({ length: 8 }, () => -1), 205_000]);
  expect(message).toMatch(/^Voor 2035 zijn geen bedragen gepubliceerd/);
  // 3,666.15 × 690.00 / 142.75 = 17,720.80; × 20.5 % ÷ 4.
  expect(projected).toBe(90_819);
});

test("a column of another length is refused; what is no column of cents, and a name that is none, is thrown", async () => {
  expect(
    await core.ask(`${PREPARED}
      const cents = Float64Array.of(1, 2);
      const thrown = (call) => { try { return call(); } catch (error) { return error.name + " " + error.message; } };
      export default [
        batch.quarterly({ incomeCents: cents, category: ["principal"], year: 2026 }).key,
        batch.quarterly({ incomeCents: cents, category: Uint8Array.of(0, 200), year: 2026 }).refusalAt(1).key,
        batch.quarterly({ incomeCents: new Float64Array(0), category: "principal" }).count,
        thrown(() => batch.quarterly({ incomeCents: [1, 2], category: "principal" })),
        thrown(() => batch.quarterly({ incomes: cents, category: "principal" })),
      ];`),
  ).toEqual([
    "wrong-size",
    "unknown-word",
    0,
    "TypeError incomeCents: a Float64Array or an Int32Array of whole cents",
    'TypeError no argument "incomes": incomeCents, category, year, quarter',
  ]);
});
