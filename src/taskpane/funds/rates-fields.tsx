import { t } from "../../i18n";
import { ChoiceField, PercentField, TypedField } from "../kit/fields";
import { useSurroundings } from "../kit/surroundings";
import type { RateProblems, RatesForm } from "./rates";

interface RatesFieldsProps {
  readonly form: RatesForm;
  readonly problems: RateProblems;
  readonly onChange: (part: Partial<RatesForm>) => void;
}

/** The rates to be tried, and who leaves at them. */
export function RatesFields({ form, problems, onChange }: RatesFieldsProps) {
  const { numbers } = useSurroundings();
  const percent = (key: keyof RateProblems, label: string, hint?: string) => (
    <PercentField
      label={t(label)}
      hint={hint}
      value={form[key]}
      problem={problems[key]}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  return (
    <>
      {percent("present", "pane:funds/present")}
      <ChoiceField
        label={t("pane:funds/rates")}
        value={form.mode}
        choices={[
          { value: "steps", text: t("pane:funds/rates-steps") },
          { value: "list", text: t("pane:funds/rates-list") },
        ]}
        onChange={(mode) => onChange({ mode })}
      />
      {form.mode === "steps" ? (
        <>
          {percent("from", "pane:funds/from")}
          {percent("to", "pane:funds/to")}
          {percent("step", "pane:funds/step")}
        </>
      ) : (
        <TypedField
          label={t("pane:funds/list")}
          hint={t("pane:funds/list-hint", { first: numbers.decimal("3.05"), second: numbers.decimal("3.5") })}
          value={form.list}
          problem={problems.list}
          onChange={(list) => onChange({ list })}
        />
      )}
      <ChoiceField
        label={t("pane:analyst/leaving-label")}
        value={form.leaving}
        choices={[
          { value: "none", text: t("pane:analyst/leaving-none") },
          { value: "increase", text: t("pane:analyst/leaving-increase") },
          { value: "each", text: t("pane:analyst/leaving-each") },
        ]}
        onChange={(leaving) => onChange({ leaving })}
      />
      {form.leaving === "increase" &&
        percent(
          "perIncrease",
          "pane:analyst/per-increase",
          t("pane:analyst/per-increase-hint", { points: numbers.decimal("0.10") }),
        )}
      {form.leaving === "each" && (
        <TypedField
          label={t("pane:analyst/shares")}
          hint={t("pane:analyst/shares-hint", { first: numbers.decimal("0"), second: numbers.decimal("2.5") })}
          value={form.shares}
          problem={problems.shares}
          onChange={(shares) => onChange({ shares })}
        />
      )}
      {percent("hold", "pane:analyst/if-leave", t("pane:analyst/hold-hint"))}
    </>
  );
}
