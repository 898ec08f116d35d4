import type { Outline } from "../../host/host";
import { BRACKETS, ownFunction, QUOTED, TEXT, usesOurFunctions } from "../own-formulas";
import { reachesOutside, WORKSHEET_FUNCTIONS } from "./worksheet-functions";

/** The first part of a formula that freezing takes from no cell and unfreezing writes into none; null where there is no such part. */
export type Unfit = (formula: string) => string | null;

/**
 * A note can be written by anybody, and its checksum too. What it wants written must call a function of ours, and otherwise only what
 * cannot reach outside the workbook: the functions of a list, the workbook's own sheets, and its names as far as these stand for the same.
 */
export function unfitIn(outline: Outline): Unfit {
  const sheets = new Set(outline.sheets.map((name) => name.toLowerCase()));
  const names = new Map<string, string[]>();
  for (const { name, formula } of outline.names) {
    const key = name.toLowerCase();
    names.set(key, [...(names.get(key) ?? []), formula]);
  }
  const known = new Map<string, string | null>();

  const inName = (name: string): string | null => {
    const key = name.toLowerCase();
    if (!known.has(key)) {
      // A name that leads back to itself adds nothing.
      known.set(key, null);
      const isFit = names.get(key)!.every((formula) => inFormula(formula) === null);
      known.set(key, isFit ? null : name);
    }
    return known.get(key)!;
  };

  const isSheet = (name: string): boolean => sheets.has(name.toLowerCase());

  const inCalled = (name: string): string | null => {
    if (ownFunction(name) !== null || WORKSHEET_FUNCTIONS.has(name.toUpperCase().replace(FUTURE_PREFIX, "")))
      return null;
    return names.has(name.toLowerCase()) ? inName(name) : name;
  };

  const inNamed = (name: string): string | null => {
    if (names.has(name.toLowerCase())) return inName(name);
    return reachesOutside(name.toUpperCase().replace(FUTURE_PREFIX, "")) ? name : null;
  };

  const inFormula = (formula: string): string | null => {
    const parts = formula.match(PART) ?? [];
    const index = parts.findIndex((part, at) => inPart(part, parts, at) !== null);
    return index < 0 ? null : inPart(parts[index]!, parts, index);
  };

  const inPart = (part: string, parts: readonly string[], at: number): string | null => {
    const before = parts[at - 1] ?? "";
    const next = parts[at + 1] ?? "";
    if (part.startsWith("'")) {
      const isOfSheets = next === "!" && part.length > 2 && sheetsIn(part).every(isSheet);
      return isOfSheets ? null : part;
    }
    if (part.startsWith("[")) return isOfTable(part, before, parts.slice(at + 1)) ? null : part;
    if (part === "!") return NAME.test(before) || before.startsWith("'") ? null : part;
    if (!NAME.test(part)) return LITERAL.test(part) || SIGN.test(part) ? null : part;
    if (next === "!") {
      const isSpan = before === ":" && NAME.test(parts[at - 2] ?? "");
      return isSheet(part) && (!isSpan || isSheet(parts[at - 2]!)) ? null : `${part}!`;
    }
    if (afterBlanks(parts.slice(at + 1)) === "(") return before === "!" ? part : inCalled(part);
    return next.startsWith("[") ? null : inNamed(part);
  };

  return (formula) => {
    if (!usesOurFunctions(formula) || formula.length > LONGEST_FORMULA) return shortened(formula);
    const part = inFormula(formula);
    return part === null ? null : shortened(part);
  };
}

/** What Excel takes. */
const LONGEST_FORMULA = 8192;

/** How a file stores functions that came after 2007. */
const FUTURE_PREFIX = /^(?:_XLFN\.|_XLWS\.)+/;

const NAME_FORM = String.raw`[\p{L}_\\][\p{L}\d_.\\?]*`;
const NAME = new RegExp(`^${NAME_FORM}$`, "u");
const ERROR = String.raw`#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)`;
const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?`;

/** Every sign of a formula belongs to one part: a text, the quoted name of a sheet, columns of a table, an error, a number, a name, or itself. */
const PART = new RegExp(`${TEXT}|${QUOTED}|${BRACKETS}|${ERROR}|${NUMBER}|${NAME_FORM}|[^]`, "giu");

/** A text, an error or a number. */
const LITERAL = /^(?:".*"|#.+|[\d.]*\d.*)$/s;

/** Signs that stand for themselves; a bar would call a program (DDE). */
const SIGN = /^[-+*/^&=<>%(){},;:@#$ \n\r\t]$/;

const afterBlanks = (parts: readonly string[]): string => parts.find((part) => part.trim() !== "") ?? "";

/** 'One' or 'One:Three'. */
const sheetsIn = (quoted: string): string[] => quoted.slice(1, -1).replaceAll("''", "'").split(":");

/** [Income], [@[Net income]] or [[#All],[a]:[b]]. */
const COLUMN = String.raw`\[(?:[^[\]']|'[^])*\]`;
const COLUMNS = new RegExp(String.raw`^(?:${COLUMN}|\[@?(?: *${COLUMN} *[,:]?)+ *\])$`, "u");

/** Of a table, or of the row that the formula stands in; before a name or a sheet it would be another workbook. */
function isOfTable(part: string, before: string, after: readonly string[]): boolean {
  const next = afterBlanks(after);
  return COLUMNS.test(part) && (NAME.test(before) || /^\[[@#[]/.test(part)) && !/^['![\p{L}\d_.\\"]/u.test(next);
}

const MOST_SHOWN = 60;

const shortened = (part: string): string => (part.length > MOST_SHOWN ? `${part.slice(0, MOST_SHOWN)}…` : part);
