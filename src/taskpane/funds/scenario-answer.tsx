import { Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { AnswerTable } from "../kit/answer-table";
import { Reasons } from "../kit/reasons";
import { FormulaLine } from "../kit/formula-line";
import { useSurroundings } from "../kit/surroundings";
import { SaveButton } from "./save-button";
import type { Members } from "./members";
import { headsAtBreakEven, holdingRate, outcomesAt, type RateOutcome, scenarioFormula } from "./outcomes";
import type { Rates } from "./rates";
import { HEADS } from "./scenario";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const QUARTERS = 4;

/** What the rates bring in from the members, as FUND.SCENARIO answers. */
export function ScenarioAnswer({ members, rates }: { readonly members: Members; readonly rates: Rates }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const outcomes = outcomesAt(members, rates);
  if (typeof outcomes === "string") return <Reasons messages={[outcomes]} />;
  const best = outcomes.reduce((one, other) => (other.feeIncome > one.feeIncome ? other : one));
  const holding = holdingRate(members, rates);
  const hold = numbers.exactPercent(rates.hold);
  return (
    <div className={styles.part}>
      <AnswerTable
        isTall
        label={t("pane:analyst/at-each-rate")}
        heads={[
          t("pane:analyst/rate"),
          t("pane:funds/income-per-year"),
          t("pane:funds/income-difference"),
          t("pane:analyst/break-even-heads"),
        ]}
        rows={outcomes.map((outcome, index) => ({
          key: `${index} ${outcome.rate}`,
          isStrong: index === 0,
          cells: [
            <RateCell key="rate" outcome={outcome} isPresent={index === 0} />,
            numbers.euros(QUARTERS * outcome.feeIncome),
            index === 0 ? "–" : numbers.euros(QUARTERS * outcome.difference),
            index === 0 ? "–" : <BreakEven key="break-even" outcome={outcome} members={members} />,
          ],
        }))}
      />
      <Caption1 as="p" className={styles.note}>
        {t("pane:analyst/break-even-note")}
      </Caption1>
      <Text as="p" className={styles.text}>
        {t("pane:analyst/best", {
          rate: numbers.exactPercent(best.rate),
          income: numbers.euros(QUARTERS * best.feeIncome),
        })}
      </Text>
      <Text as="p" className={styles.text}>
        {holding === undefined
          ? t("pane:analyst/not-held", { share: hold })
          : t("pane:analyst/held", {
              share: hold,
              rate: numbers.exactPercent(holding.rate),
              more: numbers.euros(QUARTERS * holding.difference),
            })}
      </Text>
      <FormulaLine formula={scenarioFormula(members, rates)} />
      <SaveButton name={t("pane:funds/scenario-sheet")} rows={() => tableOf(outcomes, members)} />
    </div>
  );
}

/** A rate, and who leaves at it. */
function RateCell({ outcome, isPresent }: { readonly outcome: RateOutcome; readonly isPresent: boolean }) {
  const { numbers } = useSurroundings();
  const { rate, leave } = outcome;
  const note = isPresent
    ? t("pane:analyst/present")
    : Number(leave) > 0
      ? t("pane:analyst/leaving", { share: numbers.exactPercent(leave) })
      : undefined;
  return (
    <>
      {numbers.exactPercent(rate)}
      {note !== undefined && (
        <>
          <br />
          <Caption1>{note}</Caption1>
        </>
      )}
    </>
  );
}

function BreakEven({ outcome, members }: { readonly outcome: RateOutcome; readonly members: Members }) {
  const { numbers } = useSurroundings();
  const heads = headsAtBreakEven(outcome, members);
  if (heads === undefined || outcome.breakEven === undefined) return "–";
  return (
    <>
      {numbers.whole(heads)}
      <br />
      <Caption1>{numbers.share(outcome.breakEven)}</Caption1>
    </>
  );
}

/** The sheet's table, for a file. */
function tableOf(outcomes: readonly RateOutcome[], members: Members): (string | number | null)[][] {
  const euros = (cents: number | undefined): number | null => (cents === undefined ? null : cents / 100);
  return [
    HEADS.map((key) => t(key)),
    ...outcomes.map((outcome) => [
      Number(outcome.rate),
      Number(outcome.leave),
      euros(outcome.feeIncome),
      euros(outcome.feePerMember),
      euros(outcome.difference),
      outcome.breakEven ?? null,
      headsAtBreakEven(outcome, members) ?? null,
      euros(QUARTERS * outcome.feeIncome),
      euros(QUARTERS * outcome.difference),
    ]),
  ];
}
