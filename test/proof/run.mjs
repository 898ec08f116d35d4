// @ts-check
/**
 * `npm run proof`: rules against oracle, exhaustively. Prints how many amounts were compared and how many differ. `npm run proof -- stop` compares the
 * regimes with that in their names.
 */
import { bundled } from "../../tools/bundle.mjs";

/** @type {typeof import("./proof.ts")} */
const { lastYear, prove, regimes } = await bundled("test/proof/proof.ts", "proof/proof.cjs");

const asked = process.argv.slice(2).join(" ");
let compared = 0;
let different = 0;
const all = regimes().filter(({ name }) => name.includes(asked));
for (const [index, regime] of all.entries()) {
  const outcome = prove(regime);
  compared += outcome.compared;
  different += outcome.differences.length;
  for (const difference of outcome.differences.slice(0, 3)) console.error(`differs: ${difference}`);
  console.log(`${index + 1}/${all.length} ${regime.name}: ${outcome.compared} compared`);
}
console.log(
  `${compared.toLocaleString("en")} amounts to ${lastYear} compared in ${all.length} regimes, ${different} differences`,
);
process.exitCode = different === 0 && compared > 0 ? 0 : 1;
