import { type Occupation, otherOccupationStatus } from "../../../src/rules/status";

type Situation = Parameters<typeof otherOccupationStatus>[0];

/** The status that the self-employed activity has beside an occupation. */
export const statusOf = (occupation: Occupation, more: Partial<Situation> = {}) =>
  otherOccupationStatus({ occupation, ...more }).value;
