import { excelHost } from "../../../src/host/excel";
import type { Place } from "../../../src/host/host";
import { type Ending, type Goal, seekGoal } from "../../../src/taskpane/what-if/goal-seek";
import { day } from "../../../src/rules/calendar";
import { calculating, callingOf } from "../../host/calculating";
import { FakeBook, fakeOffice } from "../../host/fake-excel";
import { callNamed, sourceFunctions } from "../../setup/excel";

const functions = sourceFunctions();
let book: FakeBook;

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
  calculating(book, callingOf(functions));
});

const on = (address: string, sheet = "Sheet1"): Place => ({ sheet, address });

/** Looks for an amount in A1 that makes a cell show another one; both in cents. */
const seekAmount = (
  target: string,
  cents: number,
  { work = {}, ...goal }: Partial<Goal> & { work?: Parameters<typeof seekGoal>[2] } = {},
): Promise<Ending> =>
  seekGoal(
    excelHost,
    {
      target: on(target),
      wanted: { units: cents, perOne: 100, isPercent: false },
      changing: on("A1"),
      unit: "cent",
      least: 0,
      most: 25_000_000,
      ...goal,
    },
    work,
  );

const ask = (id: string, asked: Record<string, unknown>): number => callNamed(functions, id, asked) as number;

describe("is the same to the cent as", () => {
  it.each<[string, number, number[]]>([
    ["principal", 2026, [890.43, 1000, 2050, 2050.01, 3333.33, 4375.14, 5103.05]],
    ["complementary", 2026, [120, 512.5, 999.99, 4321.09]],
    ["primostarter", 2025, [600, 1234.56]],
    ["pensioner", 2024, [200, 750.25]],
  ])("INASTI.INCOMEFOR: %s %d", async (category, year, amounts) => {
    book.type({ A1: 40_000, B1: `=INASTI.QUARTERLY(A1,"${category}",${year})` });
    for (const quarterly of amounts) {
      const ending = await seekAmount("B1", Math.round(quarterly * 100));
      expect([quarterly, ending.kind]).toEqual([quarterly, "found"]);
      expect(book.values()).toEqual({
        A1: ask("INASTI.INCOMEFOR", { quarterly, category, year }),
        B1: quarterly,
      });
    }
  });

  it("INASTI.FROMPROFIT, of an income with its contributions and fee", async () => {
    // By ordinary formulas and another sheet.
    book.addSheet("Bill");
    book.type({ A1: 20_000, B1: "=A1+Bill!B2" });
    book.type({ B1: '=INASTI.ANNUAL(Sheet1!A1,"principal",2026)', B2: "=B1" }, "Bill");
    const profits = [30_000, 48_200, 61_234.56, 75_000, 90_000.01, 120_000];
    for (const profit of profits) {
      const contributions = ask("INASTI.FROMPROFIT", { profit, category: "principal", year: 2026 });
      const ending = await seekAmount("B1", Math.round(profit * 100));
      // Where four rounded quarters and an income never add up to the profit, FROMPROFIT takes the income below.
      const income = ending.kind === "jump" ? ending.before.at : Math.round(Number(book.values()["A1"]) * 100);
      const { A1 } = book.values();
      if (ending.kind === "found") expect(A1).toBe(Math.round((profit - contributions) * 100) / 100);
      else expect(ending).toMatchObject({ kind: "jump", after: { at: income + 1 } });
      expect(ask("INASTI.ANNUAL", { income: income / 100, category: "principal", year: 2026 })).toBe(contributions);
    }
  });

  it("INASTI.FROMPROFIT read backwards", async () => {
    book.type({ A1: 1, B1: '=INASTI.FROMPROFIT(A1,"principal",2026,0.0305)' });
    expect((await seekAmount("B1", 1_000_000)).kind).toBe("found");
    const { A1, B1 } = book.values() as { A1: number; B1: number };
    expect(B1).toBe(10_000);
    const asked = { category: "principal", year: 2026, fund: 0.0305 };
    expect(ask("INASTI.FROMPROFIT", { profit: A1, ...asked })).toBe(10_000);
    expect(ask("INASTI.FROMPROFIT", { profit: Math.round(A1 * 100 - 1) / 100, ...asked })).toBeLessThan(10_000);
  });
});

