import fc from "fast-check";
import { excelHost } from "../../src/host/excel";
import { fnv1a } from "../../src/formula/checksum";
import { type Ending, freeze, planFreeze, planUnfreeze, unfreeze } from "../../src/taskpane/workbook/freezing";
import { FakeBook, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";

/** More of them with FREEZE_RUNS=20000, others with FC_SEED=7. */
const RUNS = Number(process.env["FREEZE_RUNS"] ?? 150);
jest.setTimeout(60_000 + RUNS * 100);

beforeAll(() => void sourceFunctions());

const SHEETS = ["Sheet1", "It's mine"] as const;
const STAMP = { heading: "Frozen", date: "2026-11-28", dataVersion: "d1" };

/** Cells that leave room for the tables between them. */
const anchors = fc.record({
  sheet: fc.constantFrom(...SHEETS),
  address: fc.constantFrom(..."ADG".split("").flatMap((column) => [2, 5, 8, 11].map((row) => `${column}${row}`))),
});
const kinds = fc.constantFrom("single", "table", "error", "own", "outside", "value");
const cells = fc.uniqueArray(fc.record({ place: anchors, kind: kinds, isText: fc.boolean(), isNoted: fc.boolean() }), {
  selector: ({ place }) => `${place.sheet}!${place.address}`,
  minLength: 1,
  maxLength: 12,
});
type Planned = (typeof cells extends fc.Arbitrary<infer T> ? T : never)[number];

/** What somebody does in the workbook, also inside a table. */
const edits = fc.oneof(
  fc.record({ act: fc.constant("type" as const), place: anchors, kind: kinds, down: fc.nat(1), across: fc.nat(1) }),
  fc.record({ act: fc.constant("insert" as const), sheet: fc.constantFrom(...SHEETS), row: fc.nat(12) }),
  fc.record({ act: fc.constant("note" as const), place: anchors }),
  fc.record({ act: fc.constant("text" as const), place: anchors }),
);
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

const codes = fc.constantFrom("GeneralException", "RequestAborted", "AccessDenied", "InvalidOperation");

/** A workbook, and all that its user has put into it and not taken out again. */
class User {
  readonly book = new FakeBook();
  readonly formulas = new Set<string>();
  readonly values = new Set<string>();
  readonly words = new Set<string>();
  private count = 0;

  constructor(planned: readonly Planned[]) {
    this.book.addSheet(SHEETS[1]);
    Object.assign(globalThis, fakeOffice(this.book));
    for (const { place, kind, isText, isNoted } of planned) {
      this.type(place, kind);
      if (isText) this.makeText(place);
      if (isNoted) this.note(place);
    }
  }

  does(edit: Edit): void {
    if (edit.act === "insert") this.book.insertRows(edit.row, 1, edit.sheet);
    else if (edit.act === "note") this.note(edit.place);
    else if (edit.act === "text") this.makeText(edit.place);
    else this.type({ ...edit.place, address: beside(edit.place.address, edit.down, edit.across) }, edit.kind);
  }

  /** What of theirs is nowhere: no cell holds it, and no note. */
  get lost(): string[] {
    const here = this.book.sheets.flatMap(({ cells: found }) => [...found.values()]);
    const notes = this.book.sheets.flatMap(({ notes: found }) => [...found.values()]);
    const isIn = (text: string): boolean => notes.some((note) => note.split("\n").includes(text));
    return [
      ...[...this.formulas].filter((formula) => !here.some((cell) => cell.formula === formula) && !isIn(formula)),
      ...[...this.values].filter((value) => !here.some((cell) => cell.formula === null && cell.value === value)),
      ...[...this.words].filter((word) => !isIn(word)),
    ];
  }

  /** Everything, to compare. */
  get content(): unknown {
    return this.book.sheets.map(({ name, cells: found, notes }) => ({
      name,
      cells: [...found].filter(([, { formula, value }]) => formula !== null || value !== "").sort(),
      notes: [...notes].sort(),
    }));
  }

  private type({ sheet, address }: { readonly sheet: string; readonly address: string }, kind: Planned["kind"]): void {
    const known = this.book.sheet(sheet).cells.get(address);
    this.formulas.delete(known?.formula ?? "");
    this.values.delete(String(known?.value));
    const id = ++this.count;
    // Typed into a cell that is formatted as text, a formula is one; Excel itself does not do that.
    const format = known?.format ?? "General";
    if (known) known.format = "General";
    if (kind === "value") {
      const value = `value ${id}`;
      this.values.add(value);
      this.book.type({ [address]: value }, sheet);
    } else {
      const formula = FORMULAS[kind](id);
      this.formulas.add(formula);
      this.book.answers.set(formula, answerOf(kind, id));
      this.book.type({ [address]: formula }, sheet);
    }
    this.book.sheet(sheet).cells.get(address)!.format = format;
  }

  private makeText({ sheet, address }: { readonly sheet: string; readonly address: string }): void {
    const cell = this.book.sheet(sheet).cells.get(address);
    if (cell) cell.format = "@";
  }

  private note({ sheet, address }: { readonly sheet: string; readonly address: string }): void {
    const word = `word ${++this.count}`;
    const { notes } = this.book.sheet(sheet);
    this.words.add(word);
    notes.set(address, notes.has(address) ? `${notes.get(address)}\n${word}` : word);
  }
}

const FORMULAS = {
  single: (id: number) => `=INASTI.QUARTERLY(A${id})`,
  table: (id: number) => `=INASTI.SCALE(A${id})`,
  error: (id: number) => `=INASTI.ANNUAL("${id}")`,
  own: (id: number) => `=SUM(Q1:Q9)*${id}`,
  outside: (id: number) => `=INASTI.QUARTERLY(INDIRECT("A${id}"))`,
};

const answerOf = (kind: keyof typeof FORMULAS, id: number) => {
  if (kind === "error") return "#VALUE!";
  // Alike for many, as values of a column often are.
  if (kind !== "table") return id % 3;
  return [
    ["2026-01", id % 2],
    ["2026-02", "#N/A"],
  ];
};

const beside = (address: string, down: number, across: number): string =>
  `${String.fromCharCode(address.charCodeAt(0) + across)}${Number(address.slice(1)) + down}`;

const freezeAll = async (): Promise<Ending> => freeze(excelHost, await planFreeze(excelHost, null, {}), STAMP, {});
const unfreezeAll = async (): Promise<Ending> => unfreeze(excelHost, await planUnfreeze(excelHost, null, {}), {});

describe("while somebody works in the workbook", () => {
  const MINE = "=SUM(Q1:Q9)*MYRATE";
  const cells = Array.from({ length: 450 }, (_, row) => `Z${row + 1}`);
  const formulaOf = (address: string): string => `=INASTI.QUARTERLY(A${address.slice(1)})`;
  let book: FakeBook;

  beforeEach(() => {
    book = new FakeBook();
    Object.assign(globalThis, fakeOffice(book));
    for (const address of cells) book.answers.set(formulaOf(address), 42);
    book.answers.set(MINE, 42);
    book.type(Object.fromEntries(cells.map((address) => [address, formulaOf(address)])));
  });

  /** Once, before the first request after one that asked for this. */
  const after = (operation: string, act: () => void): void => {
    book.between = () => {
      if (!book.requests.flat().includes(operation)) return;
      book.between = () => undefined;
      act();
    };
  };
  const everywhere = (): string =>
    [...Object.values(book.formulasOf()), ...book.sheet("Sheet1").notes.values()].join("\n");

  it.each(["Range.copyFrom Sheet1!Z1", "Notes.add Sheet1!Z300"])(
    "freezing leaves and lists a formula that was typed after %s",
    async (operation) => {
      after(operation, () => book.type({ Z300: MINE }));
      const ending = await freezeAll();
      expect(ending).toMatchObject({ done: 449, left: [{ sheet: "Sheet1", address: "Z300", reason: "meanwhile" }] });
      expect(book.formulasOf()).toEqual({ Z300: MINE });
      expect(book.sheet("Sheet1").notes.has("Z300")).toBe(false);
      expect(await unfreezeAll()).toMatchObject({ done: 449, left: [] });
    },
  );

  it.each(["Range.copyFrom Sheet1!Z1", "Notes.add Sheet1!Z201", "Range.copyFrom Sheet1!Z201"])(
    "freezing goes on around a row that was inserted after %s: what moved is listed and left",
    async (operation) => {
      after(operation, () => book.insertRows(0, 1));
      const { done, left } = await freezeAll();
      expect(done + left.length).toBe(450);
      book.between = () => undefined;
      await unfreezeAll();
      for (const address of cells) expect(everywhere()).toContain(formulaOf(address));
    },
  );

  it.each(["Range.formulas Sheet1!Z1", "Note.delete Sheet1!Z1"])(
    "unfreezing leaves and lists what was typed over a frozen value after %s",
    async (operation) => {
      await freezeAll();
      after(operation, () => book.type({ Z300: "typed" }));
      expect(await unfreezeAll()).toMatchObject({
        done: 449,
        left: [{ sheet: "Sheet1", address: "Z300", reason: "changed" }],
      });
      expect(book.values()["Z300"]).toBe("typed");
      expect(book.sheet("Sheet1").notes.get("Z300")).toContain(formulaOf("Z300"));
    },
  );

  it("leaves what is typed in the very moment of the writing, and the other cells go on", async () => {
    await freezeAll();
    // The request that writes comes after two that read.
    let reading = 0;
    const { notes } = book.sheet("Sheet1");
    const plan = await planUnfreeze(excelHost, null, {});
    book.between = () => {
      if (++reading === 3) book.type({ Z7: MINE });
    };
    expect(await unfreeze(excelHost, plan, {})).toMatchObject({ done: 449, left: [{ address: "Z7" }] });
    expect(book.formulasOf()["Z7"]).toBe(MINE);
    expect(notes.get("Z7")).toContain(formulaOf("Z7"));
  });
});

describe("cells that are unlike others", () => {
  let book: FakeBook;

  beforeEach(() => {
    book = new FakeBook();
    Object.assign(globalThis, fakeOffice(book));
    book.answers.set("=INASTI.QUARTERLY(A1)", 2050);
    book.answers.set("=INASTI.SCALE(A1)", [
      ["from", "rate"],
      [0, 0.03],
    ]);
    book.answers.set("=MyRates!B7", 0.03);
  });

  it("a formula in a cell that was formatted as text later comes back as a formula, and the format too", async () => {
    book.type({ B1: "=INASTI.QUARTERLY(A1)" });
    book.sheet("Sheet1").cells.get("B1")!.format = "@";
    await freezeAll();
    expect(await unfreezeAll()).toMatchObject({ done: 1, left: [] });
    expect(book.formulasOf()).toEqual({ B1: "=INASTI.QUARTERLY(A1)" });
    expect(book.sheet("Sheet1").cells.get("B1")!.format).toBe("@");
    expect(book.sheet("Sheet1").notes.size).toBe(0);
  });

  it("a formula that was typed into a frozen table stays, also where it gives the frozen value", async () => {
    book.type({ D1: "=INASTI.SCALE(A1)" });
    await freezeAll();
    book.type({ E2: "=MyRates!B7" });
    expect(await unfreezeAll()).toMatchObject({ done: 0, left: [{ address: "D1", reason: "changed" }] });
    expect(book.formulasOf()).toEqual({ E2: "=MyRates!B7" });
    expect(book.sheet("Sheet1").notes.get("D1")).toContain("=INASTI.SCALE(A1)");
  });

  it("a note of a size beyond reason keeps nobody waiting, and the stop is heard while values are read", async () => {
    book.type({ B1: "=INASTI.QUARTERLY(A1)", C1: 1 });
    await freezeAll();
    const note = book.sheet("Sheet1").notes.get("B1")!;
    const formula = "=INASTI.QUARTERLY(A1)";
    book
      .sheet("Sheet1")
      .notes.set("C1", `x\n${formula}\n[statut-social/1 C1 1048575x16383 00000000 1 ${fnv1a(formula)} 2026-01-01 d1]`);
    book.requests.length = 0;
    expect(await unfreezeAll()).toMatchObject({ done: 1, left: [{ address: "C1", reason: "large" }] });
    expect(book.requests.length).toBeLessThan(30);

    const stop = new AbortController();
    book.sheet("Sheet1").notes.set("B1", note);
    book.requests.length = 0;
    book.between = () => stop.abort();
    const areas = Array.from({ length: 10 }, () => ({ sheet: "Sheet1", address: "A1:J20000" }));
    expect(await excelHost.readRanges(areas, { signal: stop.signal })).toEqual(areas.map(() => null));
    expect(book.requests).toHaveLength(1);
  });
});

it("freezing and unfreezing give the very workbook back", async () => {
  await fc.assert(
    fc.asyncProperty(cells, async (planned) => {
      const user = new User(planned);
      const before = user.content;
      await freezeAll();
      const frozen = user.content;
      await unfreezeAll();
      expect(user.content).toEqual(before);
      const hasOurs = planned.some(({ kind }) => ["single", "table", "error"].includes(kind));
      expect(JSON.stringify(frozen) !== JSON.stringify(before)).toBe(hasOurs);
    }),
    { numRuns: RUNS },
  );
});

it("nothing of the user's is lost, whatever is done in the workbook between two requests, and wherever one fails", async () => {
  let [edited, failed] = [0, 0];
  const timed = fc.array(fc.record({ after: fc.nat(14), edit: edits }), { maxLength: 6 });
  const failures = fc.array(fc.record({ after: fc.nat(40), code: codes }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(cells, timed, failures, async (planned, schedule, breaks) => {
      const user = new User(planned);
      const queue = [...schedule];
      let wait = queue[0]?.after ?? Infinity;
      // Who types in the very moment in which their cell is written has it put back by the next requests, of which one may fail.
      let quiet = 0;
      let mayFail = true;
      user.book.between = () => {
        if (quiet === 0 && wait-- <= 0) {
          user.does(queue.shift()!.edit);
          edited++;
          quiet = QUIET;
          mayFail = false;
          wait = queue[0]?.after ?? Infinity;
        } else {
          mayFail ||= quiet === QUIET || quiet === 0;
          if (quiet > 0) quiet--;
        }
      };
      const pending = [...breaks];
      let left = pending[0]?.after ?? Infinity;
      user.book.failure = () => {
        if (!mayFail || left-- > 0) return undefined;
        failed++;
        mayFail = quiet === 0;
        const { code } = pending.shift()!;
        left = pending[0]?.after ?? Infinity;
        return code;
      };
      for (const act of [freezeAll, unfreezeAll, freezeAll, unfreezeAll]) {
        await act().catch(() => undefined);
        expect(user.lost).toEqual([]);
      }
      user.book.between = () => undefined;
      user.book.failure = () => undefined;
      await unfreezeAll();
      expect(user.lost).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  // Otherwise nothing is shown.
  expect(edited).toBeGreaterThan(RUNS);
  expect(failed).toBeGreaterThan(RUNS / 2);
});

/** Requests after an edit in which there is no other, and not more than one fails. */
const QUIET = 8;
