import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./tool";

const folder = path.join(root, "src/definitions");
const definitions = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(path.join(folder, file), "utf8"))
  .join("\n");

/** The comment that ends on the line above a definition, on one line. */
export function commentAbove(id: string): string {
  const end = definitions.indexOf(`*/\n  "${id}": `);
  const start = definitions.lastIndexOf("/**", end);
  return definitions
    .slice(start + 3, end)
    .replace(/\s*\n\s*\*\s?/g, " ")
    .trim();
}

/** Up to the first point before a space; a number keeps its own. */
export const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
