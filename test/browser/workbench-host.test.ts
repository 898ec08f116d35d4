import { type Block, type CellContent, type CellValue, type InsertRefused, type SheetPlan } from "../../src/host/host";
import { type Site, startSite, type Workbench } from "./workbench";

const QUARTER = '=INASTI.QUARTERLY(40000,"principal",2026)';
const BREAKDOWN = '=INASTI.BREAKDOWN(40000,"principal",2026)';

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
  bench = await site.visit("en-GB");
});

afterAll(() => site?.close());

const sheets = (): Promise<string[]> => bench.page.evaluate(() => window.workbench!.sheets());
const open = (sheet: string): Promise<void> => bench.page.evaluate((name) => window.workbench!.open(name), sheet);
const undo = (): Promise<void> => bench.page.evaluate(() => window.workbench!.undo());
const note = (cell: string): Promise<string | null> => bench.page.evaluate((at) => window.workbench!.note(at), cell);
const formula = (cell: string): Promise<string> => bench.page.evaluate((at) => window.workbench!.formula(at), cell);
const texts = (...cells: string[]): Promise<string[]> => Promise.all(cells.map((cell) => bench.text(cell)));

/** A sheet without anything, in front. */
const emptySheet = (name: string): Promise<string> => insertSheet({ name, rows: [], widths: [], landscape: false });

const insertSheet = (plan: SheetPlan): Promise<string> =>
  bench.page.evaluate((wish) => window.workbench!.host.insertSheet(wish), plan);

const insertBlock = (block: Block): Promise<string> =>
  bench.page.evaluate((what) => window.workbench!.host.insertBlock(what), block);

/** Why a block was refused: errors lose their class on the way out of the page. */
const refusal = (block: Block): Promise<Partial<InsertRefused>> =>
  bench.page.evaluate(
    (what) =>
      window.workbench!.host.insertBlock(what).then(
        () => ({}),
        ({ reason, address }: InsertRefused) => ({ reason, address }),
      ),
    block,
  );

const selected = async (cell: string): Promise<CellContent> => {
  await bench.select(cell);
  return bench.page.evaluate(() => window.workbench!.host.selectedCell());
};

const read = (sheet: string, ...addresses: string[]): Promise<(CellValue[][] | null)[]> =>
  bench.page.evaluate(
    (ranges) => window.workbench!.host.readRanges(ranges),
    addresses.map((address) => ({ sheet, address })),
  );

describe("the workbook", () => {
  const state = () =>
    bench.page.evaluate(async () => {
      const { host } = window.workbench!;
      return { ...(await host.readNamed()), ...host.storedState() };
    });
  const names = (...wanted: string[]) => bench.page.evaluate((list) => window.workbench!.host.readNames(list), wanted);

  it("keeps the parameters, and shows them as names that formulas read", async () => {
    await emptySheet("Parameters");
    expect(await names("PARAMETER_YEAR", "PARAMETER_INDEXATION")).toEqual([null, null]);
    await bench.page.evaluate(() => window.workbench!.host.writeParameters({ year: 2025, indexation: null }));
    expect(await names("PARAMETER_YEAR", "PARAMETER_INDEXATION")).toEqual([[[2025]], null]);

    await bench.set("A1", "=PARAMETER_YEAR+1");
    await bench.set("A2", '=PARAMETER_INDEXATION=""');
    await bench.set("A3", "=parameter_year");
    expect(await bench.values("A1", "A3")).toEqual([2026, 2025]);
    await bench.page.evaluate(() => window.workbench!.host.writeParameters({ year: 2028, indexation: "0.02" }));
    expect(await bench.values("A1", "A2", "A3")).toEqual([2029, 0, 2028]);
    expect(await state()).toMatchObject({ parameters: { year: 2028, indexation: "0.02" }, namedYear: 2028 });

    await bench.page.evaluate(() => window.workbench!.host.writeParameters({ year: 2026, indexation: null }));
    expect(await bench.values("A1", "A2")).toEqual([2027, 1]);
    expect(await names("PARAMETER_INDEXATION")).toEqual([[[""]]]);
    expect(await state()).toMatchObject({ parameters: { year: 2026, indexation: null }, namedYear: 2026 });
  });

  it("keeps the version of the data", async () => {
    await bench.page.evaluate(() => window.workbench!.host.writeDataVersion("2026-05"));
    expect(await state()).toMatchObject({ dataVersion: "2026-05", parameters: { year: 2026 } });
  });

  it("has no protected sheets", async () => {
    expect(await bench.page.evaluate(() => window.workbench!.host.protectedSheets())).toEqual([]);
  });
});

