import fc from "fast-check";
import { excelHost } from "../../src/host/excel";
import { freeze, planFreeze, planUnfreeze, unfreeze } from "../../src/taskpane/workbook/freezing";
import { FakeBook, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";

/** More of them with FREEZE_RUNS=20000, others with FC_SEED=7. */
const RUNS = Number(process.env["FREEZE_RUNS"] ?? 300);
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

async function freezeAll(): Promise<void> {
  await freeze(excelHost, await planFreeze(excelHost, null, {}), STAMP, {});
}

async function unfreezeAll(): Promise<void> {
  await unfreeze(excelHost, await planUnfreeze(excelHost, null, {}), {});
}

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
