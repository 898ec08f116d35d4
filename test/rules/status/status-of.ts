import { type Occupation, otherOccupationStatus, type Situation } from "../../../src/rules/status";

/** The status that the self-employed activity has beside an occupation. */
export const statusOf = (occupation: Occupation, more: Partial<Situation> = {}) =>
  otherOccupationStatus({ occupation, ...more }).value;
