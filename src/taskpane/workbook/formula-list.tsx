import { makeStyles, tokens } from "@fluentui/react-components";
import { inSheet } from "../../formula/addresses";
import type { Place } from "../../host/host";
import { t } from "../../i18n";
import { asTyped } from "../formula/typed";
import { CellLink } from "./cell-links";

const useStyles = makeStyles({
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

/** More than anybody reads in a list. */
const MOST = 200;

interface FormulaListProps {
  readonly cells: readonly (Place & { readonly formula: string })[];
}

/** The formulas that something would write, cell by cell. */
export function FormulaList({ cells }: FormulaListProps) {
  const styles = useStyles();
  return (
    // It scrolls, also by keyboard.
    <ul className={styles.list} aria-label={t("pane:workbook/to-be-written")} tabIndex={0}>
      {cells.slice(0, MOST).map(({ sheet, address, formula }) => (
        <li key={inSheet(sheet, address)} className={styles.cell}>
          <CellLink place={{ sheet, address }}>{inSheet(sheet, address)}</CellLink>
          <code className={styles.formula}>{asTyped(formula)}</code>
        </li>
      ))}
      {cells.length > MOST && <li>{t("pane:workbook/more", { count: cells.length - MOST })}</li>}
    </ul>
  );
}
