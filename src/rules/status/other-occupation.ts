import { civilDate } from "../calendar";
import { Refusal } from "../refusal";
import { line } from "../trace";
import { principal, type Situation, type StatusAnswer } from "./answer";
import { civilServantStatus, employeeStatus, tenuredTeacherStatus } from "./article-35";
import { replacementIncomeStatus } from "./article-36";
import { disabilityStatus, rightsStatus } from "./article-37";
import type { Occupation } from "./occupation";

const RULES: Readonly<Record<Occupation, (situation: Situation) => StatusAnswer>> = {
  employee: employeeStatus,
  interim: employeeStatus,
  "contract-teacher": employeeStatus,
  "tenured-teacher": tenuredTeacherStatus,
  "civil-servant": civilServantStatus,
  "replacement-income": replacementIncomeStatus,
  married: rightsStatus,
  survivor: rightsStatus,
  "political-mandate": rightsStatus,
  disability: disabilityStatus,
  none: () => principal([{ ...line("no-other-occupation", {}, "AR38 12 §1"), met: true }]),
};

const FIRST_YEAR = 2015;

/** Article 12 §2 of royal decree no 38: which status the other occupation or situation gives to the self-employed activity. */
export function otherOccupationStatus(situation: Situation): StatusAnswer {
  const { occupation, date } = situation;
  const year = date === undefined ? undefined : civilDate(date).year;
  if (year !== undefined && year < FIRST_YEAR) throw new Refusal("year-before-system", { year, first: FIRST_YEAR });
  return RULES[occupation](situation);
}
