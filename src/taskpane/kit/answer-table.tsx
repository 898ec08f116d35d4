import {
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

const useStyles = makeStyles({
  box: { overflowX: "auto", maxWidth: "100%" },
  tall: { overflowY: "auto", maxHeight: "340px" },
  table: { tableLayout: "auto" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    fontSize: tokens.fontSizeBase200,
    verticalAlign: "top",
  },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export interface AnswerRow {
  readonly key: string | number;
  readonly cells: readonly ReactNode[];
  /** It sums up the others, or is what they are compared with. */
  readonly isStrong?: boolean;
}

interface AnswerTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly AnswerRow[];
  /** All but the first, where it is not said. */
  readonly isNumber?: (column: number) => boolean;
  /** Many rows scroll in a box of their own. */
  readonly isTall?: boolean;
}

/** A table of what functions answer, which scrolls by itself where the pane is too narrow for it. */
export function AnswerTable({
  label,
  heads,
  rows,
  isNumber = (column) => column > 0,
  isTall = false,
}: AnswerTableProps) {
  const styles = useStyles();
  const classOf = (column: number): string => mergeClasses(styles.cell, isNumber(column) && styles.number);
  return (
    // What scrolls is reached by the keyboard too.
    <div className={mergeClasses(styles.box, isTall && styles.tall)} role="group" aria-label={label} tabIndex={0}>
      <Table size="extra-small" className={styles.table} aria-label={label}>
        <TableHeader>
          <TableRow>
            {heads.map((head, column) => (
              <TableHeaderCell key={column} className={mergeClasses(classOf(column), styles.head)}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ key, cells, isStrong }) => (
            <TableRow key={key}>
              {cells.map((cell, column) => (
                <TableCell key={column} className={mergeClasses(classOf(column), isStrong && styles.strong)}>
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
