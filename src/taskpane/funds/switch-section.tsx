import { Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { articleName, reader, t, tell } from "../../i18n";
import { type Day, isoDate } from "../../rules/calendar";
import { fundChange, type SwitchQuestion } from "../../rules/funds";
import { callOf } from "../formula/call";
import { dayOf } from "../kit/days";
import type { FundChoice } from "../kit/fee";
import { ChoiceField, DateField, FundField, WholeField } from "../kit/fields";
import { Fold } from "../kit/fold";
import { FormulaLine } from "../kit/formula-line";
import { InsertButton, insertFormula } from "../kit/insert";
import { Notice } from "../kit/notice";
import { dateFormat } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import { type Offer, TEN_YEARS } from "./offers";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
  note: { color: tokens.colorNeutralForeground3 },
});

const FIRST_PENSION_YEAR = 1950;
const LAST_PENSION_YEAR = 2100;

interface SwitchSectionProps {
  readonly mine: FundChoice;
  readonly onMine: (mine: FundChoice) => void;
  /** Why the user's fund has no rate here, where that is so. */
  readonly problem: string | undefined;
  readonly offers: readonly Offer[];
}

/** What a change of fund saves, and when it is possible. */
export function SwitchSection({ mine, onMine, problem, offers }: SwitchSectionProps) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <FundField label={t("pane:funds/mine")} optional value={mine} onChange={onMine} />
      {problem !== undefined && <Notice intent="warning">{problem}</Notice>}
      <Savings offers={offers} />
      <SwitchDates />
    </div>
  );
}

function Savings({ offers }: { readonly offers: readonly Offer[] }) {
  const [target, setTarget] = useState<Offer["id"] | "cheapest">("cheapest");
  const mine = offers.find(({ isMine }) => isMine);
  if (!mine) return null;
  const others = offers.filter(({ isMine }) => !isMine);
  const chosen = others.find(({ id }) => id === target);
  const cheapest = others.filter(({ feePerYear }) => feePerYear === others[0]!.feePerYear);
  const names = new Intl.ListFormat(reader.language, { type: "disjunction" }).format(cheapest.map(({ name }) => name));
  return (
    <>
      <ChoiceField
        label={t("pane:funds/target")}
        value={chosen?.id ?? "cheapest"}
        choices={[
          { value: "cheapest", text: t("pane:funds/target-cheapest") },
          ...others.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={setTarget}
      />
      <Saving from={mine} to={cheapest[0]!} name={names} />
      {chosen && !cheapest.includes(chosen) && <Saving from={mine} to={chosen} name={chosen.name} />}
    </>
  );
}

interface SavingProps {
  readonly from: Offer;
  readonly to: Offer;
  readonly name: string;
}

function Saving({ from, to, name }: SavingProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const saved = from.feePerYear - to.feePerYear;
  const key = saved > 0 ? "saving" : saved < 0 ? "costing" : "no-difference";
  return (
    <Text as="p" className={styles.text}>
      {t(`pane:funds/${key}`, {
        from: from.name,
        to: name,
        year: numbers.euros(Math.abs(saved)),
        ten: numbers.euros(TEN_YEARS * Math.abs(saved)),
      })}
    </Text>
  );
}

type PensionYear = number | "none" | "bad";

/** From when a person can change; the conditions are asked for, for the pane cannot know them. */
function SwitchDates() {
  const { numbers } = useSurroundings();
  const [since, setSince] = useState("");
  const [asOf, setAsOf] = useState(today);
  const [debts, setDebts] = useState<"no" | "yes">("no");
  const [legal, setLegal] = useState("");
  const [early, setEarly] = useState("");
  const yearOf = (text: string): PensionYear =>
    text === "" ? "none" : (numbers.readWhole(text, FIRST_PENSION_YEAR, LAST_PENSION_YEAR) ?? "bad");
  const [legalYear, earlyYear] = [yearOf(legal), yearOf(early)];
  const question = questionOf(numbers.readDay(since), numbers.readDay(asOf), debts === "no", legalYear, earlyYear);
  const pensionField = (label: string, value: string, year: PensionYear, onChange: (value: string) => void) => (
    <WholeField
      label={label}
      value={value}
      problem={
        year === "bad"
          ? t("pane:field/whole-invalid", { least: FIRST_PENSION_YEAR, most: LAST_PENSION_YEAR })
          : undefined
      }
      onChange={onChange}
    />
  );
  return (
    <>
      <DateField label={t("pane:funds/since")} hint={t("pane:funds/since-hint")} value={since} onChange={setSince} />
      <DateField
        label={t("pane:funds/as-of")}
        hint={t("pane:funds/as-of-hint")}
        value={asOf}
        problem={numbers.readDay(asOf) === undefined ? t("pane:field/date-invalid") : undefined}
        onChange={setAsOf}
      />
      <ChoiceField
        label={t("pane:funds/up-to-date")}
        hint={t("pane:funds/up-to-date-hint")}
        value={debts}
        choices={[
          { value: "no", text: t("pane:field/yes") },
          { value: "yes", text: t("pane:field/no") },
        ]}
        onChange={setDebts}
      />
      <Fold as="part" title={t("pane:funds/pension")}>
        {pensionField(t("pane:funds/pension-year"), legal, legalYear, setLegal)}
        {pensionField(t("pane:funds/early-year"), early, earlyYear, setEarly)}
      </Fold>
      {question && <SwitchAnswer question={question} />}
    </>
  );
}

/** The pane may know the clock; the functions do not. */
const today = (): string => isoDate(dayOf(new Date()));

function questionOf(
  since: Day | undefined,
  asOf: Day | undefined,
  upToDate: boolean,
  legal: PensionYear,
  early: PensionYear,
): SwitchQuestion | undefined {
  if (since === undefined || asOf === undefined || legal === "bad" || early === "bad") return undefined;
  return {
    since,
    asOf,
    kind: "person",
    upToDate,
    pensionAgeYear: legal === "none" ? undefined : legal,
    earlyPensionYear: early === "none" ? undefined : early,
  };
}

function SwitchAnswer({ question }: { readonly question: SwitchQuestion }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { since, asOf, upToDate, pensionAgeYear, earlyPensionYear } = question;
  // A person who owes nothing is what the function takes where nothing is said.
  const named = { since, asOf, upToDate: upToDate ? undefined : false, pensionAgeYear, earlyPensionYear };
  const [changeCall, requestCall] = [callOf("FUND.SWITCH", named), callOf("FUND.SWITCHREQUEST", named)];
  const [change, request] = [changeCall.result(), requestCall.result()];
  if (!change.ok) return <Notice intent="warning">{change.message}</Notice>;
  if (!request.ok) return <Notice intent="warning">{request.message}</Notice>;
  const way = fundChange(question).way();
  return (
    <div className={styles.part}>
      <Text as="p" className={styles.text} weight="semibold">
        {t("pane:funds/change-date", {
          change: numbers.day(change.value as Day),
          request: numbers.day(request.value as Day),
        })}
      </Text>
      <ol className={styles.steps}>
        {way.map((line) => (
          <li key={line.step}>
            {tell(line)} <Caption1 className={styles.note}>({articleName(line.article)})</Caption1>
          </li>
        ))}
      </ol>
      <FormulaLine formula={changeCall.formula} />
      <InsertButton
        label={t("pane:funds/insert-change")}
        appearance="secondary"
        insert={insertFormula(changeCall.formula, dateFormat())}
      />
      <InsertButton
        label={t("pane:funds/insert-request")}
        appearance="secondary"
        insert={insertFormula(requestCall.formula, dateFormat())}
      />
    </div>
  );
}
