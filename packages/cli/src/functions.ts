import { DEFINITIONS, type FunctionId } from "../../../src/definitions";
import { didYouMean, t } from "../../../src/i18n";
import { similar } from "../../../src/i18n/similar";
import { Misuse } from "./exit";

export const IDS = Object.keys(DEFINITIONS) as readonly FunctionId[];

/** As it is typed: the id in small letters. */
export const fullName = (id: string): string => id.toLowerCase();

/** What stands behind the point. */
const shortName = (id: string): string => fullName(id).slice(id.indexOf(".") + 1);

/** The name by itself, where one function alone has it. */
export function ownName(id: string): string | undefined {
  const short = shortName(id);
  return IDS.filter((other) => shortName(other) === short).length === 1 ? short : undefined;
}

export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;

/** Letters of any size, and the underscore that files of Excel have for the point. */
const asName = (typed: string): string => typed.toLowerCase().replace("_", ".");

/** The names that stand for one function each. */
const NAMES: ReadonlySet<string> = new Set(IDS.flatMap((id) => [fullName(id), ownName(id) ?? fullName(id)]));

/** The name of a command as it is known here. Throws a Misuse for one that stands for no function, or for several. */
export function commandName(typed: string, others: readonly string[]): string {
  const name = asName(typed);
  if (NAMES.has(name) || others.includes(name)) return name;
  const several = IDS.filter((id) => shortName(id) === name).map(fullName);
  if (several.length > 0) throw new Misuse(t("program:error/ambiguous", { name: typed, names: several.join(", ") }));
  const meant = similar(name, new Map([...NAMES, ...others].map((one) => [one.replaceAll(".", ""), one])));
  throw new Misuse(t("program:error/unknown", { name: typed, meant: didYouMean(meant) }).trim());
}
