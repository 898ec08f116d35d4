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

const useStyles = makeStyles({
  box: { overflowX: "auto", maxWidth: "100%" },
  tall: { overflowY: "auto", maxHeight: "340px" },
  table: { tableLayout: "auto" },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

interface AmountTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many columns are words. */
  readonly texts: number;
  /** Many rows scroll in a box of their own. */
  readonly isTall?: boolean;
}

/** A table of amounts, which scrolls by itself where the pane is too narrow for it. */
export function AmountTable({ label, heads, rows, texts, isTall = false }: AmountTableProps) {
  const styles = useStyles();
  const classOf = (column: number): string => mergeClasses(styles.cell, column >= texts && styles.number);
  return (
    // What scrolls is reached by the keyboard too.
    <div className={mergeClasses(styles.box, isTall && styles.tall)} role="group" aria-label={label} tabIndex={0}>
      <Table size="extra-small" className={styles.table} aria-label={label}>
        <TableHeader>
          <TableRow>
            {heads.map((head, column) => (
              <TableHeaderCell key={column} className={mergeClasses(classOf(column), styles.strong)}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {row.map((text, column) => (
                <TableCell key={column} className={classOf(column)}>
                  {text}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
