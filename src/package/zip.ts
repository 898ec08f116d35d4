import { Inflate, strToU8, zipSync } from "fflate";

import { damaged, FileRefused, LIMITS } from "./refused";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly check: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** A number that stands in eight bytes behind the entry; what they are called there. */
const ELSEWHERE = 0xffffffff;
const WIDE = 1;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
/** So little at a time that the most it can become is soon seen. */
const STEP = 4_096;

/** Two formats that begin alike: what a password has closed, and workbooks from before 2007. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = "EncryptedPackage";

/** The parts of a package. None is unpacked before somebody asks for it, and none becomes more than its entry says. */
export class Parts {
  private readonly entries = new Map<string, Entry>();

  private readonly taken = new Set<string>();

  constructor(private readonly bytesOfAll: Uint8Array) {
    const bytes = bytesOfAll;
    if (OLE.every((byte, index) => bytes[index] === byte)) {
      throw new FileRefused(holdsWide(bytes, ENCRYPTED) ? "encrypted" : "old-format");
    }
    if (bytes.length > LIMITS.bytes) throw new FileRefused("too-large", { limit: LIMITS.bytes / 2 ** 20 });
    for (const entry of entriesOf(bytes)) {
      const key = keyOf(entry.name);
      if (this.entries.has(key)) throw damaged(entry.name);
      this.entries.set(key, entry);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The same as the file spells them, in its order. */
  get spelled(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The part as it is, for whoever hands it on. */
  bytes(name: string): Uint8Array {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw damaged(name);
    return unpacked(this.bytesOfAll, entry);
  }

  /** The part as text, once: many could point to one large part. One that is not there, or asked for again, is a damaged file. */
  text(name: string): string {
    const key = keyOf(name);
    const entry = this.entries.get(key);
    if (!entry || this.taken.has(key)) throw damaged(name);
    this.taken.add(key);
    return textOf(unpacked(this.bytesOfAll, entry), name);
  }
}

/** A part's bytes as text. */
export function textOf(bytes: Uint8Array, name: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  try {
    return new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged(name);
  }
}

/** Packages do not tell capitals from small letters. */
export const keyOf = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

function* entriesOf(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) throw new FileRefused("no-workbook");
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.parts) throw new FileRefused("too-many-parts", { limit: LIMITS.parts });
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged("");
    const [nameSize, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new FileRefused("encrypted");
    const wide = wideNumbers(view, at + 46 + nameSize, extra);
    const [size, packed, offset] = [24, 20, 42].map((place) => {
      const said = view.getUint32(at + place, true);
      return said === ELSEWHERE ? (wide.next().value ?? said) : said;
    }) as [number, number, number];
    total += size;
    requireRoom(size, total);
    if (!name.endsWith("/")) {
      yield {
        name,
        method: view.getUint16(at + 10, true),
        check: view.getUint32(at + 16, true),
        packed,
        size,
        offset,
      };
    }
    at += 46 + nameSize + extra + comment;
  }
}

/** Of one part, and of all with it. */
function requireRoom(size: number, total: number): void {
  if (size <= LIMITS.partBytes && total <= LIMITS.bytes) return;
  throw new FileRefused("too-large", { limit: (size > LIMITS.partBytes ? LIMITS.partBytes : LIMITS.bytes) / 2 ** 20 });
}

/** What an entry says of itself in eight bytes, for files beyond 4 GB and by writers who do not know yet how long theirs will be. */
function* wideNumbers(view: DataView, from: number, length: number): Generator<number, undefined> {
  for (let at = from; at + 4 <= from + length && at + 4 <= view.byteLength;) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const end = Math.min(at + 4 + size, view.byteLength);
    if (id === WIDE)
      for (let place = at + 4; place + 8 <= end; place += 8) yield Number(view.getBigUint64(place, true));
    at += 4 + size;
  }
  return undefined;
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function unpacked(bytes: Uint8Array, { name, method, check, packed, size, offset }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(name);
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw damaged(name);
  const data = bytes.subarray(from, from + packed);
  const found = method === 0 ? data : method === 8 ? inflated(data, name, size) : null;
  if (found?.length !== size || checkOf(found) !== check) throw damaged(name);
  return found;
}

/** Stops as soon as there is more than the entry says. */
function inflated(data: Uint8Array, name: string, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw damaged(name);
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += STEP) inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch {
    throw damaged(name);
  }
  return filled === size ? out : null;
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit++) check = check & 1 ? 0xedb88320 ^ (check >>> 1) : check >>> 1;
  return check;
});

function checkOf(bytes: Uint8Array): number {
  let check = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) check = CHECKS[(check ^ bytes[index]!) & 0xff]! ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}

/** Whether a text stands among the bytes in signs of two bytes. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wide[0]!); at >= 0; at = bytes.indexOf(wide[0]!, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** The same bytes for the same parts: no day of writing is told. */
const DAY = "1980-01-01T00:00:00";

export function packed(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(encoded(parts)), { level: 6, mtime: DAY });
}

/** What could not be read here again is not written: nobody would come back from it. */
export function packedWithin(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const files = encoded(parts);
  let total = 0;
  for (const [, { length }] of files) requireRoom(length, (total += length));
  return packed(new Map(files));
}

const encoded = (parts: ReadonlyMap<string, string | Uint8Array>): (readonly [string, Uint8Array])[] =>
  [...parts].map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]);
