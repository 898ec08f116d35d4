import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { t } from "../../i18n";
import type { QuarterOfYear } from "../../rules/calendar";
import { type QuarterRule, quarterRule } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";
import type { Formula } from "../formula/formula";
import { ChoiceField } from "../kit/fields";
import { FormulaLine } from "../kit/formula-line";
import { insertFormula, InsertButton } from "../kit/insert";
import { OwnMarkOf } from "../kit/own-mark";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { cornersOf, nearJumps } from "./corners";
import { Form, incomeLabel } from "./form";
import {
  annualFormula,
  type Answer,
  answer as answerTo,
  callsOf,
  lawQuestion,
  profitFormula,
  quarterFormula,
  quarterQuestion,
  type QuarterAnswer,
  type Question,
} from "./question";
import { quarterLabel, Refused, Results } from "./results";
import { ScaleChart } from "./scale-chart";
import { Steps } from "./steps";
import { Thresholds } from "./thresholds";
import { questionOf, useInputs } from "./use-inputs";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  insertion: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** From a situation and an income to the contributions, how they come about, and the formula for a cell. */
export function CalculatorView() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const [inputs, change] = useInputs();
  const question = useMemo(
    () => questionOf(inputs, workbook.parameters, numbers),
    [inputs, workbook.parameters, numbers],
  );
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:calculator/title")}
      </Subtitle2>
      <Form inputs={inputs} onChange={change} />
      {question && <Answered question={question} />}
    </div>
  );
}

function Answered({ question }: { readonly question: Question }) {
  const answer = useMemo(() => answerTo(question), [question]);
  const [asked, ask] = useState<QuarterOfYear | null>(null);
  const shown = shownQuarter(answer, question, asked);
  const rule = useMemo(() => ruleShown(question, shown), [question, shown]);
  const refusal = refusalOf(answer);
  const isSplit = shown !== null && shown.quarter !== null;
  return (
    <>
      <Section title={t("pane:calculator/result", { year: question.year })}>
        {refusal ? <Refused refusal={refusal} /> : <Results answer={answer} />}
        <OwnMarkOf calls={callsOf(question, answer)} />
        {isSplit && (
          <>
            <Caption1>{t("pane:calculator/differ")}</Caption1>
            <ChoiceField
              label={t("pane:field/quarter")}
              value={String(shown.quarter)}
              choices={answer.onIncome!.quarters.map(({ quarter }) => ({
                value: String(quarter),
                text: quarterLabel(quarter),
              }))}
              onChange={(value) => ask(Number(value) as QuarterOfYear)}
            />
          </>
        )}
      </Section>
      <Insertions question={question} answer={answer} shown={shown} />
      {rule && (
        <Explanation
          income={answer.onIncome!.income}
          rule={rule}
          question={question}
          quarter={isSplit ? shown.quarter : null}
        />
      )}
    </>
  );
}

/** The reason that all results have in common. */
function refusalOf({ onProfit, onIncome }: Answer) {
  if (onProfit && !onProfit.ok) return onProfit;
  const [first] = onIncome!.quarters;
  return first!.quarter === null && !first!.result.ok ? first!.result : undefined;
}

/** The quarter that the user asked for; until then the first one of the activity that has an answer. */
function shownQuarter({ onIncome }: Answer, question: Question, asked: QuarterOfYear | null): QuarterAnswer | null {
  if (!onIncome) return null;
  const { quarters } = onIncome;
  return (
    quarters.find(({ quarter }) => quarter !== null && quarter === asked) ??
    quarters.find((one) => isActive(ruleShown(question, one))) ??
    quarters[0]!
  );
}

const isActive = (rule: QuarterRule | undefined): boolean => rule !== undefined && rule.outside === undefined;

function ruleShown(question: Question, shown: QuarterAnswer | null): QuarterRule | undefined {
  if (!shown?.result.ok) return undefined;
  const rule = attempt(() => quarterRule(quarterQuestion(question, shown.quarter)));
  return rule instanceof Refusal ? undefined : rule;
}

interface InsertionsProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly shown: QuarterAnswer | null;
}

function Insertions({ question, answer: { onProfit, onIncome }, shown }: InsertionsProps) {
  const { workbook } = useSurroundings();
  const { parameters } = workbook;
  if (question.kind === "profit") {
    return (
      <Section title={t("pane:calculator/formulas")}>
        <Insertion
          formula={profitFormula(question, parameters)}
          label={t("pane:formula/button")}
          enabled={onProfit!.ok}
          primary
        />
      </Section>
    );
  }
  return (
    <Section title={t("pane:calculator/formulas")}>
      <Insertion
        formula={quarterFormula(question, shown!.quarter, parameters)}
        label={t("pane:calculator/insert-quarter")}
        enabled={shown!.result.ok}
        primary
      />
      <Insertion
        formula={annualFormula(question, parameters)}
        label={t("pane:calculator/insert-year")}
        enabled={onIncome!.year.ok}
      />
    </Section>
  );
}

interface InsertionProps {
  readonly formula: Formula;
  readonly label: string;
  readonly enabled: boolean;
  readonly primary?: boolean;
}

function Insertion({ formula, label, enabled, primary = false }: InsertionProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  return (
    <div className={styles.insertion}>
      <FormulaLine formula={formula} />
      <InsertButton
        label={label}
        insert={insertFormula(formula, numbers.euroFormat)}
        disabled={!enabled}
        appearance={primary ? "primary" : "secondary"}
      />
    </div>
  );
}

interface ExplanationProps {
  readonly income: Cents;
  readonly rule: QuarterRule;
  readonly question: Question;
  /** None where the quarters share a law. */
  readonly quarter: QuarterOfYear | null;
}

function Explanation({ income, rule, question, quarter }: ExplanationProps) {
  const corners = useMemo(() => cornersOf(rule), [rule]);
  const near = useMemo(() => nearJumps(income, corners, lawQuestion(question)), [income, corners, question]);
  const of = quarterLabel(quarter);
  return (
    <>
      <Section title={t("pane:calculator/steps", { quarter: of })}>
        <Steps income={income} rule={rule} />
      </Section>
      {isActive(rule) && (
        <Section title={t("pane:calculator/scale", { quarter: of })}>
          <Thresholds income={income} rule={rule} corners={corners} near={near} />
          <ScaleChart income={income} rule={rule} corners={corners} incomeLabel={incomeLabel(question.category)} />
        </Section>
      )}
    </>
  );
}
