import { Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import type { QuarterOfYear } from "../../rules/calendar";
import type { Cents } from "../../rules/money";
import { type CallResult, centsOf } from "../formula/call";
import { Assumption } from "../kit/assumption";
import { Fold } from "../kit/fold";
import { OwnMarkOf } from "../kit/own-mark";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { type FormProps, OptionalAmount, OptionalDate, QuarterField } from "./form";
import { Insertion } from "./insertion";
import {
  assumedStatement,
  type Provisional,
  type ProvisionalAnswer,
  provisionalAnswer,
  provisionalFormula,
  type ProvisionalQuestion,
  type Risk,
  surchargeCall,
} from "./provisional";
import { type Question, totalCall, withFee } from "./question";
import { Amounts, quarterLabel, ResultRow } from "./results";
import { readAmount, readDay } from "./use-inputs";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface ProvisionalSectionProps extends FormProps {
  readonly question: Question;
  /** The income of the year, and what is due on it. */
  readonly income: Cents;
  readonly final: CallResult;
}

/** What is paid in the year itself, the least that may be paid, and what an estimate risks. */
export function ProvisionalSection({ question, income, final, inputs, onChange }: ProvisionalSectionProps) {
  const { numbers } = useSurroundings();
  const { year } = question;
  const asked = readAsked(inputs, year, numbers);
  const answer = asked && provisionalAnswer(question, asked, income, final);
  const given = [inputs.incomeN3, inputs.estimate].flatMap((text) => {
    const cents = readAmount(text, numbers);
    return cents === null || cents === undefined ? [] : [numbers.euros(cents)];
  });
  return (
    <Fold as="part" title={t("pane:calculator/provisional/title", { year })} given={given}>
      <OptionalAmount
        label={t("pane:calculator/provisional/income-n3", { year: year - 3 })}
        hint={t("pane:calculator/provisional/income-n3-hint")}
        value={inputs.incomeN3}
        onChange={(text) => onChange({ incomeN3: text })}
      />
      <OptionalAmount
        label={t("pane:calculator/provisional/estimate", { year })}
        hint={t("pane:calculator/provisional/estimate-hint")}
        value={inputs.estimate}
        onChange={(text) => onChange({ estimate: text })}
      />
      {inputs.estimate.trim() !== "" && (
        <OptionalDate
          label={t("pane:calculator/provisional/judged-on")}
          hint={t("pane:calculator/provisional/judged-on-hint", { day: numbers.day(assumedStatement(year)) })}
          value={inputs.judgedOn}
          onChange={(text) => onChange({ judgedOn: text })}
        />
      )}
      {answer ? (
        <Answered question={question} asked={asked} income={income} answer={answer} assumed={inputs.judgedOn === ""} />
      ) : (
        <Text>{t("pane:calculator/provisional/incomplete", { year: year - 3 })}</Text>
      )}
    </Fold>
  );
}

function readAsked(
  { incomeN3, estimate, judgedOn }: FormProps["inputs"],
  year: number,
  numbers: Parameters<typeof readAmount>[1],
): ProvisionalQuestion | undefined {
  const [known, expected, on] = [
    readAmount(incomeN3, numbers),
    readAmount(estimate, numbers),
    readDay(judgedOn, numbers),
  ];
  if (known === undefined || expected === undefined || on === undefined) return undefined;
  return { incomeN3: known ?? undefined, estimate: expected ?? undefined, judgedOn: on ?? assumedStatement(year) };
}

interface AnsweredProps {
  readonly question: Question;
  readonly asked: ProvisionalQuestion;
  readonly income: Cents;
  readonly answer: ProvisionalAnswer;
  readonly assumed: boolean;
}

function Answered({ question, asked, income, answer, assumed }: AnsweredProps) {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { unreduced, reduced, lowest, risk } = answer;
  const { estimate } = asked;
  const shown = reduced ?? unreduced;
  const [chosen, choose] = useState<QuarterOfYear>();
  const each = shown.quarters.flatMap(({ quarter: of, result }) => (of !== null && result.ok ? [of] : []));
  const quarter = shown.quarters.length === 1 ? null : chosen !== undefined && each.includes(chosen) ? chosen : each[0];
  return (
    <div className={styles.part}>
      <Amounts>
        <Rows label={t("pane:calculator/provisional/without-estimate")} of={unreduced} />
        {reduced && <Rows label={t("pane:calculator/provisional/on-estimate")} of={reduced} />}
        <Rows label={t("pane:calculator/provisional/lowest")} of={lowest} />
        {question.fee && <Rows label={t("pane:calculator/provisional/sent")} of={sentBy(question, shown)} />}
      </Amounts>
      <Caption1>{t("pane:calculator/provisional/a-quarter")}</Caption1>
      {shown.way && (
        <>
          <Way of={t("pane:calculator/provisional/title", { year: question.year })} way={shown.way} />
          <OwnMarkOf calls={[{ way: shown.way }]} />
        </>
      )}
      {reduced && !risk && reduced.sum.ok && <Text>{t("pane:calculator/provisional/idle")}</Text>}
      {typeof quarter === "number" && <QuarterField quarters={each} value={quarter} onChange={choose} />}
      {quarter !== undefined && (
        <Insertion
          formula={withFee(
            question,
            provisionalFormula(question, asked, estimate, quarter, workbook.parameters),
            workbook.parameters,
          )}
          label={t("pane:calculator/provisional/insert")}
        />
      )}
      {risk && (
        <RiskOf risk={risk} income={numbers.euros(income)} judgedOn={numbers.day(asked.judgedOn)} assumed={assumed} />
      )}
      {risk && reduced && estimate !== undefined && (
        <Insertion
          formula={
            surchargeCall(question, { ...asked, estimate }, income, { unreduced, reduced }, workbook.parameters).formula
          }
          label={t("pane:calculator/provisional/insert-surcharge")}
        />
      )}
    </div>
  );
}

/** The same with the fee of the fund. */
const sentBy = (question: Question, { quarters }: Provisional): Pick<Provisional, "quarters"> => ({
  quarters: quarters.map(({ quarter, result }) => ({
    quarter,
    result: result.ok ? totalCall(question, centsOf(result.value))!.result() : result,
  })),
});

/** A quarter, or each by itself where they differ. */
function Rows({ label, of: { quarters } }: { readonly label: string; readonly of: Pick<Provisional, "quarters"> }) {
  const first = quarters[0]!.result;
  const isAlike = quarters.every(({ result }) =>
    result.ok && first.ok ? centsOf(result.value) === centsOf(first.value) : result.ok === first.ok,
  );
  if (isAlike) return <ResultRow label={label} result={first} />;
  return quarters.map(({ quarter, result }) => (
    <ResultRow key={quarter} label={`${label}, ${quarterLabel(quarter)}`} result={result} />
  ));
}

interface RiskProps {
  readonly risk: Risk;
  readonly income: string;
  readonly judgedOn: string;
  readonly assumed: boolean;
}

/** What follows where the income turns out to be another one than estimated. */
function RiskOf({ risk: { surcharge, most, settlement }, income, judgedOn, assumed }: RiskProps) {
  const label = t("pane:calculator/provisional/surcharge", { income });
  return (
    <>
      <Text weight="semibold">{t("pane:calculator/provisional/risk", { day: judgedOn })}</Text>
      {assumed && <Assumption text={t("pane:calculator/provisional/assumed", { day: judgedOn })} />}
      <Amounts>
        <ResultRow label={t("pane:calculator/provisional/supplement", { income })} result={settlement} />
        <ResultRow label={label} result={surcharge.result()} />
        <ResultRow label={t("pane:calculator/provisional/most")} result={most.result()} />
      </Amounts>
      <Caption1>{t("pane:calculator/provisional/without-fee")}</Caption1>
      <Way of={label} way={surcharge.way} />
      <OwnMarkOf calls={[surcharge]} />
    </>
  );
}
