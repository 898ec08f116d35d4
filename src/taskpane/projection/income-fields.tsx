import { Text } from "@fluentui/react-components";
import { t, wordName } from "../../i18n";
import { FIRST_YEAR } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { AMOUNT_BASES, type AmountBasis } from "../../rules/projection";
import { capitalised } from "../kit/category-name";
import { AmountField, ChoiceField, PercentField, WholeField } from "../kit/fields";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import { FURTHEST_YEAR } from "../kit/years";
import { useFormStyles } from "./form-styles";
import { grown, type Problem, type TypedIncomes } from "./projection";

interface YearFieldsProps {
  readonly years: readonly number[];
  readonly basis: AmountBasis;
  readonly typed: Pick<TypedIncomes, "incomes">;
  readonly problemOf: (key: string) => string | undefined;
  readonly onChange: (change: Pick<TypedIncomes, "incomes">) => void;
}

/** A field a year. */
function YearFields({ years, basis, typed, problemOf, onChange }: YearFieldsProps) {
  const { pair } = useFormStyles();
  return (
    <div className={pair}>
      {years.map((year) => (
        <AmountField
          key={year}
          label={t(`pane:projection/${basis}-of`, { year })}
          value={typed.incomes[year] ?? ""}
          problem={problemOf(String(year))}
          onChange={(text) => onChange({ incomes: { ...typed.incomes, [year]: text } })}
        />
      ))}
    </div>
  );
}

interface IncomeFieldsProps extends Omit<YearFieldsProps, "typed" | "onChange"> {
  readonly typed: TypedIncomes;
  readonly onChange: (change: Partial<TypedIncomes>) => void;
}

/** A first amount that grows, or one for each year. */
export function IncomeFields({ years, basis, typed, problemOf, onChange }: IncomeFieldsProps) {
  const { pair } = useFormStyles();
  const { numbers } = useSurroundings();

  const choose = (mode: TypedIncomes["mode"]): void => {
    const untouched = years.every((year) => (typed.incomes[year] ?? "") === "");
    const growth = numbers.readGrowth(typed.growth);
    const first = numbers.readSigned(typed.firstIncome);
    if (mode === "growth" || !untouched || growth === undefined || first === undefined) {
      onChange({ mode });
      return;
    }
    const incomes = grown(first, growth, years.length);
    onChange({
      mode,
      incomes: {
        ...typed.incomes,
        ...Object.fromEntries(incomes.map((cents, index) => [years[index]!, numbers.amount(cents)])),
      },
    });
  };

  return (
    <>
      <ChoiceField<TypedIncomes["mode"]>
        label={t(`pane:projection/${basis}s`)}
        value={typed.mode}
        choices={[
          { value: "growth", text: t(`pane:projection/${basis}-growth`) },
          { value: "each", text: t(`pane:projection/${basis}-each`) },
        ]}
        hint={t(`pane:projection/${basis}-hint`)}
        onChange={choose}
      />
      {typed.mode === "growth" ? (
        <div className={pair}>
          <AmountField
            label={t(`pane:projection/first-${basis}`)}
            value={typed.firstIncome}
            problem={problemOf("firstIncome")}
            onChange={(firstIncome) => onChange({ firstIncome })}
          />
          <PercentField
            label={t("pane:projection/growth")}
            value={typed.growth}
            problem={problemOf("growth")}
            onChange={(growth) => onChange({ growth })}
          />
        </div>
      ) : (
        <YearFields years={years} basis={basis} typed={typed} problemOf={problemOf} onChange={onChange} />
      )}
    </>
  );
}

/** What was earned before: net incomes, also where profits are projected. */
export function EarlierFields({ years, typed, problemOf, onChange }: Omit<YearFieldsProps, "basis">) {
  const { group, legend } = useFormStyles();
  if (years.length === 0) return null;
  return (
    <fieldset className={group}>
      <legend className={legend}>{t("pane:projection/earlier")}</legend>
      <Text size={200}>{t("pane:projection/earlier-hint")}</Text>
      <YearFields years={years} basis="income" typed={typed} problemOf={problemOf} onChange={onChange} />
    </fieldset>
  );
}

interface PeriodFieldsProps {
  readonly typed: { readonly firstYear: string; readonly count: string };
  readonly firstYear: number | undefined;
  readonly count: number | undefined;
  readonly mostYears: number;
  readonly onChange: (change: { readonly firstYear: string } | { readonly count: string }) => void;
}

/** The first year, and how many. */
export function PeriodFields({ typed, firstYear, count, mostYears, onChange }: PeriodFieldsProps) {
  const { pair } = useFormStyles();
  return (
    <div className={pair}>
      <WholeField
        label={t("pane:projection/first-year")}
        value={typed.firstYear}
        problem={firstYear === undefined ? wholeProblem(FIRST_YEAR, FURTHEST_YEAR) : undefined}
        onChange={(text) => onChange({ firstYear: text })}
      />
      <WholeField
        label={t("pane:projection/count")}
        value={typed.count}
        problem={count === undefined ? wholeProblem(1, mostYears) : undefined}
        onChange={(text) => onChange({ count: text })}
      />
    </div>
  );
}

interface BasisFieldProps {
  readonly value: AmountBasis;
  readonly onChange: (value: AmountBasis) => void;
}

/** Whether incomes or profits are given. */
export const BasisField = ({ value, onChange }: BasisFieldProps) => (
  <ChoiceField<AmountBasis>
    label={t("pane:projection/basis")}
    value={value}
    choices={AMOUNT_BASES.map((basis) => ({ value: basis, text: capitalised(wordName("amountBasis", basis)) }))}
    onChange={onChange}
  />
);

const wholeProblem = (least: number, most: number): string => t("pane:field/whole-invalid", { least, most });

const EXAMPLE_AMOUNT: Cents = 4_000_000;
const EXAMPLE_PERCENT = "2.5";

export function problemText(problem: Problem | undefined, numbers: Numbers): string | undefined {
  switch (problem) {
    case "required":
      return t("pane:field/required");
    case "amount":
      return t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE_AMOUNT) });
    case "growth":
      return t("pane:field/percent-invalid", { example: numbers.decimal(EXAMPLE_PERCENT) });
    case "date":
      return t("pane:field/date-invalid");
    case "order":
    case "after-death":
      return t(`pane:projection/${problem}`);
    default:
      return undefined;
  }
}
