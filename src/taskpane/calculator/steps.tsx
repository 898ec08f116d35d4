import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { articleName, t, tell } from "../../i18n";
import { breakdown, type BreakdownRow, contribution, type QuarterRule } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { STEP_UNIT } from "../../rules/trace";
import { rateArgument } from "../formula/formula";
import { FigureList } from "../kit/figure-list";
import type { Numbers } from "../kit/numbers";
import { SourcedLabel } from "../kit/source-note";
import { useSurroundings } from "../kit/surroundings";
import { useAmountStyles } from "./amount-styles";

const useStyles = makeStyles({
  label: { display: "flex", flexDirection: "column" },
  basis: { color: tokens.colorNeutralForeground3 },
});

interface StepsProps {
  readonly income: Cents;
  readonly rule: QuarterRule;
}

/** The way to a quarter, step by step; the amounts add up to it. */
export function Steps({ income, rule }: StepsProps) {
  const amounts = useAmountStyles();
  const { numbers } = useSurroundings();
  return (
    <dl className={amounts.list}>
      {breakdown(income, rule).value.map((row) => (
        <StepRow key={row.step} row={row} />
      ))}
      <div className={mergeClasses(amounts.row, amounts.sum)}>
        <dt>{t("pane:calculator/sum")}</dt>
        <dd className={amounts.value}>{numbers.euros(contribution(income, rule))}</dd>
      </div>
    </dl>
  );
}

function StepRow({ row }: { readonly row: BreakdownRow }) {
  const styles = useStyles();
  const amounts = useAmountStyles();
  const { numbers } = useSurroundings();
  const { article, figures, amount, confidence } = row;
  const label = tell(row);
  return (
    <div className={amounts.row}>
      <dt className={styles.label}>
        {figures.length === 0 ? label : <SourcedLabel info={<FigureList figures={figures} />}>{label}</SourcedLabel>}
        <Caption1 className={styles.basis}>{basisOf(row, numbers)}</Caption1>
        <Caption1 className={styles.basis}>
          {[articleName(article), ...(confidence ? [t(`pane:confidence/${confidence}`)] : [])].join(" · ")}
        </Caption1>
      </dt>
      <dd className={amounts.value}>{amount !== undefined && numbers.exactEuros(amount / STEP_UNIT)}</dd>
    </div>
  );
}

/** The amount that a step works on; what is exempt stays below it. */
function basisOf({ step, base, rate }: BreakdownRow, numbers: Numbers): string {
  if (base === undefined) return "";
  const amount = numbers.euros(base);
  if (step === "exempt") return t("pane:calculator/below", { amount });
  return rate === undefined
    ? amount
    : t("pane:calculator/quarter-of", { amount, rate: numbers.exactPercent(rateArgument(rate)) });
}
