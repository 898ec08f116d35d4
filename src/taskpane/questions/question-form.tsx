import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  Field,
  Link,
  makeStyles,
  Text,
  ToggleButton,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import {
  AmountField,
  type Choice,
  ChoiceField,
  DateField,
  DecimalField,
  FundField,
  PercentField,
  SuggestedField,
  TypedField,
  WholeField,
} from "../kit/fields";
import { rateInvalid } from "../kit/fee";
import { FormulaLine } from "../kit/formula-line";
import { insertBlock, InsertButton } from "../kit/insert";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import { AnswerView } from "./answer-view";
import { ask, askedFields, ASSUMABLE, type Assumed, lacking, type Problem, textIn, wordsOf } from "./answers";
import type { Texts } from "./fields";
import { blockOf } from "./block";
import { fieldsOf, labelOf, type FormField } from "./fields";
import { figureNames } from "./figure-names";
import { fundIn, fundText } from "./fund-text";
import { PaymentsField } from "./payments-field";
import type { Question } from "./question";
import { wordText } from "./words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  more: { "& > button": { paddingLeft: 0 } },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, margin: 0 },
});

const MORE = "more";

interface QuestionFormProps {
  readonly question: Question;
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
}

/** The fields of a question, its answer and the formula that gives it. */
export function QuestionForm({ question, texts, onChange }: QuestionFormProps) {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const { year } = workbook.parameters;
  const [opened, setOpened] = useState<boolean>();
  const { problems, call } = ask(question, texts, year, numbers);
  const asked = askedFields(fieldsOf(question), texts);
  const entry = (field: FormField) => (
    <Entry
      key={field.parameter}
      field={field}
      text={textIn(field, texts, year)}
      texts={texts}
      problem={problems[field.parameter]}
      onChange={(text) => onChange({ ...texts, [field.parameter]: text })}
    />
  );
  const rare = asked.filter(({ more }) => more);
  const lacks = lacking(question, texts, year, numbers);
  // What a refusal asks for may be among them; once there it stays, for somebody types in it.
  const isOpen = opened ?? false;
  if (opened === undefined && (lacks || call?.result.ok === false)) setOpened(true);
  const assumed = lacks === undefined ? "" : (texts[lacks] ?? "").trim();
  return (
    <div className={styles.form}>
      {question.note && <Text>{t(`pane:questions/note/${question.note}`)}</Text>}
      {asked.filter(({ more }) => !more).map(entry)}
      {rare.length > 0 && (
        <Accordion
          collapsible
          openItems={isOpen ? [MORE] : []}
          onToggle={(_, { openItems }) => setOpened(openItems.includes(MORE))}
        >
          <AccordionItem value={MORE}>
            <AccordionHeader as="h3" className={styles.more}>
              {t("pane:questions/more")}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>{rare.map(entry)}</AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <div aria-live="polite">
        {call ? (
          <AnswerView
            question={question}
            call={call}
            texts={texts}
            assumed={lacks !== undefined && assumed !== "" ? { what: lacks, text: assumed } : undefined}
          />
        ) : (
          <Text>{t("pane:questions/incomplete")}</Text>
        )}
      </div>
      {lacks && (
        <Assumptions what={lacks} assumed={assumed} onAssume={(text) => onChange({ ...texts, [lacks]: text })} />
      )}
      {call && <FormulaLine formula={call.formula} />}
      <InsertButton
        label={t("pane:formula/button")}
        disabled={!call}
        insert={(host) => insertBlock(blockOf(question, call!, numbers.euroFormat))(host)}
      />
      <Link href={`help/${question.id.toLowerCase()}.html`} target="_blank" rel="noopener noreferrer">
        {t("pane:questions/help", { function: question.id })}
      </Link>
    </div>
  );
}

interface AssumptionsProps {
  readonly what: Assumed;
  readonly assumed: string;
  readonly onAssume: (text: string) => void;
}

/** After the last amount held: that one, or one index step more; after the last year, a growth. The field keeps what is chosen. */
function Assumptions({ what, assumed, onAssume }: AssumptionsProps) {
  const styles = useStyles();
  return (
    <div className={styles.actions} role="group" aria-label={t("pane:questions/assume/title")}>
      {ASSUMABLE[what].map((text) => (
        <ToggleButton key={text} size="small" checked={assumed === text} onClick={() => onAssume(text)}>
          {t(`pane:questions/assume/${what === "indexation" ? "growth" : text === "0" ? "last" : "step"}`)}
        </ToggleButton>
      ))}
    </div>
  );
}

interface EntryProps {
  readonly field: FormField;
  readonly text: string;
  readonly texts: Texts;
  readonly problem: Problem | undefined;
  readonly onChange: (text: string) => void;
}

function Entry({ field, text, texts, problem, onChange }: EntryProps) {
  const { numbers } = useSurroundings();
  const common = {
    label: labelOf(field),
    hint: field.hint && t(`pane:questions/hint/${field.hint}`),
    problem: problem && problemText(problem, field, numbers),
    value: text,
    onChange,
    ...(field.required && { required: true }),
  };
  switch (field.kind) {
    case "amount":
    case "income":
      return <AmountField {...common} />;
    case "percent":
      return <PercentField {...common} />;
    case "whole":
    case "year":
      return <WholeField {...common} />;
    case "decimal":
      return <DecimalField {...common} />;
    case "date":
      return <DateField {...common} />;
    case "amounts":
      return <TypedField {...common} />;
    case "payments":
      return <PaymentsField {...common} />;
    case "fund":
      return (
        <FundField
          {...common}
          value={fundIn(text)}
          optional
          {...(field.required && { none: t("pane:questions/choose") })}
          onChange={(fund) => onChange(fundText(fund))}
        />
      );
    case "figure":
      return <SuggestedField {...common} suggestions={figureNames()} />;
    case "yes":
      return (
        <Field hint={common.hint ?? null}>
          <Checkbox
            label={common.label}
            checked={text === "yes"}
            onChange={(_, { checked }) => onChange(checked === true ? "yes" : "")}
          />
        </Field>
      );
    case "yes-no":
      return (
        <ChoiceField
          {...common}
          choices={[
            { value: "", text: t("pane:field/not-given") },
            { value: "yes", text: t("pane:field/yes") },
            { value: "no", text: t("pane:field/no") },
          ]}
        />
      );
    case "word":
    case "number": {
      const words = wordsOf(field, texts);
      return (
        <ChoiceField
          {...common}
          value={words.includes(text) ? text : ""}
          choices={[
            { value: "", text: t(field.required ? "pane:questions/choose" : "pane:field/not-given") },
            ...words.map((word): Choice<string> => ({ value: word, text: wordText(field.list, word) })),
          ]}
        />
      );
    }
  }
}

const EXAMPLE_AMOUNT = 150_000;
const EXAMPLE_INCOME = 3_000_000;
const EXAMPLE_PERCENT = "50";

function problemText(problem: Problem, field: FormField, numbers: Numbers): string {
  switch (problem) {
    case "amount":
      return t("pane:field/amount-invalid", { example: numbers.amount(EXAMPLE_AMOUNT) });
    case "percent":
      return t("pane:field/percent-invalid", { example: EXAMPLE_PERCENT });
    case "amounts":
      return t("pane:questions/amounts-invalid", {
        first: numbers.amount(EXAMPLE_INCOME),
        second: numbers.amount(EXAMPLE_INCOME + 100_000),
      });
    case "whole":
      return field.most === undefined
        ? t("pane:field/count-invalid", { least: field.least })
        : t("pane:field/whole-invalid", { least: field.least, most: field.most });
    case "decimal":
      return t("pane:field/number-invalid", { least: numbers.decimal(`${field.least}`), most: field.most! });
    case "date":
      return t("pane:field/date-invalid");
    case "fund":
      return rateInvalid(numbers);
    case "figure":
      return t("pane:questions/figure-invalid");
  }
}
