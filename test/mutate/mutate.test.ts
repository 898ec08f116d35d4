import { runScript } from "../tools/tool";

// A sample of `npm run mutate`: the nearest tests notice every mistake in how an article gives its scale.
test("mistakes in the articles of the contributions do not go unnoticed", () => {
  const { status, output } = runScript("test/mutate/run.mjs", "--near", "--only", "contributions/article-1");
  expect([status, output]).toEqual([0, expect.stringMatching(/mutants noticed: 100\.0 %\n$/)]);
});
