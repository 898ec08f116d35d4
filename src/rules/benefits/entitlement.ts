import { beganByLaw, dated, type DatedValue, type ParameterId, series } from "../../parameters";
import type { Category } from "../contributions";
import type { Day } from "../calendar";
import { citationOf } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";

/** What a category can have a right to of its own. `sickness` stands for invalidity too. */
export const ENTITLEMENTS = [
  "health-care",
  "sickness",
  "sickness-assimilation",
  "maternity",
  "maternity-exempt-quarters",
  "maternity-vouchers",
  "birth-leave",
  "adoption",
  "foster",
  "caregiver",
  "bereavement",
  "passerelle",
  "pension-rights",
  "plci",
  "cpti",
  "family-allowances",
] as const;
export type EntitlementBenefit = (typeof ENTITLEMENTS)[number];

type EntitlementStatus = "entitled" | "conditional" | "not";

/** Categories that the table of rights does not know apart. */
const COLUMN = {
  "primostarter-after-sickness": {
    of: "primostarter",
    reading: step("after-sickness-as-primostarter", {}, "AR38 12 §1bis"),
  },
  // A political mandate is a ground of article 37 other than §1 a).
  "article-37-mandate": { of: "article-37", reading: step("mandate-as-article-37", {}, "AR67 37 §1") },
  "pension-age-spouse": { of: "pension-age", reading: step("minimum-of-spouse", {}, "AR38 12 §1ter") },
} as const;

type Joined = keyof typeof COLUMN;
type Column = { readonly of: Exclude<Category, Joined>; readonly reading?: Line };

const isJoined = (category: Category): category is Joined => category in COLUMN;

/** Whether a category has a right of its own on a day, under the general conditions of the benefit; no decision on a person. */
export function entitlement(category: Category, benefit: EntitlementBenefit, day: Day): Answer<EntitlementStatus> {
  const { of, reading }: Column = isJoined(category) ? COLUMN[category] : { of: category };
  const parameter: ParameterId = `benefits.entitlement.${benefit}.${of}`;
  const entry = dated(parameter, day);
  if (entry === undefined) throw notHeld(category, benefit, parameter, day);
  if (entry.text === undefined) throw open(category, benefit, entry, day);
  const status = entry.text as EntitlementStatus;
  return { value: status, way: () => [rightLine(status, entry), ...(reading === undefined ? [] : [reading])] };
}

function notHeld(category: Category, benefit: EntitlementBenefit, parameter: ParameterId, day: Day): Refusal {
  const first = series(parameter)[0]!.from;
  const key = beganByLaw(parameter) ? "entitlement-not-begun" : "entitlement-before";
  return new Refusal(key, { category, benefit, day: { day }, first: { day: first } });
}

function open(category: Category, benefit: EntitlementBenefit, entry: DatedValue, day: Day): Refusal {
  const { source, note } = entry;
  const law = source.article === "" ? "" : `${source.title}, ${source.article}.`;
  return new Refusal("entitlement-open", { category, benefit, day: { day }, note: note!, law });
}

function rightLine(status: EntitlementStatus, entry: DatedValue): Line {
  const { condition } = entry;
  const article = citationOf(entry);
  if (condition === undefined) return step(`right-${status}`, {}, article, { figures: [entry] });
  const sentence = { sentence: `notes:condition/${condition}`, facts: {} };
  return step("right-condition", { condition: sentence }, article, { figures: [entry] });
}
