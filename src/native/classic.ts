import { definitionOf, inOrder } from "../definitions";
import { nativeFormOf, type NativeReason } from "../definitions/native";
import { type Node, type NodeOf, parse } from "../formula/parser";
import { Refusal } from "../rules/refusal";
import { DIVISORS } from "./divisors";
import { type Given, handedOf } from "./handed";
import type { LawSheet } from "./law-sheet";
import { argumentsIn, errorFormula, type Handed, Printer } from "./print";

/** Why a formula stays the value that it has. */
export interface NoNativeForm {
  readonly reason:
    | NativeReason
    /** Tables and integers do not suffice for the function. */
    | "function"
    /** A range stands where the function takes one value. */
    | "range"
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

export type NativeFormula = { readonly formula: string } | { readonly none: NoNativeForm };

const LONGEST = 8_192;

/** Thrown inside a formula, for one call without a native form leaves the whole formula without one. */
class None extends Error {
  constructor(readonly none: NoNativeForm) {
    super(none.reason);
  }
}

/** A formula with native ones in the place of our functions, over the law sheet; as it is where none of ours is in it. */
export function classicOf(formula: string, sheet: LawSheet): NativeFormula {
  try {
    const { text, root } = parse(formula);
    const written = `=${new Rewriter(text, (call, given) => classicCall(call, given, sheet)).write(root).text}`;
    return written.length > LONGEST ? { none: { reason: "too-long" } } : { formula: written };
  } catch (error) {
    if (error instanceof None) return { none: error.none };
    if (error instanceof Error && !(error instanceof TypeError)) return { none: { reason: "unread" } };
    throw error;
  }
}

/** Whether a formula can stay as it is, for its functions are names of the workbook. */
export function namedOf(formula: string): NativeFormula {
  try {
    const { text, root } = parse(formula);
    new Rewriter(text, (call) => {
      requireForm(call.name, call.arguments);
      return { text: "" };
    }).write(root);
    return { formula };
  } catch (error) {
    if (error instanceof None) return { none: error.none };
    if (error instanceof Error && !(error instanceof TypeError)) return { none: { reason: "unread" } };
    throw error;
  }
}

type CallNode = NodeOf<"call">;

/** What a part of a formula becomes; of a function of ours that gives euro, in cents too. */
interface Written {
  readonly text: string;
  readonly cents?: string;
}

/** The text of a formula in which calls of our functions are written anew, from the inside out. */
class Rewriter {
  constructor(
    private readonly text: string,
    private readonly call: (call: CallNode, given: readonly Given[]) => Written,
  ) {}

  write(node: Node): Written {
    const inside = childrenOf(node).map((child): readonly [Node, Written] => [child, this.write(child)]);
    if (node.kind === "call" && definitionOf(node.name) !== undefined)
      return this.call(
        node,
        node.arguments.map((one) => givenOf(one, inside.find(([child]) => child === one)![1])),
      );
    let written = "";
    let from = node.start;
    for (const [{ start, end }, { text }] of inside) {
      written += this.text.slice(from, start) + text;
      from = end;
    }
    return { text: written + this.text.slice(from, node.end) };
  }
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

function requireForm(id: string, given: readonly Node[]) {
  const form = nativeFormOf(id);
  if (form === undefined) throw new None({ reason: "function", function: id });
  const { takes, swaps } = definitionOf(id)!;
  Object.entries(takes).forEach(([name, argument], index) => {
    const node = given[index];
    if (node === undefined || node.kind === "missing") return;
    const reason = form.without[name];
    if (reason !== undefined) throw new None({ reason, function: id, argument: name });
    if (argument.matrix !== true && isRange(node)) throw new None({ reason: "range", function: id, argument: name });
  });
  return { form, takes, swaps };
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

function classicCall(call: CallNode, given: readonly Given[], sheet: LawSheet): Written {
  const { form, takes } = requireForm(call.name, call.arguments);
  const ordered = inOrder(definitionOf(call.name)!, given, (one) =>
    one !== undefined && "literal" in one ? one.literal : null,
  );
  const entries = new Map(argumentsIn(form.gives).map((one) => [one.name, one.entries]));
  const handed: Record<string, Handed> = {};
  for (const [index, [name, argument]] of Object.entries(takes).entries()) {
    const one = handedOf(name, argument, entries.get(name) ?? [], ordered[index], sheet);
    if (one === "finer") throw new None({ reason: "finer", function: call.name, argument: name });
    if (one instanceof Refusal) return { text: errorFormula(one.code) };
    handed[name] = one;
  }
  const { text, whole } = new Printer(sheet, handed).both(form.gives, DIVISORS[form.exit]);
  return { text: `(${text})`, ...(form.exit === "euro" && { cents: `(${whole})` }) };
}
