import path from "node:path";
import { once } from "./once";

/** tools/runtime.cjs keeps what was compiled, and nothing else. */

function again(): typeof once {
  jest.resetModules();
  return jest.requireActual<{ once: typeof once }>("./once").once;
}

test("a module that is loaded again is evaluated again, with the globals of its test", () => {
  const second = again();
  once.state.push(1);
  expect([once.state, second.state]).toEqual([[1], []]);
  expect(second.made).not.toBe(once.made);
  expect(second.made()).toBe(globalThis);
});

test("an error says at which place of the source it was made", () => {
  for (const { thrown } of [once, again()]) expect(thrown().stack).toContain(`${path.join(__dirname, "once.ts")}:7:24`);
});