describe("selecting and reading", () => {
  beforeAll(async () => {
    await emptySheet("Reading it");
    await bench.set("B2", BREAKDOWN);
    await bench.set("A10", "=1/0");
    await bench.set("A11", "=TRUE");
    await bench.set("A12", "text");
    await bench.set("A13", QUARTER);
  });

  it("tells what stands in the selected cell", async () => {
    const sheet = "Reading it";
    expect(await selected("A13")).toEqual({ sheet, address: "A13", formula: QUARTER, value: 2050, text: "2050" });
    expect(await selected("A14")).toEqual({ sheet, address: "A14", formula: null, value: null, text: "" });
    expect(await selected("B2")).toEqual({ sheet, address: "B2", formula: BREAKDOWN, value: "step", text: "step" });
    expect(await selected("A10:B11")).toMatchObject({ address: "A10", value: "#DIV/0!" });
  });

  it("tells whose formula fills a cell", async () => {
    expect(await selected("C4")).toMatchObject({
      formula: null,
      value: 40_000,
      spilledFrom: { address: "B2", formula: BREAKDOWN, row: 2, column: 1 },
    });
    await bench.set("B3", "in the way");
    expect((await selected("C4")).spilledFrom).toBeUndefined();
    await bench.set("B3", null);
  });

  it("names the selected range from any sheet", async () => {
    const range = () => bench.page.evaluate(() => window.workbench!.host.selectedRange());
    await bench.select("A2:A10");
    expect(await range()).toBe("'Reading it'!A2:A10");
    await open("Example");
    await bench.select("C12");
    expect(await range()).toBe("Example!C12");
  });

  it("brings a cell to the front, and says when another one is selected", async () => {
    const place = await bench.page.evaluate(async () => {
      const { host } = window.workbench!;
      let calls = 0;
      const stop = host.onSelectionChange(() => calls++);
      await host.select({ sheet: "Reading it", address: "A12" });
      const heard = calls > 0;
      stop();
      calls = 0;
      await host.select({ sheet: "Reading it", address: "A13" });
      return { heard, after: calls, cell: await host.selectedCell() };
    });
    expect(place).toMatchObject({ heard: true, after: 0, cell: { sheet: "Reading it", address: "A13" } });
  });

  it("reads ranges with what formulas fill, errors and blanks", async () => {
    expect(await read("Reading it", "A10:A14", "$B$2:C4")).toEqual([
      [["#DIV/0!"], [true], ["text"], [2050], [null]],
      [
        ["step", "base"],
        ["income", 40_000],
        ["bracket 1", 40_000],
      ],
    ]);
    expect(await read("Reading it", "no address")).toEqual([null]);
    expect(await read("No such sheet", "A1")).toEqual([null]);
    expect((await read("Reading it", "A:A"))[0]).toHaveLength(200);
  });
});

describe("inserting a block", () => {
  const block: Block = {
    rows: [
      [{ content: "Comparison", style: "title" }],
      [
        { content: "2026-01", style: "head" },
        { content: "007", style: "headRight" },
      ],
      [
        { content: 40_000, style: "input", format: "#,##0.00" },
        { content: '=INASTI.QUARTERLY(B4,"principal",2026)', style: "result", format: "#,##0.00" },
        { content: true },
      ],
      [{}, { content: "=ISTEXT(B3)" }, { content: "=ISTEXT(C3)" }],
    ],
  };

  beforeAll(() => emptySheet("Block"));

  it("writes formulas, formats, and texts that stay texts", async () => {
    await bench.select("B2");
    expect(await insertBlock(block)).toBe("Block!B2:D5");
    expect(await texts("B2", "B3", "C3", "B4", "C4")).toEqual([
      "Comparison",
      "2026-01",
      "007",
      "40,000.00",
      "2,050.00",
    ]);
    expect((await read("Block", "C4:D5"))[0]).toEqual([
      [2050, true],
      [true, true],
    ]);
    await bench.screenshot("workbench-block");
  });

  it("never writes over anything", async () => {
    const cell: Block = { rows: [[{ content: "new" }]] };
    await bench.select("A1");
    expect(await refusal(block)).toEqual({ reason: "occupied", address: "Block!A1:C4" });
    await bench.set("F10", BREAKDOWN);
    // What a formula fills is taken, be it an empty text.
    await bench.select("G11");
    expect(await refusal(cell)).toEqual({ reason: "occupied", address: "Block!G11" });
    await bench.select("H11");
    expect(await refusal(cell)).toEqual({ reason: "occupied", address: "Block!H11" });
    await bench.set("A20", '=IF(TRUE,"")');
    await bench.select("A20");
    expect(await refusal(cell)).toEqual({ reason: "occupied", address: "Block!A20" });
    await bench.select("A198");
    expect(await refusal(block)).toEqual({ reason: "edge", address: "Block!A198" });
    expect(await bench.value("F10")).toBe("step");
  });

  it("is taken back by one Ctrl+Z", async () => {
    await bench.select("B30");
    await insertBlock({ rows: [[{ content: "one" }, { content: QUARTER }], [{ content: 2, style: "input" }]] });
    expect(await bench.values("B30", "C30", "B31")).toEqual(["one", 2050, 2]);
    await undo();
    expect(await read("Block", "B30:C31")).toEqual([
      [
        [null, null],
        [null, null],
      ],
    ]);
    expect(await formula("C30")).toBe("");
  });
});

