import { Badge, Caption1, makeStyles, Subtitle1, Text, Title3, tokens } from "@fluentui/react-components";
import { articleName, describe, t, wordNames } from "../../i18n";
import { RATE_UNIT } from "../../rules/money";
import type { ConditionRow, Eligibility } from "../../rules/passerelle";
import { Refusal } from "../../rules/refusal";
import type { Line } from "../../rules/trace";
import { centsOf, isErrorOfCell } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { Assumption } from "../kit/assumption";
import { categoryName } from "../kit/category-name";
import { figureText } from "../kit/figure-list";
import type { Numbers } from "../kit/numbers";
import { OwnMarkOf } from "../kit/own-mark";
import { Reasons, reasonsIn } from "../kit/reasons";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { toldRows } from "../projection/told-rows";
import type { Asking, Assumed } from "./answers";
import { EstimateAnswer } from "./estimate-answer";
import { fieldsOf, inLabels, type Texts } from "./fields";
import { FunctionTable } from "./function-table";
import { entitlementName, quarterText } from "./in-words";
import type { Question } from "./question";
import { saidAs, type SaidAs, unitOf } from "./said";

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  list: { display: "flex", flexDirection: "column", listStyleType: "none", margin: 0, padding: 0 },
  condition: {
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  badge: { flexShrink: 0 },
  detail: { overflowWrap: "anywhere" },
});

interface AnswerViewProps {
  readonly question: Question;
  readonly call: Asking;
  /** What was asked. */
  readonly texts: Texts;
  /** What somebody assumes, where the answer rests on it. */
  readonly assumed: AssumedText | undefined;
}

interface AssumedText {
  readonly what: Assumed;
  readonly text: string;
}

/** What the function answers and what it rests on, or the cell's own message where it does not. */
export function AnswerView({ question, call, texts, assumed }: AnswerViewProps) {
  const { result } = call;
  const labelled = (message: string): string => inLabels(message, fieldsOf(question));
  if (!result.ok) return <Reasons messages={[labelled(result.message)]} />;
  const rows = Array.isArray(result.value) && !call.conditions ? (result.value as unknown[][]) : [];
  return (
    <>
      <Answered question={question} call={call} texts={texts} value={result.value} />
      <Reasons messages={reasonsIn(rows).map(labelled)} />
      {assumed !== undefined && <AssumptionNote {...assumed} />}
      {!call.conditions && <Way of={t(`pane:questions/question/${question.key}`)} way={() => wayOf(question, call)} />}
      <OwnMarkOf calls={[{ way: call.way, rows: Array.isArray(result.value) ? result.value.length - 1 : 0 }]} />
    </>
  );
}

/** The steps of an answer, of a table row by row where each has its own. */
export const wayOf = ({ byRow }: Question, call: Asking): readonly Line[] => (byRow ? toldRows(call) : call.way());

interface AnsweredProps extends Pick<AnswerViewProps, "question" | "call" | "texts"> {
  readonly value: unknown;
}

function Answered({ question, call: { conditions, way }, texts, value }: AnsweredProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  if (conditions) return <Conditions {...conditions} />;
  const said = saidAs(question);
  const name = t(`pane:questions/question/${question.key}`);
  if (said === "payments") return <Payments question={question} rows={value as unknown[][]} />;
  if (said === "table") return <FunctionTable id={question.id} name={name} rows={value as unknown[][]} />;
  if (said === "estimate") return <EstimateAnswer rows={value as unknown[][]} />;
  if (said === "conditions") return undefined;
  const unit = typeof value === "number" ? unitOf(question, texts) : undefined;
  return (
    <div className={styles.answer}>
      <Text>{t("pane:questions/answer")}</Text>
      <Title3 as="p" className={styles.value}>
        {said === "figure" ? figureIn(way, numbers) : answerText(said, value, numbers)}
      </Title3>
      {unit !== undefined && <Caption1>{t(`pane:questions/per/${unit}`)}</Caption1>}
    </div>
  );
}

function AssumptionNote({ what, text }: AssumedText) {
  const count = Number(text);
  const form = count === 0 ? "none" : count === 1 ? "one" : "other";
  const key = what === "indexation" ? "growth" : form;
  return <Assumption text={t(`pane:questions/assumed/${key}`, { count: text })} />;
}

