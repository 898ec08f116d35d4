// @ts-check
/**
 * `npm run proof:packages`: what `npm test` asks of the packages, installed from their tarballs in an empty folder, on Node 20, 22 and 24
 * (`-- 22` for one), and how many rows a second the core package works out there. A Node that is not this one comes from the npm registry.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { npm, root } from "../../tools/process.mjs";

const MAJORS = process.argv.length > 2 ? process.argv.slice(2) : ["20", "22", "24"];
const folder = mkdtempSync(path.join(os.tmpdir(), "statut-node-"));

/** @param {string} major @returns {Promise<string | null>} */
async function nodeOf(major) {
  if (process.version.startsWith(`v${major}.`)) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const place = path.join(folder, major);
  const from = ["--prefix", place, "--ignore-scripts", "--no-audit", "--no-fund"];
  const { code } = await npm(["install", ...from, `node-${platform}-${process.arch}@${major}`], { capture: true });
  const binary = platform === "win" ? "node.exe" : "node";
  const bin = path.join(place, "node_modules", `node-${platform}-${process.arch}`, "bin", binary);
  return code === 0 ? bin : null;
}

const SPEED = `
  import * as batch from ${JSON.stringify(pathToFileURL(path.join(root, "dist-packages/core/batch.js")).href)};
  const COUNT = 2_000_000;
  const incomeCents = Float64Array.from({ length: COUNT }, (_, row) => (row * 6_137) % 13_000_000);
  const mixed = {
    category: Uint8Array.from({ length: COUNT }, (_, row) => row % batch.categories.length),
    year: Int32Array.from({ length: COUNT }, (_, row) => 2019 + (row % 8)),
  };
  const speed = (work) => {
    work();
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (COUNT / (user + system)).toFixed(1);
  };
  const one = speed(() => batch.quarterly({ incomeCents, category: "principal", year: 2026 }));
  const many = speed(() => batch.quarterly({ incomeCents, ...mixed, quarter: 1 }));
  const years = speed(() => batch.annual({ incomeCents, ...mixed }));
  process.stdout.write(one + " million quarters a second of one law, " + many + " of mixed laws, " + years + " million years");`;

let failures = 0;
try {
  writeFileSync(path.join(folder, "speed.mjs"), SPEED);
  for (const major of MAJORS) {
    const node = await nodeOf(major);
    if (node === null) {
      console.log(`Node ${major}: left out, the registry has none for this machine`);
      continue;
    }
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(root, "node_modules/jest/bin/jest.js"), "--ci", "-w", "1", "test/packages"],
      { cwd: root, encoding: "utf8", env: { ...process.env, STATUT_NODE: node } },
    );
    const counts = /^Tests:.*$/m.exec(stderr)?.[0] ?? stderr;
    const speed = execFileSync(node, [path.join(folder, "speed.mjs")], { encoding: "utf8" });
    console.log(`Node ${version}: ${counts}; ${speed}`);
    if (status === 0) continue;
    failures += 1;
    console.log(stderr);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
