import { makeStyles, Text } from "@fluentui/react-components";
import { t } from "../../i18n";
import { counted } from "./audit-words";
import type { FreezePlan } from "./freezing";
import { LeftCells } from "./left-cells";
import { Question } from "./question";

const useStyles = makeStyles({ text: { margin: 0 } });

interface FreezeQuestionProps {
  readonly plan: FreezePlan;
  readonly onFreeze: () => void;
  readonly onClose: () => void;
}

/** What freezing would do. */
export function FreezeQuestion({ plan, onFreeze, onClose }: FreezeQuestionProps) {
  const { cells, sheets, left, protectedSheets } = plan;
  const styles = useStyles();
  const valueless = left.filter(({ reason }) => reason === "no-value").length;
  const count = counted("cells", cells.length);
  return (
    <Question
      title={t("pane:workbook/freeze/question", { cells: count, sheets: counted("on-sheets", sheets.length) })}
      confirm={t("pane:workbook/freeze/confirm", { cells: count })}
      onConfirm={onFreeze}
      onClose={onClose}
    >
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
      <LeftCells cells={left.filter(({ reason }) => reason === "unfit" || reason === "large")} />
    </Question>
  );
}
