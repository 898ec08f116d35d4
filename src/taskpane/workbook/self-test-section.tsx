import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { reader, t } from "../../i18n";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import type { Report, Results, Row } from "../self-test";
import { TaskStatus } from "./task-status";
import type { LongWork } from "./use-long-work";

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

interface Shown {
  readonly Results: typeof Results;
  readonly rows: readonly Row[];
  /** When all is done. */
  readonly report: Report | null;
}

interface SelfTestSectionProps {
  readonly work: LongWork;
  readonly disabled: boolean;
}

/** Tries in this spreadsheet what no test of ours can. */
export function SelfTestSection({ work, disabled }: SelfTestSectionProps) {
  const styles = useStyles();
  const { host } = useSurroundings();
  const [shown, setShown] = useState<Shown | null>(null);

  const run = (): void => {
    setShown(null);
    void work.run("self-test", t("pane:workbook/self-test/busy"), async (task) => {
      const test = await import(/* webpackChunkName: "self-test" */ "../self-test");
      await test.loadSelfTestTexts(reader.language);
      const rows: Row[] = [];
      const report = await test.runSelfTest(host, {
        ...task,
        onRow: (row) => {
          rows.push(row);
          setShown({ Results: test.Results, rows: [...rows], report: null });
        },
      });
      setShown({ Results: test.Results, rows, report });
      return test.endingOf(report);
    });
  };

  return (
    <Section title={t("pane:workbook/self-test/title")} text={t("pane:workbook/self-test/text")}>
      <Button className={styles.button} disabled={disabled} onClick={run}>
        {t("pane:workbook/self-test/button")}
      </Button>
      <TaskStatus task="self-test" work={work} />
      {shown && <shown.Results rows={shown.rows} report={shown.report} />}
    </Section>
  );
}
