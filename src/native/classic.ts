import { definitionOf, inOrder } from "../definitions";
import { nativeFormOf, nativeTableOf, type NativeReason } from "../definitions/native";
import { lettersOf } from "../formula/addresses";
import { type Node, type NodeOf, parse } from "../formula/parser";
import type { Area } from "../formula/values";
import { Refusal } from "../rules/refusal";
import { DIVISORS } from "./divisors";
import { type Given, handedOf } from "./handed";
import type { LawSheet } from "./law-sheet";
import { argumentsIn, errorFormula, type Handed, Printer } from "./print";
import { shownColumns, tableCell } from "./table";

/** Why a formula stays the value that it has. */
export interface NoNativeForm {
  readonly reason:
    | NativeReason
    /** Tables and integers do not suffice for the function. */
    | "function"
    /** A range stands where the function takes one value, inside a longer formula. */
    | "range"
    /** A table stands inside a longer formula. */
    | "table"
    /** A table is read from a block of several rows and columns. */
    | "block"
    /** A blank cell among those that give a row each. */
    | "blanks"
    /** What a part means depends on the row in which it stands. */
    | "place"
    /** A constant is finer than the whole numbers of the law sheet. */
    | "finer"
    /** Excel takes no longer formula. */
    | "too-long"
    /** The formula cannot be read. */
    | "unread";
  /** The function and, where one decides, its argument. */
  readonly function?: string;
  readonly argument?: string;
}

/** Formulas for the cells that one formula fills, by rows; `isArray`: each is entered as an array, so that its ranges are taken as a whole. */
export interface NativeCells {
  readonly cells: readonly (readonly string[])[];
  readonly isArray: boolean;
}

export type NamedFormula = { readonly formula: string } | { readonly none: NoNativeForm };
export type NativeFormula = NamedFormula | NativeCells;

const LONGEST = 8_192;

/** Thrown inside a formula, for one call without a native form leaves the whole formula without one. */
class None extends Error {
  constructor(readonly none: NoNativeForm) {
    super(none.reason);
  }
}

/** The same, or why there is none. */
function orNone<T>(make: () => T): T | { readonly none: NoNativeForm } {
  try {
    return make();
  } catch (error) {
    if (error instanceof None) return { none: error.none };
    if (error instanceof Error && !(error instanceof TypeError)) return { none: { reason: "unread" } };
    throw error;
  }
}

/** A cell among those that a formula fills, from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A formula with native ones in the place of our functions, over the law sheet; as it is where none of ours is in it. One that fills the cells of an area becomes a formula for
 * each of them.
 */
export function classicOf(formula: string, sheet: LawSheet, filled?: Area): NativeFormula {
  return orNone((): NativeFormula => {
    const { text, root } = parse(formula);
    const call = tableCall(root);
    if (call !== undefined) return cellsOfTable(text, call, filled ?? AREA_OF_ONE, sheet);
    const isMany = filled !== undefined && filled.rows * filled.columns > 1;
    if (isMany && isOurs(root) && hasRange(root)) return liftedCells(text, root, filled, sheet);
    return { formula: shortEnough(`=${rewriterOf(text, sheet).write(root).text}`) };
  });
}

const AREA_OF_ONE: Area = { row: 0, column: 0, rows: 1, columns: 1 };

function shortEnough(formula: string): string {
  if (formula.length > LONGEST) throw new None({ reason: "too-long" });
  return formula;
}

const rewriterOf = (text: string, sheet: LawSheet, place?: Place): Rewriter =>
  new Rewriter(text, place, (call, given) => classicCall(call, given, sheet, place !== undefined));

/** Whether a formula can stay as it is, for its functions are names of the workbook. */
export function namedOf(formula: string): NamedFormula {
  return orNone(() => {
    const { text, root } = parse(formula);
    new Rewriter(text, undefined, (call) => {
      requireForm(call.name, call.arguments, false, true);
      return { text: "" };
    }).write(root);
    return { formula };
  });
}

type CallNode = NodeOf<"call">;

const isOurs = (node: Node): node is CallNode => node.kind === "call" && definitionOf(node.name) !== undefined;

