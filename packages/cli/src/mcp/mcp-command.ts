import type { Command } from "commander";
import { DEFINITIONS, type FunctionId } from "../../../../src/definitions";
import { didYouMean, t } from "../../../../src/i18n";
import { similar } from "../../../../src/i18n/similar";
import { isRefusal } from "../../../core/src/refusal";
import { figuresOf, type SharedOptions, yearOf } from "../answer";
import { EXIT, Misuse } from "../exit";
import { fullName, IDS } from "../functions";
import type { Speech, World } from "../world";
import { refusalText } from "../written";

/** The command that answers another program until that ends. */
export const MCP = "mcp";

interface Options extends SharedOptions {
  readonly parameterYear?: string;
  readonly only?: string;
}

export function mcpCommand(command: Command, speech: Speech, world: World, end: (code: number) => void): void {
  command
    .summary(t("program:mcp/summary"))
    .description(t("program:mcp/description"))
    .option("--lang <code>", t("program:mcp/lang"))
    .option("--figures <file>", t("program:option/figures"))
    .option("--parameter-year <year>", t("program:option/parameter-year"))
    .option("--only <names>", t("program:mcp/only", { example: "inasti,fund.rate" }))
    .helpOption("-h, --help", t("program:option/help"))
    .action(async () => {
      const options = { ...command.parent!.opts<Options>(), ...command.opts<Options>() };
      end(await start(options, speech, world));
    });
}

async function start(options: Options, speech: Speech, world: World): Promise<number> {
  const ids = chosen(options.only);
  const parameterYear = yearOf(options.parameterYear);
  const figures = figuresOf(options, world);
  if (isRefusal(figures)) {
    world.err(`${refusalText(figures, world.codes)}\n`);
    return EXIT.refusal;
  }
  world.terminal?.(`${t("program:mcp/waiting")}\n`);
  // The protocol is loaded by those who speak it.
  const { serve } = await import("./server");
  await serve({ ids, speech, world, figures, parameterYear });
  return EXIT.answer;
}

/** The functions of the names that are given, which may be those of domains. */
function chosen(only: string | undefined): readonly FunctionId[] {
  if (only === undefined) return IDS;
  const names = only.split(",").map((name) => name.trim().toLowerCase().replace("_", "."));
  const domains = new Set(IDS.map(domainOf));
  for (const name of names) {
    if (domains.has(name) || Object.hasOwn(DEFINITIONS, name.toUpperCase())) continue;
    const meant = similar(name, new Map([...domains, ...IDS.map(fullName)].map((one) => [one.replace(".", ""), one])));
    throw new Misuse(t("program:error/unknown", { name, meant: didYouMean(meant) }).trim());
  }
  return IDS.filter((id) => names.includes(domainOf(id)) || names.includes(fullName(id)));
}

const domainOf = (id: string): string => fullName(id).slice(0, id.indexOf("."));
