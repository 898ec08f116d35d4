import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inTool, root } from "./tool";

describe("jestCounts", () => {
  const report = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };
  const counts = (change: Partial<typeof report> | null, code: number) =>
    inTool("test.mjs", `tool.jestCounts(${JSON.stringify(change && { ...report, ...change })}, ${code})`);

  test("all passed", () => {
    expect(counts({}, 0)).toEqual({ passed: 40, failed: 0, note: "40 tests" });
  });

  test("skipped tests are named, not counted", () => {
    expect(counts({ numPendingTests: 2 }, 0)).toEqual({ passed: 40, failed: 0, note: "40 tests, 2 skipped" });
  });

  test("a file that could not run is a failure, like a failed test", () => {
    expect(counts({ numFailedTests: 3, numRuntimeErrorTestSuites: 1 }, 1)).toMatchObject({ passed: 40, failed: 4 });
  });

  test.each([
    ["no test ran", { numPassedTests: 0 }, 0],
    ["Jest fails for another reason", {}, 1],
    ["there is no report", null, 0],
  ])("%s: one failure", (_, change, code) => {
    expect(counts(change, code)).toMatchObject({ failed: 1 });
  });
});

// It is a script of bash.
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix(".ci/run, in a copy with a fake npm", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), "statut-ci-"));
    cpSync(path.join(root, ".ci", "run"), path.join(directory, ".ci", "run"));
    mkdirSync(path.join(directory, "node_modules", "left-over"), { recursive: true });
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  function run(npm: string) {
    const bin = path.join(directory, "bin");
    mkdirSync(bin);
    writeFileSync(path.join(bin, "npm"), `#!/bin/sh\n${npm}\n`);
    chmodSync(path.join(bin, "npm"), 0o755);
    const { status, stdout } = spawnSync(path.join(directory, ".ci", "run"), {
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` },
    });
    return { status, lastLine: stdout.trimEnd().split("\n").at(-1) };
  }

  test("removes node_modules, then runs npm test", () => {
    expect(run('[ "$*" = test ] && echo "5 passed, 0 failed"')).toEqual({ status: 0, lastLine: "5 passed, 0 failed" });
    expect(existsSync(path.join(directory, "node_modules"))).toBe(false);
  });

  test("keeps the exit code, and the count as the last line whatever npm adds", () => {
    expect(run('echo "4 passed, 1 failed"; echo "npm error" >&2; exit 7')).toEqual({
      status: 7,
      lastLine: "4 passed, 1 failed",
    });
  });

  test("counts a failure when the tests were not reached", () => {
    expect(run("echo no network; exit 1")).toEqual({ status: 1, lastLine: "0 passed, 1 failed" });
  });
});
