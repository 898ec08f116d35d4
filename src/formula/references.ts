import { addressOf, COLUMNS, ROWS } from "./addresses";
import type { Formula, Node, NodeOf } from "./parser";
import type { Area, Place } from "./values";

/** What must be read before a formula can be evaluated. */
export interface References {
  readonly ranges: readonly Place[];
  readonly names: readonly string[];
  /** Tables by their names; "" for the one in which the cell stands. */
  readonly tables: readonly string[];
}

/** Of a bounded range; whole columns and rows are read as far as their sheet is used. */
const MOST_CELLS = 1_000_000;
const MOST_WHOLE = 8;

const isReadable = ({ rows, columns }: Area): boolean => {
  if (rows === ROWS || columns === COLUMNS) return Math.min(rows, columns) <= MOST_WHOLE;
  return rows * columns <= MOST_CELLS;
};

/** The place of an area, or of what the formula in its cell fills; null where that is too much to read. */
export function placeOf(node: NodeOf<"area">, sheet: string, fills = false): Place | null {
  const address = addressOf(node.area);
  return isReadable(node.area) ? { sheet: node.sheet ?? sheet, address: fills ? `${address}#` : address } : null;
}

export const keyOf = ({ sheet, address }: Place): string => `${sheet.toLowerCase()}!${address}`;

/** What a formula refers to, each once, in its order. Names that LET and LAMBDA give are not the workbook's. */
export function referencesOf({ root }: Formula, sheet: string): References {
  const ranges = new Map<string, Place>();
  const names = new Map<string, string>();
  const tables = new Map<string, string>();
  const visit = (node: Node, own: ReadonlySet<string>): void => {
    switch (node.kind) {
      case "area":
      case "spill": {
        const of = node.kind === "spill" ? node.of : node;
        const place = of.kind === "area" ? placeOf(of, sheet, node.kind === "spill") : null;
        if (place && !ranges.has(keyOf(place))) ranges.set(keyOf(place), place);
        return;
      }
      case "name": {
        const key = node.name.toLowerCase();
        if (!own.has(key) && !names.has(key)) names.set(key, node.name);
        return;
      }
      case "table":
        if (!tables.has(node.table.toLowerCase())) tables.set(node.table.toLowerCase(), node.table);
        return;
      case "call": {
        const given = new Set([...own, ...namesGivenBy(node)]);
        if (node.name === "") visit(node.callee, own);
        for (const argument of node.arguments) visit(argument, given);
        return;
      }
      case "prefix":
      case "percent":
        return visit(node.of, own);
      case "binary": {
        // A long sum leans to the left, further than calls may nest.
        const rights: Node[] = [];
        let left: Node = node;
        for (; left.kind === "binary"; left = left.left) rights.push(left.right);
        visit(left, own);
        return rights.reverse().forEach((right) => visit(right, own));
      }
    }
  };
  visit(root, new Set());
  return { ranges: [...ranges.values()], names: [...names.values()], tables: [...tables.values()] };
}

/** In lower case, the names that LET gives its values and LAMBDA its parameters. */
function namesGivenBy({ name, arguments: given }: NodeOf<"call">): string[] {
  if (name !== "LET" && name !== "LAMBDA") return [];
  const places = name === "LET" ? given.slice(0, -1).filter((_, index) => index % 2 === 0) : given.slice(0, -1);
  return places.flatMap((node) => parameterOf(node)?.name ?? []);
}

/** A name as LET and LAMBDA take it; LAMBDA's optional ones stand in brackets, which look like a table's column. */
export function parameterOf(node: Node): { readonly name: string; readonly isOptional: boolean } | null {
  if (node.kind === "name") return { name: node.name.toLowerCase(), isOptional: false };
  const isBracketed =
    node.kind === "table" && node.table === "" && node.parts.length === 0 && node.columns.length === 1;
  return isBracketed ? { name: node.columns[0]!.toLowerCase(), isOptional: true } : null;
}
