import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Figure } from "../../explain";
import { t } from "../../i18n";
import type { ParameterId } from "../../parameters";
import { breakdown, type BreakdownRow, contribution, type QuarterRule } from "../../rules/contributions";
import { inForce } from "../../rules/figures";
import type { Cents } from "../../rules/money";
import { STEP_UNIT } from "../../rules/scale";
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
      {breakdown(income, rule).map((row) => (
        <StepRow key={row.step} row={row} rule={rule} />
      ))}
      <div className={mergeClasses(amounts.row, amounts.sum)}>
        <dt>{t("pane:calculator/sum")}</dt>
        <dd className={amounts.value}>{numbers.euros(contribution(income, rule))}</dd>
      </div>
    </dl>
  );
}

function StepRow({ row, rule }: { readonly row: BreakdownRow; readonly rule: QuarterRule }) {
  const styles = useStyles();
  const amounts = useAmountStyles();
  const { numbers } = useSurroundings();
  const label = t(`pane:explain/step/${row.step}`);
  return (
    <div className={amounts.row}>
      <dt className={styles.label}>
        {row.parameters.length === 0 ? (
          label
        ) : (
          <SourcedLabel info={<FigureList figures={figuresOf(row, rule)} />}>{label}</SourcedLabel>
        )}
        <Caption1 className={styles.basis}>{basisOf(row, numbers)}</Caption1>
        <Caption1 className={styles.basis}>
          {row.confidence ? `${row.article} · ${t(`pane:confidence/${row.confidence}`)}` : row.article}
        </Caption1>
      </dt>
      <dd className={amounts.value}>{row.amount !== undefined && numbers.exactEuros(row.amount / STEP_UNIT)}</dd>
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

/** The figures of a step; a projected one has the source of the figure that it grew from. */
const figuresOf = ({ parameters }: BreakdownRow, { law }: QuarterRule): Figure[] =>
  parameters.map((parameter) => {
    const { id, value, confidence } = law.figure(parameter as ParameterId);
    return { ...inForce(id, law.day), value, confidence };
  });
