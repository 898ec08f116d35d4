/** The signs of a formula in the notation of en-US. One pass, in linear time whatever was typed. */

export type Kind =
  "text" | "sheet" | "error" | "reference" | "number" | "table" | "name" | "operator" | "space" | "unknown";

export interface Token {
  readonly kind: Kind;
  readonly text: string;
  /** Where it stands; the end is not part of it. */
  readonly start: number;
  readonly end: number;
}

const LETTER = String.raw`[\p{L}_\\]`;
const SIGN = String.raw`[\p{L}\p{M}\p{N}_.\\?]`;
const NAME = `${LETTER}${SIGN}*`;
/** Of a sheet without quotes, which may begin with a digit. */
const SHEET = String.raw`[\p{L}\p{M}\p{N}_.]`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,6}`;
const COLON = String.raw`\.?:\.?`;
const BRACKETS = String.raw`\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]`;

const PATTERNS: Readonly<Record<Kind, string>> = {
  text: `"(?:[^"]|"")*"`,
  // With its exclamation mark; other workbooks and spans of sheets too.
  sheet: String.raw`'(?:[^']|'')+'!|(?:\[[^[\]]*\]${SHEET}*|${SHEET}+)(?::${SHEET}+)?!`,
  error: String.raw`#(?:N/A|(?:VALUE|REF|DIV/0|NUM|NULL|SPILL|CALC|BUSY|CONNECT|FIELD|BLOCKED|UNKNOWN|EXTERNAL|PYTHON|TIMEOUT)!|NAME\?|GETTING_DATA)`,
  reference: `(?:${CELL}(?:${COLON}${CELL})?|${COLUMN}${COLON}${COLUMN}|${ROW}${COLON}${ROW})(?!${SIGN}|[!([])`,
  number: String.raw`(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?!${SIGN})`,
  table: `(?:${NAME})?${BRACKETS}`,
  name: NAME,
  operator: "<=|>=|<>|[-+*/^&=<>%#@:,;(){}]",
  space: String.raw`\s+`,
  // What is not closed is taken as a whole, lest each of its quotes is tried.
  unknown: `'(?:[^']|'')*'?|".*|.`,
};

const KINDS = Object.keys(PATTERNS) as readonly Kind[];
const TOKEN = new RegExp(KINDS.map((kind) => `(${PATTERNS[kind]})`).join("|"), "giusy");

/** Every character of the text is in one of them. */
export function tokensOf(formula: string): Token[] {
  return Array.from(formula.matchAll(TOKEN), (match) => {
    const { 0: text, index: start } = match;
    const kind = KINDS[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
    return { kind, text, start, end: start + text.length };
  });
}

/** How files store the functions of add-ins such as ours. */
const OF_ADD_IN = /^_xldudf_/i;

/** How files store names: functions newer than the file format, those of add-ins, and the names of LET and LAMBDA. */
const STORED = /^(?:_xl(?:fn|ws|udf|pm)\.)+|^_xldudf_/i;

/** A name as people type it. */
export const plainName = (name: string): string => name.replace(STORED, "");

/** Whether the name at this place is called: Excel takes a space before the bracket, and drops it. */
export function isCalled(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.kind === "space" ? index + 2 : index + 1;
  return tokens[index]?.kind === "name" && tokens[next]?.text === "(";
}

/** Whether a function of an add-in is called at this place by the name that files have for it. Other add-ins may put a file before it: Name.xla!, [2]!. */
export const isStoredCall = (tokens: readonly Token[], index: number): boolean =>
  isCalled(tokens, index) && OF_ADD_IN.test(tokens[index]!.text);

/** The names that a formula calls, as people type them, in its order; without those of other workbooks. */
export function calledNames(formula: string): string[] {
  const tokens = tokensOf(formula);
  return tokens
    .filter(
      (_, index) => isCalled(tokens, index) && (tokens[index - 1]?.kind !== "sheet" || isStoredCall(tokens, index)),
    )
    .map(({ text }) => plainName(text));
}

/** Whether a formula names cells by their address, so that it says something else in another cell. */
export const namesCells = (formula: string): boolean => tokensOf(formula).some(({ kind }) => kind === "reference");
