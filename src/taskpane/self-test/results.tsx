import {
  Badge,
  type BadgeProps,
  Button,
  Caption1,
  Link,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { reader, t } from "../../i18n";
import { saveFile } from "../kit/files";
import { Outcome, type Result } from "../kit/outcome";
import { say, type Status } from "./outcome";
import { asJson, asText, nameOf } from "./report";
import type { Report, Row } from "./run";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  row: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  line: { display: "flex", alignItems: "baseline", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  time: { marginLeft: "auto", fontVariantNumeric: "tabular-nums" },
  text: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  report: { width: "100%" },
});

const COLORS: Readonly<Record<Status, NonNullable<BadgeProps["color"]>>> = {
  ok: "success",
  failed: "danger",
  absent: "informative",
};

/** What was tried, row by row as it comes. */
export function Results({ rows, report }: { readonly rows: readonly Row[]; readonly report: Report | null }) {
  const styles = useStyles();
  return (
    <>
      {report && <Handing report={report} />}
      <ol className={styles.list} aria-label={t("selftest:results")}>
        {rows.map((row) => (
          <Result key={row.id} row={row} />
        ))}
      </ol>
    </>
  );
}

function Result({ row }: { readonly row: Row }) {
  const styles = useStyles();
  const { id, status, expected, seen, time } = row;
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <Badge appearance="tint" color={COLORS[status]}>
          {t(`selftest:status/${status}`)}
        </Badge>
        <Text weight="semibold">{nameOf(row)}</Text>
        <Caption1 className={styles.time}>
          {t("selftest:time", { count: time.toLocaleString(reader.language) })}
        </Caption1>
      </div>
      <Caption1 as="p" className={styles.text}>
        {t("selftest:expected", { text: say(expected) })}
      </Caption1>
      <Caption1 as="p" className={styles.text}>
        {t("selftest:seen", { text: say(seen) })}
      </Caption1>
      {status !== "ok" && (
        <Text as="p" size={200} className={styles.text}>
          {t(`selftest:row/${id}/text`)}
        </Text>
      )}
    </li>
  );
}

/** The ways to hand the report on. */
function Handing({ report }: { readonly report: Report }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Result>();
  const [isShown, setShown] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isShown) field.current?.select();
  }, [isShown]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(asText(report));
      setOutcome({ intent: "success", text: t("selftest:copied") });
    } catch {
      // Frames may be kept from the clipboard; people are not.
      setShown(true);
      setOutcome({ intent: "warning", text: t("selftest:not-copied") });
    }
  };

  return (
    <>
      <Caption1 as="p" className={styles.text}>
        {t("selftest:privacy")}
      </Caption1>
      <div className={styles.actions}>
        <Button onClick={() => void copy()}>{t("selftest:copy")}</Button>
        <Button
          onClick={() =>
            saveFile(`statut-social-self-test-${report.date.toISOString().slice(0, 10)}.json`, asJson(report))
          }
        >
          {t("selftest:save")}
        </Button>
      </div>
      <Link href={`help/self-test.html#${reader.language}`} target="_blank" rel="noopener noreferrer">
        {t("selftest:what")}
      </Link>
      <Outcome outcome={outcome} />
      {isShown && (
        <Textarea
          className={styles.report}
          textarea={{ ref: field, readOnly: true, rows: 8 }}
          aria-label={t("selftest:report")}
          value={asText(report)}
        />
      )}
    </>
  );
}
