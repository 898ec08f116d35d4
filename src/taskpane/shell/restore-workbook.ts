import { useHeldFigures } from "../../definitions";
import type { Host } from "../../host/host";
import { hasCalculated, onFirstCalculation } from "../../page/calculation";
import { heldList, holdList } from "../../page/own-figures";
import { chooseYear, chosenYear } from "../../page/parameter-year";
import { dataVersion } from "../../parameters";
import type { Opened } from "../kit/surroundings";

/** Takes the year and the own figures from the workbook. Cells that were calculated before it was known are calculated again, and all others with them. */
export async function restoreWorkbook(host: Host): Promise<Opened> {
  const stored = await host.readWorkbook();
  const isNew = stored.dataVersion === null && host.hasWorkbook;
  const state = isNew ? { ...stored, versionNoted: noteVersionWhenCalculated(host) } : stored;
  const year = state.parameters?.year ?? null;
  const isYearKnown = year === null || year === chosenYear();
  const isKnown = isYearKnown && state.ownFigures === heldList();
  if (!isYearKnown) chooseYear(year);
  holdList(state.ownFigures);
  // The pane's own copy of the rules has them before its first view is made.
  useHeldFigures();
  return isKnown || !hasCalculated() ? state : recalculated(host, state);
}

async function recalculated(host: Host, state: Opened): Promise<Opened> {
  try {
    await host.recalculate();
    await host.writeDataVersion(dataVersion);
    return { ...state, dataVersion, recalculation: { from: state.dataVersion } };
  } catch {
    return { ...state, recalculation: "failed" };
  }
}

/** A workbook that nobody noted a version in gets ours with its first result. Not inside the calculation: Excel waits for that to end. */
function noteVersionWhenCalculated(host: Host): Promise<void> {
  return new Promise((resolve) => {
    onFirstCalculation(() => {
      // A workbook that cannot keep it has no notice later; its cells are right all the same.
      setTimeout(() => void host.writeDataVersion(dataVersion).then(resolve, () => undefined));
    });
  });
}
