import { type Command, CommanderError } from "commander";
import { isLanguage, LANGUAGES, languageOf, reader, t } from "../../../src/i18n";
import { holdAll } from "../../core/src/all-figures";
import { withoutHyphen } from "./cells";
import { EXIT, Misuse } from "./exit";
import { FIGURES } from "./figures-command";
import { commandName } from "./functions";
import { MCP } from "./mcp/mcp-command";
import { type Ended, misuseOf, programOf } from "./program";
import { SQL } from "./sql-command";
import { STANDALONE } from "./standalone-command";
import type { Surroundings } from "./world";

/** What commander ends with where help or the version was asked for. */
const SHOWN: readonly string[] = ["commander.helpDisplayed", "commander.help", "commander.version"];

/** Runs a command line; the exit code. Never ends the process by itself. */
export async function run(typed: readonly string[], surroundings: Surroundings): Promise<number> {
  holdAll();
  const named = languageNamed(typed);
  const ofMachine = languageOf(machineLanguage(surroundings.environment));
  const code = named !== undefined && isLanguage(named) ? named : ofMachine;
  const speech = await surroundings.speech(code);
  reader.language = code;
  const { language, codes } = speech;
  const world = { ...surroundings, language, codes };
  try {
    if (named !== undefined && !isLanguage(named))
      throw new Misuse(t("program:error/language", { given: named, languages: LANGUAGES.join(", ") }));
    const ended: Ended = { code: EXIT.answer };
    const program = programOf(speech, world, ended);
    await parsed(program, commandLine(typed));
    return ended.code;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    if (error.message !== "") world.err(`${error.message}\n`);
    return EXIT.misuse;
  }
}

/** Help and version that were asked for are answers. */
async function parsed(program: Command, line: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(line, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (SHOWN.includes(error.code)) return;
    const command = program.commands.find((one) => [one.name(), one.alias()].some((name) => line.includes(name)));
    throw misuseOf(error, command ?? program);
  }
}

/** The language has to be known before anything can be said. */
function languageNamed(typed: readonly string[]): string | undefined {
  const at = typed.findIndex((one) => one === "--lang" || one.startsWith("--lang="));
  if (at < 0) return undefined;
  return typed[at]!.startsWith("--lang=") ? typed[at]!.slice("--lang=".length) : typed[at + 1];
}

/** As POSIX says it. */
const machineLanguage = (environment: Surroundings["environment"]): string =>
  environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";

/** Options before the command that have a value. */
const WITH_VALUE: readonly string[] = ["--lang", "--figures"];

/** The command by its name here, and losses that are no options. */
function commandLine(typed: readonly string[]): string[] {
  const at = typed.findIndex((one, index) => !one.startsWith("-") && !WITH_VALUE.includes(typed[index - 1] ?? ""));
  return typed.map((one, index) =>
    index === at ? commandName(one, [FIGURES, SQL, STANDALONE, MCP]) : withoutHyphen(one),
  );
}
