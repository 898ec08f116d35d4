import type { Block, Cell } from "../../host/host";
import type { CallResult } from "../formula/call";
import type { Formula } from "../formula/formula";
import { DATE_FORMAT } from "../kit/numbers";
import { kindOfCondition } from "./conditions";
import type { Question } from "./questions";

const MONTH_FORMAT = "yyyy-mm";

/** What is inserted for a question: its formula, and the formats of all cells that it fills. */
export function blockOf(
  { result: kind }: Question,
  { formula, result }: { readonly formula: Formula; readonly result: CallResult },
  euro: string,
): Block {
  const content = `=${formula}`;
  const table = result.ok && Array.isArray(result.value) ? (result.value as unknown[][]) : [];
  switch (kind) {
    case "euro":
      return { rows: [[{ content, format: euro }]] };
    case "months":
    case "quarters":
      return { rows: [[{ content, format: "0" }]] };
    case "date":
      return { rows: [[{ content, format: DATE_FORMAT }]] };
    case "entitlement":
    case "status":
      return { rows: [[{ content }]] };
    case "list":
      return { rows: table.length === 0 ? [[{ content }]] : table.map((_, index) => [index === 0 ? { content } : {}]) };
    case "payments":
      return {
        rows: [
          [{ content, style: "head" }, { style: "headRight" }, { style: "headRight" }],
          ...table.slice(1).map((): Cell[] => [{ format: MONTH_FORMAT }, { format: "0.00%" }, { format: euro }]),
        ],
      };
    case "conditions":
      return {
        rows: [
          Array.from({ length: CONDITION_COLUMNS }, (_, index): Cell => ({
            ...(index === 0 && { content }),
            style: "head",
          })),
          ...table.slice(1).map(([id]): Cell[] => {
            const format = { euro, date: DATE_FORMAT }[kindOfCondition(String(id)) as string];
            const cell: Cell = format === undefined ? {} : { format };
            return [{}, cell, cell, {}, {}];
          }),
        ],
      };
  }
}

const CONDITION_COLUMNS = 5;
