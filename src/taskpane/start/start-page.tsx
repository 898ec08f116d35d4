import { Button, Caption1, Card, makeStyles, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { addressOf, areaOf } from "../../formula/addresses";
import type { Host } from "../../host/host";
import { t } from "../../i18n";
import { type Call, callOf, centsOf, yearPieces } from "../formula/call";
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
  readonly call: Call;
  readonly format?: "euro";
}

const INCOME = 4_000_000;
const CONTRIBUTION = 205_000;
const CAREER = 24;

/** What the product is, and three formulas to try. */
export function StartPage({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { host, workbook } = useSurroundings();
  const named = yearPieces(workbook.parameters);
  const trials: readonly Trial[] = [
    {
      key: "quarterly",
      call: callOf("INASTI.QUARTERLY", { income: INCOME, category: "principal", ...named }),
      format: "euro",
    },
    { key: "months", call: callOf("PASSERELLE.MONTHS", { quarters: CAREER }) },
    { key: "compare", call: callOf("FUND.COMPARE", { contribution: CONTRIBUTION, year: named.year }) },
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
  const { key, call, format } = trial;
  return (
    <Card role="group" aria-label={t(`pane:start/${key}`)}>
      <Text weight="semibold">{t(`pane:start/${key}`)}</Text>
      <FormulaLine formula={call.formula} />
      <Answer call={call} format={format} />
      {host.hasWorkbook && (
        <InsertButton
          label={t("pane:start/insert")}
          appearance="secondary"
          insert={belowWhatIsThere(insertFormula(call.formula, format === "euro" ? numbers.euroFormat : undefined))}
        />
      )}
    </Card>
  );
}

/** Cells that hold something, before somebody is asked for a free one. */
const MOST_TAKEN = 20;

/** One formula after the other has a place: below what stands in the selected cell. Under a table one row stays free. */
const belowWhatIsThere =
  (insert: (host: Host) => Promise<string>) =>
  async (host: Host): Promise<string> => {
    for (let taken = 0; taken < MOST_TAKEN; taken++) {
      const { sheet, address, formula, value } = await host.selectedCell();
      if (formula === null && (value === null || value === "")) break;
      const [filled] = await host.readRanges([{ sheet, address: `${address}#` }]);
      const { row, column } = areaOf(address)!;
      const rows = filled && filled.length > 1 ? filled.length + 1 : 1;
      await host.select({ sheet, address: addressOf({ row: row + rows, column, rows: 1, columns: 1 }) });
    }
    return insert(host);
  };

type AnswerProps = Pick<Trial, "call"> & { readonly format: Trial["format"] };

function Answer({ call, format }: AnswerProps) {
  const { numbers } = useSurroundings();
  const result = call.result();
  if (!result.ok) return <Caption1>{result.message}</Caption1>;
  const { value } = result;
  if (Array.isArray(value)) {
    const rows = value as unknown[][];
    return <Caption1>{t("pane:start/answer-table", { rows: rows.length, columns: rows[0]!.length })}</Caption1>;
  }
  const answer = format === "euro" ? numbers.euros(centsOf(value)) : String(value);
  return <Caption1>{t("pane:start/answer", { answer })}</Caption1>;
}
