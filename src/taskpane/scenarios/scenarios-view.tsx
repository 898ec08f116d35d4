import { Button, makeStyles, Subtitle2, Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { t } from "../../i18n";
import type { Cents } from "../../rules/money";
import { EXAMPLE_DIRECTOR } from "../director/example";
import { directorSheet } from "../director/director-sheet";
import { EXAMPLE_FAMILY } from "../family/example";
import { familySheet } from "../family/family-sheet";
import { AmountField, CategoryField, DateField, FundField, PercentField, TypedField } from "../kit/fields";
import { categoryName } from "../kit/category-name";
import { readFee } from "../kit/fee";
import { Fold } from "../kit/fold";
import { InsertButton, insertSheet } from "../kit/insert";
import type { Numbers } from "../kit/numbers";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { useFormStyles } from "../projection/form-styles";
import { BasisField, EarlierFields, IncomeFields, PeriodFields, problemText } from "../projection/income-fields";
import { checkPremium, type PremiumCheck } from "./premium";
import { Results } from "./results";
import { FEWEST, MOST, MOST_YEARS, read, type Reading, type Typed, type TypedScenario } from "./scenarios";
import { scenariosSheet } from "./scenarios-sheet";

/** To start with, so that a comparison shows itself. */
const EXAMPLE: Cents = 5_000_000;
const EXAMPLE_GROWTH = "2";
const EXAMPLE_YEARS = "5";

const scenario = (id: number, category: TypedScenario["category"], numbers: Numbers): TypedScenario => ({
  id,
  name: t("pane:scenarios/numbered", { number: id + 1 }),
  category,
  mode: "growth",
  incomes: {},
  firstIncome: numbers.amount(EXAMPLE),
  growth: EXAMPLE_GROWTH,
  indexation: null,
  fund: { fund: "none", rate: "" },
  premium: "",
});

const beginning = (year: number, numbers: Numbers): Typed => ({
  firstYear: String(year),
  count: EXAMPLE_YEARS,
  start: `${year}-01-01`,
  basis: "profit",
  incomes: {},
  scenarios: [scenario(0, "principal", numbers), scenario(1, "complementary", numbers)],
});

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

/** Two to four ways to go on, side by side: what each costs, and how far it is from the first. */
export function ScenariosView() {
  const styles = useFormStyles();
  const { numbers, workbook } = useSurroundings();
  const { parameters } = workbook;
  const [typed, setTyped] = useState<Typed>(() => beginning(parameters.year, numbers));
  const reading = useMemo(() => read(typed, parameters, numbers), [typed, parameters, numbers]);
  const checks = useMemo(
    () => reading.comparison?.scenarios.map((one) => checkPremium(reading.comparison!, one)),
    [reading],
  );
  const comparison = checks?.some(({ isAbove }) => isAbove) ? undefined : reading.comparison;
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:scenarios/title")}
      </Subtitle2>
      <Text>{t("pane:scenarios/intro")}</Text>
      <Form
        typed={typed}
        reading={reading}
        checks={checks}
        onChange={(change) => setTyped((known) => ({ ...known, ...change }))}
      />
      {comparison ? <Results comparison={comparison} /> : <Text>{t("pane:scenarios/incomplete")}</Text>}
      <InsertButton
        label={t("pane:projection/insert")}
        disabled={!comparison}
        insert={(host) => insertSheet(scenariosSheet(comparison!, numbers.euroFormat))(host)}
      />
      <Section title={t("pane:scenarios/sheets/title")} text={t("pane:scenarios/sheets/text")}>
        <InsertButton
          appearance="secondary"
          label={t("pane:scenarios/sheets/family")}
          insert={(host) => insertSheet(familySheet(EXAMPLE_FAMILY, numbers.euroFormat))(host)}
        />
        <InsertButton
          appearance="secondary"
          label={t("pane:scenarios/sheets/director")}
          insert={(host) => insertSheet(directorSheet(EXAMPLE_DIRECTOR, numbers.euroFormat))(host)}
        />
      </Section>
    </div>
  );
}

interface FormProps {
  readonly typed: Typed;
  readonly reading: Reading;
  /** Of each scenario, once all are complete. */
  readonly checks: readonly PremiumCheck[] | undefined;
  readonly onChange: (change: Partial<Typed>) => void;
}

