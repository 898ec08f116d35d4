import { Field, type FieldProps, Input, type InputProps, makeStyles, Select } from "@fluentui/react-components";
import { type ReactElement, useId } from "react";
import { t, wordName } from "../../i18n";
import { CATEGORIES, type Category } from "../../rules/contributions";
import { FUNDS } from "../../rules/funds";
import { categoryName } from "./category-name";
import { type FundChoice, rateInvalid } from "./fee";
import { useSurroundings } from "./surroundings";

const useStyles = makeStyles({
  // Else a long choice, or the browser's own width of an input, makes the field wider than the pane.
  field: {
    gridTemplateColumns: "minmax(0, 1fr)",
    "& .fui-Input, & .fui-Select, & input, & select": { minWidth: 0, width: "100%" },
  },
});

/** A text as typed, and how to change it. */
interface TextField {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the text, where something is. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
}

const fieldProps = ({ label, hint, problem, required }: Omit<TextField, "value" | "onChange">): FieldProps => ({
  label,
  ...(required && { required }),
  ...(problem === undefined ? { hint: hint ?? null } : { validationState: "error", validationMessage: problem }),
});

export function TypedField({
  value,
  onChange,
  input,
  ...field
}: TextField & { readonly input?: InputProps }): ReactElement {
  const styles = useStyles();
  return (
    <Field {...fieldProps(field)} className={styles.field}>
      <Input {...input} value={value} onChange={(_, { value: typed }) => onChange(typed)} />
    </Field>
  );
}

/** An amount in euro, written as the user's locale does. */
export const AmountField = (props: TextField) => (
  <TypedField {...props} input={{ inputMode: "decimal", contentAfter: "€" }} />
);

export const PercentField = (props: TextField) => (
  <TypedField {...props} input={{ inputMode: "decimal", contentAfter: "%" }} />
);

export const DecimalField = (props: TextField) => <TypedField {...props} input={{ inputMode: "decimal" }} />;

export const WholeField = (props: TextField) => <TypedField {...props} input={{ inputMode: "numeric" }} />;

/** A date; the browser shows it in the user's way. The value is ISO text, "" where none is chosen. */
export const DateField = (props: TextField) => <TypedField {...props} input={{ type: "date" }} />;

interface SuggestedFieldProps extends TextField {
  readonly suggestions: readonly string[];
}

/** A text for which the browser offers what goes on as it begins. */
export function SuggestedField({ suggestions, ...field }: SuggestedFieldProps) {
  const id = useId();
  return (
    <>
      <TypedField {...field} input={{ list: id, autoComplete: "off" }} />
      <datalist id={id}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

interface ChoiceFieldProps<Value extends string> extends Omit<TextField, "value" | "onChange"> {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string>({ value, choices, onChange, ...field }: ChoiceFieldProps<Value>) {
  const styles = useStyles();
  return (
    <Field {...fieldProps(field)} className={styles.field}>
      <Select value={value} onChange={(_, { value: chosen }) => onChange(chosen as Value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface CategoryFieldProps {
  readonly value: Category;
  readonly onChange: (value: Category) => void;
}

export const CategoryField = ({ value, onChange }: CategoryFieldProps) => (
  <ChoiceField
    label={t("pane:field/category")}
    value={value}
    choices={CATEGORIES.map((category) => ({ value: category, text: categoryName(category) }))}
    onChange={onChange}
  />
);

interface FundFieldProps extends Pick<TextField, "hint" | "required"> {
  readonly label?: string;
  readonly value: FundChoice;
  readonly onChange: (value: FundChoice) => void;
  /** Whether no fund is a choice, and what it says. */
  readonly optional?: boolean;
  readonly none?: string;
}

export function FundField({
  label = t("pane:field/fund"),
  value,
  onChange,
  optional = false,
  none = t("pane:field/no-fund"),
  hint,
  required = false,
}: FundFieldProps) {
  const { numbers } = useSurroundings();
  const isBad = value.fund === "own" && numbers.readFeeRate(value.rate) === undefined;
  return (
    <>
      <ChoiceField<FundChoice["fund"]>
        label={label}
        hint={hint}
        required={required}
        value={value.fund}
        choices={[
          ...(optional ? [{ value: "none" as const, text: none }] : []),
          ...FUNDS.map(({ id }) => ({ value: id, text: wordName("fund", id) })),
          { value: "own", text: t("pane:field/own-rate") },
        ]}
        onChange={(fund) => onChange({ ...value, fund })}
      />
      {value.fund === "own" && (
        <PercentField
          label={t("pane:field/rate")}
          value={value.rate}
          problem={isBad ? rateInvalid(numbers) : undefined}
          onChange={(rate) => onChange({ ...value, rate })}
        />
      )}
    </>
  );
}
