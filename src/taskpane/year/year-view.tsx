import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  Select,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Parameters } from "../../host/host";
import { articleName, t } from "../../i18n";
import { lastKnownYear } from "../../rules/contributions";
import type { Figure } from "../../rules/figures";
import { PercentField, WholeField } from "../kit/fields";
import { FigureNote } from "../kit/figure-note";
import { Notice } from "../kit/notice";
import { Outcome } from "../kit/outcome";
import { OwnMark } from "../kit/own-mark";
import { SourcedLabel } from "../kit/source-note";
import { useSurroundings } from "../kit/surroundings";
import { FURTHEST_YEAR, knownYears } from "../kit/years";
import { type KeyFigure, keyFigures } from "./key-figures";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  apply: { alignSelf: "flex-start" },
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

const PROJECTED = "projected";
const EXAMPLE_GROWTH = "0.02";

/** Choice of the workbook's year, and what that year's law says. */
export function YearView() {
  const styles = useStyles();
  const { host, workbook, numbers } = useSurroundings();
  const { parameters, busy, outcome, choose } = workbook;
  const { year, indexation } = parameters;
  const isProjected = year > lastKnownYear();
  const [wantsProjection, wantProjection] = useState(false);
  const isProjecting = wantsProjection || isProjected;

  const groups = keyFigures(parameters);

  const select = (value: string): void => {
    wantProjection(value === PROJECTED);
    if (value !== PROJECTED) choose({ year: Number(value), indexation: null });
  };

  return (
    <div className={styles.view}>
      <Field
        label={t("pane:year/label")}
        hint={t(host.hasWorkbook ? "pane:year/hint" : "pane:year/hint-preview")}
        {...(busy && { validationState: "none", validationMessage: t("pane:year/busy") })}
      >
        <Select value={isProjecting ? PROJECTED : year} disabled={busy} onChange={(_, { value }) => select(value)}>
          <option value={PROJECTED}>{t("pane:year/projected")}</option>
          {knownYears().map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      </Field>
      {isProjecting && (
        <ProjectedYear
          parameters={parameters}
          busy={busy}
          choose={(chosen) => {
            wantProjection(false);
            choose(chosen);
          }}
        />
      )}
      <Outcome outcome={outcome} />
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:year/figures", { year })}
      </Subtitle2>
      {indexation !== null && isProjected && (
        <Notice intent="warning">
          {t("pane:year/projection", { year, indexation: numbers.exactPercent(indexation) })}
        </Notice>
      )}
      <OwnMark figures={groups.flatMap(({ figures }) => figures.flatMap(statedIn))} />
      <Accordion multiple collapsible defaultOpenItems={["principal", "scale"]}>
        {groups.map(({ key, figures }) => (
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

interface ProjectedYearProps {
  readonly parameters: Parameters;
  readonly busy: boolean;
  readonly choose: (parameters: Parameters) => void;
}

/** A year to come exists only with an assumption on the index, which the user makes. */
function ProjectedYear({ parameters, busy, choose }: ProjectedYearProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const first = lastKnownYear() + 1;
  const [year, setYear] = useState(String(Math.max(parameters.year, first)));
  const [growth, setGrowth] = useState(parameters.indexation === null ? "" : numbers.percentage(parameters.indexation));
  const chosenYear = numbers.readWhole(year, first, FURTHEST_YEAR);
  const indexation = numbers.readGrowth(growth);
  const example = numbers.exactPercent(EXAMPLE_GROWTH);
  return (
    <>
      <WholeField
        label={t("pane:year/projected-year")}
        value={year}
        onChange={setYear}
        hint={t("pane:year/projected-hint", { first })}
        problem={chosenYear === undefined ? t("pane:year/year-invalid", { first, last: FURTHEST_YEAR }) : undefined}
      />
      <PercentField
        label={t("pane:year/indexation")}
        value={growth}
        onChange={setGrowth}
        hint={t("pane:year/indexation-hint", { example })}
        problem={growth !== "" && indexation === undefined ? t("pane:year/indexation-invalid", { example }) : undefined}
      />
      <Button
        className={styles.apply}
        appearance="primary"
        disabled={busy || chosenYear === undefined || indexation === undefined}
        onClick={() => choose({ year: chosenYear!, indexation: indexation! })}
      >
        {t("pane:year/apply")}
      </Button>
    </>
  );
}

const statedIn = (figure: KeyFigure): Figure[] => ("stated" in figure ? [figure.stated] : []);

function Amount({ figure }: { readonly figure: KeyFigure }) {
  const { numbers } = useSurroundings();
  if ("cents" in figure) return numbers.euros(figure.cents);
  const { unit, value } = figure.stated;
  return unit === "fraction" ? numbers.percent(value) : numbers.euros(value);
}

function Origin({ figure }: { readonly figure: KeyFigure }) {
  if ("cents" in figure) return <Text>{t("pane:source/calculated", { article: articleName(figure.article) })}</Text>;
  return <FigureNote figure={figure.stated} />;
}
