import { type Search, seek, type Sought } from "../../../src/taskpane/what-if/seek";

/** What a search comes to, and at how many places it looked. */
async function sought(
  valueAt: (at: number) => number | null,
  wanted: number,
  [least, most]: readonly [number, number],
  onProgress?: Search["onProgress"],
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
    ...(onProgress && { onProgress }),
  });
  // Nothing is calculated twice.
  expect(calls).toBe(places.size);
  return { found, looks: calls };
}

/** A scale in cents: nothing below 1,000,000, then a twentieth, rounded half up. */
const scale = (at: number): number => (at < 1_000_000 ? 50_000 : Math.floor((at * 5 + 50) / 100));
/** At both ends and between 20 parts; then halving alone takes 23, and bends beside the place are looked at. */
const FIRST_LOOKS = 21;
const MOST_LOOKS = FIRST_LOOKS + 32;

it.each([50_001, 60_000, 77_777, 123_456, 4_999_999, 5_000_000])(
  "finds the first place of a step of a scale: %d",
  async (wanted) => {
    const { found, looks } = await sought(scale, wanted, [0, 100_000_000]);
    // A twentieth of it, less the half cent that is rounded up.
    const at = wanted * 20 - 10;
    expect(found).toEqual({ kind: "found", point: { at, value: wanted }, others: [] });
    expect([scale(at), scale(at - 1)]).toEqual([wanted, wanted - 1]);
    expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
    if (wanted > 70_000 && wanted < 4_999_999) expect(looks).toBeLessThan(FIRST_LOOKS + 20);
  },
);

it("finds it where a target falls", async () => {
  const { found } = await sought((at) => 10_000 - scale(at), -67_777, [0, 100_000_000]);
  expect(found).toEqual({ kind: "found", point: { at: 77_777 * 20 - 10, value: -67_777 }, others: [] });
});

it("takes a bound that gives it", async () => {
  expect((await sought((at) => at, 5, [5, 90])).found).toEqual({
    kind: "found",
    point: { at: 5, value: 5 },
    others: [],
  });
  expect((await sought((at) => at, 90, [5, 90])).found).toEqual({
    kind: "found",
    point: { at: 90, value: 90 },
    others: [],
  });
  expect((await sought((at) => at, 7, [7, 7])).found).toEqual({
    kind: "found",
    point: { at: 7, value: 7 },
    others: [],
  });
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
      others: [],
    });
});

it("finds what lies beside a bound without a number", async () => {
  const above = (at: number): number | null => (at < 12_345 || at > 23_456 ? null : at);
  for (const wanted of [12_345, 12_346, 23_456])
    expect((await sought(above, wanted, [0, 100_000])).found).toEqual({
      kind: "found",
      point: { at: wanted, value: wanted },
      others: [],
    });
});

it("finds it where a target rises and falls, though both bounds lie below", async () => {
  const hill = (at: number): number => 1000 - Math.abs(at - 5000);
  const { found } = await sought(hill, 700, [0, 10_000]);
  expect(found).toEqual({
    kind: "found",
    point: { at: 4700, value: 700 },
    others: [{ at: 5300, value: 700 }],
  });
});

describe("where a target rises and falls between the bounds", () => {
  /** A unit a place: up to 10,000, down to 4,000, up again. */
  const waves = (at: number): number => (at < 10_000 ? at : at < 16_000 ? 20_000 - at : at - 12_000);

  it.each([
    [7000, [7000, 13_000, 19_000]],
    [4000, [4000, 16_000]],
    [9999, [9999, 10_001, 21_999]],
    [3000, [3000]],
    [12_345, [24_345]],
  ])("finds all that give %d, the first for the cell", async (wanted, places) => {
    const { found } = await sought(waves, wanted, [0, 25_000]);
    const [point, ...others] = places.map((at) => ({ at, value: wanted }));
    expect(found).toEqual({ kind: "found", point, others });
  });

  it("finds a peak that stands between the places that are looked at first", async () => {
    // At each twentieth it is below.
    const peak = (at: number): number => Math.max(0, 500_000 - Math.abs(at - 6_777_777));
    const { found, looks } = await sought(peak, 400_000, [0, 10_000_000]);
    expect(found).toEqual({
      kind: "found",
      point: { at: 6_677_777, value: 400_000 },
      others: [{ at: 6_877_777, value: 400_000 }],
    });
    expect(looks).toBeLessThan(80);
  });

  it("comes to the very top, and says what it is where that is not enough", async () => {
    const hill = (at: number): number => 1_000_000 - Math.abs(at - 6_777_777);
    const top = { at: 6_777_777, value: 1_000_000 };
    expect((await sought(hill, 1_000_000, [0, 10_000_000])).found).toEqual({
      kind: "found",
      point: top,
      others: [],
    });
    expect((await sought(hill, 1_000_001, [0, 10_000_000])).found).toEqual({ kind: "outside", nearest: top });
  });

  it("finds both sides of a notch within one of the parts that are looked at first", async () => {
    // Up by one a place; at 1,922 down by 394, and on by four fifths.
    const notched = (at: number): number => (at < 192_216 ? at : 152_812 + Math.floor(((at - 192_216) * 4) / 5));
    expect((await sought(notched, 180_000, [0, 25_000_000])).found).toEqual({
      kind: "found",
      point: { at: 180_000, value: 180_000 },
      // 27,188 more, by five quarters.
      others: [{ at: 192_216 + 33_985, value: 180_000 }],
    });
  });

  it("finds the exact place beside jumps that leap over what is wanted", async () => {
    // A leap up over it, slowly down through it, and a leap up again: all between two places that are looked at first.
    const saw = (at: number): number =>
      at < 110_000 ? 1000 : at < 330_000 ? 3000 - Math.floor((at - 110_000) / 110) : 5000;
    const { found } = await sought(saw, 1500, [0, 10_000_000]);
    // 1,500 times 110 after the leap.
    expect(found).toEqual({ kind: "found", point: { at: 275_000, value: 1500 }, others: [] });
  });
});

it("goes on behind a jump", async () => {
  // Down by a step, then slowly up again.
  const notched = (at: number): number => (at < 1000 ? 500 : at - 900);
  expect((await sought(notched, 400, [0, 2000])).found).toEqual({
    kind: "found",
    point: { at: 1300, value: 400 },
    others: [],
  });
});

it("says what is nearest where nothing gives it", async () => {
  expect((await sought((at) => at + 10, 5, [0, 100])).found).toMatchObject({
    kind: "outside",
    nearest: { at: 0, value: 10 },
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
  // A twentieth of the bounds is halved 23 times.
  expect(told[0]).toEqual([0, FIRST_LOOKS + 23]);
  expect(told.at(-1)).toEqual([FIRST_LOOKS + 23, FIRST_LOOKS + 23]);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
});

it("stays near the number of halvings however the target bends", async () => {
  const stairs = (at: number): number => 1000 * Math.floor(at / 1_000_000) + (at % 1_000_000 < 999_000 ? 0 : 999);
  const { looks } = await sought(stairs, 37_999, [0, 100_000_000]);
  expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
});
