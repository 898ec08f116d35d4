import { Button, makeStyles, Spinner, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { reader, t } from "../../i18n";
import { Notice } from "../kit/notice";
import { reasonOf } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";
import { AuditSection } from "./audit-section";
import { counted } from "./audit-words";
import { CopySection } from "./copy-section";
import { FreezeSection } from "./freeze-section";
import { RecalculateSection } from "./recalculate-section";
import { RepairSection } from "./repair-section";
import { SelfTestSection } from "./self-test-section";
import { TrustSection } from "./trust-section";
import { type Counts, useCounts } from "./use-counts";
import { useLongWork } from "./use-long-work";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& > section": {
      paddingTop: tokens.spacingVerticalM,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  title: { margin: 0 },
});

/** What can be done with all formulas of ours in the workbook. */
export function WorkbookView({ active }: { readonly active: boolean }) {
  const styles = useStyles();
  const { host, workbook } = useSurroundings();
  const { counts, failure, refresh, pause } = useCounts(host, active);
  const work = useLongWork();
  const [changes, setChanges] = useState(0);
  const run: typeof work.run = async (...task) => {
    pause();
    await work.run(...task);
    refresh();
  };
  const disabled = !host.hasWorkbook || work.progress !== null || workbook.busy;
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:workbook/title")}
      </Subtitle2>
      {host.hasWorkbook ? (
        <Summary counts={counts} failure={failure} onRetry={refresh} />
      ) : (
        <Notice intent="info">{t("pane:workbook/preview")}</Notice>
      )}
      <RecalculateSection disabled={!host.hasWorkbook || work.progress !== null} />
      <RepairSection
        work={{ ...work, run }}
        counts={counts}
        disabled={disabled}
        onChange={() => setChanges(changes + 1)}
      />
      <FreezeSection
        work={{ ...work, run }}
        counts={counts}
        disabled={disabled}
        onChange={() => setChanges(changes + 1)}
      />
      <CopySection work={{ ...work, run }} counts={counts} disabled={disabled} />
      {/* What was found before the workbook or its own figures changed is no audit of it any more; nor is it told in another language. */}
      <AuditSection
        key={`${changes} ${reader.language} ${workbook.state.ownFigures}`}
        work={{ ...work, run }}
        disabled={disabled || isEmpty(counts)}
      />
      {/* Elsewhere nobody is asked. */}
      {host.name === "excel" && <TrustSection />}
      <SelfTestSection work={{ ...work, run }} disabled={disabled} />
    </div>
  );
}

const isEmpty = (counts: Counts | null): boolean => counts !== null && counts.formulas + counts.frozen === 0;

interface SummaryProps {
  readonly counts: Counts | null;
  readonly failure: unknown;
  readonly onRetry: () => void;
}

/** What of ours is in the workbook, or how to begin. */
function Summary({ counts, failure, onRetry }: SummaryProps) {
  const styles = useStyles();
  const { show } = useSurroundings();
  if (failure !== null) {
    return (
      <Notice
        intent="error"
        actions={
          <Button size="small" onClick={onRetry}>
            {t("pane:failed/again")}
          </Button>
        }
      >
        {t("pane:workbook/unread", { reason: reasonOf(failure) })}
      </Notice>
    );
  }
  if (!counts) return <Spinner size="tiny" labelPosition="after" label={t("pane:workbook/counting")} />;
  if (isEmpty(counts)) {
    return (
      <Notice
        intent="info"
        actions={
          <Button size="small" onClick={() => show("calculator")}>
            {t("pane:workbook/calculator")}
          </Button>
        }
      >
        {t("pane:workbook/empty")}
      </Notice>
    );
  }
  return (
    <Text as="p" className={styles.title}>
      {[
        counts.formulas > 0 &&
          t("pane:workbook/live", {
            formulas: counted("formulas", counts.formulas),
            sheets: counted("on-sheets", counts.sheets),
          }),
        counts.frozen > 0 &&
          t("pane:workbook/frozen", {
            cells: counted("cells", counts.frozen),
            sheets: counted("on-sheets", counts.frozenSheets),
          }),
      ]
        .filter(Boolean)
        .join(" ")}
    </Text>
  );
}
