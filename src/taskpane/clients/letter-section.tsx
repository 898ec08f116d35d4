import { Caption1, Field, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Host } from "../../host/host";
import { type Language, LANGUAGES, recordOf, t } from "../../i18n";
import { callOf, centsOf, dayPiece, wordPiece, yearPieces } from "../formula/call";
import { feePiece } from "../kit/fee";
import { AmountField, CategoryField, ChoiceField, DateField, FundField, TypedField } from "../kit/fields";
import { useFiguresAction } from "../kit/figures-action";
import { FormulaLine } from "../kit/formula-line";
import { InsertButton, insertSheet } from "../kit/insert";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
import { OwnMarkOf } from "../kit/own-mark";
import { useSurroundings } from "../kit/surroundings";
import { amountIn, type Client } from "./clients";
import { inLanguage, type Letter, type LetterForm, type LetterProblem, type Links, readLetter } from "./letter";
import { letterSheet } from "./letter-sheet";
import { nameOf } from "./list-preview";
import { listYears } from "./years";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  text: { margin: 0 },
  field: { minWidth: 0 },
});

interface LetterSectionProps {
  readonly form: LetterForm;
  readonly links: Links;
  readonly clients: readonly Client[];
  /** The client of the list of whom the letter is, by the row; "" for one that is typed in. */
  readonly chosen: string;
  readonly onForm: (change: Partial<LetterForm>) => void;
  readonly onClient: (client: Client | undefined) => void;
}

/** The year of one client as a letter, in any of the languages. */
export function LetterSection({ form, links, clients, chosen, onForm, onClient }: LetterSectionProps) {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { parameters } = workbook;
  const { letter, problems } = useMemo(
    () => readLetter(form, links, parameters, numbers),
    [form, links, parameters, numbers],
  );
  const said = (field: keyof LetterForm): string | undefined => {
    const problem = problems[field];
    // Nothing is wrong yet where nobody has typed.
    return problem === undefined || (problem === "required" && form[field] === "")
      ? undefined
      : sentence(problem, numbers);
  };
  const optional = (key: string): string => `${t(key)} (${t("pane:field/optional")})`;
  return (
    <div className={styles.part}>
      {clients.length > 0 && (
        <ChoiceField
          label={t("pane:clients/letter/client")}
          value={chosen}
          choices={[
            { value: "", text: t("pane:clients/letter/typed-in") },
            ...clients
              .filter(({ problems: wrong }) => wrong.length === 0)
              .map((client) => ({ value: String(client.at), text: nameOf(client) })),
          ]}
          onChange={(value) => onClient(clients.find(({ at }) => String(at) === value))}
        />
      )}
      <ChoiceField<Language>
        label={t("pane:clients/letter/language")}
        value={form.language}
        choices={LANGUAGES.map((language) => ({ value: language, text: recordOf(language).name }))}
        onChange={(language) => onForm({ language })}
      />
      <TypedField
        label={t("pane:clients/column/name")}
        required
        value={form.name}
        problem={said("name")}
        onChange={(name) => onForm({ name })}
      />
      <LinesField
        label={optional("pane:clients/letter/address")}
        value={form.address}
        onChange={(address) => onForm({ address })}
      />
      <CategoryField value={form.category} onChange={(category) => onForm({ category })} />
      <ChoiceField
        label={t("pane:clients/year")}
        value={form.year}
        choices={listYears(parameters.year).map((year) => ({ value: String(year), text: String(year) }))}
        onChange={(year) => onForm({ year })}
      />
      <AmountField
        label={t("pane:field/income")}
        required
        hint={t("pane:field/income-hint")}
        value={form.income}
        problem={said("income")}
        onChange={(income) => onForm({ income })}
      />
      <AmountField
        label={optional("pane:clients/letter/earlier")}
        hint={t("pane:clients/letter/earlier-hint", { year: Number(form.year) - 3 })}
        value={form.earlier}
        problem={said("earlier")}
        onChange={(earlier) => onForm({ earlier })}
      />
      <div className={styles.pair}>
        <DateField
          label={optional("pane:field/start")}
          value={form.start}
          problem={said("start")}
          onChange={(start) => onForm({ start })}
        />
        <DateField
          label={optional("pane:clients/column/stop")}
          value={form.stop}
          problem={said("stop")}
          onChange={(stop) => onForm({ stop })}
        />
      </div>
      <FundField optional value={form.fund} onChange={(fund) => onForm({ fund })} />
      <AmountField
        label={optional("pane:clients/column/paid")}
        hint={t("pane:clients/letter/paid-hint")}
        value={form.paid}
        problem={said("paid")}
        onChange={(paid) => onForm({ paid })}
      />
      <DateField
        label={optional("pane:clients/letter/sent")}
        hint={t("pane:clients/letter/sent-hint")}
        value={form.sent}
        problem={said("sent")}
        onChange={(sent) => onForm({ sent })}
      />
      <LinesField
        label={optional("pane:clients/letter/sender")}
        value={form.sender}
        onChange={(sender) => onForm({ sender })}
      />
      <div className={styles.pair}>
        <TypedField
          label={optional("pane:clients/letter/town")}
          value={form.town}
          onChange={(town) => onForm({ town })}
        />
        <DateField
          label={t("pane:clients/letter/written")}
          required
          value={form.written}
          problem={said("written")}
          onChange={(written) => onForm({ written })}
        />
      </div>
      {letter ? <Answer letter={letter} /> : <Text>{t("pane:clients/letter/incomplete")}</Text>}
      <InsertButton
        label={t("pane:clients/letter/insert")}
        disabled={!letter || refusalOf(letter) !== undefined}
        insert={(host) => insertLetter(letter!, form.language, host)}
      />
    </div>
  );
}

