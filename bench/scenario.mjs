// @ts-check
import { byTurns, thousands } from "./measure.mjs";

const MEMBERS = 100_000;
const RATES = Array.from({ length: 10 }, (_, index) => (305 + index * 15) / 10_000);
const RUNS = 25;

/**
 * FUND.SCENARIO over a fund's members and ten rates in one call, beside the barest loop that gives as many fees: doubles in one
 * typed array, a product and a rounding, and neither cells to read nor half cents that come out right.
 *
 * @param {ReadonlyMap<string, (...args: any[]) => any>} functions as the add-in registers them
 */
export function benchScenario(functions) {
  const scenario = /** @type {(...args: unknown[]) => [unknown[], ...number[][]]} */ (functions.get("FUND.SCENARIO"));
  // Distinct amounts of some 1,000 to 5,000 euro, spread without a pattern.
  const contributions = Array.from({ length: MEMBERS }, (_, index) => [(100_000 + ((index * 7_919) % 400_009)) / 100]);
  const cents = Float64Array.from(contributions, ([contribution]) => Math.round(Number(contribution) * 100));
  const rates = RATES.map((rate) => [rate]);

  /** @param {number} rate */
  const bareIncome = (rate) => {
    let sum = 0;
    for (let member = 0; member < cents.length; member++)
      sum += Math.round(/** @type {number} */ (cents[member]) * rate);
    return sum;
  };

  const { call, bare } = byTurns(
    { call: () => scenario(contributions, rates), bare: () => RATES.map(bareIncome) },
    RUNS,
  );
  const [, ...rows] = scenario(contributions, rates);
  const off = rows.filter(([, income], row) => Math.round(Number(income) * 100) !== bareIncome(Number(RATES[row])));
  const fees = MEMBERS * RATES.length;
  console.log(
    `\nFUND.SCENARIO, ${thousands(MEMBERS)} contributions × ${RATES.length} rates in one call: ${call.toFixed(0)} ms, ` +
      `${thousands((fees / call) * 1000)} fees /s, ${(call / bare).toFixed(1)} × the bare loop (${bare.toFixed(1)} ms; limit 5)`,
  );
  console.log(`the bare loop misses a cent or more at ${off.length} of ${RATES.length} rates, for it rounds doubles`);
}