describe("where what is left falls at a threshold", () => {
  const due = (cents: number): number =>
    Math.round(ask("INASTI.ANNUAL", { income: cents / 100, category: "complementary", year: 2026 }) * 100);
  /** The first of these incomes of which so much is left; both in cents. */
  const firstOf = (from: number, to: number, left: number): number =>
    Array.from({ length: to - from }, (_, index) => from + index).find((cents) => cents - due(cents) === left)!;

  beforeEach(() => book.type({ A1: 40_000, B1: '=A1-INASTI.ANNUAL(A1,"complementary",2026)' }));

  it("takes the lower income, and names the other one", async () => {
    // Nothing is due of 1,800; of an income above the threshold 20.5 %, so that about 2,264 leaves as much.
    const other = firstOf(226_000, 227_000, 180_000);
    expect(await seekAmount("B1", 180_000)).toEqual({
      kind: "found",
      point: { at: 180_000, value: 180_000 },
      others: [{ at: other, value: 180_000 }],
    });
    expect(book.values()).toEqual({ A1: 1800, B1: 1800 });
  });

  it("finds the one above where the bounds begin there", async () => {
    const above = firstOf(226_000, 227_000, 180_000);
    expect(await seekAmount("B1", 180_000, { least: 192_216 })).toMatchObject({ point: { at: above }, others: [] });
    expect(book.values()["A1"]).toBe(above / 100);
  });
});

it("takes all back in one step of Undo", async () => {
  book.type({ A1: 40_000, B1: '=INASTI.QUARTERLY(A1,"principal",2026)' });
  const steps = book.undoSteps.length;
  await seekAmount("B1", 100_000);
  expect(
    book.undoSteps.slice(steps).filter((step) => step.some((one) => one.startsWith("Range.formulas"))),
  ).toHaveLength(1);
});

describe("leaves the cell as it was", () => {
  beforeEach(() => book.type({ A1: 40_000, B1: '=INASTI.QUARTERLY(A1,"complementary",2026)' }));
  afterEach(() => expect(book.sheet("Sheet1").cells.get("A1")).toMatchObject({ value: 40_000, formula: null }));

  it("and names both sides where the scale jumps over it", async () => {
    // Below the threshold nothing is due, from it 20.5 % of all.
    const ending = await seekAmount("B1", 5000);
    const threshold = ask("INASTI.PARAMETER", { name: "contributions.complementary.threshold", date: day(2026, 1, 1) });
    const at = Math.round(threshold * 100);
    const first = ask("INASTI.QUARTERLY", { income: threshold, category: "complementary", year: 2026 });
    expect(ending).toEqual({
      kind: "jump",
      before: { at: at - 1, value: 0 },
      after: { at, value: Math.round(first * 100) },
    });
  });

  it("and names both sides of profits that no income has", async () => {
    book.type({ C1: '=INASTI.FROMPROFIT(A1,"complementary",2026)' });
    const ending = await seekAmount("C1", 20_000);
    if (ending.kind !== "jump") throw new Error(ending.kind);
    const due = (cents: number) =>
      ask("INASTI.FROMPROFIT", { profit: cents / 100, category: "complementary", year: 2026 });
    expect([due(ending.before.at), due(ending.after.at)]).toEqual([0, ending.after.value / 100]);
    for (const inside of [ending.before.at + 1, ending.after.at - 1]) expect(() => due(inside)).toThrow();
  });

  it("and names the nearest where no number within the bounds gives it", async () => {
    // 20.5 % and 14.16 %, no more than the maximum.
    const highest = ask("INASTI.QUARTERLY", { income: 250_000, category: "complementary", year: 2026 });
    expect(await seekAmount("B1", 10_000_000)).toMatchObject({
      kind: "outside",
      nearest: { value: Math.round(highest * 100) },
    });
    expect(await seekAmount("B1", 100_000, { least: 6_000_000 })).toMatchObject({
      kind: "outside",
      nearest: { at: 6_000_000 },
    });
  });

  it("where the target does not depend on it, or shows no number", async () => {
    book.type({ C1: "=1+1", D1: '=INASTI.QUARTERLY(A1,"unheard of",2026)' });
    expect(await seekAmount("C1", 100)).toEqual({ kind: "constant", value: 200 });
    expect(await seekAmount("D1", 100)).toEqual({ kind: "no-number", shown: "#VALUE!" });
  });

  it("when it is stopped", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const ending = await seekAmount("B1", 100_000, {
      work: {
        signal: controller.signal,
        onProgress: (done) => {
          if (seen.push(done) === 3) controller.abort();
        },
      },
    });
    expect([ending, seen.length]).toEqual([{ kind: "stopped" }, 3]);
  });

  it("when Excel gives up half-way", async () => {
    let requests = 0;
    book.between = () => {
      requests += 1;
      if (requests === 9) throw new Error("Excel gave up.");
    };
    await expect(seekAmount("B1", 100_000)).rejects.toThrow("Excel gave up.");
  });

  it("when the sheet is protected", async () => {
    book.failure = (operation) => (operation === "Range.formulas Sheet1!A1" ? "AccessDenied" : undefined);
    await expect(seekAmount("B1", 100_000)).rejects.toMatchObject({ reason: "locked" });
  });
});