const insertLetter = async (letter: Letter, language: Language, host: Host): Promise<string> =>
  insertSheet(await inLanguage(language, () => letterSheet(letter)))(host);

/** The year's account, as the letter's cells work it out. */
const dossierOf = ({ income, category, year, start, stop, fee, paid, parameters }: Letter) =>
  callOf("INASTI.DOSSIER", {
    incomes: income,
    categories: wordPiece("category", category),
    years: year,
    starts: start === undefined ? undefined : dayPiece(start),
    stops: stop === undefined ? undefined : dayPiece(stop),
    funds: feePiece(fee),
    paid,
    indexation: yearPieces(parameters, year).indexation,
  });

function refusalOf(letter: Letter): string | undefined {
  const answer = dossierOf(letter).result();
  if (!answer.ok) return answer.message;
  const wrong = (answer.value as unknown[][])[1]!.find((cell) => cell instanceof Error);
  return wrong === undefined ? undefined : (wrong as Error).message;
}

function Answer({ letter }: { readonly letter: Letter }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const call = useMemo(() => dossierOf(letter), [letter]);
  const refusal = refusalOf(letter);
  const action = useFiguresAction(refusal ?? "");
  if (refusal !== undefined)
    return (
      <Notice intent="warning" {...action}>
        {refusal}
      </Notice>
    );
  const answer = call.result();
  const account = answer.ok ? (answer.value as unknown[][])[1]! : [];
  const [total, settlement] = [amountIn(account, "total"), amountIn(account, "settlement")];
  return (
    <>
      <Text as="p" className={styles.text} weight="semibold">
        {t("pane:clients/letter/total-of", { year: letter.year, total: numbers.euros(centsOf(total)) })}
      </Text>
      {settlement !== undefined && (
        <Text as="p" className={styles.text}>
          {t(`pane:clients/letter/${settlement > 0 ? "to-pay" : settlement < 0 ? "to-receive" : "settled"}`)}
          {settlement === 0 ? "" : ` ${numbers.euros(Math.abs(centsOf(settlement)))}`}
        </Text>
      )}
      <OwnMarkOf calls={[{ way: call.way, rows: 1 }]} />
      <FormulaLine formula={call.formula} />
      <Caption1>{t("pane:clients/letter/what")}</Caption1>
    </>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text of a few lines. */
function LinesField({ label, value, onChange }: LinesFieldProps) {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.field}>
      <Textarea rows={2} resize="vertical" value={value} onChange={(_, { value: typed }) => onChange(typed)} />
    </Field>
  );
}

const EXAMPLE = 4_000_000;

function sentence(problem: LetterProblem, numbers: Numbers): string {
  if (problem === "required") return t("pane:field/required");
  if (problem === "amount") return t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE) });
  return t("pane:field/date-invalid");
}
