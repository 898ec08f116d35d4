import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { root } from "./tool";

const NOT_COPIED = ["node_modules", "dist", "dist-workbench", "build", "release", ".git"];

/** A copy of the project, as a clone would be, in a folder whose name is not plain; its packages are ours. */
export function cloned(): string {
  const folder = path.join(realpathSync(mkdtempSync(path.join(os.tmpdir(), "statut-"))), "Société & fils");
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !NOT_COPIED.includes(path.relative(root, source)),
  });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  return folder;
}

export const removeClone = (folder: string): void => rmSync(path.dirname(folder), { recursive: true, force: true });

/** A folder of programs: what the dev server needs to run, and `scripts` in the place of what it must not reach. */
export function programs(folder: string, scripts: Readonly<Record<string, string>>): string {
  const bin = path.join(folder, "build", "bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, path.join(bin, "node"));
  for (const name of ["npm", "sh"]) {
    const found = (process.env["PATH"] ?? "").split(path.delimiter).map((place) => path.join(place, name));
    const [program] = found.filter(exists);
    if (program) symlinkSync(realpathSync(program), path.join(bin, name));
  }
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

function exists(file: string): boolean {
  try {
    return realpathSync(file) !== "";
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface DevServer {
  readonly url: string;
  /** All that it has said. */
  readonly said: () => string;
  stop(): Promise<void>;
}

/** Starts tools/start.mjs and waits until it names its address. */
export async function startDevServer(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<DevServer> {
  const child = spawn(process.execPath, ["tools/start.mjs", ...args], { cwd: folder, env });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /Statut Social is at (\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", (code) => reject(new Error(`The dev server ended with ${code}:\n${said}`)));
  });
  return { url, said: () => said, stop: () => stopped(child) };
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on("close", () => resolve());
    child.kill();
  });
}
