import { Caption1, mergeClasses } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { QuarterOfYear } from "../../rules/calendar";
import { type CallResult, centsOf } from "../formula/call";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { useAmountStyles } from "./amount-styles";
import type { Answer } from "./question";

type Refusal = Extract<CallResult, { readonly ok: false }>;

/** Why the cell would hold an error. */
export const Refused = ({ refusal: { code, message } }: { readonly refusal: Refusal }) => (
  <Notice intent="warning" title={code} {...useFiguresAction(message)}>
    {message}
  </Notice>
);

export const quarterLabel = (quarter: QuarterOfYear | null): string =>
  quarter === null ? t("pane:calculator/each-quarter") : t("pane:calculator/quarter", { quarter });

/** What the cells would show: of the quarters, of the year, and on a profit. */
export function Results({ answer: { onProfit, onIncome } }: { readonly answer: Answer }) {
  const amounts = useAmountStyles();
  if (!onIncome) return null;
  const { income, quarters, year } = onIncome;
  return (
    <dl className={amounts.list} aria-live="polite">
      {onProfit && <AmountRow label={t("pane:calculator/computed-income")} cents={income} />}
      {quarters.map(({ quarter, result }) => (
        <ResultRow key={quarter} label={quarterLabel(quarter)} result={result} />
      ))}
      <ResultRow label={t("pane:calculator/year")} result={year} />
      {onProfit && <FeeRows total={onProfit} year={year} />}
    </dl>
  );
}

/** The fee of the year on top of the contributions, where there is one. */
function FeeRows({ total, year }: { readonly total: CallResult; readonly year: CallResult }) {
  const fee = total.ok && year.ok ? centsOf(total.value) - centsOf(year.value) : 0;
  if (fee === 0) return null;
  return (
    <>
      <AmountRow label={t("pane:calculator/fee")} cents={fee} />
      <ResultRow label={t("pane:calculator/on-profit")} result={total} />
    </>
  );
}

function ResultRow({ label, result }: { readonly label: string; readonly result: CallResult }) {
  const styles = useAmountStyles();
  if (result.ok) return <AmountRow label={label} cents={centsOf(result.value)} />;
  return (
    <div className={styles.row}>
      <dt className={styles.short}>{label}</dt>
      <dd className={mergeClasses(styles.value, styles.refused)}>
        {result.code} <Caption1 className={styles.reason}>{result.message}</Caption1>
      </dd>
    </div>
  );
}

function AmountRow({ label, cents }: { readonly label: string; readonly cents: number }) {
  const styles = useAmountStyles();
  const { numbers } = useSurroundings();
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.value}>{numbers.euros(cents)}</dd>
    </div>
  );
}
