import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");

/** What is made or fetched, and stands in no clone. */
export const MADE = [
  ".git",
  "build",
  "dist",
  "dist-workbench",
  "node_modules",
  "src/definitions/generated",
  "src/parameters/compiled",
];

/** Every file of the project, from its root, with slashes. */
export const files: readonly string[] = filesIn("");

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (MADE.includes(file)) return [];
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

export const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
