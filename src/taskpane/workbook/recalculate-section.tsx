import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import { dataVersion } from "../../parameters";
import { Outcome } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";
import { Section } from "../kit/section";

const useStyles = makeStyles({
  list: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  row: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  value: { margin: 0, overflowWrap: "anywhere" },
  button: { alignSelf: "flex-start" },
});

/** The data of the workbook against those of the add-in, and the way from one to the other. */
export function RecalculateSection({ disabled }: { readonly disabled: boolean }) {
  const styles = useStyles();
  const { workbook } = useSurroundings();
  const { state, busy, outcome, recalculate } = workbook;
  const [isOurs, setOurs] = useState(false);
  const ask = (): void => {
    setOurs(true);
    recalculate();
  };
  return (
    <Section title={t("pane:workbook/recalculate/title")} text={t("pane:workbook/recalculate/text")}>
      <dl className={styles.list}>
        <Version label={t("pane:workbook/recalculate/workbook")}>
          {state.dataVersion ?? t("pane:workbook/unknown-version")}
        </Version>
        <Version label={t("pane:workbook/recalculate/add-in")}>{dataVersion}</Version>
      </dl>
      <Button
        className={styles.button}
        disabled={disabled}
        disabledFocusable={busy}
        {...(busy && { icon: <Spinner size="tiny" /> })}
        onClick={ask}
      >
        {t(busy ? "pane:year/busy" : "pane:year/recalculate")}
      </Button>
      <div role="status">{isOurs && <Outcome outcome={outcome} />}</div>
    </Section>
  );
}

function Version({ label, children }: { readonly label: string; readonly children: string }) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.value}>
        <Text weight="semibold">{children}</Text>
      </dd>
    </div>
  );
}
