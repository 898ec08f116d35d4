import { runScript } from "../tools/tool";

// A sample of `npm run storm`, with a seed of its own so that it is the same everywhere.
test("ten thousand hostile calls leave nothing but values and clear errors", () => {
  const { status, output } = runScript("test/storm/run.mjs", "--calls", "10000", "--seed", "20150101");
  expect([status, output]).toEqual([0, expect.stringMatching(/^seed 20150101\n10,000 calls: .* 0 faults/)]);
});
