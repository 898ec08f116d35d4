import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Host } from "../../host/host";
import { t } from "../../i18n";
import { placeOf } from "../formula/a1";
import { callOf, Piece } from "../formula/call";
import { ChoiceField, PercentField, TypedField } from "../kit/fields";
import { InsertButton, insertSheet } from "../kit/insert";
import { reasonOf } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";
import { type Rates, type RatesForm, ratesOf, type Scenario, scenarioSheet } from "./scenario";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  button: { alignSelf: "flex-start" },
});

/** Rates around those of the market, so that the form shows what it wants. */
const EXAMPLE = { present: "4.00", from: "3.00", to: "4.50", step: "0.10" };

/** What each of several rates would bring a fund in, as a sheet. */
export function ScenarioSection() {
  const styles = useStyles();
  const { host, numbers } = useSurroundings();
  const [range, setRange] = useState("");
  const [failure, setFailure] = useState<string>();
  const [form, setForm] = useState<RatesForm>(() => ({
    mode: "steps",
    present: numbers.decimal(EXAMPLE.present),
    from: numbers.decimal(EXAMPLE.from),
    to: numbers.decimal(EXAMPLE.to),
    step: numbers.decimal(EXAMPLE.step),
    list: "",
  }));
  const members = placeOf(range);
  const answer = ratesOf(form, numbers);
  const rates = "tried" in answer ? answer : undefined;
  const problems = "tried" in answer ? {} : answer;
  const isBadRange = range.trim() !== "" && members === undefined;

  const type = (text: string): void => {
    setFailure(undefined);
    setRange(text);
  };
  const takeSelection = async (): Promise<void> => {
    setFailure(undefined);
    try {
      setRange(await host.selectedRange());
    } catch (error) {
      setFailure(t("pane:funds/selection-failed", { reason: reasonOf(error) }));
    }
  };
  const percent = (key: "present" | "from" | "to" | "step") => (
    <PercentField
      label={t(`pane:funds/${key}`)}
      value={form[key]}
      problem={problems[key]}
      onChange={(value) => setForm({ ...form, [key]: value })}
    />
  );

  return (
    <div className={styles.part}>
      <Text as="p" className={styles.text}>
        {t("pane:funds/scenario-what")}
      </Text>
      <TypedField
        label={t("pane:funds/members-range")}
        hint={t("pane:funds/range-hint")}
        value={range}
        problem={failure ?? (isBadRange ? t("pane:funds/range-invalid") : undefined)}
        onChange={type}
      />
      <Button className={styles.button} disabled={!host.hasWorkbook} onClick={() => void takeSelection()}>
        {t("pane:funds/use-selection")}
      </Button>
      {percent("present")}
      <ChoiceField
        label={t("pane:funds/rates")}
        value={form.mode}
        choices={[
          { value: "steps", text: t("pane:funds/rates-steps") },
          { value: "list", text: t("pane:funds/rates-list") },
        ]}
        onChange={(mode) => setForm({ ...form, mode })}
      />
      {form.mode === "steps" ? (
        <>
          {percent("from")}
          {percent("to")}
          {percent("step")}
        </>
      ) : (
        <TypedField
          label={t("pane:funds/list")}
          hint={t("pane:funds/list-hint", { first: numbers.decimal("3.05"), second: numbers.decimal("3.5") })}
          value={form.list}
          problem={problems.list}
          onChange={(list) => setForm({ ...form, list })}
        />
      )}
      {rates && (
        <Text as="p" className={styles.text}>
          {t("pane:funds/rate-count", { count: rates.tried.length + 1 })}
        </Text>
      )}
      <InsertButton
        label={t("pane:funds/insert-scenario")}
        disabled={!members || !rates}
        insert={(to) => insertScenario({ members: members!, rates: rates!, euroFormat: numbers.euroFormat }, to)}
      />
    </div>
  );
}

/** A sheet that would show an error is not inserted: its cells say why. */
async function insertScenario(scenario: Scenario, host: Host): Promise<string> {
  const [values] = await host.readRanges([scenario.members]);
  if (!values) throw new Error(t("pane:funds/range-unknown"));
  const answer = callOf("FUND.SCENARIO", {
    contributions: new Piece("", values),
    rates: new Piece("", ratesColumn(scenario.rates)),
  }).result();
  if (!answer.ok) throw new Error(answer.message);
  return insertSheet(scenarioSheet(scenario))(host);
}

const ratesColumn = ({ present, tried }: Rates): number[][] => [present, ...tried].map((rate) => [Number(rate)]);
