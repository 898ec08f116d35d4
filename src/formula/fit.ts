import { isOtherBook, isOutside, reachesOutside } from "./outside";
import { calledNames, isCalled, plainName, type Token, tokensOf } from "./tokens";
import { WORKSHEET_FUNCTIONS } from "./worksheet-functions";

/** The most of a formula that Excel takes. */
const LONGEST_FORMULA = 8_192;

/** What formulas of a workbook can name. */
interface Outline {
  readonly sheets: readonly string[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

/** The first part of a formula that freezing takes from no cell and unfreezing writes into none; null where there is no such part. */
export type Unfit = (formula: string) => string | null;

/**
 * A note can be written by anybody, and its checksum too. What it wants written must call a function of ours, and otherwise only what
 * cannot reach outside the workbook: the functions of a list, the workbook's own sheets, and its names as far as these stand for the same.
 */
export function unfitIn(outline: Outline, ownFunction: (name: string) => string | null): Unfit {
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

  const areSheets = (mark: string): boolean =>
    !isOtherBook(mark) && sheetsIn(mark).every((name) => sheets.has(name.toLowerCase()));

  const inCalled = (name: string): string | null => {
    if (ownFunction(name) !== null || WORKSHEET_FUNCTIONS.has(plainName(name).toUpperCase())) return null;
    return names.has(name.toLowerCase()) ? inName(name) : name;
  };

  const inNamed = (name: string): string | null => {
    if (names.has(name.toLowerCase())) return inName(name);
    const plain = plainName(name).toUpperCase();
    return isOutside(plain) || TELLING.test(plain) || plain.includes(".") ? name : null;
  };

  const inToken = (tokens: readonly Token[], at: number): string | null => {
    const { kind, text } = tokens[at]!;
    const before = tokens[at - 1]?.kind;
    switch (kind) {
      case "unknown":
        return text;
      case "sheet":
        return areSheets(text) ? null : text;
      case "table":
        return COLUMNS.test(text) && !isOfBook(tokens, at) ? null : text;
      case "name":
        if (!isCalled(tokens, at)) return inNamed(text);
        return before === "sheet" ? text : inCalled(text);
      default:
        return null;
    }
  };

  const inFormula = (formula: string): string | null => {
    const tokens = tokensOf(formula);
    for (let at = 0; at < tokens.length; at += 1) {
      const part = inToken(tokens, at);
      if (part !== null) return part;
    }
    return null;
  };

  return (formula) => {
    if (
      !calledNames(formula).some((name) => ownFunction(name.replaceAll("_", ".")) !== null) ||
      formula.length > LONGEST_FORMULA
    )
      return shortened(formula);
    const part = inFormula(formula);
    return part === null ? null : shortened(part);
  };
}

/** The first part of a formula that reaches outside the workbook, by itself or by a name that stands for such. */
export function outsideIn({ names }: Outline): Unfit {
  const reaching = new Set<string>();
  const part = (formula: string): string | null =>
    reachesOutside(formula) ??
    tokensOf(formula).find(({ kind, text }) => kind === "name" && reaching.has(text.toLowerCase()))?.text ??
    null;
  // Names stand for names.
  for (let known = -1; known < reaching.size;) {
    known = reaching.size;
    for (const { name, formula } of names) if (part(formula) !== null) reaching.add(name.toLowerCase());
  }
  return (formula) => {
    const found = part(formula);
    return found === null ? null : shortened(found);
  };
}

/** What tells where the file lies, or reads what a text names; MAP and its like call what is only named. */
const TELLING = /^(?:CELL|INFO|INDIRECT|FILTERXML|ENCODEURL)$/;

/** 'One'!, One! or 'One:Three'!. */
const sheetsIn = (mark: string): string[] => mark.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'").split(":");

/** Income[Net], [Income], [@[Net income]] or [[#All],[a]:[b]]. */
const COLUMN = String.raw`\[(?:[^[\]']|'[^])*\]`;
const COLUMNS = new RegExp(
  String.raw`^(?:[\p{L}_\\][^[]*${COLUMN}|(?:[\p{L}_\\][^[]*)?\[@?(?: *${COLUMN} *[,:]?)+ *\]|\[[@#][^[\]]*\])$`,
  "u",
);

const NAMING: ReadonlySet<string> = new Set(["name", "sheet", "text", "table", "unknown"]);

/** Brackets before a name or a sheet are another workbook's; Excel may drop the blanks between them, but not behind the name of a table. */
function isOfBook(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.kind === "space" && tokens[at]!.text.startsWith("[") ? at + 2 : at + 1;
  return NAMING.has(tokens[next]?.kind ?? "space");
}

const MOST_SHOWN = 60;

const shortened = (part: string): string => (part.length > MOST_SHOWN ? `${part.slice(0, MOST_SHOWN)}…` : part);
