import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { toldLines } from "../../explain/lines";
import { t } from "../../i18n";
import { type QuarterOfYear, QUARTERS_OF_YEAR } from "../../rules/calendar";
import { type QuarterRule, quarterRule } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";
import type { CallResult } from "../formula/call";
import { insertSheet, InsertButton } from "../kit/insert";
import { Lines } from "../kit/lines";
import { OwnMarkOf } from "../kit/own-mark";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { type Bill, billOfCareer, billWithFee, careerCall, careerFormula, feeCall, yearTotalFormula } from "./bill";
import { billSheet } from "./bill-sheet";
import { BillTable } from "./bill-table";
import { cornersOf, nearJumps } from "./corners";
import { Form, type FormProps, QuarterField } from "./form";
import { Insertion } from "./insertion";
import { ProvisionalSection } from "./provisional-section";
import {
  annualFormula,
  type Answer,
  answer as answerTo,
  callsOf,
  incomeLabel,
  lawQuestion,
  profitFormula,
  quarterFormula,
  quarterQuestion,
  type QuarterAnswer,
  type Question,
} from "./question";
import { AmountRow, Amounts, quarterLabel, Refused, Results } from "./results";
import { ScaleChart } from "./scale-chart";
import { SettlementSection } from "./settlement-section";
import { Steps } from "./steps";
import { Thresholds } from "./thresholds";
import { questionOf, useInputs } from "./use-inputs";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** From a situation and an income to what the fund sends, how it comes about, and the formulas for cells. */
export function CalculatorView() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const [inputs, change] = useInputs();
  const question = useMemo(
    () => questionOf(inputs, workbook.parameters, numbers),
    [inputs, workbook.parameters, numbers],
  );
  const Content = question?.change ? OfCareer : OfYear;
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:calculator/title")}
      </Subtitle2>
      <Form inputs={inputs} onChange={change} />
      {question && <Content question={question} inputs={inputs} onChange={change} />}
    </div>
  );
}

interface ContentProps extends FormProps {
  readonly question: Question;
}

/** One category in the whole year. */
function OfYear({ question, ...form }: ContentProps) {
  const answer = useMemo(() => answerTo(question), [question]);
  const bill = useMemo(
    () => (question.fee && answer.onIncome ? billWithFee(question, answer.onIncome) : undefined),
    [question, answer],
  );
  const [asked, ask] = useState<QuarterOfYear | null>(null);
  const shown = shownQuarter(answer, question, asked);
  const rule = useMemo(() => ruleShown(question, shown), [question, shown]);
  const refusal = refusalOf(answer);
  const isSplit = shown !== null && shown.quarter !== null;
  const { onIncome } = answer;
  return (
    <>
      <Section title={t("pane:calculator/result", { year: question.year })}>
        {refusal ? (
          <Refused refusal={refusal} />
        ) : bill ? (
          <WithFee question={question} answer={answer} bill={bill} />
        ) : (
          <Results answer={answer} />
        )}
        <OwnMarkOf calls={[...callsOf(question, answer), ...(bill?.calls ?? [])]} />
        {isSplit && (
          <>
            <Caption1>{t("pane:calculator/differ")}</Caption1>
            <QuarterField
              quarters={onIncome!.quarters.map(({ quarter }) => quarter!)}
              value={shown.quarter!}
              onChange={ask}
            />
          </>
        )}
      </Section>
      <Insertions question={question} answer={answer} shown={shown} form={form} />
      {onIncome && !refusal && (
        <More
          question={question}
          income={onIncome.income}
          final={onIncome.year}
          due={bill?.year.total ?? onIncome.year}
          form={form}
        />
      )}
      {rule && (
        <Explanation
          income={onIncome!.income}
          rule={rule}
          question={question}
          quarter={isSplit ? shown.quarter : null}
        />
      )}
    </>
  );
}

interface WithFeeProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly bill: Bill;
}

function WithFee({ question, answer: { onProfit, onIncome }, bill }: WithFeeProps) {
  const fee = feeCall(question, bill);
  return (
    <>
      {onProfit && (
        <Amounts>
          <AmountRow label={t("pane:calculator/computed-income")} cents={onIncome!.income} />
        </Amounts>
      )}
      <BillTable bill={bill} year={question.year} hasFee />
      {fee && <Way of={t("pane:calculator/bill/fee")} way={fee.way} isNamed />}
    </>
  );
}

