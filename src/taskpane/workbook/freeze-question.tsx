import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type RefObject, useEffect, useId, useRef } from "react";
import { t } from "../texts";
import { counted } from "./audit-words";
import type { FreezePlan } from "./freezing";

const useStyles = makeStyles({
  question: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  text: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface FreezeQuestionProps {
  readonly plan: FreezePlan;
  readonly onFreeze: () => void;
  readonly onClose: () => void;
}

/** What freezing would do, before it does. It has the focus, and Escape says no. */
export function FreezeQuestion({ plan, onFreeze, onClose }: FreezeQuestionProps) {
  const { cells, sheets, left, protectedSheets } = plan;
  const styles = useStyles();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    title.current?.focus();
    question.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const valueless = left.filter(({ reason }) => reason === "no-value").length;
  const count = counted("cells", cells.length);
  return (
    <div
      ref={question}
      role="group"
      aria-labelledby={id}
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <Text as="h4" id={id} ref={title as RefObject<null>} tabIndex={-1} weight="semibold" className={styles.text}>
        {t("pane:workbook/freeze/question", { cells: count, sheets: counted("on-sheets", sheets.length) })}
      </Text>
      <Text as="p" className={styles.text}>
        {t("pane:workbook/freeze/what")}
      </Text>
      {protectedSheets.length > 0 && (
        <Text as="p" className={styles.text}>
          {t("pane:workbook/freeze/protected", { sheets: protectedSheets.join(", ") })}
        </Text>
      )}
      {valueless > 0 && (
        <Text as="p" className={styles.text}>
          {t("pane:workbook/freeze/no-value", { cells: counted("cells", valueless) })}
        </Text>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onFreeze}>
          {t("pane:workbook/freeze/confirm", { cells: count })}
        </Button>
        <Button onClick={onClose}>{t("pane:workbook/freeze/cancel")}</Button>
      </div>
    </div>
  );
}
