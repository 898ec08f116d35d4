import { useEffect, useMemo, useRef, useState } from "react";
import { useHeldFigures } from "../../definitions";
import type { Host, Parameters } from "../../host/host";
import { figuresMark } from "../../host/stored";
import { type Language, t } from "../../i18n";
import { heldList, holdList } from "../../page/own-figures";
import { chooseYear, chosenYear } from "../../page/parameter-year";
import { dataVersion, type OwnFigure } from "../../parameters";
import { LAST_YEAR } from "../../rules/contributions";
import { caughtUp, withoutKnown } from "../../rules/figure-upkeep";
import { readList, writeList } from "../../rules/own-figures";
import { attempt, Refusal } from "../../rules/refusal";
import { reasonOf, type Result } from "../kit/outcome";
import type { Opened, Seen, Workbook } from "../kit/surroundings";
import { lookAgain } from "./restore-workbook";

export function useWorkbook(host: Host, opened: Opened, language?: Language): Workbook {
  const [chosen, setParameters] = useState(opened.parameters ?? { year: chosenYear() ?? LAST_YEAR, indexation: null });
  const [state, setState] = useState<Opened>(opened);
  // Whatever was made from the figures of a year is made anew with other figures, and in another language.
  const parameters = useMemo(() => ({ ...chosen }), [chosen, state.ownFigures, language]);
  const [isAsOpened, setAsOpened] = useState(true);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result>();

  useEffect(() => {
    let isShown = true;
    void opened.versionNoted?.then(() => {
      if (isShown) setState((known) => ({ ...known, dataVersion }));
    });
    void opened.takenUp?.then(({ reloaded }) => {
      if (isShown && reloaded) setState((known) => ({ ...known, reloaded }));
    });
    return () => {
      isShown = false;
    };
  }, [opened]);

  // Counts what is stored: an answer of the spreadsheet that was asked for before is then no news.
  const stores = useRef(0);
  /** A later look has asked the names again; what was done upon an earlier one has happened all the same. */
  const take = (seen: Seen, isLatest = true): void => {
    if (seen.parameters) setParameters(seen.parameters);
    setState((known) => ({ ...known, ...seen, ...(!isLatest && namesOf(known)) }));
  };
  const version = useRef(state.dataVersion);
  useEffect(() => {
    version.current = state.dataVersion;
  }, [state.dataVersion]);
  useEffect(() => {
    let [looks, isShown] = [0, true];
    const takeNews = async (seeing: Promise<Seen>): Promise<void> => {
      looks += 1;
      const [look, store] = [looks, stores.current];
      const seen = await seeing;
      if (isShown && store === stores.current) take(seen, look === looks);
    };
    if (opened.seen) void takeNews(opened.seen);
    // Nobody waits for it: what cannot be read stays as it was known.
    const look = (): void => void takeNews(lookAgain(host, version.current)).catch(() => undefined);
    if (!host.hasWorkbook) return undefined;
    const stop = host.onReturn(look);
    window.addEventListener("focus", look);
    return () => {
      isShown = false;
      stop();
      window.removeEventListener("focus", look);
    };
  }, [host, opened]);

  const act = async (action: () => Promise<void>, done: string, failed: string): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    try {
      await action();
      if (host.hasWorkbook) setOutcome({ intent: "success", text: done });
    } catch (error) {
      setOutcome({ intent: "error", text: t(failed, { reason: reasonOf(error) }) });
    } finally {
      setBusy(false);
    }
  };

  const store = async (stored: Parameters): Promise<void> => {
    stores.current += 1;
    await storeParameters(host, stored);
    // What a change of year recalculates is calculated with our data, and so are its neighbours.
    await host.writeDataVersion(dataVersion);
    setState(({ ownFigures, namedFigures, from1904, asksTrust }) => ({
      parameters: stored,
      namedYear: stored.year,
      namedIndexation: stored.indexation,
      dataVersion,
      ...{ ownFigures, namedFigures, from1904, asksTrust },
    }));
  };

  const choose = (next: Parameters): void => {
    const before = chosen;
    setParameters(next);
    setAsOpened(false);
    const done = next.indexation === null ? "pane:year/done" : "pane:year/done-projected";
    const storing = store(next).catch((error: unknown) => {
      setParameters(before);
      throw error;
    });
    void act(() => storing, t(done, { year: next.year }), "pane:year/failed");
  };

  const recalculate = (): void => {
    const work = async (): Promise<void> => {
      await host.recalculate();
      await host.writeDataVersion(dataVersion);
      setState((known) => ({ ...known, dataVersion, recalculation: undefined, reloaded: undefined }));
    };
    void act(work, t("pane:year/recalculated", { version: dataVersion }), "pane:year/recalculation-failed");
  };

  const ownFigures = useMemo(() => listIn(state.ownFigures), [state.ownFigures]);
  const [replaced, setReplaced] = useState<string>();

  // What the data have by now, and say alike, goes by itself, and is told. No answer changes, so no cell is calculated.
  const [dropped, setDropped] = useState<readonly OwnFigure[]>([]);
  useEffect(() => {
    const figures = listIn(opened.ownFigures);
    if (figures instanceof Refusal) return;
    const equal = caughtUp(figures).flatMap(({ own, isEqual }) => (isEqual ? [own] : []));
    if (equal.length === 0) return;
    const next = textOf(figures.flatMap((figure) => (equal.includes(figure) ? withoutKnown(figure) : [figure])));
    stores.current += 1;
    storeOwnFigures(host, next, true).then(
      () => {
        setState((known) => ({ ...known, ownFigures: next, namedFigures: figuresMark(next) }));
        setReplaced(opened.ownFigures);
        setDropped(equal);
      },
      // A workbook that cannot be changed: the list shows that they are published.
      () => undefined,
    );
  }, [host, opened]);

  const setOwnFigures = (list: string, done: string): void => {
    const before = state.ownFigures;
    void act(
      async () => {
        stores.current += 1;
        await storeOwnFigures(host, list);
        await host.writeDataVersion(dataVersion);
        setState((known) => ({ ...known, ownFigures: list, namedFigures: figuresMark(list), dataVersion }));
        // The same list anew, for whoever lost it: the one before this one is still that of before.
        if (list !== before) setReplaced(before);
      },
      done,
      "pane:figures/failed",
    );
  };

  const ready = async (): Promise<void> => {
    // A name that could not be read yet is not written over.
    const seen = state.namedYear === undefined ? await lookAgain(host, state.dataVersion) : {};
    take(seen);
    const { namedYear, parameters: stored } = { ...state, ...seen };
    if (namedYear === null || (stored === null && Number.isNaN(namedYear))) await store(parameters);
  };

  return {
    ...{ parameters, busy, outcome, state, isAsOpened, choose, recalculate, ready, ownFigures },
    dropped,
    keepOwnFigures: () => setOwnFigures(state.ownFigures, t("pane:figures/kept")),
    changeOwnFigures: (figures, done) => setOwnFigures(textOf(figures), done),
    ...(replaced !== undefined && {
      undoOwnFigures: () => setOwnFigures(replaced, t("pane:figures/undone")),
    }),
  };
}

const namesOf = ({ namedYear, namedIndexation, namedFigures }: Opened) => ({
  namedYear,
  namedIndexation,
  namedFigures,
});

const textOf = (figures: readonly OwnFigure[]): string => (figures.length === 0 ? "" : writeList(figures));

/** The figures of a stored list, or why it is none. */
const listIn = (text: string): readonly OwnFigure[] | Refusal => (text === "" ? [] : attempt(() => readList(text)));

/** As with the year: the functions read the list while the host recalculates. */
async function storeOwnFigures(host: Host, list: string, isEqual = false): Promise<void> {
  const before = heldList();
  hold(list);
  try {
    await host.writeOwnFigures(list, isEqual);
  } catch (error) {
    hold(before);
    throw error;
  }
}

/** The pane asks rules too, and may have its own copy of them. */
function hold(list: string): void {
  holdList(list);
  useHeldFigures();
}

/** The functions read the setting while the host recalculates, so it changes first; it goes back when the workbook refuses. */
async function storeParameters(host: Host, parameters: Parameters): Promise<void> {
  const before = chosenYear();
  chooseYear(parameters.year);
  try {
    await host.writeParameters(parameters);
  } catch (error) {
    chooseYear(before);
    throw error;
  }
}
