// @ts-check
import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../../tools/process.mjs";

/** @param {string} below @returns {string[]} by their path from the root */
export const filesOf = (below) =>
  readdirSync(path.join(root, below), { recursive: true, encoding: "utf8" })
    .map((name) => `${below}/${name.replaceAll("\\", "/")}`)
    .sort();
