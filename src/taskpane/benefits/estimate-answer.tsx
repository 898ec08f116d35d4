import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { t } from "../../i18n";
import { centsOf, columnOf, isErrorOfCell } from "../formula/call";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  table: { tableLayout: "auto" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
});

const [INCOME, PENSION] = ["income", "pension"].map((column) => columnOf("PENSION.ESTIMATE", column)) as [
  number,
  number,
];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a career builds, year by year, and which of its pension and the minimum is the higher. */
export function EstimateAnswer({ rows: [, ...rows] }: { readonly rows: readonly (readonly unknown[])[] }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const shown = (cell: unknown): string =>
    isErrorOfCell(cell) ? "–" : typeof cell === "number" ? numbers.euros(centsOf(cell)) : "";
  const [month, minimum] = [rows.at(-2), rows.at(-1)].map((row) => row?.[PENSION]);
  const reasons = [
    ...new Set(
      rows
        .map((row) => row[PENSION])
        .filter(isErrorOfCell)
        .map(({ message }) => message),
    ),
  ];
  const action = useFiguresAction(reasons.join(" "));
  return (
    <div className={styles.answer}>
      <Table size="extra-small" className={styles.table} aria-label={t("pane:benefits/question/estimate")}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t("pane:field/year")}</TableHeaderCell>
            <TableHeaderCell className={styles.number}>{t("pane:benefits/column/income")}</TableHeaderCell>
            <TableHeaderCell className={styles.number}>{t("pane:benefits/column/pension")}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              <TableCell>{sentence(String(row[0]))}</TableCell>
              <TableCell className={styles.number}>{shown(row[INCOME])}</TableCell>
              <TableCell className={styles.number}>{shown(row[PENSION])}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {typeof month === "number" && typeof minimum === "number" && (
        <Text weight="semibold">
          {t(`pane:benefits/estimate/${minimum === 0 ? "no-minimum" : minimum > month ? "minimum" : "career"}`, {
            amount: numbers.euros(centsOf(Math.max(month, minimum))),
            difference: numbers.euros(Math.abs(centsOf(minimum) - centsOf(month))),
          })}
        </Text>
      )}
      {reasons.length > 0 && (
        <Notice intent="warning" {...action}>
          {reasons.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </Notice>
      )}
    </div>
  );
}
