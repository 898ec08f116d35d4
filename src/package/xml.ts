import { damaged, FileRefused } from "./refused";

/** Attributes by their names; those of another namespace have a colon and no prefix before it: ":id". */
export type Attributes = ReadonlyMap<string, string>;

export interface Handler {
  /** The names are without their prefixes, which each program chooses. The tag stands from `start` to `end`, which is not part of it. */
  open(name: string, attributes: Attributes, start: number, end: number): void;
  text(text: string): void;
  /** An element without content has one tag only: it closes where it ends. */
  close(name: string, start: number, end: number): void;
}

const NAME = /[A-Za-z_\u0080-\uffff][\w.\-:\u0080-\uffff]*/y;
const ATTRIBUTE = /\s+([A-Za-z_\u0080-\uffff][\w.\-:\u0080-\uffff]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
/** Signs that no text of XML may hold. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const DEEPEST = 256;
const NONE: Attributes = new Map();

/**
 * Reads a part from its beginning to its end, in linear time. Whatever is not well-formed is refused; so is a document type, with
 * which a few lines become gigabytes. Comments and instructions are passed over.
 */
export function scan(xml: string, part: string, handler: Handler): void {
  if (FORBIDDEN.test(xml)) throw damaged(part);
  const open: string[] = [];
  let rooted = false;
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;

  const say = (text: string): void => {
    if (open.length > 0) handler.text(text);
    else if (text.trim() !== "") throw damaged(part);
  };
  const after = (sign: string, from: number): number => {
    const found = xml.indexOf(sign, from);
    if (found < 0) throw damaged(part);
    return found + sign.length;
  };

  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) say(decoded(xml.slice(at, end), part));
    if (tag < 0) break;
    const sign = xml[tag + 1];
    if (sign === "/") {
      at = after(">", tag);
      const name = xml.slice(tag + 2, at - 1).trimEnd();
      if (open.pop() !== name) throw damaged(part);
      handler.close(local(name), tag, at);
    } else if (sign === "?") {
      at = after("?>", tag);
    } else if (sign === "!") {
      if (xml.startsWith("<!--", tag)) at = after("-->", tag + 4);
      else if (xml.startsWith("<![CDATA[", tag) && open.length > 0) {
        at = after("]]>", tag);
        say(xml.slice(tag + 9, at - 3).replace(/\r\n?/g, "\n"));
      } else if (/^<!DOCTYPE/i.test(xml.slice(tag, tag + 9))) throw new FileRefused("doctype", { part });
      else throw damaged(part);
    } else {
      if (rooted && open.length === 0) throw damaged(part);
      rooted = true;
      NAME.lastIndex = tag + 1;
      const name = NAME.exec(xml)?.[0];
      if (name === undefined || open.length >= DEEPEST) throw damaged(part);
      at = NAME.lastIndex;
      let attributes: Map<string, string> | undefined;
      ATTRIBUTE.lastIndex = at;
      for (let found = ATTRIBUTE.exec(xml); found; found = ATTRIBUTE.exec(xml)) {
        at = ATTRIBUTE.lastIndex;
        const key = attributeName(found[1]!);
        attributes ??= new Map();
        if (key !== null && attributes.has(key)) throw damaged(part);
        if (key !== null) attributes.set(key, decoded((found[2] ?? found[3])!.replace(/[\t\n\r]/g, " "), part));
      }
      TAG_END.lastIndex = at;
      const closed = TAG_END.exec(xml);
      if (!closed) throw damaged(part);
      at = TAG_END.lastIndex;
      const short = local(name);
      handler.open(short, attributes ?? NONE, tag, at);
      if (closed[1] === "/") handler.close(short, at, at);
      else open.push(name);
    }
  }
  if (!rooted || open.length > 0) throw damaged(part);
}

const locals = new Map<string, string>();

function local(name: string): string {
  let short = locals.get(name);
  if (short === undefined) {
    short = name.slice(name.indexOf(":") + 1);
    if (locals.size < 1_000) locals.set(name, short);
  }
  return short;
}

/** Null for the declaration of a namespace. */
function attributeName(name: string): string | null {
  if (name === "xmlns" || name.startsWith("xmlns:")) return null;
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decoded(text: string, part: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(/&([^;&]{0,10};)?/g, (_, named: string | undefined) => {
    const name = named?.slice(0, -1) ?? "";
    const found = ENTITIES.get(name) ?? characterOf(name);
    if (found === null) throw damaged(part);
    return found;
  });
}

function characterOf(name: string): string | null {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hexadecimal !== undefined ? parseInt(hexadecimal, 16) : Number(decimal ?? NaN);
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) return null;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? null : character;
}

export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Element[];
  /** Its own, and that of all within. */
  readonly text: string;
}

/** More are in no part but those of the cells, which are not read as a tree. */
const MOST_ELEMENTS = 500_000;

/** A small part as a whole. */
export function treeOf(xml: string, part: string): Element {
  interface Growing extends Element {
    children: Growing[];
    text: string;
  }
  const top: Growing = { name: "", attributes: NONE, children: [], text: "" };
  const open: Growing[] = [top];
  let count = 0;
  scan(xml, part, {
    open(name, attributes) {
      if (++count > MOST_ELEMENTS) throw new FileRefused("too-large", { part });
      const element: Growing = { name, attributes, children: [], text: "" };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    text(text) {
      open.at(-1)!.text += text;
    },
    close() {
      const { text } = open.pop()!;
      open.at(-1)!.text += text;
    },
  });
  return top.children[0]!;
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** By a way of names from the element down. */
export const within = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce(childOf, element);

/** Every element of the name, however deep. */
export function everyOf(element: Element | undefined, name: string): Element[] {
  if (!element) return [];
  const found: Element[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
  return found;
}

/** "1" and "true" are yes. What is not there is `otherwise`. */
export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

const SPECIAL = /[&<>"\t\n\r]/g;
const WRITTEN: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text as XML holds it, between tags and in attributes. */
export const escaped = (text: string): string => text.replace(SPECIAL, (sign) => WRITTEN[sign]!);

/** Between tags alone quotes stand as they are. */
export const escapedText = (text: string): string => text.replace(/[&<>\r]/g, (sign) => WRITTEN[sign]!);

/** What XML cannot hold, and what looks like it, by its number: the notation of spreadsheets for their texts. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-f]{4}_)/gi;

export const cellText = (text: string): string =>
  escaped(text.replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`));

export const fromCellText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
