import { execFileSync } from "node:child_process";
import { join } from "node:path";

test("every function answers every category and quarter with a value or a typed refusal, and docs/limitations.md says which", () => {
  const root = join(__dirname, "../..");
  const run = () =>
    execFileSync(process.execPath, ["tools/limitations.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
  expect(run).not.toThrow();
}, 60_000);
