import { useHeldFigures } from "../../definitions";
import type { Host, NamedState, Parameters, StoredState } from "../../host/host";
import { storedParameters } from "../../host/stored";
import { hasCalculated, onFirstCalculation } from "../../page/calculation";
import { countFrom1904, countsFrom1904 } from "../../page/date-system";
import { heldList, holdList } from "../../page/own-figures";
import { chooseYear, chosenYear } from "../../page/parameter-year";
import { dataVersion } from "../../parameters";
import { LAST_YEAR } from "../../rules/contributions";
import type { Opened, Seen } from "../kit/surroundings";

/**
 * Takes year, own figures and the way to count days from what the workbook keeps, before any cell can ask for them. What the spreadsheet
 * must be asked for comes later, and nothing waits for it: its first answer may take long, fail, or never come.
 */
export function restoreWorkbook(host: Host): Opened {
  const stored = host.storedState();
  const year = stored.parameters?.year ?? null;
  const due = year !== chosenYear() ? "year" : stored.ownFigures !== heldList() ? "figures" : null;
  chooseYear(year);
  holdList(stored.ownFigures);
  // The pane's own copy of the rules has them before its first view is made.
  useHeldFigures();
  countFrom1904(stored.from1904);
  const isNew = stored.dataVersion === null && host.hasWorkbook;
  return {
    ...stored,
    namedYear: undefined,
    namedIndexation: undefined,
    namedFigures: undefined,
    ...(due !== null && hasCalculated() && { recalculation: { due } }),
    ...(isNew && { versionNoted: noteVersionWhenCalculated(host) }),
    seen: lookAround(host, stored).catch(() => ({})),
  };
}

/** What the spreadsheet tells of the workbook at opening. */
async function lookAround(host: Host, stored: StoredState): Promise<Seen> {
  const told = await host.readNamed();
  const parameters = fromNames(stored, told);
  const isOther = parameters !== null && parameters.year !== (chosenYear() ?? LAST_YEAR);
  if (parameters !== null) {
    chooseYear(parameters.year);
    // What cannot be kept is told by the names next time, too.
    host.keep({ parameters }).catch(() => undefined);
  }
  const seen = { ...(parameters && { parameters }), ...(await takeTold(host, told, stored.dataVersion)) };
  if (!isOther || seen.recalculation !== undefined || !hasCalculated()) return seen;
  // With the same data only what took another year changes; with other data, that is for the user to say.
  const isSameData = stored.dataVersion === null || stored.dataVersion === dataVersion;
  return {
    ...seen,
    ...(isSameData ? await recalculated(host, null, "year") : { recalculation: { due: "year" as const } }),
  };
}

/** What the names say counts where the workbook keeps nothing of it: some versions of Excel lose what others have kept. */
function fromNames(stored: StoredState, { namedYear, namedIndexation }: NamedState): Parameters | null {
  const isOpen = stored.parameters === null && !stored.unfit && chosenYear() === null;
  return isOpen ? storedParameters(namedYear, namedIndexation).parameters : null;
}

/** What the spreadsheet tells again when the user comes back to the workbook. */
export async function lookAgain(host: Host, version: string | null): Promise<Seen> {
  return takeTold(host, await host.readNamed(), version);
}

/** What is not told stays as it was known. */
async function takeTold(host: Host, told: NamedState, version: string | null): Promise<Seen> {
  const { namedYear, namedIndexation, namedFigures, from1904 } = told;
  const seen = {
    ...(namedYear !== undefined && { namedYear }),
    ...(namedIndexation !== undefined && { namedIndexation }),
    ...(namedFigures !== undefined && { namedFigures }),
    ...(from1904 !== undefined && { from1904 }),
  };
  if (from1904 === undefined || from1904 === countsFrom1904()) return seen;
  countFrom1904(from1904);
  host.keep({ from1904 }).catch(() => undefined);
  // A day that is wrong by four years weighs more than data that stay as they were.
  return hasCalculated() ? { ...seen, ...(await recalculated(host, version, "dates")) } : seen;
}

async function recalculated(host: Host, from: string | null, due: "year" | "dates"): Promise<Seen> {
  try {
    await host.recalculate();
    if (from === null) return {};
    await host.writeDataVersion(dataVersion);
    return { dataVersion, recalculation: { from } };
  } catch {
    return { recalculation: { due } };
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
