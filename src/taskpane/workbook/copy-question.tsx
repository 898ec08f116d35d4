import { makeStyles, Text } from "@fluentui/react-components";
import type { CopyPlan, FrozenCell } from "../../copies";
import { t } from "../../i18n";
import { Fold } from "../kit/fold";
import { counted } from "./audit-words";
import { CellLinks } from "./cell-links";
import { Question } from "./question";

const useStyles = makeStyles({
  text: { margin: 0 },
  reason: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
});

/** Reasons that are told here; the copy tells all. */
const MOST = 6;

interface CopyQuestionProps {
  readonly plan: CopyPlan;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** What a copy would have alive, and what frozen, by the reason. */
export function CopyQuestion({ plan, onCopy, onClose }: CopyQuestionProps) {
  const styles = useStyles();
  const { alive, frozen, others } = plan;
  const dead = others.filter(({ native }) => native === undefined).length;
  const empty = frozen.filter(({ isEmpty }) => isEmpty).length;
  const reasons = byReason(frozen);
  const lines = [
    t("pane:copy/alive", { cells: counted("cells", alive.length) }),
    ...(frozen.length > 0 ? [t("pane:copy/frozen", { cells: counted("cells", frozen.length) })] : []),
  ];
  const more = [
    ...(empty > 0 ? [t("pane:copy/empty", { cells: counted("cells", empty) })] : []),
    ...(dead > 0 ? [t("pane:copy/others", { count: dead })] : []),
    t("pane:copy/shown"),
  ];
  const paragraph = (text: string) => (
    <Text as="p" key={text} className={styles.text}>
      {text}
    </Text>
  );
  return (
    <Question title={t("pane:copy/question")} confirm={t("pane:copy/confirm")} onConfirm={onCopy} onClose={onClose}>
      {lines.map(paragraph)}
      {reasons.slice(0, MOST).map(([why, cells]) => (
        <div key={why} className={styles.reason}>
          {paragraph(why)}
          <Fold as={{ of: why }} title={counted("cells", cells.length)}>
            <CellLinks places={cells} />
          </Fold>
        </div>
      ))}
      {reasons.length > MOST && paragraph(t("pane:workbook/more", { count: reasons.length - MOST }))}
      {more.map(paragraph)}
    </Question>
  );
}

/** Those of most cells first. */
function byReason(cells: readonly FrozenCell[]): [string, FrozenCell[]][] {
  const found = new Map<string, FrozenCell[]>();
  for (const cell of cells) found.set(cell.why, [...(found.get(cell.why) ?? []), cell]);
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}
