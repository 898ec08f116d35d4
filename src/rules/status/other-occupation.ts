import { civilDate } from "../calendar";
import { requireSystem } from "../contributions";
import { type Answer, partOf } from "../trace";
import { ground, principal, type Situation, type Status, type StatusAnswer } from "./answer";
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
  none: () => principal([ground("no-other-occupation", "AR38 12 §1")]),
};

/** Article 12 §2 of royal decree no 38: which status the other occupation or situation gives to the self-employed activity. */
export const otherOccupationStatus = (situation: Situation): Answer<Status["status"]> =>
  partOf(statusOf(situation), ({ status }) => status);

/** The same as a category of the contributions. */
export const otherOccupationCategory = (situation: Situation): Answer<Status["category"]> =>
  partOf(statusOf(situation), ({ category }) => category);

function statusOf(situation: Situation): StatusAnswer {
  const { occupation, date } = situation;
  if (date !== undefined) requireSystem(civilDate(date).year);
  return RULES[occupation](situation);
}
