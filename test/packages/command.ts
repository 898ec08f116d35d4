import { spawnSync } from "node:child_process";
import path from "node:path";
import { type Installed, NODE } from "./installed";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Spaces that do not break are spaces. */
const plain = (text: string): string => text.replace(/[^\S\n]/g, " ");

interface Start {
  readonly env?: NodeJS.ProcessEnv;
  /** Of Node. */
  readonly options?: readonly string[];
}

/** How a shell starts the installed command. */
export const commandOf = (cli: Installed, args: readonly string[], options: readonly string[] = []): string[] => [
  ...options,
  path.join(cli.folder, "node_modules/.bin/statut-social"),
  ...args,
];

/** The command as a shell starts it. */
export function started(cli: Installed, args: readonly string[], { env = {}, options = [] }: Start = {}): Ended {
  const line = commandOf(cli, args, options);
  const surroundings = { cwd: cli.folder, encoding: "utf8", env: { PATH: process.env["PATH"], ...env } } as const;
  const { status, stdout, stderr } = spawnSync(NODE, line, { ...surroundings, maxBuffer: 2 ** 28 });
  return { code: status, out: plain(stdout), err: plain(stderr) };
}

/** Command lines one after the other in one process, on one day. */
export async function ranAll(cli: Installed, lines: readonly (readonly string[])[]): Promise<Ended[]> {
  const ended = await cli.ask<Ended[]>(`
    import { readFileSync } from "node:fs";
    import { run } from "./node_modules/statut-social/lib/packages/cli/src/run.js";
    import examples from "./node_modules/statut-social/examples.js";
    import names from "./node_modules/statut-social/names.js";
    process.chdir(${JSON.stringify(cli.folder)});
    const ended = [];
    for (const line of ${JSON.stringify(lines)}) {
      let out = "", err = "";
      const code = await run(line, {
        examples, names, environment: {}, columns: 100, today: 46357,
        speech: async (code) => (await import("./node_modules/statut-social/languages/" + code + ".js")).default,
        read: (file) => readFileSync(file, "utf8"), out: (text) => { out += text; }, err: (text) => { err += text; },
        put: async (text) => { out += text; }, now: () => 0 });
      ended.push({ code, out, err });
    }
    export default ended;`);
  return ended.map(({ code, out, err }) => ({ code, out: plain(out), err: plain(err) }));
}
