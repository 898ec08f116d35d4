import { firstDay, quarter, type Quarter } from "../calendar";
import { figuresOn, inForce } from "../figures";
import { type Answer, step } from "../trace";

const PAID = "AR 21/09/2025 4";
const BRIDGING = "AR 22/12/1967 37ter";

/** How a quarter was paid, or why it was not, and the article that decides. */
const ARTICLES = {
  "paid-principal": "AR 22/12/1967 13 §1",
  "paid-student-ordinary": PAID,
  "paid-pension-age": PAID,
  "paid-complementary-full": PAID,
  "paid-complementary-reduced": PAID,
  "paid-opt-out-full": PAID,
  "paid-opt-out-reduced": PAID,
  "paid-student-reduced": PAID,
  "paid-pensioner": PAID,
  "provisional-paid": "AR 22/12/1967 13 §1",
  "partly-paid": "AR 22/12/1967 13 §1",
  "dispensed-art-17": "AR38 17 §8",
  "paid-after-time-bar": "AR72 15 §1",
  "assimilated-sickness": "AR 22/12/1967 28-30bis",
  "exempt-caregiver": "AR 22/12/1967 37bis §2",
  "exempt-maternity": "AR38 15 §2bis",
  "bridging-covid": BRIDGING,
  "bridging-other": BRIDGING,
  "spouse-mini": "AR38 7bis §3",
} as const;

export type QuarterGround = keyof typeof ARTICLES;

export const QUARTER_GROUNDS = Object.keys(ARTICLES) as QuarterGround[];

/** Royal decree of 22/12/1967, article 37ter: bridging quarters count from here on. */
const FIRST_BRIDGING_QUARTER = quarter(2020, 4);

/** Royal decree no 72, article 15 §1, and royal decree of 22/12/1967, articles 13 and 28 to 37ter: whether a quarter opens pension rights. */
export function quarterCounts(q: Quarter, ground: QuarterGround): Answer<boolean> {
  const [id, on] = [`pension.quarter.counts.${ground}` as const, firstDay(q)];
  const { text } = inForce(id, on);
  const early = ground === "bridging-covid" && q < FIRST_BRIDGING_QUARTER;
  const met = !early && text === "counts";
  const figures = () => (early ? [] : figuresOn([id], on));
  return {
    value: met,
    way: () => [step("quarter-counts", { quarter: { quarter: q } }, ARTICLES[ground], { figures: figures(), met })],
  };
}
