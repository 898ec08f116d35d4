// @ts-check
/**
 * `npm run package -- --origin https://host/path/`: builds add-in and demo and packs them, for that address, as
 * release/statut-social-<version>.zip with its checksum beside it. `--contact mailto:…` or `https://…` is what the support page names.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { contactOf, originOf } from "./origin.mjs";
import { isStarted, root } from "./process.mjs";
import { checksum, releaseFiles, zipped } from "./release/archive.mjs";
import { versionsOf } from "./release/versions.mjs";

const NO_ORIGIN = "Where will it be served? npm run package -- --origin https://host/path/";

async function main() {
  const { values } = parseArgs({ options: { origin: { type: "string" }, contact: { type: "string" } } });
  if (values.origin === undefined) throw new Error(NO_ORIGIN);
  const origin = originOf(values.origin);
  const contact = values.contact === undefined ? undefined : contactOf(values.contact);

  console.log("Building the add-in and the demo; this takes a minute.");
  await build(["addin", "workbench"], { demo: true });
  const versions = await versionsOf(path.join(root, "dist"));
  const files = releaseFiles({
    addin: path.join(root, "dist"),
    demo: path.join(root, "dist-workbench"),
    versions,
    origin,
    contact,
  });
  const name = `statut-social-${versions.code}.zip`;
  const zip = zipped(files);
  const folder = path.join(root, "release");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(path.join(folder, name), zip);
  writeFileSync(path.join(folder, `${name}.sha256`), `${checksum(zip)}  ${name}\n`);
  console.log(`release${path.sep}${name} is for ${origin} (${files.size} files, ${Math.round(zip.length / 1000)} kB).`);
}

if (isStarted(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
