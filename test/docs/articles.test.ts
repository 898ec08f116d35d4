import { files } from "./project";

const RULE = /^src\/(rules\/\w+\/article-\w+)\.ts$/;

/** Whoever looks for the test of an article finds it by its name. */
test.each(files.filter((file) => RULE.test(file)))("%s has a test of its name", (file) => {
  expect(files).toContain(file.replace(RULE, "test/$1.test.ts"));
});

test("a test of an article has its rule", () => {
  const tests = files.filter((file) => /^test\/rules\/\w+\/article-\w+\.test\.ts$/.test(file));
  expect(tests.length).toBeGreaterThan(20);
  expect(tests.filter((file) => !files.includes(file.replace(/^test/, "src").replace(".test.ts", ".ts")))).toEqual([]);
});
