/** Of Calibri at 11 points on a screen of 96 to the inch, in pixels; bold is a little wider. */
const USUAL = 7.7;
const OTHERS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlI.,:;'’|!()[\]\u00a0\u202f ]/, 3.6],
  [/[frt\-/]/, 5.1],
  [/[aceéèêëkgsvxyzçàâäLEFJST]/, 6.9],
  [/[mwMW%@€]/, 12],
  [/[A-ZÀ-Ü]/, 9],
];
const BOLD = 1.03;
/** Of a cell, on both sides together. */
const BESIDE = 5;

const letterWidth = (letter: string): number => OTHERS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL;

/** How wide a text is about, in pixels; rather more than less. */
const textWidth = (text: string, isBold: boolean): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * (isBold ? BOLD : 1));

/** How many lines a text takes in a cell that wraps it between words. */
export function linesIn(text: string, width: number, isBold: boolean): number {
  const room = width - BESIDE;
  return text.split("\n").reduce((sum, part) => {
    let [lines, used] = [1, 0];
    for (const word of part.split(/(?<=[\s-])/)) {
      const needed = textWidth(word.trimEnd(), isBold);
      if (used > 0 && used + needed > room) [lines, used] = [lines + 1, 0];
      lines += Math.max(0, Math.ceil(needed / room) - 1);
      used += textWidth(word, isBold);
    }
    return sum + lines;
  }, 0);
}
