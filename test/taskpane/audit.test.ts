import type { Work } from "../../src/host/host";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { numbersOf } from "../../src/taskpane/kit/numbers";
import { audit, type Audit, type AuditEntry } from "../../src/taskpane/workbook/audit";
import { remarks } from "../../src/taskpane/workbook/audit-words";
import { registered } from "../../src/page/functions";
import { inspectIn } from "../../src/taskpane/workbook/inspect";
import { sourceFunctions } from "../setup/excel";
import { type MemoryCell, MemoryHost } from "./memory-host";

beforeAll(async () => {
  sourceFunctions();
  await loadAllPaneTexts("en");
});

const hostOf = (cells: Record<string, MemoryCell>, results: ConstructorParameters<typeof MemoryHost>[1]): MemoryHost =>
  new MemoryHost(cells, results);

async function auditOf(host: MemoryHost, work: Work = {}): Promise<Audit> {
  return (await audit(host, inspectIn(host), work))!;
}

async function onlyEntry(...book: Parameters<typeof hostOf>): Promise<AuditEntry> {
  const { entries } = await auditOf(hostOf(...book));
  expect(entries).toHaveLength(1);
  return entries[0]!;
}

/** What happens when the function is called, until what it gives is called. */
function atEachQuarterly(act: () => void): () => void {
  const id = "INASTI.QUARTERLY";
  const quarterly = registered.get(id)!;
  registered.set(id, (...args) => {
    act();
    return quarterly(...args);
  });
  return () => void registered.set(id, quarterly);
}

const idsOf = ({ figures }: Pick<Audit, "figures">): string[] => figures.map(({ id }) => id);

// Which figures a contribution rests on: royal decree no 38, article 12 §1; law/contributions.md.
const RATE_1 = "contributions.rate.bracket1";
const RATE_2 = "contributions.rate.bracket2";
const MINIMUM = "contributions.principal.minimum-income";

afterEach(() => void jest.restoreAllMocks());

it("follows names and cells of other sheets", async () => {
  const formula = "=INASTI.QUARTERLY('Her sheet'!B1,\"principal\",PARAMETER_YEAR)";
  const host = hostOf({ "Her sheet!B1": { value: 40_000 }, "A!A1": { formula } }, { [formula]: 2050 });
  host.values = { PARAMETER_YEAR: [[2026]] };
  const { entries } = await auditOf(host);
  expect(idsOf(entries[0]!)).toEqual([RATE_1]);
  expect(entries[0]).not.toHaveProperty("now");
  expect(entries[0]!.kind).toBe("euro");
});

it("has the figures of every row of a table", async () => {
  const formula = '=INASTI.PROJECT(2024,B1:B2,"principal")';
  const table = [["year"], [2024], [2025]];
  const entry = await onlyEntry(
    { "A!B1": { value: 0 }, "A!B2": { value: 100_000 }, "A!D1": { formula } },
    { [formula]: table },
  );
  expect(idsOf(entry)).toEqual(expect.arrayContaining([MINIMUM, RATE_1, RATE_2]));
  expect(entry).toMatchObject({ rows: 3, columns: 1 });
});

it("has the figures of every cell that one formula fills, as far as they are followed", async () => {
  // As many as these are followed in time on a machine that is not busy.
  jest.spyOn(performance, "now").mockReturnValue(0);
  const incomes = Array.from({ length: 300 }, (_, index) => [index === 100 ? 100_000 : index === 299 ? 0 : 40_000]);
  const formula = '=INASTI.QUARTERLY(B1:B300,"principal",2026)';
  const cells = Object.fromEntries(incomes.map(([value], index) => [`A!B${index + 1}`, { value: value! }]));
  const entry = await onlyEntry({ ...cells, "A!D1": { formula } }, { [formula]: incomes });
  expect(idsOf(entry)).toContain(RATE_2);
  expect(idsOf(entry)).not.toContain(MINIMUM);
  expect(entry.followed).toBe(200);
});

it("asks the host once for what neighbours share", async () => {
  const formulas = [1, 2, 3].map((quarter) => `=INASTI.QUARTERLY(B1,"principal",2026,${quarter})`);
  const cells = Object.fromEntries(formulas.map((formula, index) => [`A!A${index + 1}`, { formula }]));
  const host = hostOf({ ...cells, "A!B1": { value: 40_000 } }, {});
  const read = jest.fn(host.readRanges);
  host.readRanges = read;
  await auditOf(host);
  expect(read.mock.calls.filter(([places]) => places.length > 0)).toEqual([[[{ sheet: "A", address: "B1" }]]]);
});

