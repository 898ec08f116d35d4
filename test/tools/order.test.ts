import { existsSync } from "node:fs";
import path from "node:path";
import { inTool, root } from "./tool";

const LONG = inTool<string[]>("order.cjs", "tool.default.LONG");

/** In the order in which they are taken up where no earlier run says how long they take; the later one of them is the larger one. */
function sorted(...files: string[]): string[] {
  const paths = JSON.stringify(files.map((file) => path.join(root, file)));
  const context = `{ config: { cache: false }, hasteFS: { getSize: (path) => ${paths}.indexOf(path) } }`;
  const tests = `${paths}.map((path) => ({ path, context: ${context} }))`;
  const order = inTool<string[]>("order.cjs", `(await new tool.default({}).sort(${tests})).map(({ path }) => path)`);
  return order.map((file) => path.relative(root, file).replaceAll(path.sep, "/"));
}

it.each(LONG)("%s is there", (file) => {
  expect(existsSync(path.join(root, file))).toBe(true);
});

it("takes up what takes longest first, and then what is largest", () => {
  const [longest, next] = LONG as [string, string];
  const others = ["test/host/excel.test.ts", "test/host/turns.test.ts"] as const;
  expect(sorted(next, longest, ...others)).toEqual([longest, next, ...others.toReversed()]);
});
