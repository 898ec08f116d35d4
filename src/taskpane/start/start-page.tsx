import { Button, Caption1, Card, makeStyles, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import { callFunction, centsOf, growthCell } from "../formula/call";
import { amountArgument, callOf, type Formula, textArgument, yearArguments } from "../formula/formula";
import { FormulaLine } from "../kit/formula-line";
import { insertFormula, InsertButton } from "../kit/insert";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  title: { margin: 0 },
  go: { alignSelf: "flex-start" },
});

const STARTED = "statut-social.started";

/** Whether the pane is open for the first time here. A browser that keeps nothing shows the first steps each time. */
export function useFirstRun(): readonly [boolean, (isFirstRun: boolean) => void] {
  const [isFirstRun, setFirstRun] = useState(() => stored() === null);
  const set = (value: boolean): void => {
    setFirstRun(value);
    if (!value) keep();
  };
  return [isFirstRun, set];
}

function stored(): string | null {
  try {
    return localStorage.getItem(STARTED);
  } catch {
    return null;
  }
}

function keep(): void {
  try {
    localStorage.setItem(STARTED, "yes");
  } catch {
    // Storage that is switched off loses nothing but this.
  }
}

interface Trial {
  readonly key: "quarterly" | "months" | "compare";
  readonly id: string;
  /** As a cell hands them over, and as the formula has them. */
  readonly values: readonly unknown[];
  readonly formula: Formula;
  readonly format?: "euro";
}

const INCOME = 4_000_000;
const CONTRIBUTION = 205_000;
const CAREER = 24;

/** What the product is, and three formulas to try. */
export function StartPage({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { host, workbook } = useSurroundings();
  const { year, indexation } = yearArguments(workbook.parameters);
  const { parameters } = workbook;
  const trials: readonly Trial[] = [
    {
      key: "quarterly",
      id: "INASTI.QUARTERLY",
      values: [INCOME / 100, "principal", parameters.year, null, null, growthCell(parameters.indexation)],
      formula: callOf(
        "INASTI.QUARTERLY",
        amountArgument(INCOME),
        textArgument("principal"),
        year,
        undefined,
        undefined,
        indexation,
      ),
      format: "euro",
    },
    {
      key: "months",
      id: "PASSERELLE.MONTHS",
      values: [CAREER],
      formula: callOf("PASSERELLE.MONTHS", String(CAREER)),
    },
    {
      key: "compare",
      id: "FUND.COMPARE",
      values: [CONTRIBUTION / 100, parameters.year],
      formula: callOf("FUND.COMPARE", amountArgument(CONTRIBUTION), year),
    },
  ];
  return (
    <div className={styles.page}>
      <Title3 as="h2" className={styles.title}>
        {t("pane:start/title")}
      </Title3>
      <Text>{t("pane:start/intro")}</Text>
      <Button className={styles.go} appearance="primary" onClick={onClose}>
        {t("pane:start/go")}
      </Button>
      <Subtitle2 as="h3" className={styles.title}>
        {t("pane:start/try")}
      </Subtitle2>
      <Text>{t(host.hasWorkbook ? "pane:start/try-hint" : "pane:start/try-preview")}</Text>
      {trials.map((trial) => (
        <TrialCard key={trial.key} trial={trial} />
      ))}
    </div>
  );
}

function TrialCard({ trial }: { readonly trial: Trial }) {
  const { host, numbers } = useSurroundings();
  const { key, id, values, formula, format } = trial;
  return (
    <Card role="group" aria-label={t(`pane:start/${key}`)}>
      <Text weight="semibold">{t(`pane:start/${key}`)}</Text>
      <FormulaLine formula={formula} />
      <Answer id={id} values={values} format={format} />
      {host.hasWorkbook && (
        <InsertButton
          label={t("pane:start/insert")}
          appearance="secondary"
          insert={insertFormula(formula, format === "euro" ? numbers.euroFormat : undefined)}
        />
      )}
    </Card>
  );
}

type AnswerProps = Pick<Trial, "id" | "values"> & { readonly format: Trial["format"] };

function Answer({ id, values, format }: AnswerProps) {
  const { numbers } = useSurroundings();
  const result = callFunction(id, ...values);
  if (!result.ok) return <Caption1>{result.message}</Caption1>;
  const { value } = result;
  if (Array.isArray(value)) {
    const rows = value as unknown[][];
    return <Caption1>{t("pane:start/answer-table", { rows: rows.length, columns: rows[0]!.length })}</Caption1>;
  }
  const answer = format === "euro" ? numbers.euros(centsOf(value)) : String(value);
  return <Caption1>{t("pane:start/answer", { answer })}</Caption1>;
}
