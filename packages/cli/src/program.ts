import { Command, type CommanderError, Help, Option } from "commander";
import { type Argument as Taken, DEFINITIONS, type Definition, type FunctionId } from "../../../src/definitions";
import { version } from "../../../src/definitions/generated/version";
import type help from "../../../src/i18n/en/help.json";
import type texts from "../../../src/i18n/en/program.json";
import { didYouMean, LANGUAGES, t, wordNames } from "../../../src/i18n";
import { similar } from "../../../src/i18n/similar";
import { folded } from "../../../src/i18n/words";
import { dataVersion } from "../../../src/parameters";
import { FIGURES, figuresCommand } from "./figures-command";
import { firstSentence, fullName, IDS, ownName } from "./functions";
import { answer, type CallOptions } from "./answer";
import { Misuse } from "./exit";
import { answerFile, type FileOptions, isTable } from "./files/files-command";
import { SQL, sqlCommand } from "./sql-command";
import { MCP, mcpCommand } from "./mcp/mcp-command";
import { STANDALONE, standaloneCommand } from "./standalone-command";
import type { FunctionHelp, Speech, World } from "./world";

/** The exit code of the command that ran. */
export interface Ended {
  code: number;
}

type Prefix = keyof (typeof help)["prefixes"];

/** The command line in a language: a command a function, and one that lists the figures of the law. */
export function programOf(speech: Speech, world: World, ended: Ended): Command {
  const program = new Command("statut-social");
  program
    .description(t("program:description"))
    .version(`${version} (${dataVersion})`, "-V, --version", t("program:option/version"))
    .usage(t("program:usage"))
    .exitOverride()
    .configureOutput({ writeOut: world.out, writeErr: world.err, outputError: () => undefined })
    .configureHelp(helpIn(world))
    .helpOption("-h, --help", t("program:option/help"))
    .helpCommand(false)
    .addHelpText("after", () => `\n${new Help().boxWrap(t("program:more"), world.columns)}`);
  shared(program);
  for (const id of IDS) addFunction(program, id, speech.functions[id]!, world, ended);
  figuresCommand(shared(program.command(FIGURES)), world, (code) => (ended.code = code));
  sqlCommand(shared(program.command(SQL)), world, (code) => (ended.code = code));
  standaloneCommand(shared(program.command(STANDALONE)), world, (code) => (ended.code = code));
  mcpCommand(program.command(MCP), speech, world, (code) => (ended.code = code));
  // Without a command there is nothing to do.
  program.action(() => {
    program.outputHelp({ error: true });
    throw new Misuse("");
  });
  return program;
}

/** The options that every command has, and the program itself, before its command. */
function shared(command: Command): Command {
  return command
    .addOption(new Option("--lang <code>", t("program:option/lang", { languages: LANGUAGES.join(", ") })))
    .option("--figures <file>", t("program:option/figures"))
    .option("--json", t("program:option/json"));
}

function addFunction(program: Command, id: FunctionId, texts: FunctionHelp, world: World, ended: Ended): void {
  const definition: Definition = DEFINITIONS[id];
  const takes = Object.entries(definition.takes);
  const short = ownName(id);
  const command = program.command(fullName(id));
  if (short !== undefined) command.alias(short);
  command
    .summary(firstSentence(texts.description))
    .description(texts.description)
    .helpGroup(t(`help:prefixes/${id.slice(0, id.indexOf(".")) as Prefix}`))
    .usage(takes.map(([name, { optional }]) => (optional ? `[${name}]` : `<${name}>`)).join(" "))
    .helpOption("-h, --help", t("program:option/help"));
  for (const [name, argument] of takes) {
    command.argument(`[${name}]`, meaning(argument, texts.parameters[name]!, name));
    command.addOption(new Option(argument.matrix ? `--${name} <rows...>` : `--${name} <value>`).hideHelp());
  }
  shared(command)
    .option("--explain", t("program:option/explain"))
    .option("--parameter-year <year>", t("program:option/parameter-year"))
    .addHelpText("after", () => details(id, texts, world, takes));
  const grouped = (flags: string, text: string): Option => new Option(flags, text).helpGroup(t("program:title/files"));
  command
    .addOption(grouped("-o, --output <file>", t("program:option/output")))
    .addOption(grouped("--map <argument=heading>", t("program:option/map")).argParser(collected))
    .addOption(grouped("--separator <sign>", t("program:option/separator")))
    .addOption(grouped("--sheet <name>", t("program:option/sheet")));
  command.action(async (...given: unknown[]) => {
    const typed = given.slice(0, takes.length) as (string | undefined)[];
    const options = { ...program.opts<CallOptions>(), ...command.opts<CallOptions & FileOptions>() };
    const [file, ...others] = typed;
    if (isTable(file)) {
      if (others.some((other) => other !== undefined)) throw new Misuse(t("program:files/error/place"));
      const named = Object.fromEntries(
        takes.flatMap(([name]) => (options[name] === undefined ? [] : [[name, [options[name] as string].flat()]])),
      );
      ended.code = await answerFile({ id, definition, file, typed: named, options }, world);
    } else {
      const foreign = (["output", "map", "separator", "sheet"] as const).find((name) => options[name] !== undefined);
      if (foreign !== undefined) throw new Misuse(t("program:files/error/no-file", { option: `--${foreign}` }));
      ended.code = answer({ id, definition, typed, options }, world);
    }
  });
}

