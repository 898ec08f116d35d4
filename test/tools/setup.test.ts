import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inTool, root } from "./tool";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), "statut-setup-"));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;

const LOCKED: Packages = {
  "": { version: "0.1.0" },
  "node_modules/decimal.js": { version: "10.6.0", integrity: "sha512-a" },
  "node_modules/for-another-platform": { version: "1.0.0", integrity: "sha512-b", optional: true },
};

function writeLock(packages: Packages) {
  writeFileSync(path.join(directory, "package-lock.json"), JSON.stringify({ packages }));
}

function writeInstalled(packages: Packages) {
  mkdirSync(path.join(directory, "node_modules"), { recursive: true });
  writeFileSync(path.join(directory, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
}

function writeProgram(file: string, script: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

describe("nodeProblem", () => {
  const nodeProblem = (version: string) =>
    inTool<string | null>("setup.mjs", `tool.nodeProblem(${JSON.stringify(version)})`);

  test.each(["20.19.0", "20.20.2", "22.2.0", "100.0.0"])("%s will do", (version) => {
    expect(nodeProblem(version)).toBeNull();
  });

  test.each(["20.9.0", "18.20.8", "9.11.2"])("%s is too old, and the message says what is needed", (version) => {
    expect(nodeProblem(version)).toMatch(/needs Node\.js 20\.19\.0 or later/);
    expect(nodeProblem(version)).toContain(version);
  });

  test("agrees with package.json", () => {
    const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      engines: { node: string };
    };
    expect(engines.node).toBe(">=20.19");
  });
});

describe("installReason", () => {
  const installReason = () => inTool<string | null>("setup.mjs", `tool.installReason(${JSON.stringify(directory)})`);

  test("nothing installed", () => {
    writeLock(LOCKED);
    expect(installReason()).toBe("no packages are installed yet");
  });

  test("an install that was cut short leaves no record", () => {
    writeLock(LOCKED);
    mkdirSync(path.join(directory, "node_modules", "decimal.js"), { recursive: true });
    expect(installReason()).toBe("no packages are installed yet");
  });

  test("as locked, without the optional package of another platform", () => {
    writeLock(LOCKED);
    writeInstalled({ "node_modules/decimal.js": { version: "10.6.0", integrity: "sha512-a" } });
    expect(installReason()).toBeNull();
  });

  test.each([
    ["another version", { version: "10.5.0", integrity: "sha512-a" }],
    ["other content", { version: "10.6.0", integrity: "sha512-z" }],
  ])("the lock file has %s", (_, installed) => {
    writeLock(LOCKED);
    writeInstalled({ "node_modules/decimal.js": installed });
    expect(installReason()).toBe("node_modules/decimal.js is not as package-lock.json says");
  });

  test("the lock file has a package more", () => {
    writeLock(LOCKED);
    writeInstalled({});
    expect(installReason()).toContain("node_modules/decimal.js");
  });

  test("no lock file", () => {
    expect(installReason).toThrow(/package-lock\.json is missing/);
  });
});

describe("findBrowser", () => {
  const findBrowser = (platform: string, env: Record<string, string>, programs: string[]) =>
    inTool<string | null>(
      "setup.mjs",
      `tool.findBrowser({
        platform: ${JSON.stringify(platform)},
        env: ${JSON.stringify(env)},
        canRun: (file) => ${JSON.stringify(programs)}.includes(file),
      })`,
    );
  const PATH = "/usr/local/bin:/usr/bin";

  test("the one that the user names comes first", () => {
    const env = { PATH, STATUT_BROWSER: "/opt/mine", CHROME_PATH: "/opt/other" };
    expect(findBrowser("linux", env, ["/opt/mine", "/opt/other", "/usr/bin/google-chrome"])).toBe("/opt/mine");
    expect(findBrowser("linux", { PATH, CHROME_PATH: "/opt/other" }, ["/opt/other", "/usr/bin/google-chrome"])).toBe(
      "/opt/other",
    );
  });

  test("a named one that is not there is an error, not another browser", () => {
    expect(() => findBrowser("linux", { PATH, STATUT_BROWSER: "/opt/gone" }, ["/usr/bin/google-chrome"])).toThrow(
      "STATUT_BROWSER names /opt/gone",
    );
  });

  test.each([
    ["linux", { PATH }, "/usr/local/bin/google-chrome"],
    ["linux", { PATH }, "/usr/bin/microsoft-edge"],
    ["linux", { PATH }, "/usr/bin/chromium"],
    ["darwin", { HOME: "/Users/an" }, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["darwin", { HOME: "/Users/an" }, "/Users/an/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
    ["win32", { PROGRAMFILES: "C:\\Program Files" }, "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
    [
      "win32",
      { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" },
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    ["win32", { LOCALAPPDATA: "C:\\Local" }, "C:\\Local\\Chromium\\Application\\chrome.exe"],
  ])("%s %j: %s", (platform, env, program) => {
    expect(findBrowser(platform, env, [program])).toBe(program);
  });

  test("Chrome before Edge before Chromium, wherever they are", () => {
    const all = ["/usr/local/bin/chromium", "/usr/local/bin/microsoft-edge", "/usr/bin/google-chrome"];
    expect(findBrowser("linux", { PATH }, all)).toBe("/usr/bin/google-chrome");
    expect(findBrowser("linux", { PATH }, all.slice(0, 2))).toBe("/usr/local/bin/microsoft-edge");
  });

  test.each(["linux", "darwin", "win32"])("none on %s", (platform) => {
    expect(findBrowser(platform, {}, [])).toBeNull();
  });
});

// The fake npm and apt-get are scripts that Windows would not start.
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("the command, in a copy of the project with a fake npm", () => {
  const asRoot = process.platform === "linux" && process.getuid?.() === 0 ? test : test.skip;
  const bin = () => path.join(directory, "bin");
  const npmCalls = () => path.join(directory, "npm-calls");

  beforeEach(() => {
    for (const file of ["setup.mjs", "process.mjs"]) {
      cpSync(path.join(root, "tools", file), path.join(directory, "tools", file));
    }
    writeLock(LOCKED);
    mkdirSync(bin());
  });

  function setup({ args = [], npmExit = 0 }: { args?: string[]; npmExit?: number } = {}) {
    const npm = path.join(directory, "npm-cli.js");
    writeFileSync(
      npm,
      `require("node:fs").writeFileSync(${JSON.stringify(npmCalls())}, process.argv.slice(2).join(" "));
       process.exitCode = ${npmExit};`,
    );
    return spawnSync(process.execPath, [path.join(directory, "tools", "setup.mjs"), ...args], {
      encoding: "utf8",
      env: { PATH: bin(), npm_execpath: npm },
    });
  }

  test("installs what is missing", () => {
    const { status, stdout } = setup({ args: ["--no-browser"] });
    expect(status).toBe(0);
    expect(stdout).toContain("Installing packages: no packages are installed yet.");
    expect(readFileSync(npmCalls(), "utf8")).toMatch(/^ci /);
  });

  test("stops when npm fails", () => {
    const { status, stderr } = setup({ args: ["--no-browser"], npmExit: 1 });
    expect(status).toBe(1);
    expect(stderr).toContain("npm ci failed");
  });

  test("is quiet when all is there", () => {
    writeInstalled({ "node_modules/decimal.js": LOCKED["node_modules/decimal.js"]! });
    writeProgram(path.join(bin(), "chromium"), "#!/bin/sh\n");
    expect(setup()).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(existsSync(npmCalls())).toBe(false);
  });

  test("goes on without a browser that it cannot install, and says how to get one", () => {
    writeInstalled({ "node_modules/decimal.js": LOCKED["node_modules/decimal.js"]! });
    const { status, stderr } = setup();
    expect(status).toBe(0);
    expect(stderr).toContain("No browser found: the tests in a browser are left out.");
    expect(stderr).toContain("STATUT_BROWSER=");
  });

  asRoot("installs Debian's chromium when it may", () => {
    writeInstalled({ "node_modules/decimal.js": LOCKED["node_modules/decimal.js"]! });
    const log = path.join(directory, "apt-calls");
    writeProgram(
      path.join(bin(), "apt-get"),
      `#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >> ${log}
if [ "$1" = install ]; then printf '#!/bin/sh\\n' > ${bin()}/chromium; /bin/chmod +x ${bin()}/chromium; fi
`,
    );
    const { status, stdout } = setup();
    expect(stdout).toContain("installing Debian's chromium");
    expect(readFileSync(log, "utf8")).toBe("noninteractive update\nnoninteractive install --yes chromium\n");
    expect(status).toBe(0);
  });
});
