// @ts-check
/**
 * Six add-ins instead of one, should a host refuse a manifest without namespace: INASTI, FUND and so on, each with the
 * functions of its prefix under their bare ids. Files of one kind open in the other, for both store `_xldudf_INASTI_QUARTERLY`.
 */
import { strFromU8, strToU8 } from "fflate";
/** @import { Files } from "./archive.mjs" */

/** Written once. The one with the pane keeps the Id of the manifest, under which workbooks have their settings. */
const IDS = {
  INASTI: null,
  FUND: "2c0876f6-a69b-400a-866b-d40d735c3861",
  PASSERELLE: "f2d12eae-bebc-4d2e-b186-559ba06eda50",
  COMPANY: "3ea380b3-514a-40eb-b303-374edbdb911e",
  BENEFIT: "b1d7844f-987f-4a4d-9a31-dce832eee499",
  PENSION: "1e40419b-cd2d-4055-ad82-d5bfd016b55c",
};

const METADATA = /^functions(-\w+)?\.json$/;

/**
 * @param {Files} site of one add-in
 * @returns {{ manifests: Files, metadata: Files }}
 */
export function splitFiles(site) {
  const text = (/** @type {string} */ name) => strFromU8(site.get(name) ?? new Uint8Array());
  const names = [...site.keys()].filter((name) => METADATA.test(name));
  const prefixes = new Set(
    JSON.parse(text("functions.json")).functions.map((/** @type {Entry} */ { id }) => prefixOf(id)),
  );
  const missing = [...prefixes].filter((prefix) => !(prefix in IDS));
  if (missing.length > 0) throw new Error(`${missing.join(", ")}: no Id for a manifest of its own.`);

  /** @type {Files} */
  const manifests = new Map();
  /** @type {Files} */
  const metadata = new Map();
  for (const [prefix, id] of Object.entries(IDS)) {
    manifests.set(`manifest-${prefix}.xml`, strToU8(manifestOf(text("manifest.xml"), prefix, id)));
    for (const name of names)
      metadata.set(name.replace("functions", `functions-${prefix}`), strToU8(metadataOf(text(name), prefix)));
  }
  return { manifests, metadata };
}

/** @typedef {{ id: string, name: string }} Entry */

/** @param {string} id */
const prefixOf = (id) => id.slice(0, id.indexOf("."));

/** @param {string} json @param {string} prefix */
function metadataOf(json, prefix) {
  const { functions, ...others } = JSON.parse(json);
  const own = functions.filter((/** @type {Entry} */ { id }) => prefixOf(id) === prefix);
  const bare = own.map((/** @type {Entry} */ entry) => {
    const id = entry.id.slice(prefix.length + 1);
    return { ...entry, id, name: id };
  });
  return `${JSON.stringify({ ...others, functions: bare }, null, 2)}\n`;
}

/**
 * @param {string} manifest of the one add-in
 * @param {string} prefix
 * @param {string | null} id null for the one that keeps pane and ribbon
 */
function manifestOf(manifest, prefix, id) {
  const named = manifest
    .replaceAll(/ *<!-- [^]*? -->\n/g, "")
    .replaceAll("taskpane.html", `taskpane.html?prefix=${prefix}`)
    .replaceAll(/functions(-\w+)?\.json/g, `functions-${prefix}$1.json`)
    .replace(/( *)<\/Metadata>\n/, `$&$1<Namespace resid="Functions.Namespace"/>\n`)
    .replace(/( *)<bt:ShortStrings>\n/, `$&$1  <bt:String id="Functions.Namespace" DefaultValue="${prefix}"/>\n`);
  return id === null ? named : withoutCommands(named, prefix, id);
}

/** Its one button shows the pane, which says what a function answers; the others are in the ribbon already. */
function withoutCommands(/** @type {string} */ manifest, /** @type {string} */ prefix, /** @type {string} */ id) {
  const kept = manifest
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${id}</Id>`)
    .replaceAll('Value="Statut Social"', `Value="Statut Social ${prefix}"`)
    .replaceAll(/ *<Control [^]*?<\/Control>\n/g, (control) => (control.includes('"ShowTaskpane"') ? control : ""));
  const used = new Set(Array.from(kept.matchAll(/ resid="([^"]+)"/g), ([, resid]) => resid));
  return kept.replaceAll(
    / *<bt:(Image|Url|String) id="([^"]+)"[^>]*?(?:\/>|>[^]*?<\/bt:\1>)\n/g,
    (resource, _, resid) => (used.has(resid) ? resource : ""),
  );
}
