import { t } from "../../i18n";
import { CategoryField, ChoiceField } from "../kit/fields";
import { QUARTERS } from "./basis";
import type { MembersForm } from "./members";
import type { Picked } from "./picked";
import { ColumnField } from "./range-field";

interface MembersFieldsProps {
  readonly table: Picked;
  readonly form: MembersForm;
  readonly onChange: (part: Partial<MembersForm>) => void;
}

/** What the columns of a list of members hold. */
export function MembersFields({ table, form, onChange }: MembersFieldsProps) {
  const isIncome = form.basis === "income";
  return (
    <>
      <ChoiceField
        label={t("pane:analyst/holds")}
        value={form.basis}
        choices={[
          { value: "contribution", text: t("pane:analyst/holds-contribution") },
          { value: "income", text: t("pane:analyst/holds-income") },
        ]}
        onChange={(basis) => onChange({ basis })}
      />
      <ColumnField
        label={t(isIncome ? "pane:analyst/income-column" : "pane:analyst/contribution-column")}
        table={table}
        value={form.amount}
        problem={form.amount === undefined ? t("pane:analyst/no-amounts") : undefined}
        onChange={(amount) => onChange({ amount })}
      />
      <ColumnField
        label={t("pane:analyst/category-column")}
        table={table}
        value={form.category}
        none={t(isIncome ? "pane:analyst/one-category" : "pane:analyst/no-category")}
        onChange={(category) => onChange({ category })}
      />
      {isIncome && form.category === undefined && (
        <CategoryField value={form.oneCategory} onChange={(oneCategory) => onChange({ oneCategory })} />
      )}
      <ColumnField
        label={t("pane:analyst/heads-column")}
        table={table}
        value={form.heads}
        none={t("pane:analyst/one-each")}
        onChange={(heads) => onChange({ heads })}
      />
      {isIncome && (
        <ChoiceField<MembersForm["quarter"]>
          label={t("pane:field/quarter")}
          value={form.quarter}
          choices={[
            { value: "", text: t("pane:analyst/any-quarter") },
            ...QUARTERS.map((quarter) => ({ value: quarter, text: quarter })),
          ]}
          onChange={(quarter) => onChange({ quarter })}
        />
      )}
    </>
  );
}
