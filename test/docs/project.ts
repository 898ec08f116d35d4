import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");

/** What is made or fetched, and stands in no clone. */
export const MADE = [
  ".git",
  "build",
  "dist",
  "dist-packages",
  "dist-workbench",
  "node_modules",
  "release",
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

export const matches = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, found]) => found!);

export const FENCED = /^```.*\n([^]*?)^```$/gm;

const TOP = /^(?:src|test|tools|docs|bench|assets|\.github|\.ci)(?:\/|$)/;
/** A script or a page without a folder is one that a browser loads. */
const FILE = /^[\w<>*{},./-]+\.(?:ts|tsx|mjs|cjs|json|ya?ml|md|xml)$|^[\w<>*{},.-]+\/[\w<>*{},./-]+\.(?:js|html|css)$/;

/** The files and folders that a text names: whole, or by the end of their path. `<name>` and `*` stand for a part of one. */
export function pathsIn(text: string): string[] {
  const inline = matches(text.replace(FENCED, ""), /`([^`\n]+)`/g);
  const first = matches(text, FENCED).flatMap((block) => matches(block, /^ *(\S+)/gm));
  return [...inline, ...first].flatMap((each) => each.split(/\s+/)).filter((each) => TOP.test(each) || FILE.test(each));
}

const escaped = (text: string): string => text.replace(/[.+^$()[\]|\\]/g, "\\$&");

/** Matches the files that a name stands for, whole or by the end of their path, and what is in a folder. */
export function patternOf(name: string): RegExp {
  const part = escaped(name.replace(/\/$/, ""))
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => `(?:${choices.split(",").join("|")})`)
    .replace(/<[^<>]*>|\*/g, "[^/]+");
  return new RegExp(`(?:^|/)${part}(?:/|$)`);
}
