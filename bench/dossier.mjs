// @ts-check
import { byTurns, thousands } from "./measure.mjs";

const CLIENTS = 10_000;
const RUNS = 25;
const MOST_TIMES = 20;

const CATEGORIES = ["principal", "complementary", "student", "spouse-maxi", "primostarter", "pensioner"];
const FUNDS = ["Acerta", "Xerius", "Liantis", "UCM", 0.0305, null];
const FIRST_DAY = 43_000;
const YEAR = 2026;

/** @param {(client: number) => unknown} cell */
const column = (cell) => Array.from({ length: CLIENTS }, (_, client) => [cell(client)]);

/**
 * INASTI.DOSSIER over a list of clients beside INASTI.BATCH over as many rows: all in one situation, and each in one of his own.
 *
 * @param {ReadonlyMap<string, (...args: any[]) => any>} functions as the add-in registers them
 */
export function benchDossier(functions) {
  const batch = functions.get("INASTI.BATCH");
  const dossier = functions.get("INASTI.DOSSIER");
  if (!batch || !dossier) throw new Error("functions are missing");
  const incomes = column((client) => (300_000 + ((client * 7_919) % 12_000_000)) / 100);
  const own = [
    column((client) => CATEGORIES[client % CATEGORIES.length]),
    column((client) => YEAR - 4 + (client % 5)),
    column((client) => (client % 3 === 0 ? FIRST_DAY + ((client * 37) % 2_900) : null)),
    column((client) => (client % 7 === 0 ? FIRST_DAY + 2_900 + ((client * 11) % 900) : null)),
    column((client) => FUNDS[client % FUNDS.length]),
    column((client) => (client % 2 === 0 ? (client % 4_000) + 0.5 : null)),
  ];
  const times = byTurns(
    {
      batch: () => batch(incomes, "principal", YEAR),
      alike: () => dossier(incomes, "principal", YEAR, null, null, "Acerta"),
      own: () => dossier(incomes, ...own),
    },
    RUNS,
  );
  /** @param {number} time */
  const compared = (time) => `${time.toFixed(1)} ms, ${(time / times.batch).toFixed(1)} × the time of BATCH`;
  console.log(
    `\nINASTI.DOSSIER, ${thousands(CLIENTS)} clients in one call: ${compared(times.alike)}; ` +
      `with starts, stops, funds and payments of their own ${compared(times.own)} (limit ${MOST_TIMES})`,
  );
}
