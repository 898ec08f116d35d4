import { Button, Caption1, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { type RefObject, useEffect, useId, useRef } from "react";
import { t } from "../../i18n";
import { Outcome } from "../kit/outcome";
import type { LongWork, Progress, Task } from "./use-long-work";

const useStyles = makeStyles({
  status: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, "&:empty": { display: "none" } },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
});

interface TaskStatusProps {
  readonly task: Task;
  readonly work: LongWork;
}

/** How far a task is, and how it ended; screen readers hear both. */
export function TaskStatus({ task, work: { progress, ended, stop } }: TaskStatusProps) {
  const styles = useStyles();
  const status = useRef<HTMLDivElement>(null);
  const isRunning = progress?.task === task;
  const wasRunning = useRef(false);
  // The button that had the focus went with the progress.
  useEffect(() => {
    if (wasRunning.current && !isRunning && document.activeElement === document.body) status.current?.focus();
    wasRunning.current = isRunning;
  }, [isRunning]);
  return (
    <>
      {isRunning && <Running progress={progress} onStop={stop} />}
      <div role="status" tabIndex={-1} ref={status} className={styles.status}>
        <Outcome outcome={ended?.task === task ? ended.outcome : undefined} />
      </div>
    </>
  );
}

function Running({
  progress: { label, done, total, isStopping },
  onStop,
}: {
  readonly progress: Progress;
  readonly onStop: () => void;
}) {
  const styles = useStyles();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const isKnown = done !== undefined && total !== undefined && total > 0;
  return (
    <div className={styles.status}>
      <ProgressBar aria-labelledby={id} {...(isKnown && { value: done, max: total })} />
      <div className={styles.line}>
        <Caption1 id={id}>{isKnown ? t("pane:workbook/progress", { label, done, total }) : label}</Caption1>
        <Button ref={button as RefObject<null>} size="small" disabledFocusable={isStopping} onClick={onStop}>
          {t(isStopping ? "pane:workbook/stopping" : "pane:workbook/stop")}
        </Button>
      </div>
    </div>
  );
}
