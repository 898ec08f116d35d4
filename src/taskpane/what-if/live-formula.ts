import { addressOf, areaOf, inSheet } from "../../formula/addresses";
import { isOtherBook } from "../../formula/outside";
import { calledNames, isCalled, type Token, tokensOf } from "../../formula/tokens";
import type { Area, FormulaCell, Outline, Place } from "../../host/host";
import { absolute } from "../formula/a1";
import { type Formula, LONGEST_FORMULA } from "../formula/formula";

/** Functions that look at where a cell stands or what is around it, which another cell in its place would not have. */
const TELLS_PLACES =
  /^(?:ROWS?|COLUMNS?|ADDRESS|CELL|OFFSET|INDIRECT|AREAS|ISREF|ISFORMULA|FORMULATEXT|SHEETS?|ISBLANK|COUNTBLANK)$/i;
/** Functions that take cells, and no result of a formula in the place of one. */
const TAKES_CELLS = /(?:IFS?|RANK.*|SUBTOTAL|AGGREGATE)$/i;
const TAKES_RESULTS = /^(?:IF|IFS)$/i;
/** Where they look is known only when they are calculated. */
const LEADS_ANYWHERE = /^(?:OFFSET|INDIRECT)$/i;

/** What the table's cells have in the place of an input: its reference, by the input's cell. */
export interface Stand {
  readonly cell: Place;
  readonly reference: Formula;
}

interface Filled {
  readonly cell: FormulaCell;
  readonly area: Area;
}

/** What leads further than this is taken to lead to the inputs. */
const DEEPEST = 500;
/** Formulas that are put into each other; Excel takes no more levels of functions than 64. */
const MOST_LEVELS = 40;

