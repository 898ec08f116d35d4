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

describe("npm test, in a copy with a fake npm", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), "statut-test-"));
    for (const file of ["test.mjs", "changed.mjs", "nginx.mjs", "process.mjs", "setup.mjs"])
      cpSync(path.join(root, "tools", file), path.join(directory, "tools", file));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  /** Every script of npm passes but `fails`; Jest has 40 tests, and 6 more in a browser. */
  function run(env: NodeJS.ProcessEnv, fails = "") {
    const npm = path.join(directory, "npm-cli.js");
    writeFileSync(
      npm,
      `const [, , , script, , ...options] = process.argv.slice(1);
       if (script === "jest") {
         const file = options.find((option) => option.startsWith("--outputFile=")).slice("--outputFile=".length);
         require("node:fs").mkdirSync("build", { recursive: true });
         const numPassedTests = options.includes("--ignoreProjects=browser") ? 40 : 6;
         const none = { numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };
         require("node:fs").writeFileSync(file, JSON.stringify({ numPassedTests, ...none }));
       }
       process.exitCode = script === ${JSON.stringify(fails)} ? 1 : 0;`,
    );
    const { status, stdout } = spawnSync(process.execPath, [path.join(directory, "tools", "test.mjs")], {
      encoding: "utf8",
      env: { ...env, npm_execpath: npm },
    });
    return { status, lines: stdout.trimEnd().split("\n") };
  }

  // Generate, two builds, ESLint, types, Prettier, unused, doors, arrows and size are ten checks.
  test("runs all that needs no browser where there is none, and says so", () => {
    const { status, lines } = run({ PATH: "" });
    expect(lines.slice(-2)).toEqual(["! Left out: the tests in a browser, for there is none.", "51 passed, 0 failed"]);
    expect(status).toBe(0);
  });

  test("says that it leaves out the release under nginx where there is none", () => {
    const { status, lines } = run({ STATUT_BROWSER: process.execPath, PATH: "" });
    expect(lines.filter((line) => line.startsWith("!"))).toEqual([
      "! Left out: the release served by nginx, for there is none and none can be had.",
    ]);
    expect(status).toBe(0);
  });

  test("leaves nothing out with a browser and nginx", () => {
    const { status, lines } = run({ STATUT_BROWSER: process.execPath, STATUT_NGINX: process.execPath });
    expect(lines.filter((line) => line.startsWith("!"))).toEqual([]);
    expect(lines.at(-1)).toBe("57 passed, 0 failed");
    expect(status).toBe(0);
  });

  test("does not test what could not be built", () => {
    const { status, lines } = run({ STATUT_BROWSER: process.execPath }, "bundle:addin");
    expect(lines).toContain('- Jest: not run, "npm run bundle:addin" did not succeed');
    expect(lines).toContain('- Jest in a browser: not run, "npm run bundle:addin" did not succeed');
    expect(lines.at(-1)).toBe("9 passed, 1 failed");
    expect(status).toBe(1);
  });
});

describe("npm run check", () => {
  const reached = (file: string) =>
    inTool<string[]>("changed.mjs", `tool.reached(${JSON.stringify(file)})`).map((found) =>
      path.relative(root, found).replaceAll(path.sep, "/"),
    );

  test("a module is followed by those that import it", () => {
    expect(reached("src/rules/money/index.ts")).toEqual(["src/rules/money/index.ts"]);
  });

  test.each([
    ["src/parameters/contributions/index.yaml", "src/parameters/compiled/index.ts"],
    ["src/parameters/contributions/index.yaml", "test/parameters/identity.test.ts"],
    ["src/i18n/fr/functions.json", "test/i18n/keys.test.ts"],
    ["tools/setup.mjs", "test/tools/setup.test.ts"],
    ["manifest.xml", "test/manifest/manifest.test.ts"],
    ["hosting/headers.json", "test/hosting/recipes.test.ts"],
    ["src/i18n/fr/pages/support.md", "test/tools/help.test.ts"],
    ["test/golden/funds.json", "test/golden/funds.test.ts"],
  ])("%s reaches %s, which reads it", (file, test) => {
    expect(reached(file)).toContain(test);
  });

  test("a file that is gone reaches nothing but its readers", () => {
    expect(reached("src/gone.ts")).toEqual([]);
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
