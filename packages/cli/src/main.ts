import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import type { Language as Code } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { EXIT } from "./exit";
import { unfinishedFiles } from "./files/output";
import { run } from "./run";
import type { Speech, Surroundings } from "./world";

/** What is made when the package is built. */
interface Made {
  readonly examples: Surroundings["examples"];
  readonly names: Surroundings["names"];
  readonly languages: Readonly<Record<Code, () => Promise<{ readonly default: Speech }>>>;
}

const NARROWEST = 60;
const WIDEST = 120;

/** What a shell makes of a program that was stopped. */
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** Whoever reads it may have enough: then nothing more is worked out. */
async function put(text: string): Promise<void> {
  if (process.stdout.destroyed || process.stdout.errored) process.exit(EXIT.answer);
  if (!process.stdout.write(text)) await Promise.race([once(process.stdout, "drain"), once(process.stdout, "close")]);
}

/** Runs the command line of this process. */
export async function main({ examples, names, languages }: Made): Promise<void> {
  // Whoever reads it, `head` for one, may have enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  for (const [signal, code] of SIGNALS)
    process.once(signal, () => {
      for (const file of unfinishedFiles()) rmSync(file, { recursive: true, force: true });
      process.exit(code);
    });
  const now = new Date();
  process.exitCode = await run(process.argv.slice(2), {
    examples,
    names,
    speech: async (code) => (await languages[code]()).default,
    environment: process.env,
    read: (file) => readFileSync(file, "utf8"),
    today: day(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    put,
    terminal: process.stderr.isTTY ? (text) => void process.stderr.write(text) : undefined,
    now: () => performance.now(),
    columns: Math.min(Math.max(process.stdout.columns ?? WIDEST, NARROWEST), WIDEST),
  });
}
