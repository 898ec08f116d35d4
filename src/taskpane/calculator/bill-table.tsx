import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { type CallResult, callOf, centsOf } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { useSurroundings } from "../kit/surroundings";
import type { Bill, BillAmounts } from "./bill";
import { quarterLabel, Refused } from "./results";

const useStyles = makeStyles({ under: { display: "block", color: tokens.colorNeutralForeground2 } });

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
  const amountsOf = (of: BillAmounts) => columns.map((column) => <Amount key={column} result={of[column]} />);
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
      <AnswerTable
        label={t("pane:calculator/bill/table")}
        heads={[t("pane:field/quarter"), ...columns.map((column) => t(`pane:calculator/bill/${column}`))]}
        rows={[
          ...rows.map((row) => ({
            key: row.quarter,
            cells: [
              <>
                {quarterLabel(row.quarter)}
                {row.category !== undefined && <Caption1 className={styles.under}>{row.category}</Caption1>}
                <Caption1 className={styles.under}>{dueOf(row.quarter)}</Caption1>
              </>,
              ...amountsOf(row),
            ],
          })),
          { key: "year", cells: [t("pane:calculator/year"), ...amountsOf(sums)], isStrong: true },
        ]}
      />
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
