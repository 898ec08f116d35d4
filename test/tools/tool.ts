import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const root = path.join(__dirname, "..", "..");

/**
 * Evaluates `expression`, with the exports of a tool as `tool`, in a Node of its own: the tools are ES modules, which
 * Jest does not load from CommonJS. What it throws is thrown here.
 */
export function inTool<T>(file: string, expression: string): T {
  const source = `
    import * as tool from ${JSON.stringify(pathToFileURL(path.join(root, "tools", file)).href)};
    let answer;
    try { answer = { value: ${expression} }; } catch (error) { answer = { error: error.message }; }
    process.stdout.write(JSON.stringify(answer));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", source], { encoding: "utf8" });
  const answer = JSON.parse(output) as { value: T } | { error: string };
  if ("error" in answer) throw new Error(answer.error);
  return answer.value;
}

/** Runs a script of the project as npm does; all that it prints. */
export function runScript(
  file: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, file), ...args], {
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}
