import { type Command, Option } from "commander";
import { figureName, t } from "../../../src/i18n";
import { type DatedValue, parameterIds, series } from "../../../src/parameters";
import { isoDate, isoDay } from "../../../src/rules/calendar";
import { awaited, type AwaitedFigure } from "../../../src/rules/figure-upkeep";
import { within } from "../../core/src/context";
import { isRefusal } from "../../core/src/refusal";
import type { Figure } from "../../core/src/types";
import { figureOf } from "../../core/src/way";
import { figuresOf, json, type SharedOptions } from "./answer";
import { EXIT, Misuse } from "./exit";
import type { World } from "./world";
import { daysText, dayText, figureText, measured, refusalText } from "./written";

/** The command that is no function. */
export const FIGURES = "figures";

interface Options extends SharedOptions {
  readonly awaited?: true;
  readonly on?: string;
}

/** Lists the figures of the law: the last value of each, until when it is known, and where it stands; or those that are awaited. */
export function figuresCommand(command: Command, world: World, end: (code: number) => void): void {
  command
    .summary(t("program:figures/summary"))
    .description(t("program:figures/summary"))
    .argument("[words...]", t("program:figures/words"))
    .option("--awaited", t("program:figures/awaited"))
    .addOption(new Option("--on <day>", t("program:figures/on")))
    .helpOption("-h, --help", t("program:option/help"))
    .action((words: string[]) => {
      const options = { ...command.parent!.opts<Options>(), ...command.opts<Options>() };
      end(list(words, options, world));
    });
}

function list(words: readonly string[], options: Options, world: World): number {
  const figures = figuresOf(options, world);
  if (isRefusal(figures)) {
    if (options.json) world.out(json({ refusal: figures }));
    else world.err(`${refusalText(figures, world.codes)}\n`);
    return EXIT.refusal;
  }
  return within({ figures, language: world.language, parameterYear: null }, () =>
    options.awaited ? sayAwaited(words, options, world) : sayAll(words, options, world),
  );
}

function sayAll(words: readonly string[], options: Options, { out, err }: World): number {
  const found = figuresNamed(words);
  if (found.length === 0) {
    err(`${t("pane:figures/search/none")}\n`);
    return EXIT.refusal;
  }
  if (options.json) out(json(found));
  else for (const figure of found) out(`${allText(figure)}\n`);
  return EXIT.answer;
}

/** The last value of each figure whose name has the words. */
export const figuresNamed = (words: readonly string[]): Figure[] =>
  parameterIds()
    .filter((id) => hasWords(id, words))
    .map(lastOf);

/** The last value of a figure; of one that has none the last entry, which says so. */
function lastOf(id: DatedValue["id"]): Figure {
  const values = series(id);
  const last = values.findLast(({ value, text }) => value !== null || text !== undefined) ?? values.at(-1)!;
  return figureOf(last);
}

export const allText = (figure: Figure): string => `${figure.id}\n  ${figureText(figure)}`;

/** Whether name and id of a figure have every word that was typed, whatever the accents. */
function hasWords(id: DatedValue["id"], words: readonly string[]): boolean {
  const names = plain(`${figureName(id)} ${id}`);
  return words.every((word) => names.includes(plain(word)));
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function sayAwaited(words: readonly string[], options: Options, { out, today }: World): number {
  const on = options.on === undefined ? today : isoDay(options.on);
  if (on === undefined) throw new Misuse(t("program:error/day", { given: options.on! }));
  const found = awaited(on).filter(({ id }) => hasWords(id, words));
  if (options.json) out(json(found.map(awaitedFigure)));
  else out(`${awaitedText(found)}\n`);
  return EXIT.answer;
}

export const awaitedFigure = ({ kind, id, from, to, last }: AwaitedFigure) => ({
  kind,
  id,
  name: figureName(id),
  from: isoDate(from),
  to: to === undefined ? null : isoDate(to),
  last: last === undefined ? null : figureOf(last),
});

function awaitedText(found: readonly AwaitedFigure[]): string {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const ofKind = found.filter((one) => one.kind === kind);
      const heading = t(`pane:figures/awaited/${kind}`, { count: ofKind.length });
      return [heading, ...ofKind.map((one) => oneAwaited(awaitedFigure(one)))].join("\n");
    })
    .join("\n\n");
}

function oneAwaited({ id, name, from, to, last }: ReturnType<typeof awaitedFigure>): string {
  const days =
    to === null
      ? t("pane:figures/awaited/from", { from: dayText(from) })
      : t("pane:figures/awaited/days", { days: daysText({ from, to }) });
  const before =
    last === null
      ? t("pane:figures/awaited/none")
      : t("pane:figures/awaited/last", { value: measured(last), days: daysText(last), source: last.source.title });
  return [`  ${name} (${id})`, `    ${days}. ${before}`].join("\n");
}
