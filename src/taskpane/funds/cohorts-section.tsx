import { Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { t } from "../../i18n";
import { civilDate, type Day, firstDay, isoDate } from "../../rules/calendar";
import { callOf } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { dayOf } from "../kit/days";
import { ChoiceField, DateField, WholeField } from "../kit/fields";
import { FormulaLine } from "../kit/formula-line";
import { InsertButton, insertSheet } from "../kit/insert";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { SaveButton } from "./save-button";
import {
  byChange,
  type Cohort,
  type CohortColumns,
  type CohortPlan,
  cohortsBetween,
  cohortSheet,
  cohortsOf,
  guessedCohortColumns,
  quarterName,
  type Window,
  windowOf,
} from "./cohorts";
import { ColumnField, RangeField, usePickedRange } from "./range-field";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

const FIRST_YEAR = 1950;
const LAST_YEAR = 2099;
/** Cohorts that an empty form shows. */
const YEARS_BACK = 5;

/** By when each cohort of members must ask for a change of fund, and to which date. */
export function CohortsSection() {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const [today] = useState(() => dayOf(new Date()));
  const thisYear = civilDate(today).year;
  const [source, setSource] = useState<"range" | "years">("years");
  const [asOfText, setAsOf] = useState(isoDate(today));
  const [firstText, setFirst] = useState(String(thisYear - YEARS_BACK));
  const [lastText, setLast] = useState(String(thisYear));
  const range = usePickedRange();
  const [chosen, setChosen] = useState<{ readonly of: string; readonly columns: CohortColumns }>();
  const { table } = range;
  const columns = table && (chosen?.of === range.text ? chosen.columns : guessedCohortColumns(table));
  const asOf = numbers.readDay(asOfText);
  const [first, last] = [firstText, lastText].map((text) => numbers.readWhole(text, FIRST_YEAR, LAST_YEAR));
  const cohorts = useMemo((): readonly Cohort[] | string | undefined => {
    if (source === "range") return table && columns && cohortsOf(table, columns);
    return first === undefined || last === undefined ? undefined : cohortsBetween(first, last);
  }, [source, table, columns, first, last]);
  const windows = useMemo(
    () => (typeof cohorts === "object" && asOf !== undefined ? cohorts.map((one) => windowOf(one, asOf)) : undefined),
    [cohorts, asOf],
  );
  const choose = (part: Partial<CohortColumns>): void =>
    setChosen({ of: range.text, columns: { ...columns!, ...part } });
  const yearField = (key: string, value: string, year: number | undefined, onChange: (text: string) => void) => (
    <WholeField
      label={t(`pane:analyst/${key}`)}
      value={value}
      problem={year === undefined ? t("pane:field/whole-invalid", { least: FIRST_YEAR, most: LAST_YEAR }) : undefined}
      onChange={onChange}
    />
  );
  /** A list as it stands at this moment. */
  const plan = async (): Promise<CohortPlan> => {
    if (source === "years") return { cohorts: cohorts as readonly Cohort[], asOf: asOf!, list: undefined };
    const read = await range.read();
    const found = cohortsOf(read, columns!);
    if (typeof found === "string") throw new Error(found);
    return { cohorts: found, asOf: asOf!, list: { table: read, columns: columns! } };
  };

  return (
    <div className={styles.part}>
      <Text as="p" className={styles.text}>
        {t("pane:analyst/cohorts-what")}
      </Text>
      <ChoiceField
        label={t("pane:analyst/cohorts-source")}
        value={source}
        choices={[
          { value: "years", text: t("pane:analyst/cohorts-years") },
          { value: "range", text: t("pane:analyst/cohorts-range") },
        ]}
        onChange={setSource}
      />
      {source === "years" ? (
        <>
          {yearField("first-year", firstText, first, setFirst)}
          {yearField("last-year", lastText, last, setLast)}
        </>
      ) : (
        <>
          <RangeField label={t("pane:analyst/affiliations")} hint={t("pane:analyst/affiliations-hint")} range={range} />
          {table && columns && (
            <>
              <ColumnField
                label={t("pane:analyst/since-column")}
                table={table}
                value={columns.since}
                onChange={(since) => choose({ since })}
              />
              <ColumnField
                label={t("pane:analyst/heads-column")}
                table={table}
                value={columns.heads}
                none={t("pane:analyst/one-each")}
                onChange={(heads) => choose({ heads })}
              />
            </>
          )}
        </>
      )}
      <DateField
        label={t("pane:analyst/as-of")}
        hint={t("pane:funds/as-of-hint")}
        value={asOfText}
        problem={asOf === undefined ? t("pane:field/date-invalid") : undefined}
        onChange={setAsOf}
      />
      {typeof cohorts === "string" && <Notice intent="warning">{cohorts}</Notice>}
      {windows && asOf !== undefined && <CohortsAnswer windows={windows} asOf={asOf} />}
      <InsertButton
        label={t("pane:analyst/insert-cohorts")}
        disabled={!windows}
        insert={async (host) => insertSheet(cohortSheet(await plan()))(host)}
      />
    </div>
  );
}

function CohortsAnswer({ windows, asOf }: { readonly windows: readonly Window[]; readonly asOf: Day }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const counts = windows.some(({ cohort }) => cohort.members !== undefined);
  const [oldest] = windows;
  const refused = windows.find(({ refusal }) => refusal !== undefined);
  const call = callOf("FUND.SWITCHREQUEST", { since: firstDay(oldest!.cohort.quarter), asOf });
  const day = (of: Day | undefined): string => (of === undefined ? "–" : numbers.day(of));
  return (
    <>
      <ul className={styles.list}>
        {byChange(windows).map(({ change, request, members, cohorts }) => (
          <li key={change}>
            {t(counts ? "pane:analyst/change-members" : "pane:analyst/change-cohorts", {
              change: numbers.day(change),
              request: numbers.day(request),
              count: numbers.whole(counts ? members : cohorts),
            })}
          </li>
        ))}
      </ul>
      <AnswerTable
        isTall
        label={t("pane:analyst/cohorts")}
        heads={[
          t("pane:analyst/affiliation"),
          ...(counts ? [t("pane:funds/members")] : []),
          t("pane:analyst/next-change"),
          t("pane:analyst/ask-by"),
        ]}
        rows={windows.map(({ cohort, change, request }) => ({
          key: String(cohort.quarter),
          cells: [
            quarterName(cohort.quarter),
            ...(counts ? [numbers.whole(cohort.members ?? 0)] : []),
            day(change),
            day(request),
          ],
        }))}
      />
      {refused?.refusal !== undefined && <Notice intent="warning">{refused.refusal}</Notice>}
      <Caption1 as="p" className={styles.note}>
        {t("pane:analyst/cohorts-assumed")}
      </Caption1>
      <FormulaLine formula={call.formula} />
      <SaveButton
        name={t("pane:analyst/cohorts-sheet")}
        rows={() => [
          [
            t("pane:analyst/affiliation"),
            ...(counts ? [t("pane:funds/members")] : []),
            t("pane:analyst/first-change"),
            t("pane:analyst/next-change"),
            t("pane:analyst/ask-by"),
          ],
          ...windows.map(({ cohort, first, change, request }) => [
            quarterName(cohort.quarter),
            ...(counts ? [cohort.members ?? 0] : []),
            ...[first, change, request].map((of) => (of === undefined ? null : numbers.day(of))),
          ]),
        ]}
      />
    </>
  );
}