/** The formulas of a workbook, to follow from a target to its inputs. */
export class Followed {
  private readonly formulas: ReadonlyMap<string, FormulaCell>;
  /** By sheet, with what each formula fills. */
  private readonly filled = new Map<string, Filled[]>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    cells: readonly FormulaCell[],
    { names }: Pick<Outline, "names">,
    private readonly inputs: readonly Place[],
  ) {
    this.formulas = new Map(cells.map((cell) => [keyOf(cell), cell]));
    for (const cell of cells) {
      const [rows, columns] = [cell.values.length, cell.values[0]!.length];
      const key = cell.sheet.toLowerCase();
      const others = this.filled.get(key) ?? [];
      others.push({ cell, area: { ...areaOf(cell.address)!, rows, columns } });
      this.filled.set(key, others);
    }
    this.names = new Map(names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  }

  /**
   * The target's formula with the table's cells in the place of the inputs, and with the formulas of the cells between put into it; null
   * where that is not the same: an input within a range, a name or a table on the way, a function that looks at places.
   */
  formulaOf(target: Place, stands: readonly Stand[]): Formula | null {
    if (!this.dependsOnInputs(target)) return null;
    const written = this.written(target, stands, 0);
    return written === null ? null : `=${written}`;
  }

  /** The formula in a cell, if there is one. */
  at = (place: Place): FormulaCell | undefined => this.formulas.get(keyOf(place));

  private written(place: Place, stands: readonly Stand[], level: number): Formula | null {
    const cell = this.at(place);
    if (level > MOST_LEVELS || !cell || cell.values.length !== 1 || cell.values[0]!.length !== 1) return null;
    if (calledNames(cell.formula).some((name) => TELLS_PLACES.test(name))) return null;
    const tokens = tokensOf(cell.formula.slice(1));
    const parts: string[] = [];
    for (const [index, token] of tokens.entries()) {
      const part = this.part(tokens, index, token, place.sheet, stands, level);
      if (part === null) return null;
      parts.push(part);
    }
    const text = parts.join("");
    if (text.length >= LONGEST_FORMULA) return null;
    return level === 0 ? text : `(${text})`;
  }

  private part(
    tokens: readonly Token[],
    index: number,
    { kind, text }: Token,
    ownSheet: string,
    stands: readonly Stand[],
    level: number,
  ): string | null {
    switch (kind) {
      case "sheet":
        // Said with the reference behind it.
        return tokens[index + 1]?.kind === "reference" && sheetIn(text) !== null ? "" : null;
      case "reference": {
        const before = tokens[index - 1];
        const sheet = before?.kind === "sheet" ? sheetIn(before.text)! : ownSheet;
        return this.reference({ sheet, address: text }, tokens, index, stands, level);
      }
      case "name":
        return this.nameDepends(text) ? null : text;
      case "table":
      case "unknown":
        return null;
      case "operator":
        return text === ":" || text === "#" ? null : text;
      default:
        return text;
    }
  }

  private reference(
    { sheet, address }: Place,
    tokens: readonly Token[],
    index: number,
    stands: readonly Stand[],
    level: number,
  ): string | null {
    const area = areaOf(address.replaceAll("$", ""));
    if (!area) return null;
    const plain = address.replaceAll("$", "").toUpperCase();
    const place = { sheet, address: plain };
    const stand = stands.find(({ cell }) => keyOf(cell) === keyOf(place));
    if (stand) return stand.reference;
    if (!this.areaDepends(sheet, area)) return inSheet(sheet, plain.split(":").map(absolute).join(":"));
    const isCell = area.rows === 1 && area.columns === 1;
    if (!isCell || this.isArgumentOfRange(tokens, index)) return null;
    return this.written(place, stands, level + 1);
  }

  /** Whether a function around this place takes cells alone. */
  private isArgumentOfRange(tokens: readonly Token[], index: number): boolean {
    let depth = 0;
    for (let at = index - 1; at >= 0; at -= 1) {
      const { text } = tokens[at]!;
      if (text === ")") depth += 1;
      else if (text === "(" && depth > 0) depth -= 1;
      else if (text === "(") {
        const name = tokens[at - 1]?.text ?? "";
        if (TAKES_CELLS.test(name) && !TAKES_RESULTS.test(name)) return true;
      }
    }
    return false;
  }

  private readonly depending = new Map<string, boolean>();
  private depth = 0;

  /** Whether a cell shows something else when an input does. */
  dependsOnInputs(place: Place): boolean {
    const key = keyOf(place);
    const known = this.depending.get(key);
    if (known !== undefined) return known;
    const cell = this.at(place);
    if (!cell) return false;
    if (this.depth >= DEEPEST) return true;
    // A cell that refers to itself adds nothing.
    this.depending.set(key, false);
    this.depth += 1;
    const depends = this.formulaDepends(cell.formula, place.sheet);
    this.depth -= 1;
    this.depending.set(key, depends);
    return depends;
  }

  private formulaDepends(formula: string, ownSheet: string): boolean {
    const tokens = tokensOf(formula);
    return tokens.some(({ kind, text }, index) => {
      // What is not followed may lead anywhere.
      if (kind === "table" || kind === "unknown") return true;
      if (kind === "name") return this.nameDepends(text) || (isCalled(tokens, index) && LEADS_ANYWHERE.test(text));
      if (kind !== "reference") return false;
      const before = tokens[index - 1];
      const sheet = before?.kind === "sheet" ? sheetIn(before.text) : ownSheet;
      const area = areaOf(text.replaceAll("$", ""));
      return sheet === null || area === null || this.areaDepends(sheet, area);
    });
  }

  private nameDepends(name: string): boolean {
    const formula = this.names.get(name.toLowerCase());
    return formula !== undefined && this.formulaDepends(formula, "");
  }

  private areaDepends(sheet: string, area: Area): boolean {
    const isInput = this.inputs.some(
      (input) => input.sheet.toLowerCase() === sheet.toLowerCase() && overlaps(areaOf(input.address)!, area),
    );
    if (isInput) return true;
    const isCell = area.rows === 1 && area.columns === 1;
    const own = isCell ? this.at({ sheet, address: addressOf(area) }) : undefined;
    if (own) return this.dependsOnInputs(own);
    return (this.filled.get(sheet.toLowerCase()) ?? []).some(
      (filled) => overlaps(filled.area, area) && this.dependsOnInputs(filled.cell),
    );
  }
}

const keyOf = ({ sheet, address }: Place): string => `${sheet.toLowerCase()}!${address.toUpperCase()}`;

const overlaps = (one: Area, other: Area): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

/** The sheet that stands before a reference; null for another workbook's, and for several. */
function sheetIn(mark: string): string | null {
  if (isOtherBook(mark)) return null;
  const name = mark.slice(0, -1);
  if (name.startsWith("'")) {
    const inner = name.slice(1, -1).replaceAll("''", "'");
    return inner.includes(":") ? null : inner;
  }
  return name.includes(":") ? null : name;
}
