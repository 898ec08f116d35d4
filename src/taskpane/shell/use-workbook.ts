import { useEffect, useState } from "react";
import type { Host, Parameters } from "../../host/host";
import { t } from "../../i18n";
import { chooseYear, chosenYear } from "../../page/parameter-year";
import { dataVersion } from "../../parameters";
import { LAST_YEAR } from "../../rules/contributions";
import { reasonOf, type Result } from "../kit/outcome";
import type { Opened, Workbook } from "../kit/surroundings";

export function useWorkbook(host: Host, opened: Opened): Workbook {
  const [parameters, setParameters] = useState(
    opened.parameters ?? { year: chosenYear() ?? LAST_YEAR, indexation: null },
  );
  const [state, setState] = useState<Opened>(opened);
  const [isAsOpened, setAsOpened] = useState(true);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result>();

  useEffect(() => {
    let isShown = true;
    void opened.versionNoted?.then(() => {
      if (isShown) setState((known) => ({ ...known, dataVersion }));
    });
    return () => {
      isShown = false;
    };
  }, [opened]);

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

  const store = async (chosen: Parameters): Promise<void> => {
    await storeParameters(host, chosen);
    // What a change of year recalculates is calculated with our data, and so are its neighbours.
    await host.writeDataVersion(dataVersion);
    setState({ parameters: chosen, namedYear: chosen.year, dataVersion });
  };

  const choose = (chosen: Parameters): void => {
    const before = parameters;
    setParameters(chosen);
    setAsOpened(false);
    const done = chosen.indexation === null ? "pane:year/done" : "pane:year/done-projected";
    const storing = store(chosen).catch((error: unknown) => {
      setParameters(before);
      throw error;
    });
    void act(() => storing, t(done, { year: chosen.year }), "pane:year/failed");
  };

  const recalculate = (): void => {
    const work = async (): Promise<void> => {
      await host.recalculate();
      await host.writeDataVersion(dataVersion);
      setState(({ parameters: stored, namedYear, unfit }) => ({
        parameters: stored,
        namedYear,
        dataVersion,
        ...(unfit && { unfit }),
      }));
    };
    void act(work, t("pane:year/recalculated", { version: dataVersion }), "pane:year/recalculation-failed");
  };

  const ready = async (): Promise<void> => {
    if (state.parameters === null || state.namedYear === null) await store(parameters);
  };

  return { parameters, busy, outcome, state, isAsOpened, choose, recalculate, ready };
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
