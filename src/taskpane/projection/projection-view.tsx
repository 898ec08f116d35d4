import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { t } from "../../i18n";
import { FIRST_YEAR } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { AmountField, CategoryField, ChoiceField, DateField, FundField, PercentField, WholeField } from "../kit/fields";
import { InsertButton, insertSheet } from "../kit/insert";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import { FURTHEST_YEAR } from "../kit/years";
import { Preview } from "./preview";
import { callOfProjection, grown, MOST_YEARS, type Problem, read, type Reading, type Typed } from "./projection";
import { projectionSheet } from "./projection-sheet";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0, border: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
});

/** To start with, so that the projection shows itself. */
const EXAMPLE: Cents = 4_000_000;
const EXAMPLE_GROWTH = "2";
const EXAMPLE_YEARS = "5";

const beginning = (year: number, numbers: Numbers): Typed => ({
  firstYear: String(year),
  count: EXAMPLE_YEARS,
  mode: "growth",
  incomes: {},
  firstIncome: numbers.amount(EXAMPLE),
  growth: EXAMPLE_GROWTH,
  category: "principal",
  start: `${year}-01-01`,
  indexation: null,
  fund: { fund: "none", rate: "" },
});

/** Several years of an activity, as a table here and as a sheet that goes on calculating. */
export function ProjectionView() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { parameters } = workbook;
  const [typed, setTyped] = useState<Typed>(() => beginning(parameters.year, numbers));
  const reading = useMemo(() => read(typed, parameters, numbers), [typed, parameters, numbers]);
  const { projection } = reading;
  const call = useMemo(() => projection && callOfProjection(projection), [projection]);
  const answer = useMemo(() => call?.result(), [call]);
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:projection/title")}
      </Subtitle2>
      <Text>{t("pane:projection/intro")}</Text>
      <Form typed={typed} reading={reading} onChange={(change) => setTyped((known) => ({ ...known, ...change }))} />
      <Subtitle2 as="h3" className={styles.title}>
        {t("pane:projection/years")}
      </Subtitle2>
      {call && answer ? <Preview call={call} answer={answer} /> : <Text>{t("pane:projection/incomplete")}</Text>}
      <InsertButton
        label={t("pane:projection/insert")}
        disabled={!answer?.ok}
        insert={(host) => insertSheet(projectionSheet(projection!, numbers.euroFormat))(host)}
      />
    </div>
  );
}

interface FormProps {
  readonly typed: Typed;
  readonly reading: Reading;
  readonly onChange: (change: Partial<Typed>) => void;
}

function Form({ typed, reading, onChange }: FormProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { firstYear, count, needsIndexation, earlierYears } = reading;
  const problemOf = (key: string): string | undefined => problemText(reading.problems[key], numbers);

  const choose = (mode: Typed["mode"]): void => {
    const untouched = reading.years.every((year) => (typed.incomes[year] ?? "") === "");
    const growth = numbers.readPercent(typed.growth);
    const first = numbers.readSigned(typed.firstIncome);
    if (mode === "growth" || !untouched || growth === undefined || first === undefined) {
      onChange({ mode });
      return;
    }
    const incomes = grown(first, growth, reading.years.length);
    onChange({
      mode,
      incomes: {
        ...typed.incomes,
        ...Object.fromEntries(incomes.map((cents, index) => [reading.years[index]!, numbers.amount(cents)])),
      },
    });
  };

  return (
    <>
      <div className={styles.pair}>
        <WholeField
          label={t("pane:projection/first-year")}
          value={typed.firstYear}
          problem={
            firstYear === undefined
              ? t("pane:field/whole-invalid", { least: FIRST_YEAR, most: FURTHEST_YEAR })
              : undefined
          }
          onChange={(text) => onChange({ firstYear: text })}
        />
        <WholeField
          label={t("pane:projection/count")}
          value={typed.count}
          problem={count === undefined ? t("pane:field/whole-invalid", { least: 1, most: MOST_YEARS }) : undefined}
          onChange={(text) => onChange({ count: text })}
        />
      </div>
      {needsIndexation && (
        <PercentField
          label={t("pane:field/indexation")}
          value={reading.indexation}
          required
          hint={t("pane:projection/indexation-hint")}
          // Nothing is wrong yet where nobody has typed.
          problem={typed.indexation === null ? undefined : problemOf("indexation")}
          onChange={(text) => onChange({ indexation: text })}
        />
      )}
      <CategoryField value={typed.category} onChange={(category) => onChange({ category })} />
      <DateField
        label={`${t("pane:field/start")} (${t("pane:field/optional")})`}
        value={typed.start}
        hint={t("pane:projection/start-hint")}
        onChange={(start) => onChange({ start })}
      />
      <ChoiceField<Typed["mode"]>
        label={t("pane:projection/incomes")}
        value={typed.mode}
        choices={[
          { value: "growth", text: t("pane:projection/by-growth") },
          { value: "each", text: t("pane:projection/by-year") },
        ]}
        hint={t("pane:field/income-hint")}
        onChange={choose}
      />
      {typed.mode === "growth" ? (
        <div className={styles.pair}>
          <AmountField
            label={t("pane:projection/first-income")}
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
        <YearFields years={reading.years} typed={typed} problemOf={problemOf} onChange={onChange} />
      )}
      {earlierYears.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t("pane:projection/earlier")}</legend>
          <Text size={200}>{t("pane:projection/earlier-hint")}</Text>
          <YearFields years={earlierYears} typed={typed} problemOf={problemOf} onChange={onChange} />
        </fieldset>
      )}
      <FundField optional value={typed.fund} onChange={(fund) => onChange({ fund })} />
    </>
  );
}

interface YearFieldsProps extends Pick<FormProps, "typed" | "onChange"> {
  readonly years: readonly number[];
  readonly problemOf: (key: string) => string | undefined;
}

/** A field a year. */
function YearFields({ years, typed, problemOf, onChange }: YearFieldsProps) {
  const { pair } = useStyles();
  return (
    <div className={pair}>
      {years.map((year) => (
        <AmountField
          key={year}
          label={t("pane:projection/income-of", { year })}
          value={typed.incomes[year] ?? ""}
          problem={problemOf(String(year))}
          onChange={(text) => onChange({ incomes: { ...typed.incomes, [year]: text } })}
        />
      ))}
    </div>
  );
}

const EXAMPLE_PERCENT = "2.5";

function problemText(problem: Problem | undefined, numbers: Numbers): string | undefined {
  switch (problem) {
    case "required":
      return t("pane:field/required");
    case "amount":
      return t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE) });
    case "growth":
      return t("pane:field/percent-invalid", { example: numbers.decimal(EXAMPLE_PERCENT) });
    default:
      return undefined;
  }
}
