// @ts-check
/** What a release holds, as bytes by file name. The same inputs give the same archive, byte by byte. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, zipSync } from "fflate";
import { escaped } from "../help/html.mjs";
import { atOrigin, DEVELOPMENT_URL } from "../origin.mjs";
import { root } from "../process.mjs";
import { splitFiles } from "./split.mjs";
/** @import { Versions } from "./versions.mjs" */

/** @typedef {Map<string, Uint8Array>} Files by their names, with slashes */

/** What the demo takes from the add-in: it loads them from beside its page. */
const SHARED = /^(?:functions(?:-\w+)?\.js(?:on)?$|functions\.js\.LICENSE\.txt$|assets\/|help\/|templates\/)/;

/** The files that hold the address; stamp.sh and stamp.ps1 know them by the same names. */
const HOLDS_ORIGIN = /(?:^|\/)(?:manifest(?:-\w+)?\.xml|functions(?:-\w+)*\.json|version\.json)$/;

const CHECKSUMS = "SHA256SUMS";

/** @param {string} folder @returns {Files} */
function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(names.map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(folder, name))]));
}

/** @param {string} folder @param {Files} files @returns {Files} */
const below = (folder, files) => new Map([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes]));

/** @param {Uint8Array} bytes */
export const checksum = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** In the order of their code units, which is that of no language. @param {Files} files @returns {Files} */
const sorted = (files) => new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));

/** @param {Files} files @returns {Files} */
const manifestOf = (files) => new Map([...files].filter(([name]) => name === "manifest.xml"));

/**
 * @param {object} what
 * @param {string} what.addin folder of the built add-in, for the address of the repository
 * @param {string | undefined} what.demo folder of the built workbench; there is none of a copy for trying
 * @param {Versions} what.versions
 * @param {string} what.origin where it will be served
 * @param {string | undefined} what.contact address that the support page names
 * @param {boolean} [what.split] whether it is six add-ins
 * @param {ReadonlyMap<string, string>} [what.vectors] texts of the conformance vectors, by file
 * @returns {Files}
 */
export function releaseFiles({ addin, demo, versions, origin, contact, split = false, vectors = new Map() }) {
  const found = filesIn(addin);
  const built = contact === undefined ? found : withContact(found, contact);
  const { manifests, metadata } = split ? splitFiles(built) : { manifests: manifestOf(built), metadata: [] };
  const version = strToU8(`${JSON.stringify({ ...versions, origin: DEVELOPMENT_URL }, null, 2)}\n`);
  const site = new Map([...built, ...metadata, ...manifests, ["version.json", version]]);
  if (split) site.delete("manifest.xml");
  const shared = new Map([...built].filter(([name]) => SHARED.test(name)));
  /** @type {Files} */
  const all = new Map([
    ...filesIn(path.join(root, "tools", "release", "files")),
    ["LICENSE.txt", readFileSync(path.join(root, "LICENSE"))],
    ["CITATION.cff", readFileSync(path.join(root, "CITATION.cff"))],
    ["docs/deploying.md", readFileSync(path.join(root, "docs", "deploying.md"))],
    ...below("hosting", filesIn(path.join(root, "hosting"))),
    ...manifests,
    ["version.json", version],
    ...below("vectors", new Map([...vectors].map(([name, text]) => [name, strToU8(text)]))),
    ...below("site", site),
    ...(demo === undefined ? [] : below("demo", new Map([...filesIn(demo), ...shared]))),
  ]);
  const stamped = new Map(
    [...all].map(([name, bytes]) => [
      name,
      HOLDS_ORIGIN.test(name) ? strToU8(atOrigin(strFromU8(bytes), origin)) : bytes,
    ]),
  );
  const files = sorted(stamped);
  const sums = [...files].map(([name, bytes]) => `${checksum(bytes)}  ${name}\n`);
  return sorted(new Map([...files, [CHECKSUMS, strToU8(sums.join(""))]]));
}

const SUPPORT = "help/support.html";

/** @param {Files} site @param {string} contact @returns {Files} */
function withContact(site, contact) {
  const page = strFromU8(/** @type {Uint8Array} */ (site.get(SUPPORT)));
  const shown = escaped(contact.replace(/^mailto:/, ""));
  const link = `<p><a href="${escaped(contact)}">${shown}</a></p>`;
  return new Map([...site, [SUPPORT, strToU8(page.replaceAll("<!-- contact -->", link))]]);
}

/** The oldest day that a zip can name. It is the reader's local time. */
const DATE = new Date(1980, 0, 1);
const UNIX = 3;
const MODES = { file: 0o100644, program: 0o100755 };

/** @param {Files} files @returns {Uint8Array} */
export function zipped(files) {
  return zipSync(
    Object.fromEntries(
      [...files].map(([name, bytes]) => {
        const mode = name.endsWith(".sh") ? MODES.program : MODES.file;
        return [name, [bytes, { mtime: DATE, os: UNIX, attrs: mode * 0x10000, level: 9 }]];
      }),
    ),
  );
}
