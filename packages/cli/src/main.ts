import { readFileSync } from "node:fs";
import type { Language as Code } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { run } from "./run";
import type { Speech, Surroundings } from "./world";

/** What is made when the package is built. */
interface Made {
  readonly examples: Surroundings["examples"];
  readonly languages: Readonly<Record<Code, () => Promise<{ readonly default: Speech }>>>;
}

const NARROWEST = 60;
const WIDEST = 120;

/** Runs the command line of this process. */
export async function main({ examples, languages }: Made): Promise<void> {
  // Whoever reads it, `head` for one, may have enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const now = new Date();
  process.exitCode = await run(process.argv.slice(2), {
    examples,
    speech: async (code) => (await languages[code]()).default,
    environment: process.env,
    read: (file) => readFileSync(file, "utf8"),
    today: day(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: Math.min(Math.max(process.stdout.columns ?? WIDEST, NARROWEST), WIDEST),
  });
}
