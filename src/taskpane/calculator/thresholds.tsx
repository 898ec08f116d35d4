import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { annualised, contribution, type QuarterRule } from "../../rules/contributions";
import type { Cents, Rate } from "../../rules/money";
import { marginalRate } from "../../rules/scale";
import { rateArgument } from "../formula/formula";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import type { Corner, NearJump } from "./corners";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

interface ThresholdsProps {
  readonly income: Cents;
  readonly rule: QuarterRule;
  readonly corners: readonly Corner[];
  readonly near: readonly NearJump[];
}

/** What a further euro costs, and where that changes. */
export function Thresholds({ income, rule, corners, near }: ThresholdsProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const rate = marginalRate(rule.scale, annualised(income, rule));
  const next = corners.find((corner) => corner.income > income);
  return (
    <>
      {near.map((jump) => (
        <JumpWarning key={jump.other} jump={jump} />
      ))}
      <div className={styles.text}>
        <Text>
          {rate === 0
            ? t("pane:calculator/marginal-none")
            : t("pane:calculator/marginal", { rate: rateText(rate, numbers) })}
        </Text>
        <Text>
          {next
            ? `${changeAt(next, numbers)} ${t("pane:calculator/next/gap", { gap: numbers.euros(next.income - income) })}`
            : t("pane:calculator/next/none", { amount: numbers.euros(contribution(income, rule)) })}
        </Text>
      </div>
    </>
  );
}

function JumpWarning({ jump: { side, gap, cost, other } }: { readonly jump: NearJump }) {
  const { numbers } = useSurroundings();
  const values = { gap: numbers.euros(gap), cost: numbers.euros(cost), income: numbers.euros(other) };
  return (
    <Notice intent="warning" title={t(`pane:calculator/near/${side}-title`)}>
      {t(`pane:calculator/near/${side}`, values)}
    </Notice>
  );
}

const rateText = (rate: Rate, numbers: Numbers): string => numbers.exactPercent(rateArgument(rate));

/** What happens at a corner of the scale. */
function changeAt(corner: Corner, numbers: Numbers): string {
  return t(`pane:calculator/next/${kindOf(corner)}`, {
    income: numbers.euros(corner.income),
    before: numbers.euros(corner.before),
    after: numbers.euros(corner.after),
    rateBefore: rateText(corner.rateBefore, numbers),
    rateAfter: rateText(corner.rateAfter, numbers),
  });
}

function kindOf({ jumps, before, rateBefore, rateAfter }: Corner): "jump" | "ceiling" | "start" | "rise" | "change" {
  if (jumps) return "jump";
  if (rateAfter === 0) return "ceiling";
  if (rateBefore !== 0) return "change";
  return before === 0 ? "start" : "rise";
}
