import { Text } from "@fluentui/react-components";
import { t } from "../../i18n";
import { AmountField, CategoryField, ChoiceField } from "../kit/fields";
import { FormulaLine } from "../kit/formula-line";
import { Reasons } from "../kit/reasons";
import { useSurroundings } from "../kit/surroundings";
import { type BasisAnswer, type BasisForm, QUARTERS, quarterlyFormula } from "./basis";

interface BasisFieldsProps {
  readonly form: BasisForm;
  readonly onChange: (form: BasisForm) => void;
  readonly answer: BasisAnswer;
}

/** A contribution, or the income that it comes from. */
export function BasisFields({ form, onChange, answer }: BasisFieldsProps) {
  const { numbers, workbook } = useSurroundings();
  const { basis, problem, quartersDiffer, refusal } = answer;
  const change = (part: Partial<BasisForm>) => onChange({ ...form, ...part });
  return (
    <>
      <ChoiceField
        label={t("pane:funds/basis")}
        value={form.basis}
        choices={[
          { value: "contribution", text: t("pane:funds/basis-contribution") },
          { value: "income", text: t("pane:funds/basis-income") },
        ]}
        onChange={(chosen) => change({ basis: chosen })}
      />
      {form.basis === "contribution" ? (
        <AmountField
          label={t("pane:funds/contribution")}
          hint={t("pane:funds/contribution-hint")}
          value={form.contribution}
          problem={problem}
          onChange={(contribution) => change({ contribution })}
        />
      ) : (
        <>
          <AmountField
            label={t("pane:field/income")}
            hint={t("pane:field/income-hint")}
            value={form.income}
            problem={problem}
            onChange={(income) => change({ income })}
          />
          <CategoryField value={form.category} onChange={(category) => change({ category })} />
          {quartersDiffer !== undefined && (
            <ChoiceField<BasisForm["quarter"]>
              label={t("pane:field/quarter")}
              value={form.quarter}
              choices={[
                ...(form.quarter === "" ? [{ value: "" as const, text: t("pane:funds/quarter-choose") }] : []),
                ...QUARTERS.map((quarter) => ({ value: quarter, text: quarter })),
              ]}
              {...(form.quarter === "" ? { problem: quartersDiffer } : { hint: quartersDiffer })}
              onChange={(quarter) => change({ quarter })}
            />
          )}
        </>
      )}
      {refusal !== undefined && <Reasons messages={[refusal]} />}
      {basis?.kind === "income" && (
        <>
          <Text>{t("pane:funds/contribution-of", { amount: numbers.euros(basis.contribution) })}</Text>
          <FormulaLine formula={quarterlyFormula(basis, workbook.parameters)} />
        </>
      )}
    </>
  );
}
