import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Spinner,
  Subtitle2,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { InsertRefused } from "../host/host";
import { compareFunds, type FundComparison, type FundComparisonRow } from "../rules/funds";
import type { Cents } from "../rules/money";
import { Refusal } from "../rules/refusal";
import { fundTable } from "./fund-table";
import { Outcome, reasonOf, type Result } from "./outcome";
import { SourcedLabel, SourceNote } from "./source-note";
import { useSurroundings } from "./surroundings";
import { t } from "./texts";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}` },
  fund: { width: "48%" },
});

/** A contribution to start with, so that the comparison shows itself. */
const EXAMPLE: Cents = 100_000;

/** The funds' fees on a contribution, cheapest first. */
export function FundsView({ year }: { readonly year: number }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const [text, setText] = useState(() => numbers.amount(EXAMPLE));
  const contribution = numbers.read(text);
  const comparison = useMemo(() => comparisonOf(contribution, year), [contribution, year]);
  return (
    <div className={styles.view}>
      <Field
        label={t("pane:funds/contribution")}
        {...(contribution === undefined
          ? {
              validationState: "error",
              validationMessage: t("pane:funds/contribution-invalid", { example: numbers.amount(EXAMPLE) }),
            }
          : { hint: t("pane:funds/contribution-hint") })}
      >
        <Input value={text} inputMode="decimal" contentAfter="€" onChange={(_, { value }) => setText(value)} />
      </Field>
      {comparison === "none" && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t("pane:funds/none", { year })}</MessageBarBody>
        </MessageBar>
      )}
      {typeof comparison === "object" && (
        <Comparison comparison={comparison} contribution={contribution!} year={year} />
      )}
    </div>
  );
}

function comparisonOf(contribution: Cents | undefined, year: number): FundComparison | "none" | undefined {
  if (contribution === undefined) return undefined;
  try {
    return compareFunds(contribution, year);
  } catch (error) {
    if (error instanceof Refusal) return "none";
    throw error;
  }
}

interface ComparisonProps {
  readonly comparison: FundComparison;
  readonly contribution: Cents;
  readonly year: number;
}

function Comparison({ comparison, contribution, year }: ComparisonProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const title = t("pane:funds/title", { year, amount: numbers.euros(contribution) });
  return (
    <>
      <InsertButton comparison={comparison} title={title} />
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:funds/year", { year })}
      </Subtitle2>
      <Table size="small" aria-label={title}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={mergeClasses(styles.cell, styles.fund)}>{t("pane:funds/fund")}</TableHeaderCell>
            <TableHeaderCell className={mergeClasses(styles.cell, styles.number)}>
              {t("pane:funds/fee-per-year")}
            </TableHeaderCell>
            <TableHeaderCell className={mergeClasses(styles.cell, styles.number)}>
              {t("pane:funds/difference")}
            </TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {comparison.rows.map((row) => (
            <FundRow key={row.fund} row={row} year={year} />
          ))}
        </TableBody>
      </Table>
      {comparison.withoutFigure.length > 0 && (
        <Caption1>{t("pane:funds/without-figure", { names: comparison.withoutFigure.join(", ") })}</Caption1>
      )}
    </>
  );
}

function FundRow({ row, year }: { readonly row: FundComparisonRow; readonly year: number }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const older = row.sourceYear < year ? `, ${t("pane:funds/older", { year: row.sourceYear })}` : "";
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <SourcedLabel info={<SourceNote source={row.source} confidence={row.confidence} />}>{row.name}</SourcedLabel>
        <br />
        <Caption1>
          {numbers.percent(row.rate)}
          {older}
        </Caption1>
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.number)}>{numbers.euros(row.feePerYear)}</TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.number)}>
        {row.differencePerYear === 0 ? "–" : numbers.euros(row.differencePerYear)}
      </TableCell>
    </TableRow>
  );
}

function InsertButton({ comparison, title }: { readonly comparison: FundComparison; readonly title: string }) {
  const { host } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result>();

  const insert = async (): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    try {
      const address = await host.insertTable(fundTable(comparison, title));
      setOutcome({ intent: "success", text: t("pane:insert/done", { address }) });
    } catch (error) {
      setOutcome({ intent: "error", text: refusalText(error) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button
        appearance="primary"
        disabled={!host.hasWorkbook || busy}
        {...(busy && { icon: <Spinner size="tiny" /> })}
        onClick={() => void insert()}
      >
        {t(busy ? "pane:insert/busy" : "pane:insert/button")}
      </Button>
      {!host.hasWorkbook && <Text size={200}>{t("pane:insert/preview")}</Text>}
      <Outcome outcome={outcome} />
    </>
  );
}

function refusalText(error: unknown): string {
  return error instanceof InsertRefused
    ? t(`pane:insert/${error.reason}`, { address: error.address })
    : t("pane:insert/failed", { reason: reasonOf(error) });
}
