// @ts-check
/**
 * Makes a fresh clone ready. npm runs it before `start`, `test` and their like, when no package is installed yet, so it
 * imports nothing but Node itself and says nothing when there is nothing to do.
 *
 * `--no-browser`: leave the browser alone (who only serves pages needs none).
 */
import { accessSync, constants, readFileSync } from "node:fs";
import path from "node:path";
import { isStarted, npm, root, run } from "./process.mjs";

const OLDEST_NODE = "20.19.0";

/**
 * @param {string} version
 * @returns {string | null} what is wrong with this Node, or null
 */
export function nodeProblem(version) {
  const tooOld = version.localeCompare(OLDEST_NODE, "en", { numeric: true }) < 0;
  return tooOld
    ? `This project needs Node.js ${OLDEST_NODE} or later; this is ${version}. Get one at https://nodejs.org/ and try again.`
    : null;
}

/**
 * Compares what the lock file asks for with npm's own record of what it installed. Not by file dates: in a fresh clone
 * they are the time of the clone.
 *
 * @param {string} directory
 * @returns {string | null} why packages must be installed, or null
 */
export function installReason(directory) {
  const wanted = lockedPackages(path.join(directory, "package-lock.json"));
  if (!wanted) throw new Error(`package-lock.json is missing in ${directory}.`);
  const installed = lockedPackages(path.join(directory, "node_modules", ".package-lock.json"));
  if (!installed) return "no packages are installed yet";

  for (const [place, entry] of Object.entries(wanted)) {
    // The root is not in npm's record; an optional package may be meant for another platform.
    if (place === "" || entry.optional) continue;
    const found = installed[place];
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) {
      return `${place} is not as package-lock.json says`;
    }
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | null} null when there is no such file
 */
function lockedPackages(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  return JSON.parse(text).packages;
}

/**
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {(file: string) => boolean} canRun
 */

/** @type {Machine} */
const thisMachine = { env: process.env, platform: process.platform, canRun };

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser that the user names, else an installed Chrome, Edge or Chromium.
 *
 * @param {Machine} [machine]
 * @returns {string | null} path of its executable
 */
export function findBrowser(machine = thisMachine) {
  for (const name of ["STATUT_BROWSER", "CHROME_PATH"]) {
    const file = machine.env[name];
    if (!file) continue;
    if (!machine.canRun(file)) throw new Error(`${name} names ${file}, which is not a program that can be run.`);
    return file;
  }
  return installedBrowsers(machine).find(machine.canRun) ?? null;
}

/**
 * @param {Machine} machine
 * @returns {string[]} where a browser would be, best first
 */
function installedBrowsers({ env, platform }) {
  if (platform === "win32") {
    const folders = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
      "Chromium\\Application\\chrome.exe",
    ];
    return inEach(folders, programs, path.win32);
  }
  if (platform === "darwin") {
    const folders = ["/Applications", env["HOME"] && `${env["HOME"]}/Applications`];
    const programs = ["Google Chrome", "Microsoft Edge", "Chromium"].map((app) => `${app}.app/Contents/MacOS/${app}`);
    return inEach(folders, programs, path.posix);
  }
  const programs = [
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "chromium",
    "chromium-browser",
  ];
  return onPath(programs, env);
}

/**
 * @param {string[]} programs best first
 * @param {NodeJS.ProcessEnv} env
 */
function onPath(programs, env) {
  return inEach((env["PATH"] ?? "").split(":"), programs, path.posix);
}

/**
 * @param {(string | undefined)[]} folders
 * @param {string[]} programs best first
 * @param {path.PlatformPath} paths
 */
function inEach(folders, programs, paths) {
  return programs.flatMap((program) => folders.flatMap((folder) => (folder ? [paths.join(folder, program)] : [])));
}

/** Debian's own package, where we are allowed to install it. */
async function installBrowser() {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  if (!isRoot || !onPath(["apt-get"], process.env).some(canRun)) return;

  console.log("No browser found: installing Debian's chromium.");
  for (const args of [["update"], ["install", "--yes", "chromium"]]) {
    const { code, output } = await run("apt-get", args, { capture: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (code !== 0) {
      console.error(output);
      return;
    }
  }
}

const NO_BROWSER = `No browser found: the tests in a browser are left out. Any of these helps:
  - install Google Chrome, Microsoft Edge or Chromium;
  - on Debian, as root: apt-get install chromium;
  - name the program of one that is elsewhere: STATUT_BROWSER=/path/to/chrome npm test`;

/** @param {string[]} args */
async function setup(args) {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new Error(problem);

  const reason = installReason(root);
  if (reason) {
    console.log(`Installing packages: ${reason}.`);
    // NODE_ENV=production would leave out the tools that build and test.
    const { code } = await npm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
    if (code !== 0) throw new Error("npm ci failed; its message is above.");
  }

  if (args.includes("--no-browser") || findBrowser()) return;
  await installBrowser();
  // All the other tests need none.
  if (!findBrowser()) console.warn(NO_BROWSER);
}

if (isStarted(import.meta.url)) {
  setup(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
