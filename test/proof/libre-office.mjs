// @ts-check
/** LibreOffice, where it is installed: what it makes of a workbook. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export const LEFT_OUT =
  "left out: LibreOffice is not installed (apt-get install --no-install-recommends libreoffice-calc)";

export const isInstalled = () => !spawnSync("soffice", ["--version"]).error;

/** One that has not ended by then hangs. */
const LONGEST = 1_800_000;

/**
 * Opens a workbook, calculates it and saves it as another kind of file.
 *
 * @param {string} directory for the workbook, its result and the program's own settings
 * @param {string} name of the workbook, without its ending
 * @param {Uint8Array} bytes
 * @param {"xlsx" | "csv" | "pdf"} [kind]
 */
export function saved(directory, name, bytes, kind = "xlsx") {
  const file = path.join(directory, `${name}.xlsx`);
  writeFileSync(file, bytes);
  const folder = path.join(directory, "saved");
  const profile = `-env:UserInstallation=file://${directory}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", kind, "--outdir", folder, file], {
    stdio: "ignore",
    timeout: LONGEST,
  });
  return readFileSync(path.join(folder, `${name}.${kind}`));
}

/** Formulas without the values that they gave last. @param {Uint8Array} bytes */
export function withoutValues(bytes) {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      parts[name] = strToU8(
        strFromU8(part)
          .replace(/ t="(?:str|e|b)"((?:(?!<\/c>|>).)*>)(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1$2")
          .replace(/(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1"),
      );
  return zipSync(parts);
}
