import type { CompiledParameter, CompiledTable } from "../../../src/parameters/table";
import { day } from "../../../src/rules/calendar";
import { figuresUntil } from "../../setup/figures";
import { FEES, FUNDS } from "./funds";

/**
 * The figures of the pane's tests, in the place of src/parameters/compiled: contributions end with 2026, and the fees are those of
 * funds.ts, so that neither a new year nor a new fund nor a new fee changes what the tests see.
 */
const published = figuresUntil(2026);
const { funds } = published.tables;

const SINGLE = 2;
const UNKNOWN = 4;
const SOURCE = ["A comparison of the funds", "https://example.org/funds"];
const NOT_PUBLISHED = "not-published";

const [source, note] = [funds.sources.length, funds.words.length];
const [unit, decimals] = funds.parameters["funds.fee.market-minimum"]!;

const others = Object.entries<CompiledParameter>(funds.parameters).filter(
  ([id]) => !/^funds\.(fee\.(?!market-)|other-print\.)/.test(id),
);

const fees = FUNDS.map(({ id, name }): [string, CompiledParameter] => {
  const years = Object.keys(FEES[id]).map(Number);
  const values: CompiledParameter[2] =
    years.length > 0
      ? [
          years.map((year) => day(year, 1, 1)),
          years.map((year) => day(year, 12, 31)),
          Object.values(FEES[id]),
          SINGLE,
          source,
        ]
      : [[day(2015, 1, 1)], 0, null, UNKNOWN, source, 0, note];
  return [`funds.fee.${id}`, [unit, decimals, values, `Management fee, ${name}`]];
});

const fixed: CompiledTable = {
  ...funds,
  sources: [...funds.sources, SOURCE],
  words: [...funds.words, NOT_PUBLISHED],
  parameters: Object.fromEntries([...others, ...fees]),
};

export const { dataVersion, coverage } = published;
export const tables = { ...published.tables, funds: fixed };
