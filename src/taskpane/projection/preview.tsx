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
import { type Call, type CallResult, centsOf, columnOf, isErrorOfCell } from "../formula/call";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";
import { OwnMarkOf } from "../kit/own-mark";
import { useSurroundings } from "../kit/surroundings";
import { CashChart, type YearOfCash } from "./cash-chart";

const useStyles = makeStyles({
  table: { tableLayout: "auto" },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}` },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  small: { fontSize: tokens.fontSizeBase200 },
});

/** Columns of INASTI.PROJECT that the pane has room for. */
const column = (name: string): number => columnOf("INASTI.PROJECT", name);
const YEAR = column("year");
const CASH_OUT = column("cashOut");
const AMOUNTS = [
  { key: "provisional", at: column("provisional") },
  { key: "final", at: column("final") },
  { key: "settlement", at: column("settlement") },
  { key: "cash-out", at: CASH_OUT },
] as const;

interface PreviewProps {
  readonly call: Call;
  readonly answer: CallResult;
}

/** What INASTI.PROJECT answers, year by year; what it does not answer, with the reason. */
export function Preview({ call, answer }: PreviewProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  if (!answer.ok) return <Reasons messages={[answer.message]} />;
  const [, ...rows] = answer.value as unknown[][];
  const reasons = rows.flat().filter(isErrorOfCell);
  const amount = mergeClasses(styles.cell, styles.number);
  const cash: YearOfCash[] = rows.flatMap((row) =>
    typeof row[CASH_OUT] === "number" ? [{ year: Number(row[YEAR]), cash: centsOf(row[CASH_OUT]) }] : [],
  );
  return (
    <>
      <Table size="extra-small" className={styles.table} aria-label={t("pane:projection/table")}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={mergeClasses(styles.cell, styles.small)}>
              {t("pane:field/year")}
            </TableHeaderCell>
            {AMOUNTS.map(({ key }) => (
              <TableHeaderCell key={key} className={mergeClasses(amount, styles.small)}>
                {t(`pane:projection/${key}`)}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={String(row[YEAR])}>
              <TableCell className={mergeClasses(styles.cell, styles.small)}>{String(row[YEAR])}</TableCell>
              {AMOUNTS.map(({ key, at }) => (
                <TableCell key={key} className={mergeClasses(amount, styles.small)}>
                  {typeof row[at] === "number" ? numbers.amount(centsOf(row[at])) : "–"}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Caption1>{t("pane:projection/table-note")}</Caption1>
      <OwnMarkOf calls={[{ way: call.way, rows: rows.length }]} />
      {reasons.length > 0 && <Reasons messages={[...new Set(reasons.map(({ message }) => message))]} />}
      {cash.length > 0 && <CashChart years={cash} />}
    </>
  );
}

function Reasons({ messages }: { readonly messages: readonly string[] }) {
  return (
    <Notice intent="warning" {...useFiguresAction(messages.join(" "))}>
      {messages.map((message) => (
        <div key={message}>{message}</div>
      ))}
    </Notice>
  );
}
