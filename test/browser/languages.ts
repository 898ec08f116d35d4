/**
 * The languages of a file's tests: in `npm test` the first one, where files take turns in which that is; in `npm run test:languages` all,
 * for which its ten minutes have no room. What a language decides is asked in each of them all the same.
 */
export const inTurn = <const Row extends readonly unknown[]>(...rows: readonly Row[]): readonly Row[] =>
  process.env["STATUT_LANGUAGES"] === "all" ? rows : rows.slice(0, 1);
