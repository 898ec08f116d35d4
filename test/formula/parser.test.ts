import { type AstExpression, parse as parseFx, tokenize } from "@borgar/fx";
import fc from "fast-check";
import { addressOf } from "../../src/formula/addresses";
import { LONGEST_TEXT, Stopped } from "../../src/formula/budget";
import { Cannot, type Node, parse } from "../../src/formula/parser";
import { ErrorValue, type Scalar } from "../../src/formula/values";

const word = (value: Scalar): unknown => (value instanceof ErrorValue ? value.code : value);

/** A tree as nested lists. */
function ours(node: Node): unknown {
  switch (node.kind) {
    case "literal":
      return word(node.value);
    case "array":
      return ["{", node.rows.map((row) => row.map(word))];
    case "area":
      return `${node.sheet ?? ""}!${addressOf(node.area)}`;
    case "name":
      return node.name;
    case "missing":
      return null;
    case "spill":
      return ["#", ours(node.of)];
    case "percent":
      return ["%", ours(node.of)];
    case "prefix":
      return [node.operator, ours(node.of)];
    case "binary":
      return [node.operator, ours(node.left), ours(node.right)];
    case "call":
      return [node.name || ours(node.callee), ...node.arguments.map(ours)];
    default:
      return node.kind;
  }
}

/** The same from a library that reads formulas too. */
function theirs(node: AstExpression | null): unknown {
  if (node === null) return null;
  switch (node.type) {
    case "Literal":
      return node.value;
    case "ErrorLiteral":
      return node.value;
    case "ArrayExpression":
      return ["{", node.elements.map((row) => row.map(theirs))];
    case "ReferenceIdentifier":
      return node.kind === "name" ? node.value : `!${node.value.replaceAll("$", "")}`;
    case "UnaryExpression":
      return [node.operator, theirs(node.arguments[0]!)];
    case "BinaryExpression":
      return [node.operator, theirs(node.arguments[0]!), theirs(node.arguments[1]!)];
    case "CallExpression":
      return [
        node.callee.type === "Identifier" ? node.callee.name : theirs(node.callee as unknown as AstExpression),
        ...node.arguments.map(theirs),
      ];
    default:
      return node.type;
  }
}

const OPERATORS = ["+", "-", "*", "/", "^", "&", "=", "<>", "<", ">=", " = "];

const { formulas } = fc.letrec<{ formulas: string }>((tie) => ({
  formulas: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("1", "2.5", '"a""b"', "TRUE", "A1", "$B$2:C3", "rate", "#N/A", "{1,2;3,4}"),
    fc.tuple(tie("formulas"), fc.constantFrom(...OPERATORS), tie("formulas")).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("+", "@"), fc.constantFrom("A1", "rate")).map((parts) => parts.join("")),
    tie("formulas").map((inside) => `(${inside})`),
    fc
      .tuple(
        fc.constantFrom("SUM", "IF", "INASTI.ANNUAL"),
        fc.array(fc.oneof(tie("formulas"), fc.constant("")), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, args]) => `${name}(${args.join(",")})`)
      .filter((text) => !text.endsWith("()")),
  ),
}));

it("reads what @borgar/fx reads as it does", () => {
  fc.assert(
    fc.property(formulas, (text) => {
      expect(ours(parse(`=${text}`).root)).toEqual(theirs(parseFx(tokenize(`=${text}`, { negativeNumbers: false }))));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["=-2^2", ["^", ["-", 2], 2]],
  ["=2^-3^2", ["^", ["^", 2, ["-", 3]], 2]],
  ["=-A1%", ["%", ["-", "!A1"]]],
  ["=1+2*3&4=5", ["=", ["&", ["+", 1, ["*", 2, 3]], 4], 5]],
  ["=SUM((A1:A3,B2))", ["SUM", [",", "!A1:A3", "!B2"]]],
  ["=A1:A3 B2:C2", [" ", "!A1:A3", "!B2:C2"]],
  ["=A1:INDEX(B:B,3)", [":", "!A1", ["INDEX", "!B1:B1048576", 3]]],
  ["=Data!A1#", ["#", "Data!A1"]],
  ["=LAMBDA(x,x+1)(2)", [["LAMBDA", "x", ["+", "x", 1]], 2]],
  ["=(LAMBDA(x,x))(2)(3)", [[["LAMBDA", "x", "x"], 2], 3]],
  ["=_xlfn.SINGLE(A1:A3)", ["@", "!A1:A3"]],
  ["=_xlfn.ANCHORARRAY(A1)", ["#", "!A1"]],
  ["=_xlfn.LET(_xlpm.x,1,_xlpm.x)", ["LET", "x", 1, "x"]],
  ["=IF(A1,,)", ["IF", "!A1", null, null]],
  [
    '={-1,+2;"a",#N/A}',
    [
      "{",
      [
        [-1, 2],
        ["a", "#N/A"],
      ],
    ],
  ],
  ["= \n 1 + 2 ", ["+", 1, 2]],
  ["=TRUE()", ["TRUE"]],
])("reads %s", (formula, tree) => {
  expect(ours(parse(formula).root)).toEqual(tree);
});

it.each([
  "=f(1 2)",
  "=1 2",
  "=A1 2",
  '="a" A1',
  "=(1",
  "=1)",
  "={A1}",
  "={1,2;3}",
  "={}",
  "=*1",
  "=1%%%)",
  "=A1:",
  "=()",
  "=SUM(1;2)",
])("%s is no formula", (formula) => {
  expect(() => parse(formula)).toThrow(new Cannot(""));
});

it("tells where each argument stands, with its brackets", () => {
  const formula = '=IF( (A1+1)*2 ,-(3), "x" )';
  const { root } = parse(formula);
  const given = root.kind === "call" ? root.arguments : [];
  expect(given.map(({ start, end }) => formula.slice(start, end))).toEqual(["(A1+1)*2", "-(3)", '"x"']);
});

it("refuses what nests too deeply, and what is too long, without a stack that overflows", () => {
  const deep = 10_000;
  expect(() => parse(`=${"(".repeat(deep)}1${")".repeat(deep)}`)).toThrow(new Cannot(""));
  expect(() => parse(`=${"-".repeat(deep)}1`)).toThrow(new Cannot(""));
  expect(() => parse(`=${"1+".repeat(LONGEST_TEXT)}1`)).toThrow(new Stopped("length"));
  expect(parse(`=${"1+".repeat(15_000)}1`).root.kind).toBe("binary");
});

it("never throws anything else", () => {
  const signs = fc.array(
    fc.constantFrom(
      "'",
      '"',
      "[",
      "]",
      "#",
      "!",
      "A1",
      "x",
      "(",
      ")",
      ",",
      " ",
      ":",
      "1",
      "{",
      "}",
      "@",
      "%",
      "-",
      "=",
      "LET",
    ),
  );
  fc.assert(
    fc.property(signs, (list) => {
      try {
        parse(`=${list.join("")}`);
      } catch (error) {
        expect(error).toBeInstanceOf(Cannot);
      }
    }),
  );
});
