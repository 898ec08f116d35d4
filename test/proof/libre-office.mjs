// @ts-check
/** LibreOffice, where it is installed: what it makes of a workbook. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

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
 * @param {"xlsx" | "csv"} [kind]
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
