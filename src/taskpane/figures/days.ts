import { t } from "../../i18n";
import type { Numbers } from "../kit/numbers";

interface Days {
  readonly from: number;
  readonly to: number | null;
}

/** From when to when, both included. */
export const daysText = ({ from, to }: Days, numbers: Numbers): string =>
  to === null
    ? t("pane:figures/since", { from: numbers.day(from) })
    : t("pane:figures/days", { from: numbers.day(from), to: numbers.day(to) });
