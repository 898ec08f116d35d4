import { Subtitle2, Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { t } from "../../i18n";
import { QUARTERS_OF_YEAR } from "../../rules/calendar";
import type { Cents } from "../../rules/money";
import { ChoiceField, FundField, PercentField } from "../kit/fields";
import { InsertButton, insertSheet } from "../kit/insert";
import type { Numbers } from "../kit/numbers";
import { Reasons } from "../kit/reasons";
import { useSurroundings } from "../kit/surroundings";
import { CareerRows } from "./career-rows";
import { useFormStyles } from "./form-styles";
import { BasisField, EarlierFields, IncomeFields, PeriodFields, problemText } from "./income-fields";
import { callOfProjection, MOST_YEARS, read, type Reading, type Typed } from "./projection";
import { projectionSheet } from "./projection-sheet";
import { Results } from "./results";

/** To start with, so that the calendar shows itself. */
const EXAMPLE: Cents = 4_000_000;
const EXAMPLE_GROWTH = "2";
const EXAMPLE_YEARS = "5";

const beginning = (year: number, numbers: Numbers): Typed => ({
  firstYear: String(year),
  count: EXAMPLE_YEARS,
  basis: "income",
  mode: "growth",
  incomes: {},
  firstIncome: numbers.amount(EXAMPLE),
  growth: EXAMPLE_GROWTH,
  career: [{ id: 0, from: `${year}-01-01`, status: "principal" }],
  indexation: null,
  fund: { fund: "none", rate: "" },
  settlementQuarter: "3",
});

/** What a career pays, when, and what to put aside for it, as tables here and as a sheet that goes on calculating. */
export function ProjectionView() {
  const styles = useFormStyles();
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
      {!call || !answer ? (
        <Text>{t("pane:projection/incomplete")}</Text>
      ) : answer.ok ? (
        <Results call={call} projection={projection!} />
      ) : (
        <Reasons messages={[answer.message]} />
      )}
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
  const { numbers } = useSurroundings();
  const { firstYear, count, isAssumed, years, earlierYears } = reading;
  const problemOf = (key: string): string | undefined => problemText(reading.problems[key], numbers);
  return (
    <>
      <PeriodFields typed={typed} firstYear={firstYear} count={count} mostYears={MOST_YEARS} onChange={onChange} />
      <CareerRows rows={typed.career} problemOf={problemOf} onChange={(career) => onChange({ career })} />
      <BasisField value={typed.basis} onChange={(basis) => onChange({ basis })} />
      <IncomeFields
        years={years}
        basis={typed.basis}
        typed={typed}
        problemOf={problemOf}
        onChange={(change) => onChange(change)}
      />
      <EarlierFields years={earlierYears} typed={typed} problemOf={problemOf} onChange={onChange} />
      {isAssumed && (
        <PercentField
          label={t("pane:projection/indexation")}
          value={reading.indexation}
          hint={t("pane:projection/indexation-hint")}
          problem={problemOf("indexation")}
          onChange={(text) => onChange({ indexation: text })}
        />
      )}
      <FundField optional value={typed.fund} onChange={(fund) => onChange({ fund })} />
      <ChoiceField<Typed["settlementQuarter"]>
        label={t("pane:projection/settled-on")}
        value={typed.settlementQuarter}
        choices={QUARTERS_OF_YEAR.map((quarter) => ({
          value: `${quarter}`,
          text: t(`pane:projection/day/${quarter}`),
        }))}
        hint={t("pane:projection/settled-hint")}
        onChange={(settlementQuarter) => onChange({ settlementQuarter })}
      />
    </>
  );
}
