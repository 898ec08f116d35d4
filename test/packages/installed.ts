import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

export const root = path.join(__dirname, "../..");

/** The Node that uses the packages; `npm run proof:packages` tries several. */
export const NODE = process.env["STATUT_NODE"] ?? process.execPath;

const built = (name: string): string => path.join(root, "dist-packages", name);

/** npm is a script: the one that started us, or the one beside Node. */
function npm(args: readonly string[], cwd: string): string {
  const cli = process.env["npm_execpath"];
  const options = { cwd, encoding: "utf8", env: { ...process.env, npm_config_update_notifier: "false" } } as const;
  return cli?.endsWith("npm-cli.js")
    ? execFileSync(process.execPath, [cli, ...args], options)
    : execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
}

const placeOf = (name: string): string => path.join(root, "node_modules", name);

/** Packages with those that they need themselves. */
function withTheirs(names: readonly string[], all = new Set<string>()): Set<string> {
  for (const name of names.filter((one) => !all.has(one))) {
    all.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(placeOf(name), "package.json"), "utf8")) as {
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    withTheirs(Object.keys(dependencies), all);
  }
  return all;
}

/** An empty folder into which a built package was installed from its tarball, and nothing from a registry. */
export function installed(name: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `statut-${name}-`));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder, built(name)], folder)) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  const manifest = JSON.parse(readFileSync(path.join(built(name), "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const others = [...withTheirs(Object.keys(manifest.dependencies))].map(placeOf);
  const options = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  npm(["install", ...options, path.join(folder, packed.filename), ...others], folder);
  const { ask, end } = program(folder);
  return {
    folder,
    files: packed.files.map((file) => file.path),
    manifest,
    ask,
    remove: () => {
      end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Installed = ReturnType<typeof installed>;

/** Loads one module after the other, and says what each exports by default. */
const SERVER = `
  import { createInterface } from "node:readline";
  for await (const module of createInterface({ input: process.stdin })) {
    const answer = await import(module).then(({ default: value }) => ({ value }), ({ stack }) => ({ error: stack }));
    process.stdout.write(JSON.stringify(answer) + "\\n");
  }`;

/** A program that uses what is installed in a folder: one process, for a start takes longer than most answers. */
function program(folder: string) {
  const child = spawn(NODE, ["--input-type=module", "--eval", SERVER], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let count = 0;
  /** What a module exports by default. */
  const ask = async <T>(source: string): Promise<T> => {
    const file = path.join(folder, `module-${count++}.mjs`);
    writeFileSync(file, source);
    child.stdin.write(`${pathToFileURL(file).href}\n`);
    const { value: line } = (await lines.next()) as { value: string | undefined };
    const answer = JSON.parse(line ?? '{"error":"the program ended"}') as { value: T } | { error: string };
    if ("error" in answer) throw new Error(answer.error);
    return answer.value;
  };
  return { ask, end: () => child.kill() };
}
