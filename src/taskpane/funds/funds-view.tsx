import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { t, wordName } from "../../i18n";
import { type FundChoice, rateInvalid } from "../kit/fee";
import { PercentField } from "../kit/fields";
import { Fold } from "../kit/fold";
import { InsertButton, insertBlock } from "../kit/insert";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
import { OwnMarkOf } from "../kit/own-mark";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { type BasisForm, basisOf } from "./basis";
import { BasisFields } from "./basis-fields";
import { CohortsSection } from "./cohorts-section";
import { ComparisonTable } from "./comparison-table";
import { FeeChart } from "./fee-chart";
import { fundTable } from "./fund-table";
import { type Offers, offersOf } from "./offers";
import { OwnFeesSection } from "./own-fees-section";
import { ScenarioSection } from "./scenario-section";
import { SwitchSection } from "./switch-section";

const useStyles = makeStyles({
  title: { margin: 0 },
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Amounts to start with, so that the comparison shows itself. */
const EXAMPLE_CONTRIBUTION = 100_000;
const EXAMPLE_INCOME = 4_000_000;

/** The funds' fees: which is the cheapest, what a change saves and from when, and what a rate brings a fund in. */
export function FundsView() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { parameters } = workbook;
  const { year } = parameters;
  const [form, setForm] = useState<BasisForm>(() => ({
    basis: "contribution",
    contribution: numbers.amount(EXAMPLE_CONTRIBUTION),
    income: numbers.amount(EXAMPLE_INCOME),
    category: "principal",
    quarter: "",
  }));
  const [ownText, setOwnText] = useState("");
  const [mine, setMine] = useState<FundChoice>({ fund: "none", rate: "" });
  const answer = useMemo(() => basisOf(form, numbers, parameters), [form, numbers, parameters]);
  const { basis } = answer;
  const own = numbers.readFeeRate(ownText);
  const contribution = basis?.contribution;
  const compared = useMemo(
    () => (contribution === undefined ? undefined : comparedWith(contribution, year, own, mine, numbers)),
    [contribution, year, own, mine, numbers, parameters],
  );
  const offers = typeof compared === "object" ? compared.offers : [];

  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:funds/year", { year })}
      </Subtitle2>
      <BasisFields form={form} onChange={setForm} answer={answer} />
      {answer.call && <OwnMarkOf calls={[answer.call]} />}
      <PercentField
        label={t("pane:field/own-rate")}
        hint={t("pane:funds/own-hint")}
        value={ownText}
        problem={ownText.trim() !== "" && own === undefined ? rateInvalid(numbers) : undefined}
        onChange={setOwnText}
      />
      {typeof compared === "string" && <Notice intent="info">{compared}</Notice>}
      {typeof compared === "object" && basis && (
        <Section title={t("pane:funds/cheapest-first")}>
          <ComparisonTable
            label={t("pane:funds/title", { year, amount: numbers.euros(basis.contribution) })}
            offers={offers}
            year={year}
          />
          <Caption1 as="p" className={styles.note}>
            {t("pane:funds/ten-years-note")}
          </Caption1>
          {compared.withoutFigure.length > 0 && (
            <Caption1 as="p" className={styles.note}>
              {t("pane:funds/without-figure", { names: compared.withoutFigure.join(", ") })}
            </Caption1>
          )}
          <FeeChart title={t("pane:funds/fee-per-year")} offers={offers} />
          <InsertButton
            label={t("pane:funds/insert-table")}
            insert={async (host) => {
              const { address } = await host.selectedCell();
              return insertBlock(fundTable({ basis, parameters, own, euroFormat: numbers.euroFormat }, address))(host);
            }}
          />
        </Section>
      )}
      <Section title={t("pane:funds/change")}>
        <SwitchSection mine={mine} onMine={setMine} problem={unknownRate(mine, compared, year)} offers={offers} />
      </Section>
      <Section title={t("pane:funds/scenario")}>
        <ScenarioSection />
      </Section>
      <Fold as="section" title={t("pane:analyst/cohorts-title")}>
        <CohortsSection />
      </Fold>
      <Fold as="section" title={t("pane:analyst/fees-title")}>
        <OwnFeesSection />
      </Fold>
    </div>
  );
}

function comparedWith(
  contribution: number,
  year: number,
  own: string | undefined,
  mine: FundChoice,
  numbers: Numbers,
): Offers | string {
  const { fund } = mine;
  return offersOf({
    contribution,
    year,
    own: { name: t("pane:field/own-rate"), rate: own },
    mine: {
      name: t("pane:funds/mine"),
      fund: fund === "own" || fund === "none" ? undefined : fund,
      rate: fund === "own" ? numbers.readFeeRate(mine.rate) : undefined,
    },
  });
}

/** A fund without a figure saves nothing that could be said, unless the user knows its rate. */
function unknownRate({ fund }: FundChoice, compared: Offers | string | undefined, year: number): string | undefined {
  if (fund === "own" || typeof compared !== "object" || compared.offers.some(({ id }) => id === fund)) return undefined;
  if (fund === "none") return undefined;
  return t("pane:funds/mine-unknown", { name: wordName("fund", fund), year, own: t("pane:field/own-rate") });
}
