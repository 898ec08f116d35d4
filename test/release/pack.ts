import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { root } from "../tools/tool";

export type Files = ReadonlyMap<string, Buffer>;

const made: string[] = [];

/** Removes the folders of a file's tests. */
export const tidy = (): void => made.forEach((folder) => rmSync(folder, { recursive: true, force: true }));

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "statut-release-"));
  made.push(folder);
  return folder;
}

interface What {
  readonly origin: string;
  readonly split?: boolean;
  /** Folder of the demo's page. */
  readonly demo?: string;
  readonly contact?: string;
  /** They take a second to work out. */
  readonly vectors?: boolean;
}

const tool = (file: string): string => JSON.stringify(pathToFileURL(path.join(root, "tools", "release", file)).href);

/** The archive of what the tests have built, as `npm run package` makes it after its own build. */
export function packed(
  { origin, split = false, demo, contact, vectors = false }: What,
  env: NodeJS.ProcessEnv = {},
): Buffer {
  const file = path.join(newFolder(), "release.zip");
  const what = { addin: path.join(root, "dist"), demo, origin, split, contact };
  const source = `
    import { writeFileSync } from "node:fs";
    import { releaseFiles, zipped } from ${tool("archive.mjs")};
    import { versionsOf } from ${tool("versions.mjs")};
    import { vectorFiles } from ${JSON.stringify(pathToFileURL(path.join(root, "tools", "vectors.mjs")).href)};
    const what = ${JSON.stringify(what)};
    const versions = await versionsOf(what.addin);
    writeFileSync(${JSON.stringify(file)}, zipped(releaseFiles({ ...what, versions, vectors: ${vectors} ? vectorFiles() : undefined })));`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", source], { env: { ...process.env, ...env } });
  return readFileSync(file);
}

export const unpacked = (zip: Buffer): Files =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

/** Writes files into a folder of their own; its path. */
export function written(files: Files): string {
  const folder = newFolder();
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}

interface Metadata {
  readonly functions: readonly { readonly id: string; readonly name: string; readonly helpUrl: string }[];
}

/** The metadata for Excel among the files, by their names. */
export const metadataIn = (files: Files): Map<string, Metadata["functions"]> =>
  new Map(
    [...files]
      .filter(([name]) => /(?:^|\/)functions[^/]*\.json$/.test(name))
      .map(([name, bytes]) => [name, (JSON.parse(bytes.toString()) as Metadata).functions]),
  );
