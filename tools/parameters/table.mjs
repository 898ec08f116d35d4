// @ts-check
/** @import { Confidence, ParameterData, Value } from "./read.mjs" */

/**
 * @typedef {{ of?: string[], value?: string, condition?: string, confidence?: Confidence, source?: string, article?: string, note?: string }} Cell
 * @typedef {{ from: string, source: string, article?: string, confidence: Confidence, values: Cell[] }} Period
 * @typedef {{ table: string, unit: string, columns: string[], since?: Record<string, string>, begun?: string[], groups?: Record<string, string[]>, rows: Record<string, Period[]> }} Table
 */

const CONDITIONAL = "conditional";

/** @param {unknown} content @returns {content is Table} */
export const isTable = (content) => typeof content === "object" && content !== null && "table" in content;

/**
 * The parameters of a table, by their ids; none has a label, for texts name a cell by its two words. What its schema cannot say is a problem here.
 * @param {Table} table
 * @param {(text: string) => void} problem
 * @returns {Record<string, ParameterData>}
 */
export function parametersOfTable(table, problem) {
  checkWords(table, problem);
  /** @type {Record<string, ParameterData>} */
  const parameters = {};
  for (const [row, periods] of Object.entries(table.rows)) {
    for (const column of table.columns) {
      const id = `${table.table}.${row}.${column}`;
      const since = table.since?.[column];
      const values = valuesOf(periods, column, since, table.groups ?? {});
      const [first] = values;
      const start = later(periods[0]?.from, since);
      if (first?.from !== start) problem(`${id}: no value from ${start} on`);
      const begun = first?.from === since || table.begun?.includes(row);
      parameters[id] = {
        unit: table.unit,
        ...(begun && { begins: "law" }),
        values,
      };
    }
  }
  return parameters;
}

/** A misspelt word would silently leave its cells empty. @param {Table} table @param {(text: string) => void} problem */
function checkWords({ columns, since = {}, begun = [], groups = {}, rows }, problem) {
  /** @param {string[]} words @param {string[]} known @param {string} place */
  const check = (words, known, place) => {
    for (const word of words) if (!known.includes(word)) problem(`${place}: unknown word "${word}"`);
  };
  check(Object.keys(since), columns, "since");
  check(begun, Object.keys(rows), "begun");
  for (const [group, words] of Object.entries(groups)) check(words, columns, `groups: ${group}`);
  for (const [row, periods] of Object.entries(rows))
    for (const { from, values } of periods)
      check(
        values.flatMap(({ of = [] }) => of),
        [...columns, ...Object.keys(groups)],
        `${row}: ${from}`,
      );
}

/**
 * The series of one cell: what each period says of its column, until the next one that does.
 * @param {Period[]} periods @param {string} column @param {string | undefined} since @param {Record<string, string[]>} groups
 * @returns {Value[]}
 */
function valuesOf(periods, column, since, groups) {
  const said = periods.flatMap((period) =>
    period.values
      .filter(({ of }) => !of || of.some((word) => word === column || groups[word]?.includes(column)))
      .map((cell) => valueOf(period, cell)),
  );
  return said
    .map((value, index) => {
      const next = said[index + 1];
      return next ? { ...value, to: dayBefore(next.from) } : value;
    })
    .filter(({ to }) => !since || !to || to >= since)
    .map((value) => ({ ...value, from: later(value.from, since) }));
}

/** @param {Period} period @param {Cell} cell @returns {Value} */
function valueOf(period, { value, condition, confidence, source, article, note }) {
  const own =
    source === undefined ? { ref: period.source, article: article ?? period.article } : { ref: source, article };
  const word = value ?? (condition && CONDITIONAL);
  return {
    from: period.from,
    ...(word && { value: word }),
    confidence: confidence ?? period.confidence,
    source: { ref: own.ref, ...(own.article && { article: own.article }) },
    ...(condition && { condition }),
    ...(note && { note }),
  };
}

/** @param {string | undefined} day @param {string | undefined} other */
const later = (day = "", other = "") => (day > other ? day : other);

/** @param {string} date */
function dayBefore(date) {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
