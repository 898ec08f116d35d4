/**
 * Workbooks to begin with, as files: the sheets of the pane with an example in them.
 *
 * To add one: its id and forms in `files.ts`, a file here that exports a `Template` (`sheets`: the plans for each form, the
 * one that opens first in front), and its line in `TEMPLATES`; the name of its file, and texts that no plan of
 * the pane has, in `templates.json` of each language. Nothing else is to be written: values are calculated with our functions, rows get the height of
 * their texts, and the form without the add-in is made as the pane makes a copy. What shows an error is no template: `bookOf` throws.
 * In the form without the add-in a formula without native form would be frozen: it takes arguments and functions that have one
 * (`src/definitions/native`).
 */
import { atOnce, formsOf, planCopy, writeCopy } from "../copies";
import { DEFINITIONS } from "../definitions";
import { version } from "../definitions/generated/version";
import { t } from "../i18n";
import { type Book, type Cell, write } from "../package";
import { dataVersion } from "../parameters";
import { lastKnownYear } from "../rules/contributions";
import { USUAL_INDEXATION } from "../taskpane/projection/projection";
import { PlannedBook } from "./book";
import { calculator } from "./calculator";
import { calculated } from "./calculated";
import { cashCalendar } from "./cash-calendar";
import { clientList } from "./client-list";
import { director } from "./director";
import { familyYear } from "./family-year";
import { feeScenario } from "./fee-scenario";
import type { Form } from "./files";
import { scenarios } from "./scenarios";
import type { Template } from "./template";

export { downloadsOf, fileOf, type Form, formsOf as formsOfTemplate } from "./files";
export { speak } from "./speech";

export const TEMPLATES: readonly Template[] = [
  calculator,
  clientList,
  cashCalendar,
  scenarios,
  feeScenario,
  familyYear,
  director,
];

const FUNCTIONS = Object.keys(DEFINITIONS);
/** Years to come that the form without the add-in has law for, on the indexation that its sheet assumes. */
const YEARS_AHEAD = 10;

/** A template as a file; `date` is the day on which it is made, as ISO writes it. */
export function fileFrom(book: Book, form: Form, date: string): Uint8Array {
  const bytes = write(book, FUNCTIONS);
  return form === "add-in" ? bytes : withoutAddIn(bytes, date);
}

/** A template in the reader's language, with the values of its formulas. */
export function bookOf({ sheets, names = [] }: Template, form: Form): Book {
  const planned = new PlannedBook(sheets(form));
  const book = calculated(planned.book(names));
  const wrong = book.sheets.flatMap(({ name, cells }) =>
    cells
      .filter(({ value }) => typeof value === "object")
      .map(({ row, column, formula }) => `${name} ${row + 1},${column + 1}: ${formula ?? ""}`),
  );
  if (wrong.length > 0) throw new Error(`cells with errors: ${wrong.slice(0, 5).join("; ")}`);
  return planned.withHeights(form === "add-in" ? book : settled(book));
}

/** The law that a workbook without the add-in brings along stays that of its day. */
function settled(book: Book): Book {
  const version = t("templates:version", { version: dataVersion });
  const settledCell = ({ formula, ...cell }: Cell): Cell => {
    if (formula?.includes("INASTI.VERSION()")) return { ...cell, value: version };
    return formula === undefined ? cell : { ...cell, formula };
  };
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(settledCell) })) };
}

function withoutAddIn(bytes: Uint8Array, date: string): Uint8Array {
  const year = lastKnownYear();
  const native = formsOf("classic", { year, indexation: USUAL_INDEXATION, until: year + YEARS_AHEAD });
  const plan = atOnce(planCopy(bytes, { form: "classic", functions: FUNCTIONS, native }));
  return atOnce(
    writeCopy(plan, {
      ...{ date, dataVersion, codeVersion: version, ownFigures: 0 },
      noteHeading: t("pane:copy/note", { date, version: dataVersion }),
      coverName: t("pane:copy/sheet/cover"),
      recordName: t("pane:copy/sheet/record"),
    }),
  );
}
