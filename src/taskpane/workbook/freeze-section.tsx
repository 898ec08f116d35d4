import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Host, Unsupported, type Work } from "../../host/host";
import { t } from "../../i18n";
import { isoDate } from "../../rules/calendar";
import { dayOf } from "../kit/days";
import { ChoiceField } from "../kit/fields";
import { type Result, reasonOf } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";
import { counted, versionWith } from "./audit-words";
import { FreezeQuestion } from "./freeze-question";
import {
  type Ending,
  freeze,
  type FreezePlan,
  planFreeze,
  planUnfreeze,
  type Scope,
  unfreeze,
  type UnfreezePlan,
} from "./freezing";
import type { LeftCell } from "./left";
import { LeftCells } from "./left-cells";
import { Section } from "../kit/section";
import { TaskStatus } from "./task-status";
import { UnfreezeQuestion } from "./unfreeze-question";
import type { Counts } from "./use-counts";
import type { LongWork } from "./use-long-work";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
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

/** What is asked before the workbook is changed. */
type Asked =
  | { readonly action: "freeze"; readonly plan: FreezePlan; readonly scope: Scope }
  | { readonly action: "unfreeze"; readonly plan: UnfreezePlan };

/** For people without the add-in: values in the place of formulas, and the way back. */
export function FreezeSection({ counts, work, disabled, onChange }: FreezeSectionProps) {
  const styles = useStyles();
  const { host, numbers, workbook } = useSurroundings();
  const [choice, setChoice] = useState<ScopeChoice>("workbook");
  const [question, setQuestion] = useState<Asked | null>(null);
  const [left, setLeft] = useState<readonly LeftCell[]>([]);
  const freezeButton = useRef<HTMLButtonElement>(null);
  const unfreezeButton = useRef<HTMLButtonElement>(null);
  const hasNotes = counts?.hasNotes ?? true;
  const isOff = disabled || !hasNotes || question !== null;

  const ask = (planOf: (scope: Scope, task: Work) => Promise<Asked>): void => {
    setLeft([]);
    void work.run("freeze", t("pane:workbook/freeze/looking"), async (task) => {
      try {
        const asked = await planOf(await scopeOf(host, choice), task);
        const { action, plan } = asked;
        if (task.signal?.aborted) return { intent: "info", text: t("pane:workbook/stopped") };
        if (plan.cells.length > 0) setQuestion(asked);
        else setLeft(plan.left);
        if (plan.cells.length > 0) return undefined;
        const nothing = action === "unfreeze" && plan.left.length > 0 ? "nothing-fit" : "nothing";
        return { intent: "info", text: t(`pane:workbook/${action}/${nothing}`) };
      } catch (failure) {
        if (failure instanceof Unsupported) return { intent: "error", text: t("pane:workbook/freeze/no-notes") };
        throw failure;
      }
    });
  };
  const askToFreeze = (): void =>
    ask(async (scope, task) => ({ action: "freeze", plan: await planFreeze(host, scope, task), scope }));
  const askToUnfreeze = (): void =>
    ask(async (scope, task) => ({ action: "unfreeze", plan: await planUnfreeze(host, scope, task) }));

  const close = (): void => {
    flushSync(() => setQuestion(null));
    (question?.action === "unfreeze" ? unfreezeButton : freezeButton).current?.focus();
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
      const version = versionWith(workbook.ownFigures, numbers);
      const heading = t("pane:workbook/freeze/note", { date: numbers.day(today), version });
      return finish(await freeze(host, plan, { heading, date: isoDate(today), dataVersion: version }, task), "freeze");
    });
  };

  /** No more than what was shown: what changed while the question stood is left. */
  const unfreezeAll = (plan: UnfreezePlan): void => {
    setQuestion(null);
    void work.run("freeze", t("pane:workbook/unfreeze/busy"), async (task) =>
      finish(await unfreeze(host, plan, task), "unfreeze"),
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
        <Button ref={freezeButton as RefObject<null>} disabled={isOff || counts?.formulas === 0} onClick={askToFreeze}>
          {t("pane:workbook/freeze/button")}
        </Button>
        <Button ref={unfreezeButton as RefObject<null>} disabled={isOff} onClick={askToUnfreeze}>
          {t("pane:workbook/unfreeze/button")}
        </Button>
      </div>
      {question?.action === "freeze" && (
        <FreezeQuestion plan={question.plan} onFreeze={() => freezeAll(question.scope)} onClose={close} />
      )}
      {question?.action === "unfreeze" && (
        <UnfreezeQuestion plan={question.plan} onUnfreeze={() => unfreezeAll(question.plan)} onClose={close} />
      )}
      <TaskStatus task="freeze" work={work} />
      <LeftCells cells={left} />
    </Section>
  );
}

const scopeOf = async (host: Host, choice: ScopeChoice): Promise<Scope> =>
  choice === "sheet" ? (await host.selectedCell()).sheet : null;

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
