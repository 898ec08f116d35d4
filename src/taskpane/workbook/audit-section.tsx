import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { reader, t } from "../../i18n";
import { dayOf } from "../kit/days";
import { useSurroundings } from "../kit/surroundings";
import { type Audit, audit } from "./audit";
import { AuditList } from "./audit-list";
import { auditSheet, codeVersion } from "./audit-sheet";
import { counted } from "./audit-words";
import { Section } from "../kit/section";
import { TaskStatus } from "./task-status";
import type { LongWork } from "./use-long-work";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface AuditSectionProps {
  readonly work: LongWork;
  readonly disabled: boolean;
}

/** Every formula of ours with what it rests on, here and as a sheet. */
export function AuditSection({ work, disabled }: AuditSectionProps) {
  const styles = useStyles();
  const { host, numbers, workbook } = useSurroundings();
  const [found, setFound] = useState<{ readonly audit: Audit; readonly today: number } | null>(null);

  // Long, and the same however far other work is.
  const list = useMemo(() => found && <AuditList audit={found.audit} />, [found, reader.language]);

  const look = (): void => {
    setFound(null);
    void work.run("audit", t("pane:workbook/audit/busy"), async (task) => {
      const { inspectIn } = await import(/* webpackChunkName: "explain" */ "./inspect");
      const made = await audit(host, inspectIn(host), task);
      if (!made) return { intent: "info", text: t("pane:workbook/stopped") };
      setFound({ audit: made, today: dayOf(new Date()) });
      const { entries, figures } = made;
      const text = t("pane:workbook/audit/done", {
        formulas: counted("formulas", entries.length),
        figures: counted("figures", figures.length),
      });
      return { intent: "success", text };
    });
  };

  const insert = (): void => {
    if (!found) return;
    void work.run("audit", t("pane:insert/busy"), async (task) => {
      const plan = auditSheet(found.audit, {
        today: found.today,
        state: workbook.state,
        ownFigures: workbook.ownFigures,
        numbers,
      });
      try {
        return { intent: "success", text: t("pane:insert/sheet", { address: await host.insertSheet(plan, task) }) };
      } catch (error) {
        if (!task.signal?.aborted) throw error;
        return { intent: "info", text: t("pane:workbook/stopped") };
      }
    });
  };

  return (
    <Section title={t("pane:workbook/audit/title")} text={t("pane:workbook/audit/text")}>
      <div className={styles.actions}>
        <Button appearance="primary" disabled={disabled} onClick={look}>
          {t("pane:workbook/audit/button")}
        </Button>
        {found && (
          <Button disabled={disabled} onClick={insert}>
            {t("pane:workbook/audit/insert")}
          </Button>
        )}
      </div>
      <TaskStatus task="audit" work={work} />
      {found && (
        <>
          <Caption1>{t("pane:workbook/audit/stamp", { date: numbers.day(found.today), code: codeVersion() })}</Caption1>
          {list}
        </>
      )}
    </Section>
  );
}
