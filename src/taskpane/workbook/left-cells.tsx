import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { CellLinks } from "./cell-links";
import type { LeftCell, Reason } from "./left";

const useStyles = makeStyles({
  left: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  text: { margin: 0 },
});

const REASONS: readonly Reason[] = [
  "unfit",
  "outside",
  "changed",
  "meanwhile",
  "moved",
  "other-formula",
  "repaired",
  "stuck",
  "unknown",
  "protected",
  "no-value",
  "long-note",
  "large",
  "refused",
];

/** What is left as it is, and why. */
export function LeftCells({ cells }: { readonly cells: readonly LeftCell[] }) {
  const styles = useStyles();
  return REASONS.map((reason) => {
    const places = cells.filter((cell) => cell.reason === reason);
    return (
      places.length > 0 && (
        <div key={reason} className={styles.left}>
          <Text as="p" className={styles.text}>
            {t(`pane:workbook/left/${reason}`)}
          </Text>
          <CellLinks places={places.map(({ part, ...place }) => ({ ...place, detail: part }))} />
        </div>
      )
    );
  });
}
