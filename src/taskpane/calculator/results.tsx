import { Caption1, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { t } from "../../i18n";
import type { QuarterOfYear } from "../../rules/calendar";
import { type CallResult, centsOf } from "../formula/call";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { useAmountStyles } from "./amount-styles";
import type { Answer } from "./question";

export type Refusal = Extract<CallResult, { readonly ok: false }>;

/** Why the cell would hold an error. */
export const Refused = ({ refusal: { code, message } }: { readonly refusal: Refusal }) => (
  <Notice intent="warning" title={code} {...useFiguresAction(message)}>
    {message}
  </Notice>
);

export const quarterLabel = (quarter: QuarterOfYear | null): string =>
  quarter === null ? t("pane:calculator/each-quarter") : t("pane:calculator/quarter", { quarter });

/** What the cells would show: of the quarters and of the year. */
export function Results({ answer: { onProfit, onIncome } }: { readonly answer: Answer }) {
  if (!onIncome) return null;
  const { income, quarters, year } = onIncome;
  return (
    <Amounts>
      {onProfit && <AmountRow label={t("pane:calculator/computed-income")} cents={income} />}
      {quarters.map(({ quarter, result }) => (
        <ResultRow key={quarter} label={quarterLabel(quarter)} result={result} />
      ))}
      <ResultRow label={t("pane:calculator/year")} result={year} />
    </Amounts>
  );
}

/** Labels with their amounts, which are told when they change. */
export function Amounts({ children }: { readonly children: ReactNode }) {
  const { list } = useAmountStyles();
  return (
    <dl className={list} aria-live="polite">
      {children}
    </dl>
  );
}

export function ResultRow({ label, result }: { readonly label: string; readonly result: CallResult }) {
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

export function AmountRow({ label, cents }: { readonly label: string; readonly cents: number }) {
  const { numbers } = useSurroundings();
  return <TextRow label={label} text={numbers.euros(cents)} />;
}

export function TextRow({ label, text }: { readonly label: string; readonly text: string }) {
  const styles = useAmountStyles();
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.value}>{text}</dd>
    </div>
  );
}
