import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Host, Unsupported } from "../../host/host";
import { dataVersion } from "../../parameters";
import { dayOf, isoDate } from "../days";
import { ChoiceField } from "../fields";
import { type Result, reasonOf } from "../outcome";
import { useSurroundings } from "../surroundings";
import { t } from "../texts";
import { counted } from "./audit-words";
import { CellLinks } from "./cell-links";
import { FreezeQuestion } from "./freeze-question";
import {
  type Ending,
  freeze,
  type FreezePlan,
  type LeftCell,
  planFreeze,
  type Reason,
  type Scope,
  unfreeze,
} from "./freezing";
import { Section } from "./section";
import { TaskStatus } from "./task-status";
import type { LongWork } from "./use-long-work";
import type { Counts } from "./use-counts";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  left: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  text: { margin: 0 },
});

const SCOPES = ["workbook", "sheet"] as const;
type ScopeChoice = (typeof SCOPES)[number];

interface FreezeSectionProps {
  readonly counts: Counts | null;
  readonly work: LongWork;
  readonly disabled: boolean;
  /** After the workbook was changed. */
  readonly onChange: () => void;
}

/** For people without the add-in: values in the place of formulas, and the way back. */
export function FreezeSection({ counts, work, disabled, onChange }: FreezeSectionProps) {
  const styles = useStyles();
  const { host, numbers } = useSurroundings();
  const [choice, setChoice] = useState<ScopeChoice>("workbook");
  const [question, setQuestion] = useState<{ readonly plan: FreezePlan; readonly scope: Scope } | null>(null);
  const [left, setLeft] = useState<readonly LeftCell[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const hasNotes = counts?.hasNotes ?? true;
  const isOff = disabled || !hasNotes || question !== null;

  const ask = (): void => {
    setLeft([]);
    void work.run("freeze", t("pane:workbook/freeze/looking"), async (task) => {
      const scope = await scopeOf(host, choice);
      const plan = await planFreeze(host, scope, task);
      if (task.signal?.aborted) return { intent: "info", text: t("pane:workbook/stopped") };
      if (plan.cells.length > 0) setQuestion({ plan, scope });
      else setLeft(plan.left);
      return plan.cells.length > 0 ? undefined : { intent: "info", text: t("pane:workbook/freeze/nothing") };
    });
  };

  const close = (): void => {
    flushSync(() => setQuestion(null));
    button.current?.focus();
  };

  const finish = (ending: Ending, action: "freeze" | "unfreeze"): Result => {
    setLeft(ending.left);
    onChange();
    return endingText(ending, action);
  };

  const freezeAll = (scope: Scope): void => {
    setQuestion(null);
    void work.run("freeze", t("pane:workbook/freeze/busy"), async (task) => {
      // Cells may have changed while the question stood.
      const plan = await planFreeze(host, scope, task.signal ? { signal: task.signal } : {});
      if (task.signal?.aborted) return { intent: "info", text: t("pane:workbook/stopped") };
      const today = dayOf(new Date());
      const heading = t("pane:workbook/freeze/note", { date: numbers.day(today), version: dataVersion });
      return finish(await freeze(host, plan, { heading, date: isoDate(today), dataVersion }, task), "freeze");
    });
  };

  const unfreezeAll = (): void => {
    setLeft([]);
    void work.run("freeze", t("pane:workbook/unfreeze/busy"), async (task) =>
      finish(await unfreeze(host, await scopeOf(host, choice), task), "unfreeze"),
    );
  };

  return (
    <Section title={t("pane:workbook/freeze/title")} text={t("pane:workbook/freeze/text")}>
      {!hasNotes && (
        <Text as="p" className={styles.text}>
          {t("pane:workbook/freeze/no-notes")}
        </Text>
      )}
      <ChoiceField<ScopeChoice>
        label={t("pane:workbook/freeze/scope")}
        value={choice}
        choices={SCOPES.map((value) => ({ value, text: t(`pane:workbook/scope/${value}`) }))}
        onChange={setChoice}
      />
      <div className={styles.actions}>
        <Button ref={button as RefObject<null>} disabled={isOff || counts?.formulas === 0} onClick={ask}>
          {t("pane:workbook/freeze/button")}
        </Button>
        <Button disabled={isOff} onClick={unfreezeAll}>
          {t("pane:workbook/unfreeze/button")}
        </Button>
      </div>
      {question && <FreezeQuestion plan={question.plan} onFreeze={() => freezeAll(question.scope)} onClose={close} />}
      <TaskStatus task="freeze" work={work} />
      <Left cells={left} />
    </Section>
  );
}

const scopeOf = async (host: Host, choice: ScopeChoice): Promise<Scope> =>
  choice === "sheet" ? (await host.selectedCell()).sheet : null;

const REASONS: readonly Reason[] = [
  "changed",
  "moved",
  "other-formula",
  "protected",
  "no-value",
  "long-note",
  "refused",
];

/** What was left as it is, and why. */
function Left({ cells }: { readonly cells: readonly LeftCell[] }) {
  const styles = useStyles();
  return REASONS.map((reason) => {
    const places = cells.filter((cell) => cell.reason === reason);
    return (
      places.length > 0 && (
        <div key={reason} className={styles.left}>
          <Text as="p" className={styles.text}>
            {t(`pane:workbook/left/${reason}`)}
          </Text>
          <CellLinks places={places} />
        </div>
      )
    );
  });
}

function endingText({ done, cleared, left, isCancelled, failure }: Ending, action: "freeze" | "unfreeze"): Result {
  const did = [
    t(`pane:workbook/${action}/done`, { cells: counted("cells", done) }),
    ...(cleared > 0 ? [t("pane:workbook/unfreeze/cleared", { notes: counted("notes", cleared) })] : []),
  ].join(" ");
  if (failure instanceof Unsupported) return { intent: "error", text: t("pane:workbook/freeze/no-notes") };
  if (failure !== null) {
    return { intent: "error", text: `${did} ${t(`pane:workbook/${action}/failed`, { reason: reasonOf(failure) })}` };
  }
  if (isCancelled) return { intent: "warning", text: `${did} ${t(`pane:workbook/${action}/stopped`)}` };
  if (done + cleared + left.length === 0) return { intent: "info", text: t(`pane:workbook/${action}/nothing`) };
  return { intent: left.length > 0 ? "warning" : "success", text: did };
}
