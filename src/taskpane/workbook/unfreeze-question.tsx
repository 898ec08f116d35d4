import { makeStyles, Text } from "@fluentui/react-components";
import { t } from "../../i18n";
import { counted } from "./audit-words";
import { FormulaList } from "./formula-list";
import type { UnfreezePlan } from "./freezing";
import { LeftCells } from "./left-cells";
import { Question } from "./question";

const useStyles = makeStyles({ text: { margin: 0 } });

interface UnfreezeQuestionProps {
  readonly plan: UnfreezePlan;
  readonly onUnfreeze: () => void;
  readonly onClose: () => void;
}

/** What unfreezing would write, cell by cell, and what it would leave. */
export function UnfreezeQuestion({ plan, onUnfreeze, onClose }: UnfreezeQuestionProps) {
  const { cells, left, sheets } = plan;
  const styles = useStyles();
  const count = counted("cells", cells.length);
  const title = t("pane:workbook/unfreeze/question", { cells: count, sheets: counted("on-sheets", sheets.length) });
  return (
    <Question
      title={title}
      confirm={t("pane:workbook/unfreeze/confirm", { cells: count })}
      onConfirm={onUnfreeze}
      onClose={onClose}
    >
      <Text as="p" className={styles.text}>
        {t("pane:workbook/unfreeze/what")}
      </Text>
      <FormulaList cells={cells.map(({ note, ...place }) => ({ ...place, formula: note.formula }))} />
      <LeftCells cells={left} />
    </Question>
  );
}
