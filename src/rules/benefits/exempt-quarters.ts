import { dated } from "../../parameters";
import { civilDate, day, type Day, firstDay, firstDayOfMonth, type Quarter, quarterOf } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import type { Share } from "./caregiver";
import { checkOrder } from "./order";

/** The events that give quarters without contribution, and for which the dates alone decide how many. */
export const EXEMPT_BENEFITS = ["maternity", "sickness", "caregiver"] as const;
export type ExemptBenefit = (typeof EXEMPT_BENEFITS)[number];

/** How an incapacity ended. */
export const END_KINDS = ["resume-self-employed", "resume-other-scheme", "recognition-end"] as const;
export type EndKind = (typeof END_KINDS)[number];

export interface ExemptQuestion {
  readonly benefit: ExemptBenefit;
  /** Day of birth, first day of incapacity, or a day of the first paid month. */
  readonly date: Day;
  /** How `endKind` names the day on which the incapacity ends, or a day of the last paid month. */
  readonly until?: Day | undefined;
  readonly endKind?: EndKind | undefined;
  readonly share?: Share | undefined;
}

/** First day of the texts on sickness and caregivers that are held. */
const FIRST_DAY = day(2018, 1, 1);

/** Months of paid interruption that free one quarter. */
const MONTHS_OF_RUN = 3;

type Argument = Exclude<keyof ExemptQuestion, "benefit" | "date">;

const TAKES: Record<ExemptBenefit, readonly Argument[]> = {
  maternity: [],
  sickness: ["until", "endKind"],
  caregiver: ["until", "share"],
};

const ARTICLES: Readonly<Record<ExemptBenefit, string>> = {
  maternity: "AR67 50 §5",
  sickness: "AR 22/12/1967 28-30",
  caregiver: "AR 22/12/1967 37bis",
};

/** The quarters without contribution that an event gives, oldest first. */
export function exemptQuarters(question: ExemptQuestion): Answer<readonly Quarter[]> {
  const quarters = quartersOf(question);
  return { value: quarters, way: () => quarterLines(question, quarters) };
}

function quarterLines({ benefit, date }: ExemptQuestion, quarters: readonly Quarter[]): Line[] {
  const article = ARTICLES[benefit];
  if (quarters.length === 0) return [step("exempt-none", {}, article)];
  const figures = benefit === "maternity" ? figuresOn(["benefits.maternity.exempt-quarters"], date) : [];
  return quarters.map((quarter) => step(`exempt-${benefit}`, { quarter: { quarter } }, article, { figures }));
}

function quartersOf(question: ExemptQuestion): Quarter[] {
  const { benefit, date, until } = question;
  for (const argument of ["until", "endKind", "share"] as const)
    if (question[argument] !== undefined && !TAKES[benefit].includes(argument))
      throw new Refusal("argument-superfluous", { argument, benefit });

  if (benefit === "maternity") return afterBirth(date);
  if (until === undefined) throw new Refusal("until-needed");
  return benefit === "sickness"
    ? duringSickness(date, until, question.endKind)
    : duringCare(date, until, question.share ?? 1);
}

/** Royal decree of 19/12/1967, article 50 §5: the quarters after the quarter of birth, whether or not the rest reaches into them. */
function afterBirth(birth: Day): Quarter[] {
  const count = dated("benefits.maternity.exempt-quarters", birth)?.value ?? 0;
  return quartersFrom(quarterOf(birth) + 1, quarterOf(birth) + count);
}

/** Royal decree of 22/12/1967, articles 28 to 30, for an incapacity with complete stop. */
function duringSickness(start: Day, end: Day, endKind: EndKind | undefined): Quarter[] {
  checkOrder("date", start, "until", end);
  checkHeld(start);
  const first = firstSickQuarter(start);
  const [quarters, ...others] = (endKind ? [endKind] : END_KINDS).map((kind) =>
    quartersFrom(first, lastSickQuarter(end, kind)),
  );
  if (others.some((other) => other.length !== quarters!.length))
    throw new Refusal("end-kind-needed", { accepted: { words: END_KINDS, of: "endKind" } });
  return quarters!;
}

/** The first quarter that a sickness frees: that of its first day, where the day lies in the first month. */
export const firstSickQuarter = (start: Day): Quarter =>
  monthOfQuarter(start) === 1 ? quarterOf(start) : quarterOf(start) + 1;

/** Articles 28 §6 and 30 §3: the last one. */
export function lastSickQuarter(end: Day, kind: EndKind): Quarter {
  const reached = kind === "resume-self-employed" ? monthOfQuarter(end) === 3 : end > firstDay(quarterOf(end));
  return reached ? quarterOf(end) : quarterOf(end) - 1;
}

/** Article 37bis: each run of three paid months of full interruption frees the quarter of its third month. */
function duringCare(first: Day, last: Day, share: Share): Quarter[] {
  const months = monthNumber(last) - monthNumber(first) + 1;
  checkOrder("date", firstDayOfMonth(first), "until", firstDayOfMonth(last));
  checkHeld(first);
  const most = figureInForce("benefits.caregiver.max-months-career", first);
  if (months > most) throw new Refusal("caregiver-months-exceeded", { given: months, most });
  if (share !== 1) return [];
  const runs = Math.floor(months / MONTHS_OF_RUN);
  return Array.from({ length: runs }, (_, run) => quarterOf(firstDayOfMonth(first, MONTHS_OF_RUN * (run + 1) - 1)));
}

function checkHeld(date: Day): void {
  if (date < FIRST_DAY) throw new Refusal("date-not-covered", { day: { day: date }, first: { day: FIRST_DAY } });
}

const quartersFrom = (first: Quarter, last: Quarter): Quarter[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

const monthNumber = (date: Day): number => civilDate(date).year * 12 + civilDate(date).month;

const monthOfQuarter = (date: Day): number => ((civilDate(date).month - 1) % 3) + 1;
