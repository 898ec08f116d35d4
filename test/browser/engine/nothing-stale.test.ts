import fc from "fast-check";
import { type Site, startSite, type Workbench } from "../workbench";

/** After any edit the sheet shows what the same cells show on a sheet that has never held anything else. */

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
  bench = await site.visit("nl-BE");
});

afterAll(() => site?.close());

type Content = string | number | null;

/** What is looked at, column by column; the edits below are of these cells. */
const CELLS = [..."ABCDE"].map((column) => Array.from({ length: 8 }, (_, index) => `${column}${index + 1}`));

const START: Readonly<Record<string, Content>> = {
  A1: 4,
  A2: "=SEQUENCE(A1)",
  // What reaches beyond the table, over it, over its tail only, and takes it up in turn.
  C1: "=SUM(A2:A8)",
  C2: "=SUM(A5:A8)",
  C3: "=SUM(A7:A8)",
  C4: "=COUNT(A1:B8)",
  C5: "=C1+C2*10+C3*100",
  C6: "=A5",
  D1: "=A2:A4*2",
  E1: "=SUM(D1:D8)",
  E2: "=IFERROR(SUM(SEQUENCE(A1)),-1)",
};

const EDITS = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(
      fc.constant("A1"),
      fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom<Content>(0, null, "abc", "=1/0", "=NA()")),
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom("A3", "A4", "A6"), fc.constantFrom<Content>(7, "x", null, null)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant("A2"),
      fc.constantFrom<Content>("=SEQUENCE(A1)", "=SEQUENCE(2,A1)", "=A1", "=SEQUENCE(6)", null),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom("C4", "D1"),
      fc.constantFrom<Content>(null, "=A2:A4*2", "=SEQUENCE(A1)", "=COUNT(A1:B8)"),
    ),
  },
);

it("follows every spill that shrinks, fails, or is in the way", async () => {
  const shown = (): Promise<unknown[][]> =>
    bench.page.evaluate(
      (rows) => rows.map((cells) => cells.map((cell) => window.workbench!.value(cell) ?? null)),
      CELLS,
    );
  const sheet = await bench.page.evaluate(async () => {
    const { host } = window.workbench!;
    return host.insertSheet({ name: "Stale", rows: [[]], widths: [], landscape: false });
  });
  let cells = { ...START };
  for (const [cell, content] of Object.entries(cells)) await bench.set(cell, content);
  const edits = fc.sample(EDITS, { numRuns: 25, seed: Number(process.env["FC_SEED"] ?? 20_150_101) });
  for (const [at, [cell, content]] of edits.entries()) {
    cells = { ...cells, [cell]: content };
    await bench.set(cell, content);
    const now = await shown();
    const fresh = await bench.page.evaluate(freshly, [CELLS, cells] as const);
    await bench.page.evaluate((name) => window.workbench!.open(name), sheet);
    expect([at, cell, content, now]).toEqual([at, cell, content, fresh]);
  }
  expect(bench.problems).toEqual([]);
});

/** Runs in the page: what these cells show on a new sheet. */
async function freshly([rows, cells]: readonly [
  readonly (readonly string[])[],
  Readonly<Record<string, Content>>,
]): Promise<unknown[][]> {
  const workbench = window.workbench!;
  const trial = await workbench.host.openTrial();
  const sheet = await trial.addSheet();
  const down = rows[0]!.map((_, row) => rows.map((column) => cells[column[row]!] ?? null));
  await trial.write({ sheet, address: "A1" }, down);
  workbench.open(sheet);
  const shown = rows.map((row) => row.map((cell) => workbench.value(cell) ?? null));
  await trial.removeSheet(sheet);
  return shown;
}
