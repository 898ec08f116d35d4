import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import { type Category, FIRST_YEAR, lastKnownYear } from "../../rules/contributions";
import { PREMIUM_KINDS, type PremiumKind } from "../../rules/pension";
import { wordText } from "../questions/words";
import { useAmountStyles } from "../calculator/amount-styles";
import { centsOf } from "../formula/call";
import { Assumption } from "../kit/assumption";
import { type FundChoice, readFee } from "../kit/fee";
import { AmountField, CategoryField, ChoiceField, FundField, WholeField } from "../kit/fields";
import { useFiguresAction } from "../kit/figures-action";
import { FormulaLine } from "../kit/formula-line";
import { InsertButton, insertSheet } from "../kit/insert";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
import { OwnMarkOf } from "../kit/own-mark";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { answerPremium, type Premium, type PremiumAnswer } from "./plci";
import { plciSheet } from "./plci-sheet";

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  call: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
});

interface Typed {
  readonly earlier: string;
  /** Null until somebody types another than the workbook's. */
  readonly year: string | null;
  readonly category: Category;
  readonly kind: PremiumKind;
  readonly basis: Premium["basis"];
  readonly amount: string;
  readonly fund: FundChoice;
  readonly paid: string;
}

const EMPTY: Typed = {
  earlier: "",
  year: null,
  category: "principal",
  kind: "ordinary",
  basis: "profit",
  amount: "",
  fund: { fund: "none", rate: "" },
  paid: "",
};

const EXAMPLE = 4_000_000;
/** The law has a highest premium from then on. */
const FIRST_PREMIUM_YEAR = FIRST_YEAR + 1;

/** The highest premium of the free supplementary pension, and what it saves in contributions. */
export function PlciSection() {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const [typed, setTyped] = useState(EMPTY);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const yearText = typed.year ?? String(workbook.parameters.year);
  const { premium, problems } = read({ ...typed, year: yearText }, numbers);
  const answer = premium && answerPremium(premium, workbook.parameters);
  const maximum = answer?.maximum.ok ? centsOf(answer.maximum.value) : undefined;
  const isAbove = premium?.paid !== undefined && maximum !== undefined && premium.paid > maximum;
  return (
    <Section title={t("pane:what-if/plci/title")} text={t("pane:what-if/plci/text")}>
      <AmountField
        label={t("pane:what-if/plci/earlier")}
        hint={t("pane:questions/hint/income-n3")}
        value={typed.earlier}
        problem={problems.earlier}
        required
        onChange={(earlier) => change({ earlier })}
      />
      <WholeField
        label={t("pane:questions/label/premium-year")}
        value={yearText}
        problem={problems.year}
        onChange={(year) => change({ year })}
      />
      <CategoryField value={typed.category} onChange={(category) => change({ category })} />
      <ChoiceField<PremiumKind>
        label={t("pane:questions/label/premium-kind")}
        value={typed.kind}
        choices={PREMIUM_KINDS.map((kind) => ({ value: kind, text: wordText("PENSION_KIND", kind) }))}
        onChange={(kind) => change({ kind })}
      />
      <ChoiceField<Premium["basis"]>
        label={t("pane:what-if/plci/basis")}
        value={typed.basis}
        choices={(["profit", "income"] as const).map((basis) => ({
          value: basis,
          text: t(`pane:what-if/plci/amount/${basis}`),
        }))}
        onChange={(basis) => change({ basis })}
      />
      <AmountField
        label={t(`pane:what-if/plci/amount/${typed.basis}`)}
        hint={t(`pane:what-if/plci/amount-hint/${typed.basis}`)}
        value={typed.amount}
        problem={problems.amount}
        required
        onChange={(amount) => change({ amount })}
      />
      {typed.basis === "profit" && <FundField optional value={typed.fund} onChange={(fund) => change({ fund })} />}
      <AmountField
        label={t("pane:what-if/plci/paid")}
        hint={t("pane:what-if/plci/paid-hint")}
        value={typed.paid}
        problem={
          problems.paid ?? (isAbove ? t("pane:what-if/plci/above", { maximum: numbers.euros(maximum) }) : undefined)
        }
        onChange={(paid) => change({ paid })}
      />
      <div aria-live="polite" className={styles.answer}>
        {answer ? <PremiumView answer={answer} isAbove={isAbove} /> : <Text>{t("pane:questions/incomplete")}</Text>}
      </div>
      <InsertButton
        label={t("pane:projection/insert")}
        disabled={!answer?.effect || isAbove}
        insert={(host) => insertSheet(plciSheet(premium!, workbook.parameters, numbers.euroFormat))(host)}
      />
    </Section>
  );
}

