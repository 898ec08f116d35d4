import { beganByLaw, type Confidence, dated, type ParameterId, series, type Source } from "../../parameters";
import type { Category } from "../contributions";
import type { Day } from "../calendar";
import { Refusal } from "../refusal";
import type { TraceLine } from "../trace";
import { reading } from "./benefit";

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

interface Entitlement {
  readonly parameter: ParameterId;
  readonly status: EntitlementStatus;
  /** Key below `condition/` in i18n/<language>/notes.json, where the status is conditional. */
  readonly condition?: string;
  readonly confidence: Confidence;
  readonly source: Source;
  readonly note?: string;
  readonly readings: readonly TraceLine[];
}

/** Categories that the table of rights does not know apart. */
const COLUMN = {
  "primostarter-after-sickness": {
    of: "primostarter",
    reading: reading("after-sickness-as-primostarter", "AR38 12 §1bis"),
  },
  // A political mandate is a ground of article 37 other than §1 a).
  "article-37-mandate": { of: "article-37", reading: reading("mandate-as-article-37", "AR67 37 §1") },
  "pension-age-spouse": { of: "pension-age", reading: reading("minimum-of-spouse", "AR38 12 §1ter") },
} as const;

type Joined = keyof typeof COLUMN;
export type EntitledCategory = Category | Joined;
type Column = { readonly of: Exclude<Category, Joined>; readonly reading?: TraceLine };

const isJoined = (category: EntitledCategory): category is Joined => category in COLUMN;

/** Whether a category has a right of its own on a day, under the general conditions of the benefit; no decision on a person. */
export function entitlement(category: EntitledCategory, benefit: EntitlementBenefit, day: Day): Entitlement {
  const { of, reading: read }: Column = isJoined(category) ? COLUMN[category] : { of: category };
  const parameter: ParameterId = `benefits.entitlement.${benefit}.${of}`;
  const entry = dated(parameter, day);
  if (entry === undefined) {
    const first = series(parameter)[0]!.from;
    const key = beganByLaw(parameter) ? "entitlement-not-begun" : "entitlement-before";
    throw new Refusal(key, { category, benefit, day: { day }, first: { day: first } });
  }
  const { confidence, source, condition, note } = entry;
  if (entry.text === undefined) {
    const law = source.article === "" ? "" : `${source.title}, ${source.article}.`;
    throw new Refusal("entitlement-open", { category, benefit, day: { day }, note: note!, law });
  }
  return {
    parameter,
    status: entry.text as EntitlementStatus,
    confidence,
    source,
    readings: read === undefined ? [] : [read],
    ...(condition !== undefined && { condition }),
    ...(note !== undefined && { note }),
  };
}
