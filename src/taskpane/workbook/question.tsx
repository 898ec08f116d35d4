import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { t } from "../../i18n";

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

interface QuestionProps {
  readonly title: string;
  /** What the button that says yes says. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What would be done. */
  readonly children: ReactNode;
}

/** What something would do to the workbook, before it does. It has the focus, and Escape says no. */
export function Question({ title, confirm, onConfirm, onClose, children }: QuestionProps) {
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    heading.current?.focus();
    question.current?.scrollIntoView({ block: "nearest" });
  }, []);
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
      <Text as="h4" id={id} ref={heading as RefObject<null>} tabIndex={-1} weight="semibold" className={styles.text}>
        {title}
      </Text>
      {children}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onConfirm}>
          {confirm}
        </Button>
        <Button onClick={onClose}>{t("pane:workbook/freeze/cancel")}</Button>
      </div>
    </div>
  );
}
