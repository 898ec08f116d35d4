// @ts-check
/** The small mistakes that somebody could make in a source: one operator, number, condition or call, each by itself. */
import ts from "typescript";

/**
 * @typedef {object} Mutant
 * @property {number} line
 * @property {string} kind
 * @property {string} from
 * @property {string} to
 * @property {number} start of what is replaced
 * @property {number} end
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
const OPERATORS = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
};

/** @type {Readonly<Record<string, string>>} */
const CALLS = {
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  every: "some",
  some: "every",
  find: "findLast",
  findLast: "find",
};

/**
 * @param {string} source
 * @returns {Mutant[]} in the order of the source
 */
export function mutantsOf(source) {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];

  /** @param {ts.Node} node @param {string} kind @param {string} to */
  function add(node, kind, to) {
    const [start, end] = [node.getStart(file), node.end];
    const { line } = file.getLineAndCharacterOfPosition(start);
    mutants.push({ line: line + 1, kind, from: source.slice(start, end), to, start, end });
  }

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      for (const operator of OPERATORS[node.operatorToken.getText(file)] ?? []) {
        add(node.operatorToken, "operator", operator);
      }
    } else if (ts.isConditionalExpression(node)) {
      const [yes, no] = [node.whenTrue.getText(file), node.whenFalse.getText(file)];
      add(node, "branches", `(${node.condition.getText(file)}) ? (${no}) : (${yes})`);
    } else if (ts.isIfStatement(node)) {
      for (const value of ["true", "false"]) add(node.expression, "condition", value);
    } else if (ts.isNumericLiteral(node) && !ts.isPropertyAssignment(node.parent)) {
      add(node, "number", `(${node.getText(file)} + 1)`);
    } else if (ts.isNumericLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.initializer === node) {
      add(node, "number", `(${node.getText(file)} + 1)`);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, "negation", `(${node.operand.getText(file)})`);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      add(node, "boolean", node.kind === ts.SyntaxKind.TrueKeyword ? "false" : "true");
    } else if (ts.isPropertyAccessExpression(node)) {
      const other = CALLS[node.name.text];
      if (other && ts.isCallExpression(node.parent) && node.parent.expression === node) add(node.name, "call", other);
    }
    ts.forEachChild(node, visit);
  }

  visit(file);
  return mutants;
}

/**
 * @param {string} source
 * @param {Mutant} mutant
 */
export const applied = (source, { start, end, to }) => source.slice(0, start) + to + source.slice(end);

/** @param {string} source */
export const lineText = (source, /** @type {number} */ line) => source.split("\n")[line - 1]?.trim() ?? "";