function Form({ typed, reading, checks, onChange }: FormProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { firstYear, count, years, earlierYears, isAssumed } = reading;
  const { scenarios } = typed;
  const put = (index: number, change: Partial<TypedScenario>): void =>
    onChange({ scenarios: scenarios.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const add = (): void => {
    const id = Math.max(...scenarios.map((one) => one.id)) + 1;
    const name = t("pane:scenarios/numbered", { number: id + 1 });
    onChange({ scenarios: [...scenarios, { ...scenarios.at(-1)!, id, name }] });
  };
  return (
    <>
      <PeriodFields typed={typed} firstYear={firstYear} count={count} mostYears={MOST_YEARS} onChange={onChange} />
      <DateField
        label={`${t("pane:field/start")} (${t("pane:field/optional")})`}
        value={typed.start}
        hint={t("pane:scenarios/start-hint")}
        onChange={(start) => onChange({ start })}
      />
      <BasisField value={typed.basis} onChange={(basis) => onChange({ basis })} />
      <EarlierFields
        years={earlierYears}
        typed={typed}
        problemOf={(key) => problemText(reading.problems[key], numbers)}
        onChange={onChange}
      />
      {scenarios.map((one, index) => (
        <ScenarioForm
          key={one.id}
          typed={one}
          basis={typed.basis}
          years={years}
          isAssumed={isAssumed}
          reading={reading.scenarios[index]!}
          check={checks?.[index]}
          onChange={(change) => put(index, change)}
          {...(scenarios.length > FEWEST && {
            onRemove: () => onChange({ scenarios: scenarios.filter((_, at) => at !== index) }),
          })}
        />
      ))}
      {scenarios.length < MOST && (
        <Button className={styles.button} onClick={add}>
          {t("pane:scenarios/add")}
        </Button>
      )}
    </>
  );
}

interface ScenarioFormProps extends Pick<Typed, "basis">, Pick<Reading, "years" | "isAssumed"> {
  readonly typed: TypedScenario;
  readonly reading: Reading["scenarios"][number];
  readonly check: PremiumCheck | undefined;
  readonly onChange: (change: Partial<TypedScenario>) => void;
  readonly onRemove?: () => void;
}

/** A scenario, folded into what tells it from the others. */
function ScenarioForm({ typed, basis, years, isAssumed, reading, check, onChange, onRemove }: ScenarioFormProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const problemOf = (key: string): string | undefined => problemText(reading.problems[key], numbers);
  const fee = readFee(typed.fund, numbers);
  const premium = numbers.read(typed.premium);
  const given = [
    categoryName(typed.category),
    ...(fee && "name" in fee ? [fee.name] : []),
    ...(premium === undefined ? [] : [t("pane:scenarios/with-premium", { amount: numbers.euros(premium) })]),
    ...(Object.keys(reading.problems).length > 0 || check?.isAbove ? [t("pane:scenarios/to-correct")] : []),
  ];
  return (
    <Fold as="part" title={typed.name} given={given}>
      <TypedField label={t("pane:scenarios/name")} value={typed.name} onChange={(name) => onChange({ name })} />
      <CategoryField value={typed.category} onChange={(category) => onChange({ category })} />
      <FundField optional value={typed.fund} onChange={(fund) => onChange({ fund })} />
      <IncomeFields years={years} basis={basis} typed={typed} problemOf={problemOf} onChange={onChange} />
      {isAssumed && (
        <PercentField
          label={t("pane:projection/indexation")}
          value={reading.indexation}
          problem={problemOf("indexation")}
          onChange={(indexation) => onChange({ indexation })}
        />
      )}
      <PremiumField
        value={typed.premium}
        problem={problemOf("premium")}
        check={check}
        onChange={(text) => onChange({ premium: text })}
      />
      {onRemove && (
        <Button size="small" className={styles.button} onClick={onRemove}>
          {t("pane:scenarios/remove", { name: typed.name })}
        </Button>
      )}
    </Fold>
  );
}

interface PremiumFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly check: PremiumCheck | undefined;
  readonly onChange: (text: string) => void;
}

/** A premium no higher than the law allows, which is offered in its place. */
function PremiumField({ value, problem, check, onChange }: PremiumFieldProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { highest, isAbove = false, unchecked = [] } = check ?? {};
  const facts = highest && { year: highest.year, maximum: numbers.euros(highest.maximum) };
  const none = highest?.isStarter ? "pane:scenarios/premium-none-start" : "pane:scenarios/premium-none";
  const most = (key: string): string[] => (facts ? [t(highest.maximum === 0 ? none : key, facts)] : []);
  const hints = [
    t("pane:scenarios/premium-hint"),
    ...most(highest?.isStarter ? "pane:scenarios/premium-start" : "pane:scenarios/premium-most"),
    ...unchecked.map((reason) => t("pane:scenarios/premium-unchecked", { reason })),
  ];
  return (
    <>
      <AmountField
        label={`${t("pane:scenarios/premium")} (${t("pane:field/optional")})`}
        value={value}
        hint={hints.join(" ")}
        problem={problem ?? (isAbove ? most("pane:scenarios/premium-above")[0] : undefined)}
        onChange={onChange}
      />
      {isAbove && facts && (
        <Button
          size="small"
          className={styles.button}
          onClick={() => onChange(highest.maximum === 0 ? "" : numbers.amount(highest.maximum))}
        >
          {t(highest.maximum === 0 ? "pane:scenarios/premium-remove" : "pane:scenarios/premium-take", facts)}
        </Button>
      )}
    </>
  );
}
