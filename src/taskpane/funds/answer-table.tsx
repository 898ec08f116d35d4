import {
  Button,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { t } from "../../i18n";
import { saveTable } from "../kit/files";

const useStyles = makeStyles({
  box: { overflowX: "auto", maxHeight: "420px", overflowY: "auto" },
  table: { tableLayout: "auto" },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`, verticalAlign: "top" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  small: { fontSize: tokens.fontSizeBase200 },
  first: { fontWeight: tokens.fontWeightSemibold },
  button: { alignSelf: "flex-start" },
});

interface AnswerTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  /** The first row stands out, where it is what the others are compared with. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[]; readonly isFirst?: boolean }[];
}

/** A table that scrolls in its own box; all columns but the first hold numbers. */
export function AnswerTable({ label, heads, rows }: AnswerTableProps) {
  const styles = useStyles();
  const classOf = (index: number): string => mergeClasses(styles.cell, styles.small, index > 0 && styles.number);
  return (
    <div className={styles.box} role="group" aria-label={label} tabIndex={0}>
      <Table size="extra-small" className={styles.table} aria-label={label}>
        <TableHeader>
          <TableRow>
            {heads.map((head, index) => (
              <TableHeaderCell key={head} className={classOf(index)}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ key, cells, isFirst }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell key={index} className={mergeClasses(classOf(index), isFirst && styles.first)}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

interface SaveButtonProps {
  /** Of the file, without what says its kind. */
  readonly name: string;
  /** Null where a cell has nothing to say. */
  readonly rows: () => readonly (readonly (string | number | null)[])[];
}

export function SaveButton({ name, rows }: SaveButtonProps) {
  const styles = useStyles();
  return (
    <Button className={styles.button} onClick={() => saveTable(name, rows())}>
      {t("pane:analyst/save-csv")}
    </Button>
  );
}