describe("inserting a sheet", () => {
  const plan: SheetPlan = {
    name: "Plan",
    widths: [30, 220, 110],
    landscape: true,
    rows: [
      [{}, { content: "My projection", style: "title" }],
      [{}, { content: "Change a yellow cell: everything is recalculated.", style: "subtitle" }],
      [],
      [{}, { content: "A head that has no room on one line of its column", style: "head" }],
      [{}, { content: 40_000, style: "input", format: "€#,##0.00" }],
      [{}, { content: '=INASTI.BREAKDOWN(B5,"principal",2026)' }],
    ],
  };

  it("adds it in front under a name of its own, and its formulas calculate", async () => {
    expect(await insertSheet(plan)).toBe("Plan");
    expect(await texts("B1", "B5", "B6", "B8")).toEqual(["My projection", "€40,000.00", "step", "bracket 1"]);
    await bench.screenshot("workbench-sheet");
    await bench.set("B5", 20_000);
    // 20.5 % of 20,000 in four quarters.
    expect(await bench.value("E8")).toBe(1025);

    const second = await insertSheet(plan);
    expect(second).not.toBe("Plan");
    expect(await sheets()).toEqual(expect.arrayContaining(["Plan", second]));
    expect(await bench.text("B5")).toBe("€40,000.00");
  });

  it("is taken back by one Ctrl+Z, and comes back with its formulas", async () => {
    const name = await insertSheet({ ...plan, name: "Taken back" });
    await undo();
    expect(await sheets()).not.toContain(name);
    await bench.page.evaluate(() => window.workbench!.redo());
    await open(name);
    expect(await bench.values("B6", "E8")).toEqual(["step", 2050]);
  });
});