/** What a part of a formula becomes; of a function of ours that gives euro, in cents too. */
interface Written {
  readonly text: string;
  readonly cents?: string;
}

/** The text of a formula in which calls of our functions are written anew, from the inside out; for one of the cells that it fills, of ranges the one value that is this cell's. */
class Rewriter {
  constructor(
    private readonly text: string,
    private readonly place: Place | undefined,
    private readonly call: (call: CallNode, given: readonly Given[]) => Written,
  ) {}

  write(node: Node): Written {
    const inside = childrenOf(node).map((child): readonly [Node, Written] => [child, this.write(child)]);
    if (isOurs(node))
      return this.call(
        node,
        node.arguments.map((one, index) => this.given(node, one, index, inside.find(([child]) => child === one)![1])),
      );
    let written = "";
    let from = node.start;
    for (const [{ start, end }, { text }] of inside) {
      written += this.text.slice(from, start) + text;
      from = end;
    }
    return { text: written + this.text.slice(from, node.end) };
  }

  private given(call: CallNode, node: Node, index: number, written: Written): Given {
    const takes = Object.values(definitionOf(call.name)!.takes);
    if (takes[index]?.matrix === true)
      return node.kind === "missing" ? undefined : { text: written.text, cells: cellsIn(node) };
    if (this.place !== undefined && isRange(node)) return { text: cellOfRange(node, written.text, this.place) };
    return givenOf(node, written);
  }
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** How many cells a range has; undefined where nobody knows yet. */
const cellsIn = (node: Node): Size | undefined =>
  node.kind === "area"
    ? { rows: node.area.rows, columns: node.area.columns }
    : node.kind === "array"
      ? { rows: node.rows.length, columns: node.rows[0]?.length ?? 0 }
      : node.kind === "literal"
        ? { rows: 1, columns: 1 }
        : undefined;

/** The cell of a range that belongs to a place; a single row or column goes for all. */
function cellOfRange(node: Node, text: string, { row, column }: Place): string {
  const of = cellsIn(node);
  const at = (index: number, count: number | undefined) => (count === 1 ? 0 : index);
  const [r, c] = [at(row, of?.rows), at(column, of?.columns)];
  if (of !== undefined && (r >= of.rows || c >= of.columns)) return errorFormula("notAvailable");
  if (node.kind !== "area") return `INDEX(${text},${r + 1},${c + 1})`;
  const sheet = text.slice(0, text.lastIndexOf("!") + 1);
  return `${sheet}${lettersOf(node.area.column + c)}${node.area.row + r + 1}`;
}

const childrenOf = (node: Node): readonly Node[] => {
  switch (node.kind) {
    case "call":
      return node.name === "" ? [node.callee, ...node.arguments] : node.arguments;
    case "prefix":
    case "percent":
    case "spill":
      return [node.of];
    case "binary":
      return [node.left, node.right];
    default:
      return [];
  }
};

/** A constant as it is; what else stands there, as an operand. */
function givenOf(node: Node, { text, cents }: Written): Given {
  if (node.kind === "missing") return undefined;
  if (node.kind === "literal" && (typeof node.value !== "object" || node.value === null))
    return node.value === null ? undefined : { literal: node.value };
  const isNegative = node.kind === "prefix" && node.operator === "-" && node.of.kind === "literal";
  if (isNegative && node.of.kind === "literal" && typeof node.of.value === "number") return { literal: -node.of.value };
  const isOperand = node.kind === "area" || node.kind === "name" || node.kind === "call" || text.startsWith("(");
  return { text: isOperand ? text : `(${text})`, cents };
}

function requireForm(id: string, given: readonly Node[], picks: boolean, isNamed = false) {
  const form = nativeFormOf(id);
  const table = form === undefined ? nativeTableOf(id) : undefined;
  if (form === undefined && table === undefined) throw new None({ reason: "function", function: id });
  if (table !== undefined && !isNamed && !picks) throw new None({ reason: "table", function: id });
  const { without } = (form ?? table)!;
  Object.entries(definitionOf(id)!.takes).forEach(([name, argument], index) => {
    const node = given[index];
    if (node === undefined || node.kind === "missing") return;
    const reason = without[name];
    if (reason !== undefined) throw new None({ reason, function: id, argument: name });
    const inNames = isNamed ? table?.withoutInNames[name] : undefined;
    if (inNames !== undefined && !(node.kind === "literal" && argument.read(name, node.value) === inNames.but))
      throw new None({ reason: inNames.reason, function: id, argument: name });
    if (argument.matrix !== true && !picks && isRange(node))
      throw new None({ reason: "range", function: id, argument: name });
  });
  return form;
}

/** More than one cell where one value is taken. */
function isRange(node: Node): boolean {
  switch (node.kind) {
    case "area":
      return node.area.rows * node.area.columns > 1;
    case "array":
    case "spill":
    case "unread":
      return true;
    case "table":
      return !node.parts.includes("this row");
    case "prefix":
      return node.operator !== "@" && isRange(node.of);
    case "percent":
      return isRange(node.of);
    case "binary":
      return node.operator === ":" || isRange(node.left) || isRange(node.right);
    default:
      return false;
  }
}

/** A range among the arguments of calls of ours that stand in one another. */
const hasRange = (node: CallNode): boolean =>
  node.arguments.some((one, index) => {
    if (isOurs(one)) return hasRange(one);
    return Object.values(definitionOf(node.name)!.takes)[index]?.matrix !== true && isRange(one);
  });

function classicCall(call: CallNode, given: readonly Given[], sheet: LawSheet, picks: boolean): Written {
  const form = requireForm(call.name, call.arguments, picks)!;
  if (nativeTableOf(call.name) !== undefined) throw new None({ reason: "table", function: call.name });
  const handed = handedTo(call, given, sheet, [form.gives]);
  if (handed instanceof Refusal) return { text: errorFormula(handed.code) };
  const { text, whole } = new Printer(sheet, handed).both(form.gives, DIVISORS[form.exit]);
  return { text: `(${text})`, ...(form.exit === "euro" && { cents: `(${whole})` }) };
}

function handedTo(call: CallNode, given: readonly Given[], sheet: LawSheet, read: Parameters<typeof argumentsIn>[0]) {
  const definition = definitionOf(call.name)!;
  const ordered = inOrder(definition, given, (one) => (one !== undefined && "literal" in one ? one.literal : null));
  const entries = new Map(argumentsIn(read).map((one) => [one.name, one.entries]));
  const handed: Record<string, Handed> = {};
  for (const [index, [name, argument]] of Object.entries(definition.takes).entries()) {
    const one = handedOf(name, argument, entries.get(name) ?? [], ordered[index], sheet);
    if (one === "finer") throw new None({ reason: "finer", function: call.name, argument: name });
    if (one instanceof Refusal) return one;
    handed[name] = one;
  }
  return handed;
}

/** Where a part is read by the row or column of its cell. */
const isOfItsPlace = (node: Node): boolean =>
  (node.kind === "table" && node.parts.includes("this row")) ||
  (node.kind === "prefix" && node.operator === "@") ||
  childrenOf(node).some(isOfItsPlace);

/** A formula of ours that has ranges where single values are taken. */
function liftedCells(text: string, root: Node, { rows, columns }: Area, sheet: LawSheet): NativeCells {
  if (isOfItsPlace(root)) throw new None({ reason: "place" });
  const cells = matrix(rows, columns, (row, column) =>
    shortEnough(`=${rewriterOf(text, sheet, { row, column }).write(root).text}`),
  );
  return { cells, isArray: true };
}

const matrix = <T>(rows: number, columns: number, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_unused, column) => at(row, column)));

