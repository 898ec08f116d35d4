import { Text } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { QuarterOfYear } from "../../rules/calendar";
import { CATEGORIES, type Category } from "../../rules/contributions";
import { categoryName } from "../kit/category-name";
import { AmountField, CategoryField, ChoiceField, DateField, FundField } from "../kit/fields";
import { Fold } from "../kit/fold";
import { type Surroundings, useSurroundings } from "../kit/surroundings";
import { knownYears } from "../kit/years";
import { incomeLabel, type Question } from "./question";
import { quarterLabel } from "./results";
import {
  EXAMPLE_INCOME,
  hasProfit,
  type Inputs,
  isNoChangeDay,
  kindOf,
  readAmount,
  readDay,
  yearOf,
} from "./use-inputs";

export interface FormProps {
  readonly inputs: Inputs;
  readonly onChange: (change: Partial<Inputs>) => void;
}

export function Form({ inputs, onChange }: FormProps) {
  const { numbers } = useSurroundings();
  const { category, amount, fund } = inputs;
  const kind = kindOf(inputs);
  const isBadAmount = numbers.readSigned(amount) === undefined;
  return (
    <>
      <CategoryField value={category} onChange={(chosen) => onChange({ category: chosen })} />
      {hasProfit(category) && (
        <ChoiceField<Question["kind"]>
          label={t("pane:calculator/kind")}
          value={kind}
          choices={[
            { value: "income", text: t("pane:field/income") },
            { value: "profit", text: t("pane:field/profit") },
          ]}
          onChange={(chosen) => onChange({ kind: chosen })}
        />
      )}
      <AmountField
        label={kind === "income" ? incomeLabel(category) : t("pane:field/profit")}
        value={amount}
        hint={t(kind === "income" ? "pane:calculator/income-hint" : "pane:calculator/profit-hint")}
        problem={isBadAmount ? amountInvalid(numbers) : undefined}
        onChange={(text) => onChange({ amount: text })}
      />
      <FundField value={fund} optional onChange={(chosen) => onChange({ fund: chosen })} />
      <YearField inputs={inputs} onChange={onChange} />
      <Fold as="part" title={t("pane:calculator/more")} given={givenOf(inputs, numbers)}>
        <ActivityFields inputs={inputs} onChange={onChange} />
      </Fold>
    </>
  );
}

const amountInvalid = (numbers: Surroundings["numbers"]): string =>
  t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE_INCOME) });

/** What of the folded fields counts. */
function givenOf(inputs: Inputs, numbers: Surroundings["numbers"]): string[] {
  const { start, stop, changeFrom, changeTo } = inputs;
  const dated = (label: string, text: string): string[] => {
    const on = readDay(text, numbers);
    return on === null || on === undefined ? [] : [t("pane:calculator/given", { label, day: numbers.day(on) })];
  };
  return [
    ...dated(t("pane:field/start"), start),
    ...dated(t("pane:calculator/stop"), stop),
    ...(changeTo === "" || kindOf(inputs) === "profit" ? [] : dated(categoryName(changeTo), changeFrom)),
  ];
}

/** When the activity began and ended, and which other category came in the year. */
function ActivityFields({ inputs, onChange }: FormProps) {
  const { numbers, workbook } = useSurroundings();
  const { start, stop, changeFrom, changeTo } = inputs;
  const year = yearOf(inputs, workbook.parameters);
  const hasChange = kindOf(inputs) === "income";
  return (
    <>
      <OptionalDate
        label={t("pane:field/start")}
        hint={t("pane:calculator/start-hint")}
        value={start}
        onChange={(text) => onChange({ start: text })}
      />
      <OptionalDate
        label={t("pane:calculator/stop")}
        hint={t("pane:calculator/stop-hint")}
        value={stop}
        onChange={(text) => onChange({ stop: text })}
      />
      {!hasChange && <Text>{t("pane:calculator/change-on-profit", { view: t("pane:tab/projection") })}</Text>}
      {hasChange && (
        <>
          <ChoiceField<Category | "">
            label={optional(t("pane:calculator/change-to"))}
            hint={t("pane:calculator/change-hint")}
            value={changeTo}
            choices={[
              { value: "", text: t("pane:calculator/no-change") },
              ...CATEGORIES.map((category) => ({ value: category, text: categoryName(category) })),
            ]}
            onChange={(chosen) => onChange({ changeTo: chosen })}
          />
          {changeTo !== "" && (
            <DateField
              label={t("pane:calculator/change-from")}
              value={changeFrom}
              required
              problem={
                isNoChangeDay(inputs, year, numbers) ? t("pane:calculator/change-from-invalid", { year }) : undefined
              }
              onChange={(text) => onChange({ changeFrom: text })}
            />
          )}
        </>
      )}
    </>
  );
}

interface QuarterFieldProps {
  readonly quarters: readonly QuarterOfYear[];
  readonly value: QuarterOfYear;
  readonly onChange: (quarter: QuarterOfYear) => void;
}

export const QuarterField = ({ quarters, value, onChange }: QuarterFieldProps) => (
  <ChoiceField
    label={t("pane:field/quarter")}
    value={String(value)}
    choices={quarters.map((quarter) => ({ value: String(quarter), text: quarterLabel(quarter) }))}
    onChange={(chosen) => onChange(Number(chosen) as QuarterOfYear)}
  />
);

const optional = (label: string): string => `${label} (${t("pane:field/optional")})`;

interface OptionalProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

export function OptionalDate({ label, ...field }: OptionalProps) {
  const { numbers } = useSurroundings();
  const isBad = readDay(field.value, numbers) === undefined;
  return <DateField {...field} label={optional(label)} problem={isBad ? t("pane:field/date-invalid") : undefined} />;
}

export function OptionalAmount({ label, ...field }: OptionalProps) {
  const { numbers } = useSurroundings();
  const isBad = readAmount(field.value, numbers) === undefined;
  return <AmountField {...field} label={optional(label)} problem={isBad ? amountInvalid(numbers) : undefined} />;
}

function YearField({ inputs, onChange }: FormProps) {
  const { workbook } = useSurroundings();
  const { parameters } = workbook;
  const year = yearOf(inputs, parameters);
  const years = [...new Set([year, parameters.year, ...knownYears()])].sort((a, b) => b - a);
  return (
    <ChoiceField
      label={t("pane:field/year")}
      value={String(year)}
      hint={year === parameters.year ? t("pane:calculator/year-hint") : undefined}
      choices={years.map((one) => ({ value: String(one), text: String(one) }))}
      onChange={(chosen) => onChange({ year: Number(chosen) === parameters.year ? null : Number(chosen) })}
    />
  );
}