it("gives nothing when it is cancelled", async () => {
  const formula = '=INASTI.QUARTERLY(40000,"principal",2026)';
  const host = hostOf({ "A!A1": { formula } }, { [formula]: 2050 });
  const controller = new AbortController();
  controller.abort();
  expect(await audit(host, inspectIn(host), { signal: controller.signal })).toBeNull();
});

it("gives up on a formula that takes too long, and goes on with the next", async () => {
  const endless = '=INASTI.ANNUAL(LET(f,LAMBDA(g,n,g(g,n+1)),f(f,1)),"principal",2026)';
  const formula = '=INASTI.QUARTERLY(40000,"principal",2026)';
  const host = hostOf({ "A!A1": { formula: endless }, "A!A2": { formula } }, { [endless]: 0, [formula]: 2050 });
  const { entries } = await auditOf(host);
  expect(entries[0]).toMatchObject({ stopped: "time", figures: [] });
  expect(idsOf(entries[1]!)).toEqual([RATE_1]);
  const numbers = numbersOf("en-GB");
  expect(remarks(entries[0]!, numbers)).toEqual([
    "Following the formula took too long, so its figures are not listed. Give its parts cells of their own.",
  ]);
});

it("follows no formula after the end of a turn, and none twice that comes again", async () => {
  let [now, calls] = [0, 0];
  const restore = atEachQuarterly(() => {
    now += 10;
    calls += 1;
  });
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const wait = globalThis.setTimeout;
  const turns: number[] = [];
  jest.spyOn(globalThis, "setTimeout").mockImplementation((then) => {
    turns.push(calls - turns.reduce((sum, turn) => sum + turn, 0));
    return wait(then);
  });
  try {
    const formulas = Array.from({ length: 200 }, (_, index) => `=INASTI.QUARTERLY(${index % 100},"principal",2026)`);
    const cells = Object.fromEntries(formulas.map((formula, index) => [`A!A${index + 1}`, { formula }]));
    const { entries } = await auditOf(hostOf(cells, {}));
    expect(entries.map(idsOf)).toEqual(formulas.map(() => [MINIMUM, RATE_1]));
    expect(calls).toBe(100);
    expect(turns.length).toBeGreaterThanOrEqual(100 / 5 - 1);
    expect(Math.max(...turns)).toBeLessThanOrEqual(5);
  } finally {
    restore();
  }
});

it("hears that it is cancelled between the cells that one formula fills", async () => {
  const incomes = Array.from({ length: 100 }, (_, index) => [index]);
  const formula = '=INASTI.QUARTERLY(B1:B100,"principal",2026)';
  const cells = Object.fromEntries(incomes.map(([value], index) => [`A!B${index + 1}`, { value: value! }]));
  const host = hostOf({ ...cells, "A!D1": { formula } }, { [formula]: incomes });
  const controller = new AbortController();
  const restore = atEachQuarterly(() => controller.abort());
  const [insight] = await inspectIn(host)(await host.formulaCells(() => true), controller.signal);
  restore();
  expect(insight!.followed).toBe(1);
});

it("reads a table once for all its rows", async () => {
  const formula = '=INASTI.QUARTERLY([@Income],"principal",2026)';
  const rows = [2, 3, 4];
  const host = hostOf(Object.fromEntries(rows.map((row) => [`A!B${row}`, { formula }])), { [formula]: 2050 });
  host.tables = {
    "": {
      sheet: "A",
      row: 0,
      column: 0,
      hasHeaders: true,
      hasTotals: false,
      columns: ["Income", "Contribution"],
      values: [["Income", "Contribution"], ...rows.map(() => [40_000, 2050])],
    },
  };
  const read = jest.fn(host.readTables);
  host.readTables = read;
  const { entries } = await auditOf(host);
  expect(entries.map(idsOf)).toEqual(rows.map(() => [RATE_1]));
  expect(read).toHaveBeenCalledTimes(1);
});

it("goes through a sheet from top to bottom", async () => {
  const formula = "=INASTI.VERSION()";
  const places = ["B!A1", "A!B10", "A!A2", "A!AA2", "A!B2"];
  const { entries } = await auditOf(
    hostOf(Object.fromEntries(places.map((place) => [place, { formula }])), { [formula]: "0.1.0" }),
  );
  expect(entries.map(({ sheet, address }) => `${sheet}!${address}`)).toEqual([
    "B!A1",
    "A!A2",
    "A!B2",
    "A!AA2",
    "A!B10",
  ]);
});