/** A table of ours, and which of its rows and columns are shown: all, or those that INDEX names. */
interface TableCall {
  readonly call: CallNode;
  readonly rows: readonly number[] | null;
  readonly columns: readonly number[] | null;
}

const tableIn = (node: Node | undefined): CallNode | undefined =>
  node?.kind === "call" && nativeTableOf(node.name) !== undefined ? node : undefined;

function tableCall(root: Node): TableCall | undefined {
  const whole = tableIn(root);
  if (whole !== undefined) return { call: whole, rows: null, columns: null };
  if (root.kind !== "call" || root.name !== "INDEX") return undefined;
  const [table, ...at] = root.arguments;
  const call = tableIn(table);
  if (call === undefined) return undefined;
  const named = at.map(numbersIn);
  // What is calculated may be any of its rows.
  if (named.includes(undefined)) throw new None({ reason: "table", function: call.name });
  const [rows = null, columns = null] = named;
  return { call, rows, columns };
}

/** The numbers that stand in a formula; null for all, undefined where they are calculated. */
function numbersIn(node: Node): readonly number[] | null | undefined {
  if (node.kind === "missing") return null;
  if (node.kind === "literal")
    return node.value === 0 ? null : typeof node.value === "number" ? [node.value] : undefined;
  if (node.kind === "array") {
    const all = node.rows.flat();
    return all.every((one) => typeof one === "number") ? all : undefined;
  }
  if (node.kind !== "call" || node.name !== "SEQUENCE") return undefined;
  const given = node.arguments.map((one) =>
    one.kind === "literal" && typeof one.value === "number" ? one.value : null,
  );
  if (given.includes(null)) return undefined;
  const [rows = 1, columns = 1, first = 1, step = 1] = given as number[];
  return Array.from({ length: rows * columns }, (_, index) => first + index * step);
}

