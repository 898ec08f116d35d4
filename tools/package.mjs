// @ts-check
/**
 * `npm run package -- --origin https://host/path/`: builds add-in and demo and packs them, for that address, as
 * release/statut-social-<version>.zip with its checksum beside it.
 *
 * `--contact mailto:…` or `https://…`: what the support page names.
 * `--dev`: a copy for trying, which lives beside the other one in the same Excel.
 * `--split`: six add-ins with a namespace each, should a host refuse the one without.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import devCopy from "./dev-copy.cjs";
import { contactOf, originOf } from "./origin.mjs";
import { isStarted, root } from "./process.mjs";
import { checksum, releaseFiles, zipped } from "./release/archive.mjs";
import { versionsOf } from "./release/versions.mjs";
import { writeTemplates } from "./templates.mjs";
import { vectorFiles } from "./vectors.mjs";

const NO_ORIGIN = "Where will it be served? npm run package -- --origin https://host/path/";

async function main() {
  const { values } = parseArgs({
    options: {
      origin: { type: "string" },
      contact: { type: "string" },
      dev: { type: "boolean" },
      split: { type: "boolean" },
    },
  });
  const { dev = false, split = false } = values;
  if (values.origin === undefined) throw new Error(NO_ORIGIN);
  if (dev && split) throw new Error("A copy for trying is one add-in: give --dev or --split, not both.");
  const origin = originOf(values.origin);
  const contact = values.contact === undefined ? undefined : contactOf(values.contact);

  console.log(`Building ${dev ? "a copy for trying" : "the add-in and the demo"}; this takes a minute.`);
  if (!dev) await writeTemplates();
  await build(dev ? ["addin"] : ["addin", "workbench"], { dev, demo: true });
  const addin = path.join(root, dev ? devCopy.FOLDER : "dist");
  const versions = await versionsOf(addin);
  const demo = dev ? undefined : path.join(root, "dist-workbench");
  const vectors = dev ? new Map() : vectorFiles();
  const files = releaseFiles({ addin, demo, versions, origin, contact, split, vectors });

  const name = ["statut-social", versions.code, dev && "dev", split && "split"].filter(Boolean).join("-") + ".zip";
  const zip = zipped(files);
  const folder = path.join(root, "release");
  mkdirSync(folder, { recursive: true });
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
