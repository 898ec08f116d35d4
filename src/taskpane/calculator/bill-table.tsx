import {
  Caption1,
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
import { t } from "../../i18n";
import { type CallResult, callOf, centsOf } from "../formula/call";
import { useSurroundings } from "../kit/surroundings";
import type { Bill, BillAmounts } from "./bill";
import { quarterLabel, Refused } from "./results";

const useStyles = makeStyles({
  scroll: { overflowX: "auto" },
  table: { tableLayout: "auto" },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  sum: { fontWeight: tokens.fontWeightSemibold },
  under: { display: "block", color: tokens.colorNeutralForeground2 },
});

interface BillTableProps {
  readonly bill: Bill;
  readonly year: number;
  readonly hasFee: boolean;
}

/** What the fund sends quarter by quarter, with the last day to pay, and in the year. */
export function BillTable({ bill: { rows, year: sums }, year, hasFee }: BillTableProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const columns: readonly (keyof BillAmounts)[] = hasFee ? ["contribution", "fee", "total"] : ["contribution"];
  const amount = mergeClasses(styles.cell, styles.number);
  const dueOf = (quarter: number): string => {
    const due = callOf("INASTI.DUEDATE", { year, quarter: quarter as 1 }).result();
    return due.ok ? t("pane:calculator/bill/due", { day: numbers.day(Number(due.value)) }) : "";
  };
  const refusals = new Map(
    [...rows, sums]
      .flatMap((row) => columns.map((column) => row[column]))
      .flatMap((result) => (result.ok ? [] : [[result.message, result] as const])),
  );
  return (
    <>
      <div className={styles.scroll} role="group" aria-label={t("pane:calculator/bill/table")} tabIndex={0}>
        <Table size="extra-small" className={styles.table} aria-label={t("pane:calculator/bill/table")}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell className={styles.cell}>{t("pane:field/quarter")}</TableHeaderCell>
              {columns.map((column) => (
                <TableHeaderCell key={column} className={amount}>
                  {t(`pane:calculator/bill/${column}`)}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.quarter}>
                <TableCell className={styles.cell}>
                  {quarterLabel(row.quarter)}
                  {row.category !== undefined && <Caption1 className={styles.under}>{row.category}</Caption1>}
                  <Caption1 className={styles.under}>{dueOf(row.quarter)}</Caption1>
                </TableCell>
                {columns.map((column) => (
                  <TableCell key={column} className={amount}>
                    <Amount result={row[column]} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
            <TableRow>
              <TableCell className={mergeClasses(styles.cell, styles.sum)}>{t("pane:calculator/year")}</TableCell>
              {columns.map((column) => (
                <TableCell key={column} className={mergeClasses(amount, styles.sum)}>
                  <Amount result={sums[column]} />
                </TableCell>
              ))}
            </TableRow>
          </TableBody>
        </Table>
      </div>
      <Caption1>{t("pane:calculator/bill/note")}</Caption1>
      {[...refusals.values()].map((refusal) => (
        <Refused key={refusal.message} refusal={refusal} />
      ))}
    </>
  );
}

/** Without its sign: the table is in euro. */
function Amount({ result }: { readonly result: CallResult }) {
  const { numbers } = useSurroundings();
  return result.ok ? numbers.amount(centsOf(result.value)) : result.code;
}
