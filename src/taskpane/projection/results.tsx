import { Caption1, makeStyles, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { describe, factText, t } from "../../i18n";
import { quarter } from "../../rules/calendar";
import { lastKnownYear } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import type { CashflowRow } from "../../rules/projection";
import { Refusal } from "../../rules/refusal";
import { ColumnChart } from "../chart/column-chart";
import type { Call } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { Assumption } from "../kit/assumption";
import { OwnMarkOf } from "../kit/own-mark";
import { Reasons } from "../kit/reasons";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { toldRows } from "./told-rows";
import { yearsOfCash } from "./cash";
import type { Projection } from "./projection";

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
});

interface ResultsProps {
  readonly call: Call;
  readonly projection: Projection;
}

/** What INASTI.CASHFLOW answers, by year and by day; what it does not answer, with the reason. */
export function Results({ call, projection }: ResultsProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { firstYear, incomes, career } = projection;
  const rows = useMemo(() => call.answer() as readonly CashflowRow[], [call]);
  const lines = useMemo(() => toldRows(call), [call]);
  const years = yearsOfCash(
    rows,
    incomes.map((_, index) => firstYear + index),
    career[0]!.from,
  );
  const { monthly } = years[0]!;
  const bars = years.flatMap(({ year, paid, monthly: own }) =>
    own === undefined || paid instanceof Refusal ? [] : [{ year, cash: paid }],
  );
  const reasons = rows.flatMap(({ contribution, fee }) => [contribution, fee]).filter((one) => one instanceof Refusal);
  return (
    <>
      <div className={styles.answer} aria-live="polite">
        <Text>{t("pane:projection/answer", { year: firstYear })}</Text>
        <Title3 as="p" className={styles.value}>
          {monthly === undefined || monthly instanceof Refusal ? "–" : numbers.euros(monthly)}
        </Title3>
        <Caption1>{t("pane:projection/answer-note")}</Caption1>
        <Assumptions projection={projection} />
        <OwnMarkOf calls={[{ way: call.way, rows: rows.length }]} />
      </div>
      <Reasons messages={[...new Set(reasons.map(describe))]} />
      <Subtitle2 as="h3" className={styles.value}>
        {t("pane:projection/years")}
      </Subtitle2>
      <Years years={years} />
      <Caption1>{t("pane:projection/table-note")}</Caption1>
      {bars.length > 0 && (
        <ColumnChart
          title={t("pane:projection/cash-out")}
          years={bars.map(({ year }) => year)}
          series={[{ name: t("pane:projection/cash-out"), amounts: bars.map(({ cash }) => cash) }]}
        />
      )}
      <Subtitle2 as="h3" className={styles.value}>
        {t("pane:projection/payments")}
      </Subtitle2>
      <Payments rows={rows} />
      <Way of={t("pane:projection/payments")} way={() => lines} />
    </>
  );
}

function Assumptions({ projection: { isAssumed, indexation, settlementQuarter } }: Pick<ResultsProps, "projection">) {
  const { numbers } = useSurroundings();
  return (
    <>
      {isAssumed && (
        <Assumption
          text={t("pane:projection/assumed", {
            year: lastKnownYear() + 1,
            indexation: numbers.exactPercent(indexation),
          })}
        />
      )}
      <Assumption
        text={t("pane:projection/settlement-assumed", { day: t(`pane:projection/day/${settlementQuarter}`) })}
      />
    </>
  );
}

const shown = (amount: Cents | Refusal | undefined, write: (cents: Cents) => string): string =>
  typeof amount === "number" ? write(amount) : "–";

function Years({ years }: { readonly years: ReturnType<typeof yearsOfCash> }) {
  const { numbers } = useSurroundings();
  return (
    <AnswerTable
      label={t("pane:projection/table")}
      heads={[
        t("pane:field/year"),
        ...["provisional", "settlement", "paid", "monthly"].map((key) => t(`pane:projection/${key}`)),
      ]}
      rows={years.map(({ year, provisional, settlement, paid, monthly }) => ({
        key: year,
        cells: [year, ...[provisional, settlement, paid, monthly].map((amount) => shown(amount, numbers.amount))],
      }))}
    />
  );
}

function Payments({ rows }: { readonly rows: readonly CashflowRow[] }) {
  const { numbers } = useSurroundings();
  return (
    <AnswerTable
      isTall
      label={t("pane:projection/payments")}
      heads={["due", "what", "amount", "running-total"].map((key) => t(`pane:projection/${key}`))}
      isNumber={(column) => column > 1}
      rows={rows.map(({ due, what, year, quarter: n, amount, runningTotal }, index) => ({
        key: index,
        cells: [
          numbers.day(due),
          what === "settlement"
            ? t("pane:projection/settlement-of", { year })
            : t("pane:projection/provisional-of", { quarter: factText({ quarter: quarter(year, n!) }) }),
          shown(amount, numbers.amount),
          shown(runningTotal, numbers.amount),
        ],
      }))}
    />
  );
}
