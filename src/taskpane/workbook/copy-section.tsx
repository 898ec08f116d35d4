import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { CopyPlan, Form, LeftFormula, Steps } from "../../copies";
import { DEFINITIONS } from "../../definitions";
import { version } from "../../definitions/generated/version";
import { Unsupported, type Work } from "../../host/host";
import { turns } from "../../host/turns";
import { t } from "../../i18n";
import { isoDate } from "../../rules/calendar";
import { Refusal } from "../../rules/refusal";
import { dayOf } from "../kit/days";
import { ChoiceField } from "../kit/fields";
import type { Result } from "../kit/outcome";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { counted, versionWith } from "./audit-words";
import { CopyQuestion } from "./copy-question";
import { Question } from "./question";
import { TaskStatus } from "./task-status";
import type { Counts } from "./use-counts";
import type { LongWork } from "./use-long-work";

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

const FORMS = ["classic", "named"] as const satisfies readonly Form[];

/** Years to come that a copy has where the workbook assumes how the index grows. */
const YEARS_AHEAD = 10;

interface CopySectionProps {
  readonly counts: Counts | null;
  readonly work: LongWork;
  readonly disabled: boolean;
}

/** A workbook for people without the add-in, and the way back from one. */
export function CopySection({ counts, work, disabled }: CopySectionProps) {
  const isCopy = counts?.isCopy === true;
  return isCopy ? (
    <WayBack work={work} disabled={disabled} />
  ) : (
    <WayThere counts={counts} work={work} disabled={disabled} />
  );
}

/** What is written only once it is needed. */
const loaded = () => import(/* webpackChunkName: "copies" */ "../../copies");
const functions = Object.keys(DEFINITIONS);

function WayThere({ counts, work, disabled }: CopySectionProps) {
  const styles = useStyles();
  const { host, numbers, workbook } = useSurroundings();
  const [form, setForm] = useState<Form>("classic");
  const [plan, setPlan] = useState<CopyPlan | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  const ask = (): void => {
    void run(work, t("pane:copy/reading"), async (task) => {
      const bytes = await host.readFile(task);
      const { CopyRefused, formsOf, planCopy } = await loaded();
      const { year, indexation } = workbook.parameters;
      const native = formsOf(form, { year, indexation: indexation ?? undefined, until: year + YEARS_AHEAD });
      const found = bytes && (await inTurns(planCopy(bytes, { form, functions, native }), task));
      if (!found) return STOPPED();
      if (found.hasMacros) throw new CopyRefused("macros");
      setPlan(found);
      return undefined;
    });
  };

  const close = (): void => {
    flushSync(() => setPlan(null));
    button.current?.focus();
  };

  const copy = (planned: CopyPlan): void => {
    setPlan(null);
    void run(work, t("pane:copy/writing"), async (task) => {
      const { writeCopy } = await loaded();
      const today = dayOf(new Date());
      const dataVersion = versionWith(workbook.ownFigures, numbers);
      const stamp = {
        date: isoDate(today),
        dataVersion,
        codeVersion: version,
        noteHeading: t("pane:copy/note", { date: numbers.day(today), version: dataVersion }),
        coverName: t("pane:copy/sheet/cover"),
        recordName: t("pane:copy/sheet/record"),
        ownFigures: workbook.ownFigures instanceof Refusal ? 0 : workbook.ownFigures.length,
      };
      const bytes = await inTurns(writeCopy(planned, stamp), task);
      if (!bytes) return STOPPED();
      const given = await host.openFile(bytes, (name) => t("pane:copy/copy-name", { name }));
      if (given === "opened") return { intent: "success", text: t("pane:copy/done/opened") };
      return { intent: "success", text: t("pane:copy/done/saved", { name: given.saved }) };
    });
  };

  return (
    <Section title={t("pane:copy/title")} text={t("pane:copy/text")}>
      <ChoiceField<Form>
        label={t("pane:copy/form/label")}
        value={form}
        choices={FORMS.map((value) => ({ value, text: t(`pane:copy/form/${value}`) }))}
        onChange={setForm}
      />
      <Caption1 as="p" className={styles.text}>
        {t(`pane:copy/form/${form}-what`)}
      </Caption1>
      <div>
        <Button
          ref={button as RefObject<null>}
          disabled={disabled || plan !== null || counts?.formulas === 0}
          onClick={ask}
        >
          {t("pane:copy/button")}
        </Button>
      </div>
      {plan && <CopyQuestion plan={plan} onCopy={() => copy(plan)} onClose={close} />}
      <TaskStatus task="copy" work={work} />
    </Section>
  );
}

