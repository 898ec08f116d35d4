import { t } from "../../i18n";
import type { Category } from "../../rules/contributions";
import { AmountField, CategoryField, ChoiceField, DateField, FundField } from "../kit/fields";
import { useSurroundings } from "../kit/surroundings";
import { knownYears } from "../kit/years";
import type { Question } from "./question";
import { EXAMPLE_INCOME, hasProfit, type Inputs, kindOf, readStart, yearOf } from "./use-inputs";

interface FormProps {
  readonly inputs: Inputs;
  readonly onChange: (change: Partial<Inputs>) => void;
}

export const incomeLabel = (category: Category): string =>
  t(category === "spouse-mini" ? "pane:calculator/helped-income" : "pane:field/income");

export function Form({ inputs, onChange }: FormProps) {
  const { numbers } = useSurroundings();
  const { category, amount, start, fund } = inputs;
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
        problem={isBadAmount ? t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE_INCOME) }) : undefined}
        onChange={(text) => onChange({ amount: text })}
      />
      {kind === "profit" && <FundField value={fund} optional onChange={(chosen) => onChange({ fund: chosen })} />}
      <YearField inputs={inputs} onChange={onChange} />
      <DateField
        label={`${t("pane:field/start")} (${t("pane:field/optional")})`}
        value={start}
        hint={t("pane:calculator/start-hint")}
        problem={readStart(start, numbers) === undefined ? t("pane:field/date-invalid") : undefined}
        onChange={(text) => onChange({ start: text })}
      />
    </>
  );
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
