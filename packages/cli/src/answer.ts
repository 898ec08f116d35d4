import type { Definition, FunctionId } from "../../../src/definitions";
import { version } from "../../../src/definitions/generated/version";
import { figureName, t } from "../../../src/i18n";
import { dataVersion, ownFigures as inUse } from "../../../src/parameters";
import { isParameterYear } from "../../../src/page/parameter-year";
import { isoDate } from "../../../src/rules/calendar";
import { caughtUp } from "../../../src/rules/figure-upkeep";
import { within } from "../../core/src/context";
import { type OwnFigures, readFigures } from "../../core/src/figures";
import { asked } from "../../core/src/function";
import type { Language } from "../../core/src/language";
import { attempted, isRefusal } from "../../core/src/refusal";
import type { Refusal, Result } from "../../core/src/types";
import { cellOf } from "./cells";
import { EXIT, Misuse } from "./exit";
import type { World } from "./world";
import { confidenceText, daysText, measured, pair, refusalText, resultText, wayText } from "./written";

/** The options of every command. */
export interface SharedOptions {
  readonly figures?: string;
  readonly json?: true;
}

/** The options of a function's command: those that every command has, and its arguments by their names. */
export interface CallOptions extends SharedOptions {
  readonly explain?: true;
  readonly parameterYear?: string;
  readonly [argument: string]: unknown;
}

interface Call {
  readonly id: FunctionId;
  readonly definition: Definition;
  /** Arguments by their place. */
  readonly typed: readonly (string | undefined)[];
  readonly options: CallOptions;
}

/** Calls a function and says what it answers; the exit code. */
export function answer({ id, definition, typed, options }: Call, world: World): number {
  const cells = Object.entries(definition.takes).map(([name, argument], at) => {
    const named = options[name] as string | string[] | undefined;
    if (named !== undefined && typed[at] !== undefined) throw new Misuse(t("program:error/twice", { name }));
    const given = named ?? typed[at];
    return given === undefined ? null : cellOf(argument, [given].flat());
  });
  const figures = figuresOf(options, world);
  const parameterYear = yearOf(options.parameterYear);
  const result = asked(definition, cells, { figures, parameterYear, language: world.language });
  if (options.json) sayJson(id, result, options, world);
  else sayText(definition, result, options, world);
  return isRefusal(result) ? EXIT.refusal : EXIT.answer;
}

function sayJson(id: FunctionId, result: Result<unknown>, { explain }: CallOptions, { out }: World): void {
  const versions = { codeVersion: version, dataVersion };
  if (isRefusal(result)) return out(json({ function: id, refusal: result, ...versions }));
  const { value, confidence } = result;
  out(json({ function: id, value, confidence, ...(explain && { way: result.way }), ...versions }));
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function sayText(definition: Definition, result: Result<unknown>, { explain }: CallOptions, world: World): void {
  const { out, err, codes } = world;
  if (isRefusal(result)) return err(`${refusalText(result, codes)}\n`);
  const parts = [
    resultText(definition, result, codes),
    confidenceText(result),
    explain ? `\n${wayText(result.way)}` : "",
  ];
  out(`${parts.filter((part) => part !== "").join("\n")}\n`);
}

export function yearOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const year = Number(typed);
  if (!/^\d{4}$/.test(typed) || !isParameterYear(year)) throw new Misuse(t("program:error/year", { given: typed }));
  return year;
}

/** The list of own figures that is to be used; of those that the data have by now it is told. */
export function figuresOf({ figures: file }: SharedOptions, world: World): OwnFigures | Refusal | undefined {
  if (file === undefined) return undefined;
  const list = attempted(() => readFigures(textOf(file, world)));
  if (!isRefusal(list)) for (const line of outdated(list, world.language)) world.err(`${line}\n`);
  return list;
}

function textOf(file: string, { read }: World): string {
  try {
    return read(file);
  } catch (error) {
    const reason = (error as { readonly code?: string }).code ?? String(error);
    throw new Misuse(t("program:error/file", { file, reason }));
  }
}

const outdated = (figures: OwnFigures, language: Language): string[] =>
  within({ figures, language, parameterYear: null }, () =>
    caughtUp(inUse()).map(({ own, known, isEqual }) => {
      const { value, decimals, unit, from, to } = known;
      const amount = measured({ value: value / 10 ** decimals, unit });
      const days = daysText({ from: isoDate(from), to: to === null ? null : isoDate(to) });
      const key = isEqual ? "pane:figures/own/equal" : "pane:figures/own/different";
      return pair(figureName(own.id), t(key, { amount, days }));
    }),
  );