/** What a premium saves; or why that cannot be told. */
function PremiumView({ answer, isAbove }: { readonly answer: PremiumAnswer; readonly isAbove: boolean }) {
  const styles = useStyles();
  const { maximum, effect, calls } = answer;
  const refused = [maximum, ...(effect ? [effect.without, effect.with] : [])].find(({ ok }) => !ok);
  const message = refused && !refused.ok ? refused.message : "";
  const action = useFiguresAction(message);
  const saved = effect?.without.ok && effect.with.ok ? centsOf(effect.without.value) - centsOf(effect.with.value) : 0;
  return (
    <>
      {(maximum.ok || effect) && (
        <Amounts
          rows={[
            ...(maximum.ok ? [["maximum", centsOf(maximum.value)] as const] : []),
            ...(effect?.without.ok && effect.with.ok && !isAbove
              ? ([
                  ["without", centsOf(effect.without.value)],
                  ["with", centsOf(effect.with.value)],
                  ["saved", saved],
                  ["net", effect.premium - saved],
                ] as const)
              : []),
          ]}
        />
      )}
      {refused && (
        <Notice intent="warning" {...action}>
          {message}
        </Notice>
      )}
      {effect && !refused && !isAbove && <Assumption text={t("pane:what-if/plci/assumption")} />}
      <OwnMarkOf calls={calls.map(({ call }) => call)} />
      {calls.map(({ of, call: { formula, way } }) => (
        <div key={of} className={styles.call}>
          <Text weight="semibold">{t(`pane:what-if/plci/${of}`)}</Text>
          <Way of={t(`pane:what-if/plci/${of}`)} way={way} />
          <FormulaLine formula={formula} />
        </div>
      ))}
    </>
  );
}

type AmountRow = readonly [key: "maximum" | "without" | "with" | "saved" | "net", cents: number];

const SUMS: ReadonlySet<string> = new Set(["saved", "net"]);

function Amounts({ rows }: { readonly rows: readonly AmountRow[] }) {
  const amounts = useAmountStyles();
  const { numbers } = useSurroundings();
  return (
    <dl className={amounts.list}>
      {rows.map(([key, cents]) => (
        <div key={key} className={mergeClasses(amounts.row, SUMS.has(key) && amounts.sum)}>
          <dt>{t(`pane:what-if/plci/${key}`)}</dt>
          <dd className={amounts.value}>{numbers.euros(cents)}</dd>
        </div>
      ))}
    </dl>
  );
}

type Problems = Partial<Record<"earlier" | "year" | "amount" | "paid", string>>;

function read(
  { earlier: earlierText, year: yearText, amount: amountText, paid: paidText, fund, ...rest }: Typed,
  numbers: Numbers,
): { readonly premium?: Premium; readonly problems: Problems } {
  const [earlier, amount] = [earlierText, amountText].map(numbers.readSigned);
  const paid = paidText.trim() === "" ? undefined : numbers.read(paidText);
  const year = numbers.readWhole(yearText ?? "", FIRST_PREMIUM_YEAR, lastKnownYear());
  const fee = rest.basis === "profit" ? readFee(fund, numbers) : null;
  const invalid = t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE) });
  const problems: Problems = {
    ...(earlierText.trim() !== "" && earlier === undefined && { earlier: invalid }),
    ...(amountText.trim() !== "" && amount === undefined && { amount: invalid }),
    ...(paidText.trim() !== "" && paid === undefined && { paid: invalid }),
    ...(year === undefined && {
      year: t("pane:field/whole-invalid", { least: FIRST_PREMIUM_YEAR, most: lastKnownYear() }),
    }),
  };
  const isComplete =
    earlier !== undefined &&
    amount !== undefined &&
    year !== undefined &&
    fee !== undefined &&
    Object.keys(problems).length === 0;
  return { problems, ...(isComplete && { premium: { ...rest, earlier, amount, year, fee, paid } }) };
}
