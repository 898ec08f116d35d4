import fc from "fast-check";
import { checksumOf, fnv1a } from "../../src/formula/checksum";
import { type FrozenNote, isFrozenNote, readNote, writeNote } from "../../src/formula/frozen-note";

const HEADING = "Statut Social: formula frozen on 25/11/2026, data 4fa26596 2026-12-31";
const NOTE: FrozenNote = {
  address: "C2",
  formula: '=INASTI.QUARTERLY(A1,"principal",2026)',
  rows: 1,
  columns: 1,
  checksum: checksumOf([[2050]]),
  date: "2026-11-25",
  dataVersion: "4fa26596 2026-12-31",
  userNote: null,
};

const formulas = fc.string({ unit: "binary", maxLength: 60 }).map((text) => `=${text}`);
const userNotes = fc.option(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "\n", "a\nb\n", "――――――――", "a\r", writeNote(HEADING, NOTE), `x\n${writeNote(HEADING, NOTE)}`),
  ),
);
const sizes = fc.integer({ min: 1, max: 1_048_576 });
const notes: fc.Arbitrary<FrozenNote> = fc.record({
  address: fc.constantFrom("A1", "XFD1048576"),
  formula: fc.oneof(formulas, fc.constantFrom('=A("x\ny")', '=A("x""y\r\nz")', "=\n", "=A\n[statut-social/1]")),
  rows: sizes,
  columns: sizes,
  checksum: fc.string().map(fnv1a),
  date: fc.constant("2026-11-25"),
  dataVersion: fc.string({ unit: "grapheme" }),
  userNote: userNotes,
});

it("says when and with which data, then the formula on its own line", () => {
  expect(writeNote(HEADING, NOTE).split("\n").slice(0, 2)).toEqual([HEADING, NOTE.formula]);
});

it("gives back whatever formula and user's note it was written with", () => {
  fc.assert(fc.property(notes, (note) => expect(readNote(writeNote(HEADING, note))).toEqual(note)));
});

it("is read where the host keeps other line ends, or ends the note with one", () => {
  const note = { ...NOTE, formula: '=A(\n"x")', userNote: "mine\nand more" };
  const text = writeNote(HEADING, note);
  for (const kept of [text.replaceAll("\n", "\r\n"), text.replaceAll("\n", "\r"), `${text}\n`, `${text} `]) {
    expect(readNote(kept)).toEqual(note);
  }
});

it("keeps what the user writes around it afterwards", () => {
  const text = writeNote(HEADING, { ...NOTE, userNote: "mine" });
  expect(readNote(`First!\n${text}\nchecked by Jo`)?.userNote).toBe("First!\nmine\nchecked by Jo");
});

it("takes no foreign note for ours", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(isFrozenNote(text)).toBe(false)));
  expect(isFrozenNote("")).toBe(false);
  expect(isFrozenNote('=INASTI.QUARTERLY(A1,"principal",2026)')).toBe(false);
});

it("takes no damaged note for ours: a sign of the formula or the last line changed, or its end missing", () => {
  const text = writeNote(HEADING, NOTE);
  const dataStart = text.lastIndexOf(" ") + 1;
  for (let index = HEADING.length + 1; index < dataStart; index++) {
    expect(readNote(`${text.slice(0, index)}~${text.slice(index + 1)}`)).toBeNull();
    expect(readNote(text.slice(0, index))).toBeNull();
  }
});

it.each([
  ["size", " 1x1 ", " 3x2 "],
  ["address", " C2 ", " C3 "],
  ["values", checksumOf([[2050]]), checksumOf([[2051]])],
  ["date", "2026-11-25 4", "2026-11-26 4"],
  ["data", "4fa26596%202026", "4fa26597%202026"],
])("takes no note for ours whose %s was changed", (_, is, was) => {
  const text = writeNote(HEADING, NOTE);
  expect(text).toContain(is);
  expect(readNote(text.replace(is, was))).toBeNull();
});

it("reads the notes of the first release, whose checksum is of the formula only", () => {
  const sum = fnv1a(NOTE.formula);
  const text = `${HEADING}\n${NOTE.formula}\n[statut-social/1 C2 1x1 ${NOTE.checksum} 1 ${sum} 2026-11-25 4fa26596%202026-12-31]`;
  expect(readNote(text)).toEqual(NOTE);
  expect(readNote(text.replace("40000", "50000").replace("A1", "A2"))).toBeNull();
  expect(readNote(text.replace("statut-social/1", "statut-social/3"))).toBeNull();
});

it.each([
  // Test vectors of the FNV authors.
  ["", "811c9dc5"],
  ["a", "e40c292c"],
  ["foobar", "bf9cf968"],
])("hashes %p as FNV-1a does", (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
});

it("takes -0 for 0 and an empty text for a blank cell, and tells everything else apart", () => {
  expect(checksumOf([[-0, ""]])).toBe(checksumOf([[0, null]]));
  const different = [[[1, 2]], [[1], [2]], [["1", 2]], [[true, 2]], [["#N/A", 2]], [[1, 2.5]]];
  expect(new Set(different.map(checksumOf)).size).toBe(different.length);
});