function cellsOfTable(text: string, { call, rows, columns }: TableCall, filled: Area, sheet: LawSheet): NativeCells {
  const id = call.name;
  const table = nativeTableOf(id)!;
  if (isOfItsPlace(call)) throw new None({ reason: "place", function: id });
  requireForm(id, call.arguments, true);
  const given: Given[] = [];
  new Rewriter(text, undefined, (one, inside) => {
    if (one !== call) return classicCall(one, inside, sheet, false);
    given.push(...inside);
    return { text: "" };
  }).write(call);
  const names = Object.keys(definitionOf(id)!.takes);
  const sizeOf = (name: string) => {
    const one = given[names.indexOf(name)];
    return one !== undefined && "cells" in one ? one.cells : undefined;
  };
  const read = Object.values(table.columns).map(({ gives }) => gives);
  for (const name of itemsIn(read)) {
    const size = sizeOf(name);
    if (size !== undefined && size.rows > 1 && size.columns > 1)
      throw new None({ reason: "block", function: id, argument: name });
  }
  const asked = table.skips === undefined ? undefined : sizeOf(table.skips);
  if (rows === null && asked !== undefined && filled.rows > 1 && filled.rows - 1 !== asked.rows * asked.columns)
    throw new None({ reason: "blanks", function: id, argument: table.skips! });
  const handed = handedTo(call, given, sheet, read);
  const shown = shownColumns(id);
  /** Where a row or column of the table stands among those that are shown. */
  const placeIn = (numbers: readonly number[] | null, number: number): number =>
    numbers === null ? number - 1 : numbers.indexOf(number);
  const addressOf = (column: string, row: number): string | null => {
    const [down, across] = [placeIn(rows, row + 1), placeIn(columns, shown.indexOf(column) + 1)];
    if (row < 1 || down < 0 || down >= filled.rows || across < 0 || across >= filled.columns) return null;
    return `${lettersOf(filled.column + across)}${filled.row + down + 1}`;
  };
  const at = (numbers: readonly number[] | null, index: number): number =>
    numbers === null ? index + 1 : numbers.length === 1 ? numbers[0]! : (numbers[index] ?? 0);
  const cells = matrix(filled.rows, filled.columns, (row, column) => {
    if (handed instanceof Refusal) return `=${errorFormula(handed.code)}`;
    return shortEnough(
      `=${tableCell(id, sheet, handed, { row: at(rows, row), column: at(columns, column) }, addressOf)}`,
    );
  });
  return { cells, isArray: true };
}

/** The ranges that expressions read cell by cell, each of which is a row. */
function itemsIn(of: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, name } = node as { readonly kind?: string; readonly name?: string };
    if (kind === "item") found.add(name!);
    Object.values(node).forEach(visit);
  };
  visit(of);
  return found;
}
