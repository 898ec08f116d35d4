import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

export const root = path.join(__dirname, "../..");

const built = (name: string): string => path.join(root, "dist-packages", name);

/** npm is a script: the one that started us, or the one beside Node. */
function npm(args: readonly string[], cwd: string): string {
  const cli = process.env["npm_execpath"];
  const options = { cwd, encoding: "utf8", env: { ...process.env, npm_config_update_notifier: "false" } } as const;
  return cli?.endsWith("npm-cli.js")
    ? execFileSync(process.execPath, [cli, ...args], options)
    : execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
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
  const others = Object.keys(manifest.dependencies).map((other) => path.join(root, "node_modules", other));
  const options = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  npm(["install", ...options, path.join(folder, packed.filename), ...others], folder);
  return {
    folder,
    files: packed.files.map((file) => file.path),
    manifest,
    /** What a module says as JSON on its output. */
    run: <T>(source: string): T => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-"], {
        cwd: folder,
        input: source,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as T;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Installed = ReturnType<typeof installed>;
