import { reader, recordOf, t, wordName } from "../i18n";
import { CATEGORIES, lastKnownYear } from "../rules/contributions";
import type { Client, Mapping } from "../taskpane/clients/clients";
import { type Column, COLUMNS } from "../taskpane/clients/columns";
import { EXAMPLE_CLIENTS } from "../taskpane/clients/example";
import { listSheet } from "../taskpane/clients/list-sheet";
import { choicesOf } from "../taskpane/kit/choices";
import { numbersOf } from "../taskpane/kit/numbers";
import type { Template } from "./template";

const SPARE_ROWS = 18;

/** What each client owes for a year, a row a client: formulas of single rows, which have native forms. */
export const clientList: Template = {
  id: "client-list",
  sheets: (form) => {
    // Who starts or stops has a standing that no table holds.
    const isWholeYear = form === "stand-alone";
    const columns: readonly Column[] = isWholeYear
      ? COLUMNS.filter((column) => column !== "start" && column !== "stop")
      : COLUMNS;
    const words = choicesOf("category", CATEGORIES);
    const clients = EXAMPLE_CLIENTS.filter(({ start }) => !isWholeYear || start === undefined).map(
      ({ name, category, income, start, fund, paid }, at): Client => ({
        ...{ at, row: at + 1, problems: [], account: [] },
        cells: {
          ...{ name, income, paid, category: words.get(category)!, fund: wordName("fund", fund) },
          ...(start !== undefined && { start }),
        },
      }),
    );
    const mapping = Object.fromEntries(
      COLUMNS.map((column, at) => [column, columns.includes(column) ? { at } : null]),
    ) as Mapping;
    const year = lastKnownYear();
    return [
      listSheet({
        ...{ clients, mapping, year, table: { rows: [] }, hasHeadings: false, form: "rows", spareRows: SPARE_ROWS },
        note: t(isWholeYear ? "templates:clients-whole-year" : "templates:clients"),
        parameters: { year, indexation: null },
        numbers: numbersOf(recordOf(reader.language).locale),
      }),
    ];
  },
};
