import type { CellValue } from "../formula/values";
import { prefixOf, tagWith } from "../package/places";
import { cellText, escapedText } from "../package/xml";
import type { CellPlace } from "./scan";

/** A cell that had no formula, with one. `attributes`: of the formula's tag. */
export function withFormula(
  xml: string,
  { tag, innerEnd, kind }: CellPlace,
  { text, attributes, value, array }: { text: string; attributes: string; value: CellValue; array?: string },
): string {
  let first = xml.slice(tag.start, tag.end);
  const p = prefixOf(/^<([^\s/>]+)/.exec(first)![1]!);
  if (array !== undefined) first = tagWith(first, "cm", array);
  const formula = `<${p}f${attributes}>${escapedText(text)}</${p}f>`;
  const isText = kind === "s" || kind === "inlineStr";
  if (isText) first = tagWith(first, "t", "str");
  const content = isText ? `<${p}v>${cellText(String(value ?? ""))}</${p}v>` : xml.slice(tag.end, innerEnd);
  return `${first.replace(/\s*\/>$/, ">")}${formula}${content}</${p}c>`;
}
