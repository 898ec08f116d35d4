// @ts-check
/**
 * nginx, for the tests that serve the built site: an installed one, else Debian's own, which is unpacked in build/nginx and not
 * installed, so that no server starts on this machine. Started, it prints the path of the program, or nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { isStarted, root } from "./process.mjs";

const FOLDER = path.join(root, "build", "nginx");
const UNPACKED = path.join(FOLDER, "usr", "sbin", "nginx");

/** @param {string} file */
const runs = (file) => spawnSync(file, ["-v"]).status === 0;

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} path of a program that runs
 */
function findNginx(env = process.env) {
  const named = env["STATUT_NGINX"];
  if (named) {
    if (!runs(named)) throw new Error(`STATUT_NGINX names ${named}, which is not a program that can be run.`);
    return named;
  }
  const folders = (env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return [...folders.map((folder) => path.join(folder, "nginx")), UNPACKED].find(runs) ?? null;
}

/** @param {string[]} args of apt-get */
const apt = (args) =>
  spawnSync("apt-get", ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", ...args], { cwd: FOLDER })
    .status === 0;

/** As `findNginx`; fetches Debian's where there is none. @returns {string | null} */
export function getNginx() {
  const found = findNginx();
  if (found || process.platform !== "linux") return found;
  mkdirSync(FOLDER, { recursive: true });
  if (!apt(["download", "nginx"]) && !(apt(["update"]) && apt(["download", "nginx"]))) return null;
  const archive = readdirSync(FOLDER).find((file) => file.endsWith(".deb"));
  if (archive) spawnSync("dpkg", ["-x", path.join(FOLDER, archive), FOLDER]);
  return findNginx();
}

if (isStarted(import.meta.url)) process.stdout.write(getNginx() ?? "");
