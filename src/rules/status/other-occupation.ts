import { civilDate } from "../calendar";
import { requireSystem } from "../contributions";
import { ground, principal, type Situation, type StatusAnswer } from "./answer";
import { civilServantStatus, contractTeacherStatus, employeeStatus, tenuredTeacherStatus } from "./article-35";
import {
  interruptionStatus,
  noticeIndemnityStatus,
  replacementIncomeStatus,
  thematicLeaveStatus,
  workAccidentStatus,
} from "./article-36";
import { disabilityStatus, rightsStatus } from "./article-37";
import type { Occupation } from "./occupation";

const RULES: Readonly<Record<Occupation, (situation: Situation) => StatusAnswer>> = {
  employee: employeeStatus,
  interim: employeeStatus,
  "contract-teacher": contractTeacherStatus,
  "tenured-teacher": tenuredTeacherStatus,
  "civil-servant": civilServantStatus,
  "replacement-income": replacementIncomeStatus,
  "work-accident": workAccidentStatus,
  "thematic-leave": thematicLeaveStatus,
  "notice-indemnity": noticeIndemnityStatus,
  "time-credit": interruptionStatus,
  married: rightsStatus,
  survivor: rightsStatus,
  "political-mandate": rightsStatus,
  disability: disabilityStatus,
  none: () => principal([ground("no-other-occupation", "AR38 12 §1")]),
};

/** Article 12 §2 of royal decree no 38: which status the other occupation or situation gives to the self-employed activity. */
export function otherOccupationStatus(situation: Situation): StatusAnswer {
  const { occupation, date } = situation;
  if (date !== undefined) requireSystem(civilDate(date).year);
  return RULES[occupation](situation);
}
