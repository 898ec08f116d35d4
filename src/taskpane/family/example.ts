import { day } from "../../rules/calendar";
import type { FamilyYear } from "./family-sheet";

/** A family of nobody, to be replaced. */
export const EXAMPLE_FAMILY: FamilyYear = {
  year: 2026,
  birth: day(2026, 3, 10),
  children: 1,
  partners: [
    {
      ...{ category: "principal", fund: "acerta", earlierIncome: 28_000, income: 32_000 },
      ...{ restFrom: day(2026, 3, 2), restWeeks: 12 },
    },
    {
      ...{ category: "spouse-maxi", fund: "acerta", earlierIncome: 15_000, income: 16_500 },
      ...{ leaveFrom: day(2026, 3, 11), halfDays: 20 },
      ...{ sickFrom: day(2026, 7, 6), sickUntil: day(2026, 9, 30), stoppedWhileSick: true },
    },
  ],
};
