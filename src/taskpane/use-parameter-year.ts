import { useState } from "react";
import type { Host } from "../host/host";
import { LAST_YEAR } from "../rules/contributions";
import { settings } from "../settings";
import { reasonOf, type Result } from "./outcome";
import { t } from "./texts";

export interface ParameterYear {
  readonly year: number;
  readonly busy: boolean;
  readonly outcome: Result | undefined;
  readonly choose: (year: number) => void;
}

/** The workbook's year: what the formulas without a year take, kept in the workbook. */
export function useParameterYear(host: Host): ParameterYear {
  const [year, setYear] = useState(settings.parameterYear ?? LAST_YEAR);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result>();

  const choose = async (chosen: number): Promise<void> => {
    setYear(chosen);
    setBusy(true);
    setOutcome(undefined);
    try {
      await storeYear(host, chosen);
      if (host.hasWorkbook) setOutcome({ intent: "success", text: t("pane:year/done", { year: chosen }) });
    } catch (error) {
      setYear(year);
      setOutcome({ intent: "error", text: t("pane:year/failed", { reason: reasonOf(error) }) });
    } finally {
      setBusy(false);
    }
  };
  return { year, busy, outcome, choose: (chosen) => void choose(chosen) };
}

/** The functions read the setting while the host recalculates, so it changes first; it goes back when the workbook refuses. */
async function storeYear(host: Host, year: number): Promise<void> {
  const before = settings.parameterYear;
  settings.parameterYear = year;
  try {
    await host.writeParameterYear(year);
  } catch (error) {
    settings.parameterYear = before;
    throw error;
  }
}
