import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { centsOf, columnOf, isErrorOfCell } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { capitalised } from "../kit/category-name";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

const [INCOME, PENSION] = ["income", "pension"].map((column) => columnOf("PENSION.ESTIMATE", column)) as [
  number,
  number,
];

/** What a career builds, year by year, and which of its pension and the minimum is the higher. */
export function EstimateAnswer({ rows: [, ...rows] }: { readonly rows: readonly (readonly unknown[])[] }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const shown = (cell: unknown): string =>
    isErrorOfCell(cell) ? "–" : typeof cell === "number" ? numbers.euros(centsOf(cell)) : "";
  const [month, minimum] = [rows.at(-2), rows.at(-1)].map((row) => row?.[PENSION]);
  return (
    <div className={styles.answer}>
      <AnswerTable
        label={t("pane:questions/question/estimate")}
        heads={[t("pane:field/year"), t("pane:questions/column/income"), t("pane:questions/column/pension")]}
        rows={rows.map((row, key) => ({
          key,
          cells: [capitalised(String(row[0])), shown(row[INCOME]), shown(row[PENSION])],
        }))}
      />
      {typeof month === "number" && typeof minimum === "number" && (
        <Text weight="semibold">
          {t(`pane:questions/estimate/${minimum === 0 ? "no-minimum" : minimum > month ? "minimum" : "career"}`, {
            amount: numbers.euros(centsOf(Math.max(month, minimum))),
            difference: numbers.euros(Math.abs(centsOf(minimum) - centsOf(month))),
          })}
        </Text>
      )}
    </div>
  );
}