describe("freezing", () => {
  const CELLS = ["A1", "A2", "B4", "C5", "C6", "E6"];
  const VALUES = [2050, "#N/A", "step", 40_000, 40_000, 2050];

  /** Freezes or unfreezes every formula of ours on the sheet; when `after` are done it is cancelled, or fails. */
  const freeze = (sheet: string, after = Infinity, then: "cancel" | "fail" = "cancel"): Promise<number> =>
    bench.page.evaluate(
      async ([name, limit, end]) => {
        const { host } = window.workbench!;
        const found = await host.formulaCells((text) => text.includes("INASTI."));
        const cells = found
          .filter((cell) => cell.sheet === name)
          .map(({ address, formula: text, values, note: noteBefore }) => ({
            sheet: name,
            address,
            formula: text,
            rows: values.length,
            columns: values[0]!.length,
            note: () => `${values.length}x${values[0]!.length} ${text}`,
            noteBefore,
          }));
        const cancel = new AbortController();
        const onProgress = (done: number): void => {
          if (done < limit) return;
          if (end === "fail") throw new Error("half-way");
          cancel.abort();
        };
        return host.freeze(cells, { signal: cancel.signal, onProgress });
      },
      [sheet, after, then] as const,
    );
  const unfreeze = (sheet: string, keep: string | null = null): Promise<number> =>
    bench.page.evaluate(
      async ([name, left]) => {
        const { host } = window.workbench!;
        const notes = await host.noteCells((text) => /^\d+x\d+ =/.test(text));
        const cells = notes
          .filter((cell) => cell.sheet === name)
          .map(({ address, text }) => {
            const [size = "", ...rest] = text.split(" ");
            const [rows = 1, columns = 1] = size.split("x").map(Number);
            const isUnchanged = (): boolean => true;
            const kept = { formula: rest.join(" "), noteBefore: text, note: left, isUnchanged };
            return { sheet: name, address, rows, columns, ...kept };
          });
        return host.unfreeze(cells);
      },
      [sheet, keep] as const,
    );
  const formulas = () => Promise.all(CELLS.map(formula));
  const notes = () => Promise.all(CELLS.map(note));
  const LIVE = [QUARTER, '=INASTI.QUARTERLY(40000,"principal",2035)', BREAKDOWN, "", "", ""];
  const NOTES = [`1x1 ${LIVE[0]}`, `1x1 ${LIVE[1]}`, `3x6 ${BREAKDOWN}`, null, null, null];
  const NONE = CELLS.map(() => null);

  beforeEach(async () => {
    await emptySheet("Frozen");
    await bench.set("A1", LIVE[0]!);
    await bench.set("A2", LIVE[1]!);
    await bench.set("B4", LIVE[2]!);
    expect(await bench.values(...CELLS)).toEqual(VALUES);
  });

  const front = (): Promise<string> =>
    bench.page.evaluate(async () => (await window.workbench!.host.selectedCell()).sheet);

  it("lists each formula once, with all that it fills", async () => {
    const sheet = await front();
    const list = async (part: string) => {
      const cells = await bench.page.evaluate(
        (wanted) => window.workbench!.host.formulaCells((text) => text.includes(wanted)),
        part,
      );
      return cells.filter((cell) => cell.sheet === sheet);
    };
    const found = await list("INASTI.");
    expect(found.map(({ address, values }) => [address, values.length, values[0]!.length])).toEqual([
      ["A1", 1, 1],
      ["A2", 1, 1],
      ["B4", 3, 6],
    ]);
    expect(found[2]).toMatchObject({ formula: BREAKDOWN, note: null });
    expect(found[2]!.values[2]!.slice(0, 4)).toEqual(["bracket 1", 40_000, 0.205, 2050]);

    // Where something is in the way there is the one error.
    await bench.set("B5", "in the way");
    const blocked = await list("BREAKDOWN");
    expect(blocked.map(({ values }) => values)).toEqual([[["#SPILL!"]]]);
  });

  it("leaves values and notes that a recalculation does not touch", async () => {
    const sheet = await front();
    expect(await freeze(sheet)).toBe(3);
    await bench.page.evaluate(() => window.workbench!.host.recalculate());
    expect(await formulas()).toEqual(CELLS.map(() => ""));
    expect(await bench.values(...CELLS)).toEqual(VALUES);
    expect(await notes()).toEqual(NOTES);
    await bench.set("H1", "=ISERROR(A2)");
    await bench.set("H2", "=ISTEXT(F6)");
    expect((await read(sheet, "H1:H2"))[0]).toEqual([[true], [true]]);
    await bench.screenshot("workbench-frozen");
  });

  it("brings the formulas back", async () => {
    const sheet = await front();
    await freeze(sheet);
    expect(await unfreeze(sheet)).toBe(3);
    expect(await formulas()).toEqual(LIVE);
    expect(await bench.values(...CELLS)).toEqual(VALUES);
    expect(await notes()).toEqual(NONE);
    await freeze(sheet);
    await unfreeze(sheet, "a word of one’s own");
    expect(await note("A1")).toBe("a word of one’s own");
  });

  it("is taken back by one Ctrl+Z, and so is the way back", async () => {
    const sheet = await front();
    await bench.select("A1");
    await freeze(sheet);
    await bench.page.keyboard.press("Control+z");
    await bench.calculated();
    expect(await formulas()).toEqual(LIVE);
    expect(await bench.values(...CELLS)).toEqual(VALUES);
    expect(await notes()).toEqual(NONE);

    await freeze(sheet);
    await unfreeze(sheet);
    await undo();
    expect(await formulas()).toEqual(CELLS.map(() => ""));
    expect(await bench.values(...CELLS)).toEqual(VALUES);
    expect(await notes()).toEqual(NOTES);
    await unfreeze(sheet);
    expect(await formulas()).toEqual(LIVE);
  });

  it.each(["cancelled", "failing"])("loses nothing when it stops half-way, %s", async (how) => {
    const sheet = await front();
    await bench.select("H1");
    const rows = Array.from({ length: 190 }, (_, row) => [
      { content: `=INASTI.QUARTERLY(${20_000 + row},"principal",2026)` },
      { content: `=INASTI.QUARTERLY(${30_000 + row},"principal",2026)` },
    ]);
    await insertBlock({ rows });
    const all = 2 * rows.length + 3;
    const counts = () => bench.page.evaluate(countsOf, sheet);

    if (how === "cancelled") {
      const done = await freeze(sheet, 1);
      expect(await counts()).toEqual({ live: all - done, noted: done, both: 0 });
    } else {
      await expect(freeze(sheet, 1, "fail")).rejects.toThrow("half-way");
    }
    // Each formula is in its cell or in its note, and in one of them only.
    const { live, noted, both } = await counts();
    expect(live).toBeGreaterThan(0);
    expect(noted).toBeGreaterThan(0);
    expect([live + noted, both]).toEqual([all, 0]);
    await undo();
    expect(await counts()).toEqual({ live: all, noted: 0, both: 0 });
  });

  it("changes nothing when a sheet is gone", async () => {
    const failed = await bench.page.evaluate(
      async (sheet) => {
        const { host } = window.workbench!;
        const cell = { sheet, formula: "", rows: 1, columns: 1, note: () => "x", noteBefore: null };
        const cells = [
          { ...cell, address: "A1" },
          { ...cell, address: "A1", sheet: "No such sheet" },
        ];
        return host.freeze(cells).then(
          () => false,
          () => true,
        );
      },
      await front(),
    );
    expect(failed).toBe(true);
    expect(await formulas()).toEqual(LIVE);
    expect(await notes()).toEqual(NONE);
  });

  it("leaves and tells what changed since it was planned, and what is typed between two steps", async () => {
    const sheet = await front();
    const changed = await bench.page.evaluate(async (name) => {
      const { host } = window.workbench!;
      const found = (await host.formulaCells((text) => text.includes("INASTI."))).filter((cell) => cell.sheet === name);
      const plans = found.map(({ address, formula, values, note: noteBefore }) => ({
        sheet: name,
        address,
        formula: address === "A2" ? "=INASTI.QUARTERLY(1)" : formula,
        rows: values.length,
        columns: values[0]!.length,
        note: () => `note of ${address}`,
        noteBefore,
      }));
      const left: string[] = [];
      const onChanged = ({ address }: { address: string }): void => void left.push(address);
      await host.freeze(plans, { onChanged });
      const back = plans
        .filter(({ address }) => address !== "A2")
        .map((cell) => ({
          ...cell,
          noteBefore: `note of ${cell.address}`,
          note: null,
          isUnchanged: (values: unknown[][]) => values[0]![0] !== 2050,
        }));
      await host.unfreeze(back, { onChanged });
      return left;
    }, sheet);
    // A2 holds another formula than was planned; A1 another value than was frozen.
    expect(changed).toEqual(["A2", "A1"]);
    expect(await formulas()).toEqual(["", LIVE[1], BREAKDOWN, "", "", ""]);
    expect(await notes()).toEqual(["note of A1", null, null, null, null, null]);
  });

  it("brings back no formula over one that was typed into its area", async () => {
    const sheet = await front();
    await freeze(sheet);
    await bench.set("C5", "=40000");
    await unfreeze(sheet);
    expect(await formula("B4")).toBe("");
    expect(await formula("C5")).toBe("=40000");
    expect(await note("B4")).toBe(NOTES[2]);
  });

  it("tells sheets and names that formulas can name", async () => {
    const sheet = await front();
    const { sheets: known, names } = await bench.page.evaluate(async () => {
      const { host } = window.workbench!;
      await host.writeParameters({ year: 2026, indexation: null });
      return host.outline();
    });
    expect(known).toContain(sheet);
    expect(names).toContainEqual({ name: "PARAMETER_YEAR", formula: "=2026" });
  });

  it("puts back the note that a cell had", async () => {
    const sheet = await front();
    await freeze(sheet);
    await unfreeze(sheet, "mine");
    await freeze(sheet);
    expect(await note("A1")).toBe(NOTES[0]);
    await undo();
    expect(await note("A1")).toBe("mine");
  });
});

/** Runs in the page: where the formulas of a sheet are. */
async function countsOf(sheet: string): Promise<{ live: number; noted: number; both: number }> {
  const { host } = window.workbench!;
  const here = ({ sheet: at }: { sheet: string }): boolean => at === sheet;
  const live = (await host.formulaCells((text) => text.includes("INASTI."))).filter(here);
  const noted = (await host.noteCells(() => true)).filter(here);
  return { live: live.length, noted: noted.length, both: noted.filter(({ formula: text }) => text !== null).length };
}

it("had no error on the console", () => {
  expect(bench.problems).toEqual([]);
});
