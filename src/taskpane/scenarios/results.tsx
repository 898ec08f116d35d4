import { Caption1, Subtitle2 } from "@fluentui/react-components";
import { useMemo } from "react";
import { describe, t } from "../../i18n";
import { lastKnownYear } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import type { ProjectRow } from "../../rules/projection";
import { Refusal } from "../../rules/refusal";
import type { Call, CallResult } from "../formula/call";
import { ColumnChart } from "../chart/column-chart";
import { AnswerTable } from "../kit/answer-table";
import { Assumption } from "../kit/assumption";
import { OwnMarkOf } from "../kit/own-mark";
import { Reasons } from "../kit/reasons";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { toldRows } from "../projection/told-rows";
import { useFormStyles } from "../projection/form-styles";
import {
  type Amount,
  callOfScenario,
  type Comparison,
  less,
  type Outcome,
  outcomeOf,
  type Scenario,
} from "./scenarios";

interface Asked {
  readonly scenario: Scenario;
  readonly call: Call;
  readonly result: CallResult;
  readonly rows: readonly ProjectRow[];
}

/** What INASTI.PROJECT answers for each scenario, side by side. */
export function Results({ comparison }: { readonly comparison: Comparison }) {
  const styles = useFormStyles();
  const { numbers } = useSurroundings();
  const { isAssumed, scenarios, firstYear, count } = comparison;
  const asked = useMemo(() => askedOf(comparison), [comparison]);
  const refused = asked.flatMap(({ scenario, result }) => (result.ok ? [] : [`${scenario.name}: ${result.message}`]));
  if (refused.length > 0) return <Reasons messages={refused} />;
  const outcomes = asked.map(({ rows, scenario }) => outcomeOf(rows, scenario, comparison.basis));
  const unknown = asked.flatMap(({ rows }) =>
    rows.flatMap(({ cashOut, final }) => [cashOut, final]).filter((one) => one instanceof Refusal),
  );
  const indexations = [...new Set(scenarios.map(({ indexation }) => numbers.exactPercent(indexation)))];
  const shown = (amount: Amount): string => (amount instanceof Refusal ? "–" : numbers.amount(amount));
  const row = (label: string, of: (outcome: Outcome) => Amount): string[] => [label, ...outcomes.map(of).map(shown)];
  /** Against the first scenario; a plus says that it is more. */
  const difference = (of: (outcome: Outcome) => Amount): string[] => [
    t("pane:scenarios/difference"),
    "",
    ...outcomes.slice(1).map((one) => {
      const amount = less(of(one), of(outcomes[0]!));
      return typeof amount === "number" && amount > 0 ? `+${shown(amount)}` : shown(amount);
    }),
  ];
  const both = (key: string, of: (outcome: Outcome) => Amount): string[][] => [
    row(t(`pane:scenarios/${key}`), of),
    difference(of),
  ];
  return (
    <>
      <Subtitle2 as="h3" className={styles.title}>
        {t("pane:scenarios/results")}
      </Subtitle2>
      <AnswerTable
        label={t("pane:scenarios/table")}
        heads={[t("pane:field/year"), ...scenarios.map(({ name }) => name)]}
        rows={[
          ...Array.from({ length: count }, (_, index) => row(String(firstYear + index), ({ paid }) => paid[index]!)),
          ...both("total", ({ total }) => total),
          ...both("owed", ({ owed }) => owed),
          ...(outcomes.some(({ premiums }) => premiums > 0) ? both("premiums", ({ premiums }) => premiums) : []),
          ...(outcomes.every(({ left }) => left !== undefined) ? both("left", ({ left }) => left!) : []),
        ].map((cells, key) => ({ key, cells }))}
      />
      <Caption1>{t("pane:scenarios/table-note")}</Caption1>
      {outcomes.some(({ paid }) => paid.some(isKnown)) && (
        <ColumnChart
          title={t("pane:scenarios/results")}
          years={Array.from({ length: count }, (_, index) => firstYear + index)}
          series={outcomes.map(({ paid }, index) => ({
            name: scenarios[index]!.name,
            amounts: paid.map((amount) => (isKnown(amount) ? amount : undefined)),
          }))}
        />
      )}
      {isAssumed && (
        <Assumption
          text={t("pane:projection/assumed", { year: lastKnownYear() + 1, indexation: indexations.join(" / ") })}
        />
      )}
      {isAssumed && scenarios.some(({ premium }) => premium > 0) && (
        <Assumption text={t("pane:scenarios/premium-later", { year: lastKnownYear() })} />
      )}
      <Reasons messages={[...new Set(unknown.map(describe))]} />
      <OwnMarkOf calls={asked.map(({ call, rows }) => ({ way: call.way, rows: rows.length }))} />
      {asked.map(({ scenario, call }, index) => (
        <ScenarioWay key={index} name={scenario.name} call={call} />
      ))}
    </>
  );
}

const isKnown = (amount: Amount): amount is Cents => typeof amount === "number";

function ScenarioWay({ name, call }: { readonly name: string; readonly call: Call }) {
  const styles = useFormStyles();
  const lines = useMemo(() => toldRows(call), [call]);
  return (
    <div className={styles.group}>
      <Subtitle2 as="h4" className={styles.title}>
        {name}
      </Subtitle2>
      <Way of={name} way={() => lines} />
    </div>
  );
}

const askedOf = (comparison: Comparison): Asked[] =>
  comparison.scenarios.map((scenario) => {
    const call = callOfScenario(comparison, scenario);
    const result = call.result();
    return { scenario, call, result, rows: result.ok ? (call.answer() as readonly ProjectRow[]) : [] };
  });