it("waits for functions that still calculate, and for Excel to be done", async () => {
  book.type({ A1: 40_000, B1: '=INASTI.QUARTERLY(A1,"principal",2026)' });
  let polls = 0;
  book.isBusy = () => polls++ % 3 !== 2;
  book.calculationState = "Calculating";
  book.between = () => {
    book.calculationState = polls % 4 === 0 ? "Calculating" : "Done";
  };
  expect((await seekAmount("B1", 100_000, { least: 1_950_000, most: 1_952_000 })).kind).toBe("found");
  expect(book.sheet("Sheet1").cells.get("A1")!.value).toBe(
    ask("INASTI.INCOMEFOR", { quarterly: 1000, category: "principal", year: 2026 }),
  );
});

it("leaves what somebody types into the cell meanwhile", async () => {
  book.type({ A1: 40_000, B1: '=INASTI.QUARTERLY(A1,"principal",2026)' });
  let requests = 0;
  book.between = () => {
    requests += 1;
    if (requests === 12) book.type({ A1: 123 });
  };
  await expect(seekAmount("B1", 100_000)).rejects.toMatchObject({ reason: "changed" });
  expect(book.values()["A1"]).toBe(123);
});

it("tries nothing in a formula, in what one fills, or where there is no sheet", async () => {
  book.answers.set("=THREE()", [[1], [2]]);
  book.type({ A1: "=1+1", B1: "=A1", C1: "=THREE()" });
  await expect(seekAmount("B1", 100)).rejects.toMatchObject({ reason: "formula" });
  await expect(seekAmount("B1", 100, { changing: on("C2") })).rejects.toMatchObject({ reason: "formula" });
  await expect(seekAmount("B1", 100, { changing: on("A1", "Gone") })).rejects.toMatchObject({ reason: "missing" });
  expect(book.formulasOf()).toEqual({ A1: "=1+1", B1: "=A1", C1: "=THREE()" });
});

it("keeps the format of a cell, also one of texts, and what a blank one was", async () => {
  book.type({ B1: '=INASTI.QUARTERLY(A1,"principal",2026)' });
  book.cell(book.sheet("Sheet1"), 0, 0).format = "@";
  expect((await seekAmount("B1", 50_000)).kind).toBe("outside");
  expect(book.sheet("Sheet1").cells.get("A1")).toMatchObject({ format: "@", value: "" });
  expect((await seekAmount("B1", 100_000)).kind).toBe("found");
  expect(book.sheet("Sheet1").cells.get("A1")).toMatchObject({ format: "@", value: 19_512.1 });
});

it("looks for whole numbers and percentages as finely as they are typed", async () => {
  book.type({ A1: 0, B1: "=A1*3", C1: "=ROUND(1000*A1,2)" });
  expect(await seekAmount("B1", 2100, { unit: "whole", most: 100 })).toMatchObject({ point: { at: 7 } });
  expect(book.values()["A1"]).toBe(7);
  expect(await seekAmount("C1", 3050, { unit: "percent", most: 10_000 })).toMatchObject({ point: { at: 305 } });
  expect(book.values()["A1"]).toBe(0.0305);
});
