import { reader, recordOf, wordName } from "../i18n";
import { day } from "../rules/calendar";
import { lastKnownYear } from "../rules/contributions";
import { USUAL_INDEXATION } from "../taskpane/projection/projection";
import { projectionSheet } from "../taskpane/projection/projection-sheet";
import type { Template } from "./template";

/** In cents: the net incomes of five years, and the profits of those to come. */
const EARLIER = [2_800_000, 3_050_000, 3_300_000, 3_450_000, 3_600_000];
const PROFITS = [4_800_000, 5_200_000, 5_500_000, 5_500_000];
/** Long before the first income that is asked for. */
const YEARS_ACTIVE = 10;

/** From the profits of some years to what is paid on which day, and what to set aside a month. */
export const cashCalendar: Template = {
  id: "cash-calendar",
  sheets: (form) => {
    const firstYear = lastKnownYear();
    return [
      projectionSheet(
        {
          firstYear,
          basis: "profit",
          incomes: PROFITS,
          growth: undefined,
          career: [{ from: day(firstYear - YEARS_ACTIVE, 1, 1), status: "principal" }],
          indexation: USUAL_INDEXATION,
          isAssumed: true,
          followsWorkbook: false,
          fee: { fund: "acerta", name: wordName("fund", "acerta") },
          settlementQuarter: 3,
          earlier: EARLIER,
          earlierYears: EARLIER.length,
        },
        recordOf(reader.language).euro,
        form === "stand-alone",
      ),
    ];
  },
};
