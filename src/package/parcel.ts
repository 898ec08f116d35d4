import { Edits, type PlacedElement, placesOf, prefixOf } from "./places";
import { damaged } from "./refused";
import { type Relation, relationsOf } from "./relations";
import { escaped } from "./xml";
import { keyOf, packedWithin, Parts, textOf } from "./zip";

const TYPES = "[Content_Types].xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Names that lead out of the package, or that cannot be written as they were. */
// eslint-disable-next-line no-control-regex
const UNFIT = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)|^[a-z]:|[\0-\x1f\ufffd]|^(?:__proto__)?$/i;

/** A package of which some parts are changed: whatever is not touched goes on byte for byte, known or not. */
export class Parcel {
  private readonly parts = new Map<string, { readonly name: string; readonly content: Uint8Array | string }>();

  constructor(bytes: Uint8Array) {
    const parts = new Parts(bytes);
    for (const name of parts.spelled) if (UNFIT.test(name)) throw damaged("");
    for (const name of parts.spelled) this.parts.set(keyOf(name), { name, content: parts.bytes(name) });
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(keyOf(name));
  }

  text(name: string): string {
    const part = this.parts.get(keyOf(name));
    if (!part) throw damaged(name);
    return typeof part.content === "string" ? part.content : textOf(part.content, name);
  }

  /** Puts a text in the place of a part. It is written as UTF-8, whatever it was. */
  write(name: string, text: string): void {
    const content = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
    this.parts.set(keyOf(name), { name: this.parts.get(keyOf(name))?.name ?? name, content });
  }

  /** A part that is not there yet, with its kind. */
  add(name: string, kind: string, text: string): void {
    this.write(name, HEAD + text);
    this.change(TYPES, (types, edits) => {
      edits.append(types, `<${prefixOf(types.tag)}Override PartName="/${escaped(name)}" ContentType="${kind}"/>`);
    });
  }

  /** Says of an ending what its parts are, if nobody did. */
  addEnding(ending: string, kind: string): void {
    this.change(TYPES, (types, edits) => {
      const isKnown = types.children.some(
        ({ name, attributes }) => name === "Default" && attributes.get("Extension")?.toLowerCase() === ending,
      );
      if (!isKnown)
        edits.insert(types.inner, `<${prefixOf(types.tag)}Default Extension="${ending}" ContentType="${kind}"/>`);
    });
  }

  /** A part, its relations and what is said of its kind. */
  remove(name: string): void {
    this.parts.delete(keyOf(name));
    this.parts.delete(keyOf(relationsFile(name)));
    this.change(TYPES, (types, edits) => {
      for (const child of types.children)
        if (keyOf(child.attributes.get("PartName") ?? "") === keyOf(name)) edits.replace(child, "");
    });
  }

  kindOf(name: string): string | undefined {
    const types = placesOf(this.text(TYPES), TYPES);
    return types.children
      .find(({ attributes }) => keyOf(attributes.get("PartName") ?? "") === keyOf(name))
      ?.attributes.get("ContentType");
  }

  relations(part: string): Relation[] {
    return relationsOf(this, part);
  }

  /** Its id. */
  relate(part: string, type: string, target: string): string {
    const file = relationsFile(part);
    if (!this.has(file)) this.write(file, `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"/>`);
    const taken = new Set(this.relations(part).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    this.change(file, (relations, edits) => {
      const tag = `${prefixOf(relations.tag)}Relationship`;
      edits.append(relations, `<${tag} Id="${id}" Type="${type}" Target="/${escaped(target)}"/>`);
    });
    return id;
  }

  /** Takes away relations; a part without any has no file of them. */
  unrelate(part: string, isGone: (relation: Relation) => boolean): void {
    const file = relationsFile(part);
    if (!this.has(file)) return;
    const all = this.relations(part);
    const gone = new Set(all.filter(isGone).map(({ id }) => id));
    if (gone.size === 0) return;
    if (gone.size === all.length) return void this.parts.delete(keyOf(file));
    this.change(file, (relations, edits) => {
      for (const child of relations.children) if (gone.has(child.attributes.get("Id") ?? "")) edits.replace(child, "");
    });
  }

  /** Changes a small part by its elements. */
  change(name: string, how: (root: PlacedElement, edits: Edits, xml: string) => void): void {
    const xml = this.text(name);
    const edits = new Edits(xml);
    how(placesOf(xml, name), edits, xml);
    if (edits.any) this.write(name, edits.done());
  }

  /** A name that no part has: `xl/worksheets/sheet` and a number. */
  free(stem: string, ending: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${ending}`)) number += 1;
    return `${stem}${number}${ending}`;
  }

  bytes(): Uint8Array {
    return packedWithin(new Map([...this.parts.values()].map(({ name, content }) => [name, content])));
  }
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

function relationsFile(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