function WayBack({ work, disabled }: Omit<CopySectionProps, "counts">) {
  const styles = useStyles();
  const { host } = useSurroundings();
  const [isAsking, setAsking] = useState(false);
  const [left, setLeft] = useState<readonly LeftFormula[]>([]);
  const button = useRef<HTMLButtonElement>(null);

  const close = (): void => {
    flushSync(() => setAsking(false));
    button.current?.focus();
  };

  const back = (): void => {
    setAsking(false);
    setLeft([]);
    void run(work, t("pane:copy/back/busy"), async (task) => {
      const bytes = await host.readFile(task);
      const { goBack } = await loaded();
      const gone = bytes && (await inTurns(goBack(bytes, { functions }), task));
      if (!gone) return STOPPED();
      const given = await host.openFile(gone.bytes, (name) => t("pane:copy/back/name", { name }));
      setLeft(gone.left);
      const cells = counted("cells", gone.restored);
      const said =
        given === "opened"
          ? t("pane:copy/back/opened", { cells })
          : t("pane:copy/back/saved", { cells, name: given.saved });
      const text = gone.keepsLaw ? `${said} ${t("pane:copy/back/law")}` : said;
      return { intent: gone.left.length > 0 ? "warning" : "success", text };
    });
  };

  return (
    <Section title={t("pane:copy/back/title")} text={t("pane:copy/back/text")}>
      <div>
        <Button ref={button as RefObject<null>} disabled={disabled || isAsking} onClick={() => setAsking(true)}>
          {t("pane:copy/back/button")}
        </Button>
      </div>
      {isAsking && (
        <Question
          title={t("pane:copy/back/question")}
          confirm={t("pane:copy/back/confirm")}
          onConfirm={back}
          onClose={close}
        >
          <Text as="p" className={styles.text}>
            {t("pane:copy/back/what")}
          </Text>
        </Question>
      )}
      <TaskStatus task="copy" work={work} />
      {(["changed", "gone", "unfit"] as const).map((reason) => {
        const found = left.filter((one) => one.reason === reason);
        return (
          found.length > 0 && (
            <div key={reason}>
              <Text as="p" className={styles.text}>
                {t(`pane:copy/back/left/${reason}`)}
              </Text>
              <ul className={styles.list}>
                {found.slice(0, MOST).map(({ where, formula }) => (
                  <li key={where}>
                    {where} <code>{formula}</code>
                  </li>
                ))}
                {found.length > MOST && <li>{t("pane:workbook/more", { count: found.length - MOST })}</li>}
              </ul>
            </div>
          )
        );
      })}
    </Section>
  );
}

/** More than anybody reads in a list. */
const MOST = 200;

const STOPPED = (): Result => ({ intent: "info", text: t("pane:copy/stopped") });

/** Says in a sentence why there is no copy. */
const run = (work: LongWork, label: string, action: (task: Work) => Promise<Result | undefined>): Promise<void> =>
  work.run("copy", label, async (task) => {
    try {
      return await action(task);
    } catch (failure) {
      const { whyNot } = await loaded();
      const reason = failure instanceof Unsupported ? t("pane:copy/refused/unknown") : whyNot(failure);
      if (reason === null) throw failure;
      return { intent: "error", text: reason };
    }
  });

/** The steps in turns, so that pane and cells answer meanwhile; null where the work was stopped. */
async function inTurns<Done>(steps: Steps<Done>, { signal, onProgress }: Work): Promise<Done | null> {
  const rest = turns();
  for (;;) {
    if (signal?.aborted) return null;
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value.done, step.value.total);
    await rest();
  }
}
