import type { Shown } from "../../definitions";
import type { Block, Cell } from "../../host/host";
import { attempt, Refusal } from "../../rules/refusal";
import type { Line } from "../../rules/trace";
import { columnsOf, shownIn } from "../formula/call";
import { dateFormat } from "../kit/numbers";
import type { Asking } from "./answers";
import { inWords } from "./in-words";
import type { Question } from "./question";
import { saidAs } from "./said";

const MONTH_FORMAT = "mm/yyyy";

/** Formats of columns beside euro, whose format is the reader's. */
const inTables = (): Partial<Record<Shown, string>> => ({
  date: dateFormat(),
  rate: "0.00%",
  fraction: "0.00%",
  ratio: "0.00%",
});

/** A coefficient is no share of anything. */
const formatsOf = ({ says }: Question): ReturnType<typeof inTables> =>
  says === "estimate" ? { ...inTables(), ratio: "0.000000" } : inTables();

/** What is inserted for a question: its formula, and the formats of all cells that it fills. */
export function blockOf(question: Question, { formula, result, conditions, way }: Asking, euro: string): Block {
  const said = saidAs(question);
  // An amount is an amount in every language.
  const isWord = said !== "euro-or-word" || (result.ok && typeof result.value === "string");
  const content = `=${isWord ? inWords(formula, said) : formula}`;
  const formats: Partial<Record<Shown, string>> = { date: MONTH_FORMAT, rate: "0.00%", euro };
  const table = result.ok && Array.isArray(result.value) ? (result.value as unknown[][]) : [];
  switch (said) {
    case "euro":
    case "euro-or-word":
      return { rows: [[{ content, format: euro }]] };
    case "rate":
    case "fraction":
    case "ratio":
      return { rows: [[{ content, format: formats.rate! }]] };
    case "months":
    case "quarters":
    case "vouchers":
    case "years":
      return { rows: [[{ content, format: "0" }]] };
    case "date":
      return { rows: [[{ content, format: dateFormat() }]] };
    case "entitlement":
    case "status":
    case "met":
      return { rows: [[{ content }]] };
    case "figure": {
      const format = figureFormat(way, euro);
      return { rows: [[{ content, ...(format !== undefined && { format }) }]] };
    }
    case "list":
      return { rows: table.length === 0 ? [[{ content }]] : table.map((_, index) => [index === 0 ? { content } : {}]) };
    case "estimate":
    case "table":
      return {
        rows: table.map((row, at) =>
          row.map((_, column): Cell => {
            const shown = shownIn(question.id)[column]!;
            const format = formatsOf(question)[shown] ?? (shown === "euro" || shown === "exact" ? euro : undefined);
            const cell: Cell = at === 0 ? { style: format ? "headRight" : "head" } : format ? { format } : {};
            return at === 0 && column === 0 ? { ...cell, content } : cell;
          }),
        ),
      };
    case "payments":
      return {
        rows: [
          columnsOf(question.id).map((_, at): Cell => (at === 0 ? { content, style: "head" } : { style: "headRight" })),
          ...table.slice(1).map(() => columnsOf(question.id).map(([, shown]): Cell => ({ format: formats[shown]! }))),
        ],
      };
    case "conditions":
      return {
        rows: [
          columnsOf(question.id).map((_, at): Cell => ({ ...(at === 0 && { content }), style: "head" })),
          ...conditions!.rows.map(({ required }) => {
            const format =
              typeof required === "object" && ("day" in required ? dateFormat() : "cents" in required && euro);
            const cell: Cell = format ? { format } : {};
            return columnsOf(question.id).map(([, shown]) => (shown === "any" ? cell : {}));
          }),
        ],
      };
  }
}

/** After the unit of a figure of the law; one of euro may have more decimals than cents, as in the text of the law. */
function figureFormat(way: Asking["way"], euro: string): string | undefined {
  const figure = attempt(way);
  const [unit = "", decimals = 0] = figure instanceof Refusal ? [] : unitIn(figure);
  if (unit.startsWith("EUR")) return decimals > 2 ? undefined : euro;
  return { fraction: "0.00##%", date: dateFormat() }[unit];
}

function unitIn(way: readonly Line[]): [unit?: string, decimals?: number] {
  const [figure] = way.flatMap(({ figures }) => figures);
  return figure === undefined ? [] : [figure.unit, figure.decimals];
}
