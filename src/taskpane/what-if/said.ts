import { inSheet } from "../../formula/addresses";
import { type Host, type Place, TryRefused } from "../../host/host";
import { reader, t } from "../../i18n";
import type { Numbers } from "../kit/numbers";
import { reasonOf, type Result } from "../kit/outcome";
import type { Ending, Goal } from "./goal-seek";
import { saidUnits, saidWanted } from "./quantity";
import type { Point } from "./seek";

export const saidPlace = ({ sheet, address }: Place): string => inSheet(sheet, address);

/** How a search ended, in words. */
export function saidEnding(ending: Ending, goal: Goal, numbers: Numbers): Result {
  const { target, wanted, changing, unit } = goal;
  const cells = {
    target: saidPlace(target),
    cell: saidPlace(changing),
    wanted: saidWanted(wanted.units, wanted, numbers),
  };
  const at = (point: Point): string => saidUnits(point.at, unit, numbers);
  const shown = (point: Point): string => saidWanted(point.value, wanted, numbers);
  switch (ending.kind) {
    case "found": {
      const found = t("pane:what-if/goal/found", { ...cells, value: at(ending.point) });
      if (ending.others.length === 0) return { intent: "success", text: found };
      const others = new Intl.ListFormat(reader.language, { type: "disjunction" }).format(ending.others.map(at));
      return { intent: "success", text: `${found} ${t("pane:what-if/goal/others", { ...cells, others })}` };
    }
    case "jump": {
      const { before, after } = ending;
      const [below, above] = before.value < after.value ? [before, after] : [after, before];
      return {
        intent: "warning",
        text: t("pane:what-if/goal/jump", {
          ...cells,
          below: shown(below),
          belowAt: at(below),
          above: shown(above),
          aboveAt: at(above),
        }),
      };
    }
    case "outside":
      return {
        intent: "warning",
        text: t("pane:what-if/goal/outside", {
          ...cells,
          least: saidUnits(goal.least, unit, numbers),
          most: saidUnits(goal.most, unit, numbers),
          nearest: shown(ending.nearest),
          nearestAt: at(ending.nearest),
        }),
      };
    case "constant":
      return {
        intent: "warning",
        text: t("pane:what-if/goal/constant", { ...cells, value: saidWanted(ending.value, wanted, numbers) }),
      };
    case "no-number":
      return {
        intent: "warning",
        text: t("pane:what-if/goal/no-number", { ...cells, shown: String(ending.shown ?? "–") }),
      };
    case "stopped":
      return { intent: "info", text: t("pane:what-if/stopped", cells) };
    case "unsteady":
      return { intent: "error", text: t("pane:what-if/goal/unsteady", cells) };
  }
}

/** Why nothing could be tried in a cell. */
export function saidFailure(error: unknown): Result {
  const text =
    error instanceof TryRefused
      ? t(`pane:what-if/refused/${error.reason}`, { cell: saidPlace(error.cell) })
      : t("pane:what-if/failed", { reason: reasonOf(error) });
  return { intent: "error", text };
}

/** What a cell holds, before something is tried in it. */
export async function valueIn(host: Host, cell: Place) {
  const [values] = await host.readRanges([cell]);
  return values?.[0]?.[0] ?? null;
}
