import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useState } from "react";
import { t } from "../../i18n";
import { AnswerTable } from "../kit/answer-table";
import { Reasons } from "../kit/reasons";
import { rateInvalid } from "../kit/fee";
import { ChoiceField, PercentField, TypedField } from "../kit/fields";
import { FormulaLine } from "../kit/formula-line";
import { InsertButton, insertSheet } from "../kit/insert";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { callOf, Piece } from "../formula/call";
import { SaveButton } from "./save-button";
import {
  contributionsIn,
  type FeeColumns,
  type FeeLine,
  feeLines,
  feeSheet,
  guessedFeeColumns,
  type NamedFee,
  pickedFees,
  publishedFees,
  type TypedFee,
  typedFees,
} from "./own-fees";
import { ColumnField, RangeField, usePickedRange } from "./range-field";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 104px auto",
    gap: tokens.spacingHorizontalXS,
    alignItems: "end",
  },
  lines: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const EXAMPLE_CONTRIBUTIONS = [100_000, 200_000, 400_000];

/** Fees of the user's own, typed here or from a table of the workbook, at several contributions. */
export function OwnFeesSection() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { year } = workbook.parameters;
  const [source, setSource] = useState<"typed" | "range">("typed");
  const [typed, setTyped] = useState<readonly TypedFee[]>(() => publishedFees(year, numbers));
  const range = usePickedRange();
  const [chosen, setChosen] = useState<{ readonly of: string; readonly columns: FeeColumns }>();
  const [amounts, setAmounts] = useState(() => EXAMPLE_CONTRIBUTIONS.map(numbers.amount).join("; "));
  const { table } = range;
  const columns = table && (chosen?.of === range.text ? chosen.columns : guessedFeeColumns(table));
  const contributions = contributionsIn(amounts, numbers);
  const picked = table && columns && pickedFees(table, columns);
  const fees = source === "typed" ? typedFees(typed, numbers) : typeof picked === "object" ? picked : undefined;
  const lines = fees && contributions && feeLines(fees, contributions);

  const choose = (part: Partial<FeeColumns>): void => setChosen({ of: range.text, columns: { ...columns!, ...part } });
  /** What the sheet takes: a table of the workbook as it stands at this moment. */
  const present = async (): Promise<readonly NamedFee[]> => {
    if (source === "typed") return fees!;
    const read = pickedFees(await range.read(), columns!);
    if (typeof read === "string") throw new Error(read);
    return read;
  };

  return (
    <div className={styles.part}>
      <Text as="p" className={styles.text}>
        {t("pane:analyst/fees-what")}
      </Text>
      <ChoiceField
        label={t("pane:analyst/fees-source")}
        value={source}
        choices={[
          { value: "typed", text: t("pane:analyst/fees-typed") },
          { value: "range", text: t("pane:analyst/fees-range") },
        ]}
        onChange={setSource}
      />
      {source === "typed" ? (
        <TypedFees lines={typed} onChange={setTyped} onPublished={() => setTyped(publishedFees(year, numbers))} />
      ) : (
        <>
          <RangeField label={t("pane:analyst/fees-table")} hint={t("pane:analyst/fees-table-hint")} range={range} />
          {table && columns && (
            <>
              <ColumnField
                label={t("pane:funds/fund")}
                table={table}
                value={columns.name}
                onChange={(name) => choose({ name })}
              />
              <ColumnField
                label={t("pane:analyst/rate")}
                table={table}
                value={columns.rate}
                onChange={(rate) => choose({ rate })}
              />
            </>
          )}
          {typeof picked === "string" && <Notice intent="warning">{picked}</Notice>}
        </>
      )}
      <TypedField
        label={t("pane:analyst/contributions")}
        hint={t("pane:analyst/contributions-hint")}
        value={amounts}
        problem={
          contributions === undefined
            ? t("pane:analyst/contributions-invalid", { example: EXAMPLE_CONTRIBUTIONS.map(numbers.amount).join("; ") })
            : undefined
        }
        onChange={setAmounts}
      />
      {typeof lines === "string" && <Reasons messages={[lines]} />}
      {typeof lines === "object" && contributions && <FeeAnswer lines={lines} contributions={contributions} />}
      <InsertButton
        label={t("pane:analyst/insert-fees")}
        disabled={!fees || !contributions}
        insert={async (host) => {
          const read = feeLines(await present(), contributions!);
          if (typeof read === "string") throw new Error(read);
          const { euroFormat } = numbers;
          return insertSheet(feeSheet({ lines: read, contributions: contributions!, euroFormat }))(host);
        }}
      />
    </div>
  );
}

interface TypedFeesProps {
  readonly lines: readonly TypedFee[];
  readonly onChange: (lines: readonly TypedFee[]) => void;
  readonly onPublished: () => void;
}

function TypedFees({ lines, onChange, onPublished }: TypedFeesProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const change = (index: number, part: Partial<TypedFee>): void =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <>
      <ul className={styles.lines} aria-label={t("pane:analyst/fees-lines")}>
        {lines.map(({ name, rate }, index) => {
          const isStarted = name.trim() !== "" || rate.trim() !== "";
          return (
            <li key={index} className={styles.line}>
              <TypedField
                label={t("pane:funds/fund")}
                value={name}
                problem={isStarted && name.trim() === "" ? t("pane:field/required") : undefined}
                onChange={(typed) => change(index, { name: typed })}
              />
              <PercentField
                label={t("pane:analyst/rate")}
                value={rate}
                problem={isStarted && numbers.readFeeRate(rate) === undefined ? rateInvalid(numbers) : undefined}
                onChange={(typed) => change(index, { rate: typed })}
              />
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t("pane:analyst/remove-fee", { name: name.trim() === "" ? String(index + 1) : name })}
                onClick={() => onChange(lines.filter((_, at) => at !== index))}
              />
            </li>
          );
        })}
      </ul>
      <div className={styles.buttons}>
        <Button icon={<AddRegular />} onClick={() => onChange([...lines, { name: "", rate: "" }])}>
          {t("pane:analyst/add-fee")}
        </Button>
        <Button appearance="subtle" onClick={onPublished}>
          {t("pane:analyst/published-fees")}
        </Button>
      </div>
    </>
  );
}

interface FeeAnswerProps {
  readonly lines: readonly FeeLine[];
  readonly contributions: readonly number[];
}

function FeeAnswer({ lines, contributions }: FeeAnswerProps) {
  const { numbers } = useSurroundings();
  const [first] = contributions;
  const lowest = lines[0]!;
  const call = callOf("FUND.FEE", { contribution: first, fund: new Piece(lowest.rate, Number(lowest.rate)) });
  return (
    <>
      <AnswerTable
        isTall
        label={t("pane:analyst/fee-per-year-at")}
        heads={[t("pane:funds/fund"), ...contributions.map(numbers.euros)]}
        rows={lines.map(({ name, rate, fees }, index) => ({
          key: `${index} ${name}`,
          cells: [`${name} ${numbers.exactPercent(rate)}`, ...fees.map(numbers.euros)],
        }))}
      />
      <FormulaLine formula={`4*${call.formula}`} />
      <SaveButton
        name={t("pane:analyst/fees-sheet")}
        rows={() => [
          [t("pane:funds/fund"), t("pane:analyst/rate"), ...contributions.map((cents) => numbers.euros(cents))],
          ...lines.map(({ name, rate, fees }) => [name, Number(rate), ...fees.map((cents) => cents / 100)]),
        ]}
      />
    </>
  );
}
