import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { Cents } from "../../rules/money";
import { type CallResult, callOf, centsOf } from "../formula/call";
import { Fold } from "../kit/fold";
import { dateFormat } from "../kit/numbers";
import { OwnMarkOf } from "../kit/own-mark";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { type FormProps, OptionalAmount, OptionalDate } from "./form";
import { Insertion } from "./insertion";
import type { Question } from "./question";
import { AmountRow, Amounts, ResultRow, TextRow } from "./results";
import { settlementCall, settlementFormula, settlementResult } from "./settlement";
import { readAmount, readDay } from "./use-inputs";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface SettlementSectionProps extends FormProps {
  readonly question: Question;
  readonly income: Cents;
  /** What is due for the year, with the fee of a fund. */
  readonly due: CallResult;
}

/** From what was really paid: what is still due or comes back, and until when. */
export function SettlementSection({ question, income, due, inputs, onChange }: SettlementSectionProps) {
  const { numbers } = useSurroundings();
  const paid = readAmount(inputs.paid, numbers);
  const sent = readDay(inputs.sent, numbers);
  const isPaid = paid !== null && paid !== undefined;
  return (
    <Fold
      as="part"
      title={t("pane:calculator/settlement/title", { year: question.year })}
      given={isPaid ? [numbers.euros(paid)] : []}
    >
      <OptionalAmount
        label={t("pane:calculator/settlement/paid", { year: question.year })}
        hint={t(question.fee ? "pane:calculator/settlement/paid-with-fee" : "pane:calculator/settlement/paid-hint")}
        value={inputs.paid}
        onChange={(text) => onChange({ paid: text })}
      />
      <OptionalDate
        label={t("pane:calculator/settlement/sent")}
        hint={t("pane:calculator/settlement/sent-hint")}
        value={inputs.sent}
        onChange={(text) => onChange({ sent: text })}
      />
      {isPaid ? (
        <Settled question={question} income={income} due={due} paid={paid} sent={sent ?? undefined} />
      ) : (
        <Text>{t("pane:calculator/settlement/incomplete")}</Text>
      )}
    </Fold>
  );
}

interface SettledProps extends Pick<SettlementSectionProps, "question" | "income" | "due"> {
  readonly paid: Cents;
  readonly sent: number | undefined;
}

function Settled({ question, income, due, paid, sent }: SettledProps) {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const result = settlementResult(question, income, paid, due);
  const isRefund = result.ok && centsOf(result.value) < 0;
  const label = t(isRefund ? "pane:calculator/settlement/refund" : "pane:calculator/settlement/supplement");
  const call = question.change ? undefined : settlementCall(question, income, paid);
  const lastDay = sent === undefined ? undefined : callOf("INASTI.SETTLEMENTDUE", { sent });
  const until = lastDay?.result();
  return (
    <div className={styles.part}>
      <Amounts>
        <ResultRow
          label={t(question.fee ? "pane:calculator/settlement/due-with-fee" : "pane:calculator/year")}
          result={due}
        />
        <AmountRow label={t("pane:calculator/settlement/was-paid")} cents={paid} />
        {result.ok ? (
          <AmountRow label={label} cents={Math.abs(centsOf(result.value))} />
        ) : (
          <ResultRow label={label} result={result} />
        )}
        {until &&
          !isRefund &&
          (until.ok ? (
            <TextRow label={t("pane:calculator/settlement/until")} text={numbers.day(Number(until.value))} />
          ) : (
            <ResultRow label={t("pane:calculator/settlement/until")} result={until} />
          ))}
      </Amounts>
      {call && (
        <>
          <Way of={label} way={call.way} />
          <OwnMarkOf calls={[call]} />
        </>
      )}
      <Insertion
        formula={settlementFormula(question, income, paid, workbook.parameters)}
        label={t("pane:calculator/settlement/insert")}
        enabled={result.ok}
      />
      {lastDay && !isRefund && (
        <Insertion
          formula={lastDay.formula}
          label={t("pane:calculator/settlement/insert-until")}
          enabled={until!.ok}
          format={dateFormat()}
        />
      )}
    </div>
  );
}
