// @ts-check
/** `npm run proof`: rules against oracle, exhaustively. Prints how many amounts were compared and how many differ. */
import { bundled } from "../../tools/bundle.mjs";

/** @type {typeof import("./proof.ts")} */
const { lastYear, prove, regimes } = await bundled("test/proof/proof.ts", "proof/proof.cjs");

let compared = 0;
let different = 0;
const all = regimes();
for (const [index, regime] of all.entries()) {
  const outcome = prove(regime);
  compared += outcome.compared;
  different += outcome.differences.length;
  for (const difference of outcome.differences.slice(0, 3)) console.error(`differs: ${difference}`);
  const { category, year, quarter } = regime;
  console.log(`${index + 1}/${all.length} ${category} ${year} from Q${quarter}: ${outcome.compared} compared`);
}
console.log(
  `${compared.toLocaleString("en")} amounts to ${lastYear} compared in ${all.length} regimes, ${different} differences`,
);
process.exitCode = different === 0 && compared > 0 ? 0 : 1;
