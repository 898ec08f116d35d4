import { damaged } from "./refused";
import { type Attributes, scan } from "./xml";

/** An element with where it stands in its part, for whoever changes that and nothing else. */
export interface PlacedElement {
  readonly name: string;
  /** With its prefix. */
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly PlacedElement[];
  readonly start: number;
  /** Behind its first tag. */
  readonly inner: number;
  /** Before its last tag; behind its only one, if it has but one. */
  readonly innerEnd: number;
  readonly end: number;
}

const MOST = 500_000;

/** A small part as a whole. */
export function placesOf(xml: string, part: string): PlacedElement {
  interface Growing extends PlacedElement {
    children: Growing[];
    innerEnd: number;
    end: number;
  }
  const open: Growing[] = [];
  let root: Growing | undefined;
  let count = 0;
  scan(xml, part, {
    open(name, attributes, start, end) {
      if (++count > MOST) throw damaged(part);
      const tag = tagName(xml, start);
      const element: Growing = { name, tag, attributes, children: [], start, inner: end, innerEnd: end, end };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    text: () => undefined,
    close(_, start, end) {
      const element = open.pop()!;
      element.innerEnd = start;
      element.end = end;
    },
  });
  return root!;
}

/** The name of the tag that begins here, with its prefix. */
export const tagName = (xml: string, start: number): string => /^[^\s/>]+/.exec(xml.slice(start + 1, start + 300))![0];

export const prefixOf = (tag: string): string => tag.slice(0, tag.indexOf(":") + 1);

export const placedIn = (element: PlacedElement | undefined, name: string): PlacedElement | undefined =>
  element?.children.find((child) => child.name === name);

/** A tag with an attribute set, or without it. */
export function tagWith(tag: string, name: string, value: string | null): string {
  const found = new RegExp(String.raw`\s+${name}\s*=\s*(?:"[^"]*"|'[^']*')`);
  const set = value === null ? "" : ` ${name}="${value}"`;
  if (found.test(tag)) return tag.replace(found, () => set);
  return tag.replace(/\s*\/?>$/, (end) => set + end);
}

/** Changes of a text by their places, made all at once. */
export class Edits {
  private readonly list: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(private readonly xml: string) {}

  get any(): boolean {
    return this.list.length > 0;
  }

  replace({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
    this.list.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.list.push({ start: at, end: at, text });
  }

  /** Sets an attribute of an element, or takes it away. */
  set({ start, inner }: Pick<PlacedElement, "start" | "inner">, name: string, value: string | null): void {
    this.replace({ start, end: inner }, tagWith(this.xml.slice(start, inner), name, value));
  }

  /** Adds to the content of an element, behind what it has. */
  append({ tag, start, inner, innerEnd, end }: PlacedElement, text: string): void {
    const isEmpty = inner === end;
    if (isEmpty) this.replace({ start, end }, `${this.xml.slice(start, end).replace(/\s*\/>$/, ">")}${text}</${tag}>`);
    else this.insert(innerEnd, text);
  }

  /** The changed text. Two changes of one place would be a fault of ours. */
  done(): string {
    const ordered = this.list.map((edit, index) => ({ ...edit, index }));
    ordered.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
    let out = "";
    let at = 0;
    for (const { start, end, text } of ordered) {
      if (start < at) throw new Error("two changes of one place");
      out += this.xml.slice(at, start) + text;
      at = end;
    }
    return out + this.xml.slice(at);
  }
}
