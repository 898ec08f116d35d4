// @ts-check
/** The amounts around each threshold of each law of a quarter, as the oracle works them out from its own figures. */
import { loaded } from "../typescript.mjs";
import { errorOf } from "./expected.mjs";
/** @import { Vector } from "./golden.mjs" */

const oracle = loaded("test/oracle/index.ts");
const { lawInForce } = loaded("test/oracle/contributions.ts");
const { SOURCES } = loaded("test/oracle/articles.ts");
const { quarterNumber, QUARTERS } = loaded("test/oracle/calendar.ts");
const { CATEGORIES } = loaded("src/rules/contributions/index.ts");

const { FIRST_YEAR, LAST_YEAR } = loaded("test/oracle/figures.ts");
/** Before the first year there is no system, after the last no figure. */
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 3 }, (_, index) => FIRST_YEAR - 1 + index);
const LAW = "Royal decree no 38 of 27/07/1967";
const REVALUED = `${LAW}, 11 §3`;

/** @typedef {{ refusal: string } | bigint} Answer */
/** @typedef {{ article: (income: bigint, figures: object) => bigint, figures: Record<string, bigint>, reduction: bigint }} Law */
/** @typedef {{ category: string, year: number, quarter: number, law: Law | { refusal: string } }} Quarter */

/** @returns {Vector[]} */
export const edgeVectors = () => quarters().flatMap(vectorsOf);

/** The quarters whose law differs from that of the quarter before them in the year. @returns {Quarter[]} */
function quarters() {
  return CATEGORIES.flatMap((/** @type {string} */ category) =>
    YEARS.flatMap((year) => {
      const all = QUARTERS.map((/** @type {number} */ quarter) => ({
        ...{ category, year, quarter },
        law: lawInForce(category, quarterNumber(year, quarter), { subjected: 4 }),
      }));
      return all.filter(
        (/** @type {Quarter} */ { law }, /** @type {number} */ at) => at === 0 || !isSame(law, all[at - 1].law),
      );
    }),
  );
}

/** @param {Quarter["law"]} one @param {Quarter["law"]} other */
function isSame(one, other) {
  if ("refusal" in one || "refusal" in other) return "refusal" in one && "refusal" in other;
  return one.article === other.article && one.reduction === other.reduction;
}

/** @param {Quarter} quarter */
function vectorsOf(quarter) {
  if ("refusal" in quarter.law) return vector("INASTI.QUARTERLY", quarter, 0n, oracle.quarterlyFor);
  const incomes = new Set([-1n, 0n, ...edgesOf(quarter.law).flatMap((edge) => [edge - 1n, edge, edge + 1n])]);
  const before = new Set([...incomes].flatMap((income) => earlierIncome(income, quarter.year)));
  return [
    ...[...incomes].flatMap((income) => vector("INASTI.QUARTERLY", quarter, income, oracle.quarterlyFor)),
    ...[...before].flatMap((income) => vector("INASTI.PROVISIONAL", quarter, income, oracle.provisional)),
  ];
}

/** The amounts of the year at which an article begins to count otherwise: there what it gives is no straight line. @param {Law} law */
function edgesOf({ article, figures }) {
  const amounts = new Set(Object.values(figures).filter((amount) => amount > 10_000n));
  return [...amounts]
    .filter((amount) => {
      const [a, b, c, d] = [-2n, -1n, 0n, 1n].map((step) => article(amount + step, figures));
      return bends(a, b, c) || bends(b, c, d);
    })
    .sort((one, other) => Number(one - other));
}

/** @param {bigint | undefined} a @param {bigint | undefined} b @param {bigint | undefined} c */
const bends = (a = 0n, b = 0n, c = 0n) => c - b !== b - a;

/** The lowest income of the third year before that becomes this one at the prices of the year. @param {bigint} income @param {number} year @returns {bigint[]} */
function earlierIncome(income, year) {
  const revalued = (/** @type {bigint} */ one) => oracle.revalue(one, year);
  if (income <= 0n || oracle.isRefusal(revalued(income))) return [];
  let [below, above] = [0n, 2n * income];
  while (above - below > 1n) {
    const middle = (below + above) / 2n;
    if (revalued(middle) >= income) above = middle;
    else below = middle;
  }
  return [above];
}

/** @type {Readonly<Record<string, string>>} */
const INCOME = { "INASTI.QUARTERLY": "income", "INASTI.PROVISIONAL": "incomeN3" };

/**
 * @param {string} id
 * @param {Quarter} of
 * @param {bigint} income
 * @param {(income: bigint, category: string, year: number, quarter: number) => Answer} ask
 * @returns {Vector[]}
 */
function vector(id, { category, year, quarter, law }, income, ask) {
  const euros = euroText(income);
  const given = { [/** @type {string} */ (INCOME[id])]: euros, category, year, quarter };
  const answer = ask(income, category, year, quarter);
  return [
    {
      id: `edge-${id.slice(id.indexOf(".") + 1).toLowerCase()}-${category}-${year}Q${quarter}-${euros}`,
      kind: "edge",
      function: id,
      arguments: given,
      expected: typeof answer === "bigint" ? { cents: Number(answer) } : errorOf(answer.refusal, id, given),
      confidence: "derived",
      source: sourceOf(id, law),
    },
  ];
}

/** @param {string} id @param {Quarter["law"]} law */
function sourceOf(id, law) {
  if ("refusal" in law) return { law: LAW };
  const source = SOURCES.get(law.article);
  return id === "INASTI.PROVISIONAL" ? { ...source, article: `${source.article}; ${REVALUED}` } : source;
}

/** @param {bigint} cents */
function euroText(cents) {
  const [sign, amount] = cents < 0n ? ["-", -cents] : ["", cents];
  return `${sign}${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
}
