// @ts-check
/** Asks the checks about one mutant after the other: a mutant that never comes back takes no more than this worker with it. */
import path from "node:path";
import { parentPort } from "node:worker_threads";
import { root } from "../../tools/process.mjs";
import { checks, registered } from "./checks.mjs";
import { loader } from "./loader.mjs";

const all = checks(loader());

/** @param {{ file: string, text: string }} mutant @returns {string | undefined} the first check that notices it */
function noticedBy({ file, text }) {
  try {
    const functions = registered(loader({ file: path.join(root, file), text }));
    return all.find(({ run }) => {
      try {
        return !run(functions);
      } catch {
        return true;
      }
    })?.name;
  } catch {
    return "loading";
  }
}

parentPort?.on("message", (mutant) => parentPort?.postMessage({ noticed: noticedBy(mutant) }));
parentPort?.postMessage({ ready: all.length });
