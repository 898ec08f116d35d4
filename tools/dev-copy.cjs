// @ts-check
/**
 * A copy of the add-in for trying, beside the one that people work with: another Id, another name, and functions that are called
 * DEV.INASTI.QUARTERLY and so on, for in one Excel a name is one add-in's. As webpack loader it gives the sources these
 * names, so that whatever registers, reads, writes or mentions a function does so by its name in the copy.
 */
const { readFileSync } = require("node:fs");
const path = require("node:path");

const PREFIX = "DEV.";
const ID = { released: "7a7f2ffc-1f71-40b8-93e6-a93ace5cf0f7", dev: "78f8912e-e4be-46ce-b070-d3a22ce5d460" };

/** @returns {string[]} */
const ids = () => {
  const file = path.join(__dirname, "../build/metadata/functions.json");
  return JSON.parse(readFileSync(file, "utf8")).functions.map((/** @type {{ id: string }} */ { id }) => id);
};

/** @type {RegExp | undefined} */
let names;

/** The names of functions, and those of their help pages. */
function namesOfFunctions() {
  const all = ids().map((id) => id.replaceAll(".", "\\."));
  return (names ??= new RegExp(
    `(?<![\\w.])(?:(?:${all.join("|")})(?!\\w|\\.\\w)|(?:${all.join("|").toLowerCase()})(?=\\.html))`,
    "g",
  ));
}

/** @param {string} text */
const inDevCopy = (text) =>
  text.replace(namesOfFunctions(), (name) => (name === name.toUpperCase() ? PREFIX : PREFIX.toLowerCase()) + name);

/** @param {string} manifest */
function devManifest(manifest) {
  if (!manifest.includes(ID.released)) throw new Error(`manifest.xml has no longer the Id ${ID.released}.`);
  return inDevCopy(manifest)
    .replaceAll(ID.released, ID.dev)
    .replaceAll('Value="Statut Social"', 'Value="Statut Social DEV"');
}

/** For webpack. @type {import("webpack").RuleSetRule} */
const rule = { test: /\.(?:tsx?|json)$/, include: path.join(__dirname, "../src"), loader: __filename, enforce: "pre" };

module.exports = Object.assign(inDevCopy, { rule, manifest: devManifest, PREFIX, FOLDER: "build/dev" });
