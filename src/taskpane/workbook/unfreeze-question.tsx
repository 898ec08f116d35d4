import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { inSheet } from "../../formula/addresses";
import { t } from "../../i18n";
import { asTyped } from "../formula/typed";
import { counted } from "./audit-words";
import { CellLink } from "./cell-links";
import type { UnfreezePlan } from "./freezing";
import { LeftCells } from "./left-cells";
import { Question } from "./question";

const useStyles = makeStyles({
  text: { margin: 0 },
  list: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    maxHeight: "240px",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** More than anybody reads in a list; the notes have the others. */
const MOST = 200;

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
      {/* It scrolls, also by keyboard. */}
      <ul className={styles.list} aria-label={t("pane:workbook/unfreeze/list")} tabIndex={0}>
        {cells.slice(0, MOST).map(({ sheet, address, note }) => (
          <li key={inSheet(sheet, address)} className={styles.cell}>
            <CellLink place={{ sheet, address }}>{inSheet(sheet, address)}</CellLink>
            <code className={styles.formula}>{asTyped(note.formula)}</code>
          </li>
        ))}
        {cells.length > MOST && <li>{t("pane:workbook/more", { count: cells.length - MOST })}</li>}
      </ul>
      <LeftCells cells={left} />
    </Question>
  );
}
