import type { CellValue } from "./values";

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of 32 bits over the UTF-8 bytes of a text, as eight hexadecimal digits. */
export function fnv1a(text: string): string {
  const hash = new TextEncoder().encode(text).reduce((sum, byte) => Math.imul(sum ^ byte, PRIME), OFFSET);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Tells whether somebody typed over values. A saved file does not tell an empty text from a blank cell. */
export const checksumOf = (values: readonly (readonly CellValue[])[]): string =>
  fnv1a(JSON.stringify(values.map((row) => row.map((value) => (value === "" ? null : value)))));
