import { type Search, seek, type Sought } from "../../../src/taskpane/what-if/seek";

/** What a search comes to, and at how many places it looked. */
async function sought(
  valueAt: (at: number) => number | null,
  wanted: number,
  [least, most]: readonly [number, number],
  onNarrowed?: Search["onNarrowed"],
): Promise<{ readonly found: Sought; readonly looks: number }> {
  const places = new Set<number>();
  let calls = 0;
  const found = await seek({
    least,
    most,
    wanted,
    valueAt: (at) => {
      expect(Number.isInteger(at) && at >= least && at <= most).toBe(true);
      calls += 1;
      places.add(at);
      return Promise.resolve(valueAt(at));
    },
    ...(onNarrowed && { onNarrowed }),
  });
  // Nothing is calculated twice.
  expect(calls).toBe(places.size);
  return { found, looks: calls };
}

/** A scale in cents: nothing below 1,000,000, then a twentieth, rounded half up. */
const scale = (at: number): number => (at < 1_000_000 ? 50_000 : Math.floor((at * 5 + 50) / 100));
/** Halving alone takes 27 between these bounds. */
const MOST_LOOKS = 40;

it.each([50_001, 60_000, 77_777, 123_456, 4_999_999, 5_000_000])(
  "finds the first place of a step of a scale: %d",
  async (wanted) => {
    const { found, looks } = await sought(scale, wanted, [0, 100_000_000]);
    // A twentieth of it, less the half cent that is rounded up.
    const at = wanted * 20 - 10;
    expect(found).toEqual({ kind: "found", point: { at, value: wanted } });
    expect([scale(at), scale(at - 1)]).toEqual([wanted, wanted - 1]);
    expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
    if (wanted > 70_000 && wanted < 4_999_999) expect(looks).toBeLessThan(20);
  },
);

it("finds it where a target falls", async () => {
  const { found } = await sought((at) => 10_000 - scale(at), -67_777, [0, 100_000_000]);
  expect(found).toEqual({ kind: "found", point: { at: 77_777 * 20 - 10, value: -67_777 } });
});

it("takes a bound that gives it", async () => {
  expect((await sought((at) => at, 5, [5, 90])).found).toEqual({ kind: "found", point: { at: 5, value: 5 } });
  expect((await sought((at) => at, 90, [5, 90])).found).toEqual({ kind: "found", point: { at: 90, value: 90 } });
  expect((await sought((at) => at, 7, [7, 7])).found).toEqual({ kind: "found", point: { at: 7, value: 7 } });
});

it("names both sides of a jump, to the unit", async () => {
  const jumping = (at: number): number => (at < 3_456_789 ? 1000 : 2000 + Math.floor(at / 1000));
  expect((await sought(jumping, 1500, [0, 10_000_000])).found).toEqual({
    kind: "jump",
    before: { at: 3_456_788, value: 1000 },
    after: { at: 3_456_789, value: 5456 },
  });
});

it("looks on both sides of places without a number", async () => {
  const broken = (at: number): number | null => (at >= 40_000 && at < 47_000 ? null : at);
  expect((await sought(broken, 43_000, [0, 100_000])).found).toEqual({
    kind: "jump",
    before: { at: 39_999, value: 39_999 },
    after: { at: 47_000, value: 47_000 },
  });
  for (const wanted of [39_999, 47_000, 12_345, 87_654])
    expect((await sought(broken, wanted, [0, 100_000])).found).toEqual({
      kind: "found",
      point: { at: wanted, value: wanted },
    });
});

it("finds what lies beside a bound without a number", async () => {
  const above = (at: number): number | null => (at < 12_345 || at > 23_456 ? null : at);
  for (const wanted of [12_345, 12_346, 23_456])
    expect((await sought(above, wanted, [0, 100_000])).found).toEqual({
      kind: "found",
      point: { at: wanted, value: wanted },
    });
});

it("finds it where a target rises and falls, though both bounds lie below", async () => {
  const hill = (at: number): number => 1000 - Math.abs(at - 5000);
  const { found } = await sought(hill, 700, [0, 10_000]);
  expect(found).toEqual({ kind: "found", point: { at: 4700, value: 700 } });
});

it("goes on behind a jump", async () => {
  // Down by a step, then slowly up again.
  const notched = (at: number): number => (at < 1000 ? 500 : at - 900);
  expect((await sought(notched, 400, [0, 2000])).found).toEqual({ kind: "found", point: { at: 1300, value: 400 } });
});

it("says what is nearest where nothing gives it", async () => {
  expect((await sought((at) => at + 10, 5, [0, 100])).found).toMatchObject({
    kind: "outside",
    nearest: { at: 0, value: 10 },
    most: { at: 100, value: 110 },
  });
  expect((await sought((at) => at, 500, [0, 100])).found).toMatchObject({
    kind: "outside",
    nearest: { at: 100, value: 100 },
  });
});

it("says that a target does not change, or has no number", async () => {
  expect((await sought(() => 7, 5, [0, 1_000_000])).found).toEqual({ kind: "constant", value: 7 });
  expect((await sought(() => null, 5, [0, 1_000_000])).found).toEqual({ kind: "no-number" });
});

it("tells how far it is, and comes to the end", async () => {
  const told: [number, number][] = [];
  await sought(scale, 77_777, [0, 100_000_000], (done, total) => told.push([done, total]));
  expect(told[0]).toEqual([0, 27]);
  expect(told.at(-1)).toEqual([27, 27]);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
});

it("stays near the number of halvings however the target bends", async () => {
  const stairs = (at: number): number => 1000 * Math.floor(at / 1_000_000) + (at % 1_000_000 < 999_000 ? 0 : 999);
  const { looks } = await sought(stairs, 37_999, [0, 100_000_000]);
  expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
});
