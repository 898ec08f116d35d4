import { areaOf, inSheet, sheetOf } from "../formula/addresses";
import { fnv1a } from "../formula/checksum";
import { isOtherBook } from "../formula/outside";
import { plainName, type Token, tokensOf } from "../formula/tokens";

/** A reference of a formula to cells of its workbook: which rows and columns it names moves with them. */
interface Reference {
  /** Index of its token; of its sheet too, where one is named. */
  readonly token: number;
  readonly sheetToken?: number;
  /** As a formula of any sheet names it. */
  readonly text: string;
}

/** Those of one sheet; what spans several sheets, or is another workbook's, moves with nothing. */
function referencesAmong(tokens: readonly Token[], sheet: string): Reference[] {
  return tokens.flatMap(({ kind, text }, token): Reference[] => {
    if (kind !== "reference" || !areaOf(text.replaceAll("$", ""))) return [];
    const before = tokens[token - 1];
    if (before?.kind !== "sheet") return [{ token, text: inSheet(sheet, text) }];
    const named = before.text.slice(0, -1);
    if (isOtherBook(before.text) || /^'?[^']*:[^']*'?$/.test(named)) return [];
    return [{ token, sheetToken: token - 1, text: inSheet(sheetOf(before.text) ?? "", text) }];
  });
}

/** More would be a sheet of their own: such a formula comes back only where nothing of it has moved. */
const MOST = 200;

/** The references of a formula, each once, as formulas of any sheet name them. */
export function referencesOf(formula: string, sheet: string): string[] {
  const found = [...new Set(referencesAmong(tokensOf(formula), sheet).map(({ text }) => text))];
  return found.length > MOST ? [] : found;
}

/** A formula with other references in the places of its own, in a cell of a sheet; null where one of them is gone. */
export function withReferences(
  formula: string,
  { was, is }: { readonly was: string; readonly is: string },
  before: readonly string[],
  now: readonly (string | null)[],
): string | null {
  const tokens = tokensOf(formula);
  const out = tokens.map(({ text }) => text);
  for (const { token, sheetToken, text } of referencesAmong(tokens, was)) {
    const index = before.indexOf(text);
    const found = index < 0 ? undefined : now[index];
    if (index < 0) continue;
    if (found === null || found === undefined) return null;
    const mark = found.lastIndexOf("!") + 1;
    const isNear = sheetToken !== undefined || sheetOf(found)?.toLowerCase() === is.toLowerCase();
    out[token] = isNear ? found.slice(mark) : found;
    if (sheetToken !== undefined) out[sheetToken] = found.slice(0, mark);
  }
  return out.join("");
}

/**
 * What stays the same of a formula when rows, columns and sheets move, and when another program saves it: its signs without spaces, its
 * references by their places in a list.
 */
export function fingerprint(
  formula: string,
  sheet: string,
  references: readonly (string | null)[],
  renamed: ReadonlyMap<string, string> = new Map(),
): string {
  const tokens = tokensOf(formula);
  const known = references.map((reference) => reference && canonical(reference));
  const places = new Map<number, string>();
  for (const { token, sheetToken, text } of referencesAmong(tokens, sheet)) {
    const index = known.indexOf(canonical(text));
    places.set(token, index < 0 ? canonical(text, renamed) : `\u0001${index}`);
    if (sheetToken !== undefined) places.set(sheetToken, "");
  }
  const signs = tokens.map(({ kind, text }, index) => {
    const place = places.get(index);
    if (place !== undefined) return place;
    if (kind === "space") return "";
    if (kind === "number") return String(Number(text));
    if (kind === "name" || kind === "reference") return plainName(text).toUpperCase();
    return text;
  });
  // LibreOffice writes the brackets of a function without arguments.
  const said = signs.filter((sign) => sign !== "").join("\u0000");
  return fnv1a(said.replace(/\b(TRUE|FALSE)\0\(\0\)/g, "$1"));
}

/** The same cells by the same text. */
function canonical(reference: string, renamed?: ReadonlyMap<string, string>): string {
  const mark = reference.lastIndexOf("!") + 1;
  const area = areaOf(reference.slice(mark).replaceAll("$", ""));
  const named = (sheetOf(reference) ?? "").toLowerCase();
  const sheet = renamed?.get(named) ?? named;
  return area ? `${sheet}!${area.row},${area.column},${area.rows},${area.columns}` : reference;
}
