import { useEffect, useRef, useState } from "react";
import type { Work } from "../../host/host";
import { t } from "../../i18n";
import { type Result, reasonOf } from "../kit/outcome";

/** The parts of the pane that work for long. */
export type Task = "audit" | "copy" | "freeze" | "repair" | "self-test" | "goal-seek" | "table";

export interface Progress {
  readonly task: Task;
  /** What is being done, in words. */
  readonly label: string;
  /** How far it is, where that is known. */
  readonly done?: number;
  readonly total?: number;
  readonly isStopping: boolean;
}

/** One long piece of work at a time, with its progress, a way to stop it, and how it ended. */
export interface LongWork {
  readonly progress: Progress | null;
  /** How the last work ended. */
  readonly ended: { readonly task: Task; readonly outcome: Result } | null;
  /** The action gives what is to be said of its end, if anything. */
  readonly run: (task: Task, label: string, action: (work: Work) => Promise<Result | undefined>) => Promise<void>;
  readonly stop: () => void;
}

export function useLongWork(): LongWork {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [ended, setEnded] = useState<LongWork["ended"]>(null);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run: LongWork["run"] = async (task, label, action) => {
    const { signal } = (controller.current = new AbortController());
    const tell = (outcome: Result | undefined): void => setEnded(outcome ? { task, outcome } : null);
    setEnded(null);
    setProgress({ task, label, isStopping: false });
    const onProgress = (done: number, total: number): void =>
      setProgress((shown) => shown && { ...shown, done, total });
    try {
      tell(await action({ signal, onProgress }));
    } catch (error) {
      tell({ intent: "error", text: t("pane:workbook/failed", { reason: reasonOf(error) }) });
    } finally {
      setProgress(null);
    }
  };

  const stop = (): void => {
    controller.current?.abort();
    setProgress((shown) => shown && { ...shown, isStopping: true });
  };

  return { progress, ended, run, stop };
}
