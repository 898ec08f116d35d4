import path from "node:path";
import { type Command, Option } from "commander";
import { indexation } from "../../../src/definitions/arguments";
import { held } from "../../../src/definitions/cells";
import { version } from "../../../src/definitions/generated/version";
import { didYouMean, LANGUAGES, t } from "../../../src/i18n";
import { similar } from "../../../src/i18n/similar";
import { isParameterYear } from "../../../src/page/parameter-year";
import { dataVersion } from "../../../src/parameters";
import { lastKnownYear } from "../../../src/rules/contributions";
import { type Engine, ENGINES, type Law, lawOf, type Relation } from "../../../src/sql";
import { within } from "../../core/src/context";
import { attempted, isRefusal } from "../../core/src/refusal";
import type { Refusal } from "../../core/src/types";
import { figuresOf, json, type SharedOptions } from "./answer";
import { cellOf } from "./cells";
import { EXIT, Misuse } from "./exit";
import { folderInPlaceOf } from "./files/output";
import { fileProblem, problem } from "./files/problem";
import { namesOf, strangerIn, writeLaw } from "./sql/files";
import { readmeOf, yearsIn } from "./sql/readme";
import type { World } from "./world";
import { refusalText } from "./written";

/** The command that writes the law as tables, and the functions in SQL. */
export const SQL = "sql";

/** Years to come that the tables have where a growth of the index is assumed. */
const YEARS_AHEAD = 10;

interface Options extends SharedOptions {
  readonly output?: string;
  readonly dialect?: string;
  readonly indexation?: string;
  readonly until?: string;
}

export function sqlCommand(command: Command, world: World, end: (code: number) => void): void {
  command
    .summary(t("program:sql/summary"))
    .description(t("program:sql/description"))
    .option("-o, --output <folder>", t("program:sql/output"))
    .addOption(new Option("--dialect <names>", t("program:sql/dialect", { dialects: ENGINES.join(", ") })))
    .option("--indexation <growth>", t("program:sql/indexation", { example: t("program:sql/example") }))
    .option("--until <year>", t("program:sql/until", { years: YEARS_AHEAD }))
    .helpOption("-h, --help", t("program:option/help"))
    .action(async () => {
      const options = { ...command.parent!.opts<Options>(), ...command.opts<Options>() };
      end(await write(options, world));
    });
}

async function write(options: Options, world: World): Promise<number> {
  const { output } = options;
  if (output === undefined) throw new Misuse(t("program:error/value", { option: "--output" }));
  const engines = enginesOf(options.dialect);
  // Reasons are written in each language.
  await Promise.all(LANGUAGES.map(world.speech));
  const written = writtenFor(options, engines, world);
  if (isRefusal(written)) {
    if (options.json) world.out(json({ refusal: written }));
    else world.err(`${refusalText(written, world.codes)}\n`);
    return EXIT.refusal;
  }
  const { law, readme } = written;
  await requireOurs(output, law);
  await folderInPlaceOf(output, (beside) => writeLaw(law, engines, readme, beside));
  const [first, last] = yearsIn(law);
  if (options.json) {
    const rows = Object.fromEntries(
      Object.values<Relation>({ ...law }).map((table) => [table.name, table.rows.length]),
    );
    world.out(json({ output, dialects: engines, years: [first, last], rows, codeVersion: version, dataVersion }));
  } else {
    const facts = { folder: output, laws: law.law.rows.length, first, last, dialects: engines.join(", ") };
    world.out(`${t("program:sql/written", facts)}\n`);
  }
  return EXIT.answer;
}

/** The dialects that are named, in the order of ours; all of them where none is. */
function enginesOf(typed: string | undefined): readonly Engine[] {
  if (typed === undefined) return ENGINES;
  const names = typed.split(",").map((name) => name.trim().toLowerCase());
  const stranger = names.find((name) => !(ENGINES as readonly string[]).includes(name));
  if (stranger !== undefined) {
    const meant = didYouMean(similar(stranger, new Map(ENGINES.map((name) => [name, name]))));
    throw new Misuse(t("program:sql/no-dialect", { given: stranger, dialects: ENGINES.join(", "), meant }).trim());
  }
  return ENGINES.filter((name) => names.includes(name));
}

interface Written {
  readonly law: Law;
  readonly readme: string;
}

/** The law on the figures and the growth that are given, and the text that goes with it. */
function writtenFor(options: Options, engines: readonly Engine[], world: World): Written | Refusal {
  const { indexation: growth, until } = options;
  if (until !== undefined && growth === undefined) throw new Misuse(t("program:sql/until-alone"));
  const figures = figuresOf(options, world);
  if (isRefusal(figures)) return figures;
  return within({ figures, language: world.language, parameterYear: null }, () => {
    const last = until === undefined ? lastKnownYear() + YEARS_AHEAD : untilOf(until);
    return attempted(() => {
      const cell = growth === undefined ? null : cellOf(indexation, [growth]);
      const law = lawOf({ indexation: held(indexation.read("indexation", cell)), until: last });
      return { law, readme: readmeOf(law, engines, growth) };
    });
  });
}

function untilOf(typed: string): number {
  const year = Number(typed);
  const first = lastKnownYear() + 1;
  if (!/^\d{4}$/.test(typed) || !isParameterYear(year) || year < first)
    throw new Misuse(t("program:sql/no-until", { given: typed, first }));
  return year;
}

/** Nothing is taken away but what this command has written. */
async function requireOurs(folder: string, law: Law): Promise<void> {
  const ours = namesOf(law, ENGINES);
  const stranger = await strangerIn(folder, ours).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOTDIR" ? problem("no-folder", { folder }) : fileProblem(error, folder);
  });
  if (stranger !== undefined) throw problem("not-empty", { folder, name: stranger });
  const way = path.relative(path.resolve(folder), process.cwd());
  if (!way.startsWith("..") && !path.isAbsolute(way)) throw problem("own-folder", { folder });
}