/** A figure of the law as its unit says. */
function figureIn(way: Asking["way"], numbers: Numbers): string {
  const [figure] = way().flatMap(({ figures }) => figures);
  return figure === undefined ? "" : figureText(figure, numbers);
}

type Single = Exclude<SaidAs, "payments" | "conditions" | "estimate" | "table" | "figure">;

function answerText(kind: Single, value: unknown, numbers: Numbers): string {
  switch (kind) {
    case "euro":
      return numbers.euros(centsOf(value));
    case "euro-or-word":
      return typeof value === "string" ? t("pane:questions/unlimited") : numbers.euros(centsOf(value));
    case "rate":
    case "ratio":
      return numbers.percent(Math.round(Number(value) * RATE_UNIT));
    case "fraction":
      return numbers.exactPercent(String(value));
    case "met":
      return t(value === true ? "pane:field/yes" : "pane:field/no");
    case "date":
      return numbers.day(Number(value));
    case "years":
      return t("pane:questions/years", { count: Number(value) });
    case "months":
      return t(value === 1 ? "pane:questions/one-month" : "pane:questions/months", { count: Number(value) });
    case "quarters":
      return t(value === 1 ? "pane:questions/one-quarter" : "pane:questions/quarters", { count: Number(value) });
    case "vouchers":
      return t("pane:questions/vouchers", { count: Number(value) });
    case "entitlement":
      return entitlementName(String(value));
    case "status":
      return categoryName(String(value));
    case "list": {
      const quarters = (value as unknown[][]).flat().filter((quarter) => quarter !== "");
      return quarters.length === 0
        ? t("pane:questions/none")
        : quarters.map((quarter) => quarterText(String(quarter))).join(", ");
    }
  }
}

interface PaymentsProps {
  readonly question: Question;
  readonly rows: readonly (readonly unknown[])[];
}

function Payments({ question, rows: [, ...rows] }: PaymentsProps) {
  const { numbers } = useSurroundings();
  const shown = (cell: unknown, write: (value: number) => string): string =>
    isErrorOfCell(cell) ? "–" : write(Number(cell));
  return (
    <AnswerTable
      label={t(`pane:questions/question/${question.key}`)}
      heads={["month", "share", "amount"].map((column) => t(`pane:questions/column/${column}`))}
      rows={rows.map(([month, share, amount]) => ({
        key: String(month),
        cells: [
          numbers.month(Number(month)),
          shown(share, (value) => numbers.percent(Math.round(value * RATE_UNIT))),
          shown(amount, (value) => numbers.euros(centsOf(value))),
        ],
      }))}
    />
  );
}

const WHETHER_MET = new Map<unknown, { readonly key: string; readonly color: "success" | "danger" }>([
  [true, { key: "met", color: "success" }],
  [false, { key: "not-met", color: "danger" }],
]);

function Conditions({ eligible, rows }: Eligibility) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const open = rows.some(({ met }) => met === undefined);
  const verdict = eligible ? (open ? "so-far" : "eligible") : "not-eligible";
  return (
    <div className={styles.answer}>
      <Subtitle1 as="p" className={styles.value}>
        {t(`pane:questions/verdict/${verdict}`)}
      </Subtitle1>
      <ul className={styles.list}>
        {rows.map(({ id, required, given, met, article }, index) => {
          const { key, color } = WHETHER_MET.get(met) ?? { key: "open", color: "informative" };
          const detail = given === undefined ? { required } : { required, given };
          return (
            <li key={index} className={styles.condition}>
              <div className={styles.head}>
                <Text weight="semibold">{t(`condition/${id}`)}</Text>
                <Badge className={styles.badge} appearance="tint" color={color}>
                  {t(`pane:questions/met/${key}`)}
                </Badge>
              </div>
              {Object.entries(detail).map(([name, value]) => (
                <Caption1 key={name} className={styles.detail}>
                  {t(`pane:questions/column/${name}`, { value: conditionText(value, numbers) })}
                </Caption1>
              ))}
              <Caption1>{articleName(article)}</Caption1>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function conditionText(value: ConditionRow["required"], numbers: Numbers): string {
  if (value instanceof Refusal) return describe(value);
  if (typeof value === "boolean") return t(value ? "pane:field/yes" : "pane:field/no");
  if (typeof value === "number") return String(value);
  if ("cents" in value) return numbers.euros(value.cents);
  return "day" in value ? numbers.day(value.day) : wordNames(value.of, value.all);
}
