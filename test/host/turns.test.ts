import { eachInTurn, LONGEST_TURN } from "../../src/host/turns";

/** A clock that stands still but for the work, and how long the turns between two pauses were. */
function watchTurns() {
  let [now, begin] = [0, 0];
  const lengths: number[] = [];
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const wait = globalThis.setTimeout;
  jest.spyOn(globalThis, "setTimeout").mockImplementation((then) => {
    lengths.push(now - begin);
    // Others take their time too.
    begin = now += 7;
    return wait(then);
  });
  return { lengths, work: (milliseconds: number) => (now += milliseconds) };
}

afterEach(() => jest.restoreAllMocks());

const items = Array.from({ length: 2_000 }, (_, index) => index);

it("begins no piece of work after the end of its turn", async () => {
  const { lengths, work } = watchTurns();
  const done = await eachInTurn(items, (item) => {
    work(1 + (item % 3));
    return item;
  });
  expect(done).toEqual(items);
  // Two milliseconds each in the mean, and the longest piece has three.
  expect(lengths.length).toBeGreaterThanOrEqual(Math.floor(4_000 / (LONGEST_TURN + 2)));
  expect(Math.max(...lengths)).toBeLessThan(LONGEST_TURN + 3);
});

it("tells before each pause how far it is, and after it hears that it is to stop", async () => {
  const { work } = watchTurns();
  const controller = new AbortController();
  const told: number[] = [];
  const onProgress = (done: number, total: number): void => {
    expect(total).toBe(2_000);
    told.push(done);
    if (told.length === 3) controller.abort();
  };
  const done = await eachInTurn(items, () => work(10), { signal: controller.signal, onProgress });
  expect(told).toEqual([5, 10, 15]);
  expect(done).toHaveLength(15);
});

it("does what is short without any pause", async () => {
  const { lengths, work } = watchTurns();
  await eachInTurn(items.slice(0, 10), () => work(4));
  expect(lengths).toEqual([]);
});
