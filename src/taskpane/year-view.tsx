import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  makeStyles,
  Select,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { FIRST_YEAR, LAST_YEAR } from "../rules/contributions";
import { type KeyFigure, keyFigures } from "./key-figures";
import type { Numbers } from "./numbers";
import { Outcome } from "./outcome";
import { SourcedLabel, SourceNote } from "./source-note";
import { useSurroundings } from "./surroundings";
import { t } from "./texts";
import type { ParameterYear } from "./use-parameter-year";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  panel: { margin: `0 ${tokens.spacingHorizontalS}` },
  list: { margin: 0, display: "flex", flexDirection: "column" },
  row: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  value: { margin: 0, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => LAST_YEAR - index);

/** Choice of the workbook's year, and what that year's law says. */
export function YearView({ year, outcome, busy, choose }: ParameterYear) {
  const styles = useStyles();
  const { host } = useSurroundings();
  return (
    <div className={styles.view}>
      <Field
        label={t("pane:year/label")}
        hint={t(host.hasWorkbook ? "pane:year/hint" : "pane:year/hint-preview")}
        {...(busy && { validationState: "none", validationMessage: t("pane:year/busy") })}
      >
        <Select value={year} disabled={busy} onChange={(_, { value }) => choose(Number(value))}>
          {YEARS.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      </Field>
      <Outcome outcome={outcome} />
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:year/figures", { year })}
      </Subtitle2>
      <Accordion multiple collapsible defaultOpenItems={["principal", "scale"]}>
        {keyFigures(year).map(({ key, figures }) => (
          <AccordionItem key={key} value={key}>
            <AccordionHeader as="h3">{t(`pane:group/${key}`)}</AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <dl className={styles.list}>
                {figures.map((figure) => (
                  <div key={figure.key} className={styles.row}>
                    <dt>
                      <SourcedLabel info={<Origin figure={figure} />}>{t(`pane:figure/${figure.key}`)}</SourcedLabel>
                    </dt>
                    <dd className={styles.value}>
                      <Amount figure={figure} />
                    </dd>
                  </div>
                ))}
              </dl>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </div>
  );
}

function Amount({ figure }: { readonly figure: KeyFigure }) {
  const { numbers } = useSurroundings();
  if ("cents" in figure) return numbers.euros(figure.cents);
  const { unit, value } = figure.stated;
  return unit === "fraction" ? numbers.percent(value) : numbers.euros(value);
}

function Origin({ figure }: { readonly figure: KeyFigure }) {
  const { numbers } = useSurroundings();
  if ("cents" in figure) return <Text>{t("pane:source/calculated", { article: figure.article })}</Text>;
  const { source, confidence, note } = figure.stated;
  return (
    <SourceNote source={source} confidence={confidence}>
      <Text size={200}>{period(figure.stated, numbers)}</Text>
      {note && <Text size={200}>{t(`notes:${note}`)}</Text>}
    </SourceNote>
  );
}

function period({ from, to }: { readonly from: number; readonly to: number | null }, numbers: Numbers): string {
  return to === null
    ? t("pane:source/since", { from: numbers.day(from) })
    : t("pane:source/between", { from: numbers.day(from), to: numbers.day(to) });
}
