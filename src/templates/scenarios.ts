import { reader, recordOf, t, wordName } from "../i18n";
import { type Category, lastKnownYear } from "../rules/contributions";
import { grown, USUAL_INDEXATION } from "../taskpane/projection/projection";
import type { Scenario } from "../taskpane/scenarios/scenarios";
import { scenariosSheet } from "../taskpane/scenarios/scenarios-sheet";
import type { Template } from "./template";

/** In cents: the net incomes of five years, and the profit of the first to come. */
const EARLIER = [2_800_000, 3_050_000, 3_300_000, 3_450_000, 3_600_000];
const PROFIT = 5_000_000;
const GROWTH = "0.02";
const YEARS = 5;
const PREMIUM = 200_000;

/** Three ways to go on, side by side: as now, with a supplementary pension, beside a job. */
export const scenarios: Template = {
  id: "scenarios",
  sheets: (form) => {
    const way = (number: number, category: Category, premium = 0): Scenario => ({
      name: t("pane:scenarios/numbered", { number }),
      fee: { fund: "acerta", name: wordName("fund", "acerta") },
      ...{ category, premium, amounts: grown(PROFIT, GROWTH, YEARS), growth: GROWTH },
      ...{ indexation: USUAL_INDEXATION, followsWorkbook: false },
    });
    return [
      scenariosSheet(
        {
          ...{ firstYear: lastKnownYear(), count: YEARS, start: undefined, basis: "profit", isAssumed: true },
          ...{ earlier: EARLIER, earlierYears: EARLIER.length },
          scenarios: [way(1, "principal"), way(2, "principal", PREMIUM), way(3, "complementary")],
        },
        recordOf(reader.language).euro,
        form === "stand-alone",
      ),
    ];
  },
};