/** Another category from a day of the year on. */
function OfCareer({ question, ...form }: ContentProps) {
  const bill = useMemo(() => billOfCareer(question), [question]);
  const [asked, ask] = useState<QuarterOfYear>(1);
  const refusal = "ok" in bill ? bill : undefined;
  const call = careerCall(question);
  const column = question.fee ? "total" : "final";
  return (
    <>
      <Section title={t("pane:calculator/result", { year: question.year })}>
        {"ok" in bill ? (
          <Refused refusal={bill} />
        ) : (
          <>
            <BillTable bill={bill} year={question.year} hasFee={question.fee !== null} />
            <OwnMarkOf calls={bill.calls} />
            <QuarterField quarters={QUARTERS_OF_YEAR} value={asked} onChange={ask} />
          </>
        )}
      </Section>
      <Section title={t("pane:calculator/formulas")}>
        <Insertion
          formula={careerFormula(question, column, asked)}
          label={t("pane:calculator/insert-quarter")}
          enabled={!("ok" in bill) && bill.rows[asked - 1]!.total.ok}
          primary
        />
        <Insertion
          formula={careerFormula(question, column, null)}
          label={t("pane:calculator/insert-year")}
          enabled={!("ok" in bill) && bill.year.total.ok}
        />
        <SheetButton question={question} income={question.cents} enabled={!refusal} form={form} />
      </Section>
      {!("ok" in bill) && (
        <>
          <More
            question={question}
            income={question.cents}
            final={bill.year.contribution}
            due={bill.year.total}
            form={form}
          />
          <Section title={t("pane:calculator/steps", { quarter: quarterLabel(asked) })}>
            <CareerSteps way={() => call.way({ row: asked - 1, column: 0 })} />
          </Section>
        </>
      )}
    </>
  );
}

/** Of a quarter's own income: what is paid provisionally has a part of its own. */
function CareerSteps({ way }: { readonly way: ReturnType<typeof careerCall>["way"] }) {
  const lines = attempt(() => way());
  if (lines instanceof Refusal) return null;
  return <Lines lines={toldLines(lines.filter(({ step }) => step !== "provisional-of-quarter"))} />;
}

interface MoreProps {
  readonly question: Question;
  readonly income: Cents;
  readonly final: CallResult;
  readonly due: CallResult;
  readonly form: FormProps;
}

/** What is paid in the year itself, and what the settlement changes. */
const More = ({ due, form, ...asked }: MoreProps) => (
  <div>
    <ProvisionalSection {...asked} {...form} />
    <SettlementSection question={asked.question} income={asked.income} due={due} {...form} />
  </div>
);

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
  readonly form: FormProps;
}

function Insertions({ question, answer: { onProfit, onIncome }, shown, form }: InsertionsProps) {
  const { parameters } = useSurroundings().workbook;
  const sheet = (
    <SheetButton
      question={question}
      income={onIncome?.income ?? 0}
      enabled={onIncome?.quarters.some(({ result }) => result.ok) ?? false}
      form={form}
    />
  );
  if (question.kind === "profit") {
    return (
      <Section title={t("pane:calculator/formulas")}>
        <Insertion
          formula={profitFormula(question, parameters)}
          label={t("pane:formula/button")}
          enabled={onProfit!.ok}
          primary
        />
        {sheet}
      </Section>
    );
  }
  const isFee = question.fee !== null;
  return (
    <Section title={t("pane:calculator/formulas")}>
      <Insertion
        formula={quarterFormula(question, shown!.quarter, parameters)}
        label={t("pane:calculator/insert-quarter")}
        enabled={shown!.result.ok}
        primary
      />
      <Insertion
        formula={isFee ? yearTotalFormula(question, parameters) : annualFormula(question, parameters)}
        label={t("pane:calculator/insert-year")}
        enabled={onIncome!.year.ok}
      />
      {sheet}
    </Section>
  );
}

interface SheetButtonProps {
  readonly question: Question;
  readonly income: Cents;
  readonly enabled: boolean;
  readonly form: FormProps;
}

/** The bill as a sheet that lives on, with what else is filled in. */
function SheetButton({ question, income, enabled, form: { inputs } }: SheetButtonProps) {
  const { numbers } = useSurroundings();
  return (
    <InsertButton
      label={t("pane:calculator/insert-bill")}
      insert={(host) => insertSheet(billSheet(question, income, inputs, numbers))(host)}
      disabled={!enabled}
      appearance="secondary"
    />
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
