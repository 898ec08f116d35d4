// @ts-check
import { isOpenQuestion } from "./compute.mjs";
/** @import { Data, Value } from "./read.mjs" */

/**
 * What the data are about, and the figures that bear it: a subject is known on the days on which `every` one of them has a figure, the fees
 * from the first year of `any` fund to the last.
 * @type {Record<string, { every: string[], any?: undefined } | { any: RegExp, every?: undefined }>}
 */
const SUBJECTS = {
  contributions: { every: ["contributions.bracket1.ceiling"] },
  "bridging-right": { every: ["passerelle.amount.without-dependants", "passerelle.amount.with-dependants"] },
  fees: { any: /^funds\.fee\.(?!market-)/ },
  company: { every: ["company.contribution.small", "company.contribution.large", "company.threshold"] },
  benefits: {
    every: [
      ...["with-dependants", "isolated", "cohabitant"].flatMap((family) => [
        `benefits.sickness.${family}`,
        `benefits.invalidity.${family}`,
      ]),
      "benefits.maternity.weeks-1-4",
      "benefits.maternity.from-week-5",
    ],
  },
  "supplementary-pension": { every: ["pension.plci.maximum.ordinary", "pension.plci.maximum.social"] },
  "minimum-pension": { every: ["pension.minimum.isolated", "pension.minimum.household"] },
  "pensioner-ceilings": { every: ["status.pensioner-ceiling.early", "status.pensioner-ceiling.survival"] },
};

/** @typedef {{ from: string, to: string }} Span ISO dates, both included */

/**
 * The first and last day of each subject that the project holds. Gaps in between are listed in docs/limitations.md.
 * @param {Data} data
 * @param {string[]} problems
 * @returns {Map<string, Span>}
 */
export function coverageOf({ parameters }, problems) {
  /** @type {Map<string, Span>} */
  const coverage = new Map();
  for (const [subject, { every, any }] of Object.entries(SUBJECTS)) {
    const ids = every ?? [...parameters.keys()].filter((id) => any.test(id));
    if (!ids.some((id) => parameters.has(id))) continue;
    const spans = ids.flatMap((id) => {
      const span = spanOf(parameters.get(id)?.values ?? []);
      if (every && !span) problems.push(`coverage of ${subject}: ${id} needs a first and a last day`);
      return span ?? [];
    });
    const firsts = spans.map(({ from }) => from).sort();
    const lasts = spans.map(({ to }) => to).sort();
    const [from, to] = every ? [firsts.at(-1), lasts[0]] : [firsts[0], lasts.at(-1)];
    if (from && to) coverage.set(subject, { from, to });
  }
  return coverage;
}

/**
 * From the first figure to the last that is served.
 * @param {Value[]} values
 * @returns {Span | undefined} none without a figure, or where the last one is still in force
 */
function spanOf(values) {
  const served = values.filter((value) => !isOpenQuestion(value));
  const [first, last] = [served[0]?.from, served.at(-1)?.to];
  return first && last ? { from: first, to: last } : undefined;
}
