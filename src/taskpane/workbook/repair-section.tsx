import { Button, Checkbox, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { reader, t } from "../../i18n";
import { Notice } from "../kit/notice";
import { type Result, reasonOf } from "../kit/outcome";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { counted } from "./audit-words";
import { FormulaList } from "./formula-list";
import type { LeftCell } from "./left";
import { LeftCells } from "./left-cells";
import { Question } from "./question";
import { planRepair, repair, type Repaired, type RepairPlan } from "./repair";
import { TaskStatus } from "./task-status";
import type { Counts } from "./use-counts";
import type { LongWork } from "./use-long-work";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  text: { margin: 0 },
});

interface RepairSectionProps {
  readonly counts: Counts | null;
  readonly work: LongWork;
  readonly disabled: boolean;
  /** After the workbook was changed. */
  readonly onChange: () => void;
}

/** For cells in which Excel does not find our functions: their formulas are entered again. */
export function RepairSection({ counts, work, disabled, onChange }: RepairSectionProps) {
  const styles = useStyles();
  const { host } = useSurroundings();
  const [withHiding, setWithHiding] = useState(false);
  const [plan, setPlan] = useState<RepairPlan | null>(null);
  const [left, setLeft] = useState<readonly LeftCell[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const isOff = disabled || plan !== null;

  const look = (): void => {
    setLeft([]);
    void work.run("repair", t("pane:workbook/repair/looking"), async (task) => {
      const found = await planRepair(host, withHiding, task);
      if (task.signal?.aborted) return { intent: "info", text: t("pane:workbook/stopped") };
      if (found.cells.length > 0) {
        setPlan(found);
        return undefined;
      }
      setLeft(found.left);
      const nothing = found.left.length > 0 ? "nothing-fit" : "nothing";
      return { intent: "info", text: t(`pane:workbook/repair/${nothing}`) };
    });
  };

  const close = (): void => {
    flushSync(() => setPlan(null));
    button.current?.focus();
  };

  /** No more than what was shown: what changed while the question stood is left. */
  const repairAll = (shown: RepairPlan): void => {
    setPlan(null);
    void work.run("repair", t("pane:workbook/repair/busy"), async (task) => {
      const ending = await repair(host, shown, task);
      setLeft(ending.left);
      onChange();
      return endingText(ending);
    });
  };

  return (
    <Section title={t("pane:workbook/repair/title")} text={t("pane:workbook/repair/text")}>
      {counts !== null && counts.stuck > 0 && (
        <Notice intent="warning">{t("pane:workbook/repair/found", { cells: counted("cells", counts.stuck) })}</Notice>
      )}
      <Checkbox
        label={t("pane:workbook/repair/hiding")}
        checked={withHiding}
        disabled={isOff}
        onChange={(_, { checked }) => setWithHiding(checked === true)}
      />
      <div className={styles.actions}>
        <Button ref={button as RefObject<null>} disabled={isOff} onClick={look}>
          {t("pane:workbook/repair/button")}
        </Button>
        <Link href={`help/functions-do-not-answer.html#${reader.language}`} target="_blank" rel="noopener noreferrer">
          {t("pane:workbook/repair/help")}
        </Link>
      </div>
      {plan && <RepairQuestion plan={plan} onRepair={() => repairAll(plan)} onClose={close} />}
      <TaskStatus task="repair" work={work} />
      <LeftCells cells={left} />
    </Section>
  );
}

interface RepairQuestionProps {
  readonly plan: RepairPlan;
  readonly onRepair: () => void;
  readonly onClose: () => void;
}

/** What repairing would write, cell by cell, and what it would leave. */
function RepairQuestion({ plan: { cells, left, sheets }, onRepair, onClose }: RepairQuestionProps) {
  const styles = useStyles();
  const count = counted("cells", cells.length);
  return (
    <Question
      title={t("pane:workbook/repair/question", { cells: count, sheets: counted("on-sheets", sheets.length) })}
      confirm={t("pane:workbook/repair/confirm", { cells: count })}
      onConfirm={onRepair}
      onClose={onClose}
    >
      <Text as="p" className={styles.text}>
        {t("pane:workbook/repair/what")}
      </Text>
      <FormulaList cells={cells.map(({ entered, ...place }) => ({ ...place, formula: entered }))} />
      <LeftCells cells={left} />
    </Question>
  );
}

function endingText({ done, left, isCancelled, failure }: Repaired): Result {
  const did = t("pane:workbook/repair/done", { cells: counted("cells", done) });
  if (failure !== null) {
    return { intent: "error", text: `${did} ${t("pane:workbook/repair/failed", { reason: reasonOf(failure) })}` };
  }
  if (isCancelled) return { intent: "warning", text: `${did} ${t("pane:workbook/repair/stopped")}` };
  return { intent: left.length > 0 ? "warning" : "success", text: did };
}