/** All values of an option that may be given several times. */
const collected = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** What an argument is for, and the words that it takes. */
function meaning(
  { list, words }: Taken<unknown>,
  { name, description }: FunctionHelp["parameters"][string],
  id: string,
) {
  const called = name === id ? "" : `(${name}) `;
  const accepted = list === undefined || !words ? "" : ` [${wordNames(list, words as readonly string[])}]`;
  return called + description + accepted;
}

const INDENT = "  ";

/** What stands below the options. */
function details(
  id: string,
  texts: FunctionHelp,
  { examples, columns }: World,
  takes: readonly [string, Taken<unknown>][],
) {
  const wrapped = (text: string): string[] =>
    new Help()
      .boxWrap(text, columns - INDENT.length)
      .split("\n")
      .map((line) => INDENT + line);
  const paragraph = (text: string): string[] => new Help().boxWrap(text, columns).split("\n");
  const [first] = takes;
  const calls = (examples[id] ?? []).map((call) => `${INDENT}statut-social ${call}`);
  const hasRange = takes.some(([, { matrix }]) => matrix);
  return [
    ...section(t("help:result"), wrapped(texts.returns)),
    ...section(t("help:errors"), wrapped(texts.throws)),
    ...section(t("help:law"), wrapped(texts.law)),
    ...section(t("help:examples"), calls),
    ...(first === undefined ? [] : ["", ...paragraph(t("program:by-name", { option: `--${first[0]}` }))]),
    ...(hasRange ? paragraph(t("program:range")) : []),
    ...paragraph(t("program:by-file", { name: fullName(id) })),
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", headed(title), ...lines];

/** Some languages have a space before the colon. */
const headed = (title: string): string => t("program:heading", { title });

/** The headings of the help, which commander has in English. */
const TITLES: Readonly<Record<string, () => string>> = {
  "Usage:": () => headed(t("program:title/usage")),
  "Arguments:": () => headed(t("help:arguments")),
  "Options:": () => headed(t("program:title/options")),
  "Commands:": () => headed(t("program:title/others")),
};

/** What stands in a line of the help for whatever is typed there; the arguments of functions go by their names in the contract. */
const PLACEHOLDERS: Readonly<Record<string, keyof (typeof texts)["placeholder"]>> = {
  ...{ code: "code", file: "file", folder: "folder", day: "day", year: "year", form: "form", sign: "sign" },
  ...{ name: "name", names: "names", growth: "growth", "argument=heading": "map" },
};
const OF_COMMANDS: typeof PLACEHOLDERS = { words: "words", workbook: "workbook", options: "options" };

const told = (line: string, names: typeof PLACEHOLDERS): string =>
  line.replace(/(?<=[<[])[\w=]+(?=(?:\.\.\.)?[>\]])/g, (word) =>
    Object.hasOwn(names, word) ? t(`program:placeholder/${names[word]!}`) : word,
  );

const helpIn = ({ columns }: World): Partial<Help> => ({
  helpWidth: columns,
  optionTerm: ({ flags }) => told(flags, PLACEHOLDERS),
  optionDescription: ({ description, defaultValue }) =>
    defaultValue === undefined
      ? description
      : `${description} (${t("program:otherwise", { value: String(defaultValue) })})`,
  commandUsage: (command) => told(new Help().commandUsage(command), OF_COMMANDS),
  argumentTerm: (argument) => told(`<${argument.name()}>`, OF_COMMANDS).slice(1, -1),
  styleTitle: (title) => TITLES[title]?.() ?? headed(title),
  subcommandTerm: (command) => command.name(),
});

/** A word that commander quotes in its English sentence. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? "";
/** What commander found wrong, in the reader's language. Options of a function that are its arguments may have been meant too. */
export function misuseOf({ code, message }: CommanderError, command: Command): Misuse {
  const option = quoted(message).split(" ")[0]!;
  switch (code) {
    case "commander.unknownOption":
      return new Misuse(t("program:error/option", { option, meant: didYouMean(meantBy(option, command)) }).trim());
    case "commander.optionMissingArgument":
      return new Misuse(t("program:error/value", { option }));
    case "commander.excessArguments":
      return new Misuse(t("program:error/excess"));
    default:
      return new Misuse(message);
  }
}

const meantBy = (typed: string, { options }: Command): string[] =>
  similar(typed, new Map(options.flatMap(({ long }) => (long ? [[folded(long), long] as const] : []))));
