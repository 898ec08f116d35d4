import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Host, Parameters } from "../../host/host";
import { t } from "../../i18n";
import { Assumption } from "../kit/assumption";
import { InsertButton, insertSheet } from "../kit/insert";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { guessedColumns, isProjected, type MembersForm, membersOf } from "./members";
import { MembersFields } from "./members-fields";
import { exampleMembers, exampleReference } from "./members-example";
import { outcomesAt } from "./outcomes";
import type { Picked } from "./picked";
import { type PickedRange, RangeField, usePickedRange } from "./range-field";
import { exampleRates, type Rates, type RatesForm, ratesOf } from "./rates";
import { RatesFields } from "./rates-fields";
import { scenarioSheet } from "./scenario";
import { ScenarioAnswer } from "./scenario-answer";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** What each of several rates would bring a fund in from its members, and how many of them may leave. */
export function ScenarioSection() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { parameters } = workbook;
  const range = usePickedRange();
  const { table } = range;
  const [chosen, setChosen] = useState<Chosen>({ of: "", form: {} });
  const form = useMemo(() => table && formOf(table, range.text, chosen), [table, range.text, chosen]);
  const [rates, setRates] = useState<RatesForm>(() => exampleRates(numbers));
  const members = useMemo(() => table && form && membersOf(table, form, parameters), [table, form, parameters]);
  const reading = ratesOf(rates, numbers);
  const tried = "value" in reading ? reading.value : undefined;

  return (
    <div className={styles.part}>
      <Text as="p" className={styles.text}>
        {t("pane:funds/scenario-what")}
      </Text>
      <RangeField label={t("pane:funds/members-range")} hint={t("pane:funds/range-hint")} range={range} />
      {range.text === "" && (
        <InsertButton
          appearance="secondary"
          label={t("pane:analyst/insert-example")}
          insert={async (host) => {
            const address = await host.insertSheet(exampleMembers());
            range.type(exampleReference(address));
            return t("pane:insert/sheet", { address });
          }}
        />
      )}
      {table && form && (
        <MembersFields
          table={table}
          form={form}
          onChange={(part) => setChosen({ of: range.text, form: { ...form, ...part } })}
        />
      )}
      {typeof members === "string" && <Notice intent="warning">{members}</Notice>}
      {typeof members === "object" && (
        <Text as="p" className={styles.text} weight="semibold">
          {t("pane:analyst/members-found", { count: numbers.whole(members.count), sum: numbers.euros(members.sum) })}
        </Text>
      )}
      {typeof members === "object" && form?.basis === "income" && isProjected(parameters) && (
        <Assumption
          text={t("pane:year/projection", {
            year: parameters.year,
            indexation: numbers.exactPercent(parameters.indexation!),
          })}
        />
      )}
      <RatesFields
        form={rates}
        problems={"problems" in reading ? reading.problems : {}}
        onChange={(part) => setRates({ ...rates, ...part })}
      />
      {tried && (
        <Text as="p" className={styles.text}>
          {t("pane:funds/rate-count", { count: tried.tried.length + 1 })}
        </Text>
      )}
      {typeof members === "object" && tried && <ScenarioAnswer members={members} rates={tried} />}
      <InsertButton
        label={t("pane:funds/insert-scenario")}
        disabled={!form || !tried}
        insert={(to) =>
          insertScenario(to, { range, form: form!, rates: tried!, parameters, euroFormat: numbers.euroFormat })
        }
      />
    </div>
  );
}

/** What the user said of the columns of one range. */
interface Chosen {
  readonly of: string;
  readonly form: Partial<MembersForm>;
}

const formOf = (table: Picked, range: string, { of, form }: Chosen): MembersForm => ({
  ...guessedColumns(table),
  oneCategory: "principal",
  quarter: "",
  ...(of === range && form),
});

interface Inserted {
  readonly range: PickedRange;
  readonly form: MembersForm;
  readonly rates: Rates;
  readonly parameters: Parameters;
  readonly euroFormat: string;
}

/** A sheet that would show an error is not inserted: its cells say why. The members are those of this moment. */
async function insertScenario(host: Host, { range, form, ...scenario }: Inserted): Promise<string> {
  const members = membersOf(await range.read(), form, scenario.parameters);
  if (typeof members === "string") throw new Error(members);
  const outcomes = outcomesAt(members, scenario.rates);
  if (typeof outcomes === "string") throw new Error(outcomes);
  return insertSheet(scenarioSheet({ members, ...scenario }))(host);
}
