import type { Injector } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/preset-sheets-core";
import { signsFrom } from "../../formula/syntax";
import { reader, recordOf } from "../../i18n";

/**
 * The colours, the help on arguments and the picking of cells follow a formula while it is typed, and know commas only. Formulas that
 * are stored have no semicolons but in arrays, so only what is being typed is read otherwise.
 */
export function readSemicolons(injector: Injector): void {
  const excel = () => recordOf(reader.language).excel;
  Object.assign(globalThis, { statutArgumentSeparator: () => excel().separator });
  const lexer = injector.get(LexerTreeBuilder);
  const canonical = (text: string): string => (text.includes(";") ? signsFrom(text, excel()) : text);

  const parameterAt = lexer.getFunctionAndParameter.bind(lexer);
  lexer.getFunctionAndParameter = (text, index) => parameterAt(canonical(text), index);

  const nodesOf = lexer.sequenceNodesBuilder.bind(lexer);
  lexer.sequenceNodesBuilder = (text) => {
    const read = canonical(text);
    if (read === text) return nodesOf(text);
    // As long as what was typed: each node has its own part of it.
    let at = text.startsWith("=") ? 1 : 0;
    return nodesOf(read)?.map((node) =>
      typeof node === "string"
        ? text.slice(at, (at += node.length))
        : { ...node, token: text.slice(at, (at += node.token.length)) },
    );
  };
}
