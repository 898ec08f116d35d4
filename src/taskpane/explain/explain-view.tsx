import { Button, Caption1, makeStyles, Spinner, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { CellValue, ExplainedCell, Kind, Reason } from "../../explain";
import { t } from "../../i18n";
import { callOf } from "../formula/call";
import { asTyped } from "../formula/typed";
import { FormulaLine } from "../kit/formula-line";
import { Notice } from "../kit/notice";
import { reasonOf } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";
import { CallSection } from "./call-section";
import { type Selected, useExplanation } from "./use-explanation";
import { isShown, writtenValue } from "./written";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  cell: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  value: { margin: 0, overflowWrap: "anywhere" },
});

const example = (): string =>
  `=${asTyped(callOf("INASTI.QUARTERLY", { income: 4_000_000, category: "principal", year: 2026 }).formula)}`;

/** How the selected cell comes to its value, step by step. */
export function ExplainView({ active }: { readonly active: boolean }) {
  const styles = useStyles();
  const { host } = useSurroundings();
  const { selected, failure } = useExplanation(active);
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:explain/title")}
      </Subtitle2>
      <div className={styles.view}>
        {!host.hasWorkbook && <Notice intent="info">{t("pane:explain/preview")}</Notice>}
        {failure !== null && <Notice intent="error">{t("pane:explain/failed", { reason: reasonOf(failure) })}</Notice>}
        {host.hasWorkbook && failure === null && !selected && <Spinner size="tiny" label={t("pane:explain/reading")} />}
        {selected && <SelectedCell selected={selected} />}
      </div>
    </div>
  );
}

function SelectedCell({ selected: { cell, formula, explained } }: { readonly selected: Selected }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  if (!explained || formula === null) {
    return <Notice intent="info">{t("pane:explain/select", { example: example() })}</Notice>;
  }
  const { address, spilledFrom, value } = cell;
  // A host may show a truth value as a number.
  const text = typeof value === "boolean" ? writtenValue(value, "plain", numbers) : cell.text;
  return (
    <>
      <section className={styles.cell} aria-live="polite" aria-label={t("pane:explain/formula", { address })}>
        <Caption1>
          {spilledFrom
            ? t("pane:explain/spilled", { address, origin: spilledFrom.address })
            : t("pane:explain/formula", { address })}
        </Caption1>
        <FormulaLine formula={formula.replace(/^=/, "")} />
        <Text as="p" weight="semibold" className={styles.value}>
          {t("pane:explain/value", { value: text })}
        </Text>
      </section>
      <Answer explained={explained} cell={cell} />
    </>
  );
}

function Answer({ explained, cell }: { readonly explained: ExplainedCell; readonly cell: Selected["cell"] }) {
  if ("cannot" in explained) return <Cannot part={explained.cannot} />;
  if ("stopped" in explained) return <Stopped reason={explained.stopped} />;
  return <Explained explained={explained} cell={cell} />;
}

function Stopped({ reason }: { readonly reason: Reason }) {
  return (
    <Notice intent="warning" title={t(`pane:explain/stopped/${reason}`)}>
      {t("pane:explain/cannot-formula-what")}
    </Notice>
  );
}

function Cannot({ part }: { readonly part: string }) {
  const whole = part === "";
  return (
    <Notice
      intent="warning"
      title={whole ? t("pane:explain/cannot-formula") : t("pane:explain/cannot", { part: asTyped(part) })}
    >
      {t(whole ? "pane:explain/cannot-formula-what" : "pane:explain/cannot-what")}
    </Notice>
  );
}

interface ExplainedProps {
  readonly explained: Extract<ExplainedCell, { readonly calls: unknown }>;
  readonly cell: Selected["cell"];
}

function Explained({ explained: { value, calls }, cell }: ExplainedProps) {
  return (
    <>
      <Difference value={value} kind={calls.length === 1 ? calls[0]!.kind : "plain"} cell={cell} />
      {calls.length === 0 && <Notice intent="info">{t("pane:explain/none-counts")}</Notice>}
      {calls.map((call, index) => (
        <CallSection key={`${cell.sheet}!${cell.address} ${index}`} call={call} />
      ))}
    </>
  );
}

interface DifferenceProps {
  readonly value: CellValue;
  readonly kind: Kind;
  readonly cell: Selected["cell"];
}

/** Where the cell shows something else than the formula gives. */
function Difference({ value, kind, cell }: DifferenceProps) {
  const { numbers, workbook } = useSurroundings();
  if (cell.value === "#SPILL!") return <Notice intent="warning">{t("pane:explain/spill")}</Notice>;
  if (isShown(value, cell.value)) return null;
  return (
    <Notice
      intent="warning"
      actions={
        <Button size="small" onClick={workbook.recalculate}>
          {t("pane:year/recalculate")}
        </Button>
      }
    >
      {t("pane:explain/differs", { shown: cell.text, value: writtenValue(value, kind, numbers) })}
    </Notice>
  );
}
