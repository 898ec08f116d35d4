import {
  Badge,
  Caption1,
  makeStyles,
  Subtitle1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
  tokens,
} from "@fluentui/react-components";
import { articleName, describe, t, wordNames } from "../../i18n";
import { RATE_UNIT } from "../../rules/money";
import type { ConditionRow, Eligibility } from "../../rules/passerelle";
import { Refusal } from "../../rules/refusal";
import { centsOf, isErrorOfCell } from "../formula/call";
import { categoryName } from "../kit/category-name";
import { figureText } from "../kit/figure-list";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
import { OwnMarkOf } from "../kit/own-mark";
import { useSurroundings } from "../kit/surroundings";
import { Way } from "../kit/way";
import { AnswerTable } from "./answer-table";
import type { Asking, Assumed } from "./answers";
import type { Texts } from "./fields";
import { EstimateAnswer } from "./estimate-answer";
import { fieldsOf, inLabels } from "./fields";
import { entitlementName, quarterText } from "./in-words";
import type { Question } from "./question";
import { saidAs, type SaidAs, unitOf } from "./said";

const useStyles = makeStyles({
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
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
  assumption: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS },
});

interface AnswerViewProps {
  readonly question: Question;
  readonly call: Asking;
  /** What was asked. */
  readonly texts: Texts;
  /** What somebody assumes, where the answer rests on it. */
  readonly assumed: Assumption | undefined;
}

interface Assumption {
  readonly what: Assumed;
  readonly text: string;
}

/** What the function answers and what it rests on, or the cell's own message where it does not. */
export function AnswerView({ question, call, texts, assumed }: AnswerViewProps) {
  const { result } = call;
  if (!result.ok) return <Refused message={inLabels(result.message, fieldsOf(question))} />;
  return (
    <>
      <Answered question={question} call={call} texts={texts} value={result.value} />
      {assumed !== undefined && <AssumptionNote {...assumed} />}
      {!call.conditions && <Way of={t(`pane:benefits/question/${question.key}`)} way={call.way} />}
      <OwnMarkOf calls={[{ way: call.way, rows: Array.isArray(result.value) ? result.value.length - 1 : 0 }]} />
    </>
  );
}

interface AnsweredProps extends Pick<AnswerViewProps, "question" | "call" | "texts"> {
  readonly value: unknown;
}

function Answered({ question, call: { conditions, way }, texts, value }: AnsweredProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  if (conditions) return <Conditions {...conditions} />;
  const said = saidAs(question);
  const name = t(`pane:benefits/question/${question.key}`);
  if (said === "payments") return <Payments question={question} rows={value as unknown[][]} />;
  if (said === "table") return <AnswerTable id={question.id} name={name} rows={value as unknown[][]} />;
  if (said === "estimate") return <EstimateAnswer rows={value as unknown[][]} />;
  if (said === "conditions") return undefined;
  const unit = typeof value === "number" ? unitOf(question, texts) : undefined;
  return (
    <div className={styles.answer}>
      <Text>{t("pane:benefits/answer")}</Text>
      <Title3 as="p" className={styles.value}>
        {said === "figure" ? figureIn(way, numbers) : answerText(said, value, numbers)}
      </Title3>
      {unit !== undefined && <Caption1>{t(`pane:benefits/per/${unit}`)}</Caption1>}
    </div>
  );
}

const Refused = ({ message }: { readonly message: string }) => (
  <Notice intent="warning" {...useFiguresAction(message)}>
    {message}
  </Notice>
);

/** What nobody published is not shown as if somebody had. */
function AssumptionNote({ what, text }: Assumption) {
  const styles = useStyles();
  const count = Number(text);
  const form = count === 0 ? "none" : count === 1 ? "one" : "other";
  const key = what === "indexation" ? "growth" : form;
  return (
    <div className={styles.assumption}>
      <Badge className={styles.badge} appearance="tint" color="warning">
        {t("pane:benefits/assumed/badge")}
      </Badge>
      <Caption1>{t(`pane:benefits/assumed/${key}`, { count: text })}</Caption1>
    </div>
  );
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
      return typeof value === "string" ? t("pane:benefits/unlimited") : numbers.euros(centsOf(value));
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
      return t("pane:benefits/years", { count: Number(value) });
    case "months":
      return t(value === 1 ? "pane:benefits/one-month" : "pane:benefits/months", { count: Number(value) });
    case "quarters":
      return t(value === 1 ? "pane:benefits/one-quarter" : "pane:benefits/quarters", { count: Number(value) });
    case "vouchers":
      return t("pane:benefits/vouchers", { count: Number(value) });
    case "entitlement":
      return entitlementName(String(value));
    case "status":
      return categoryName(String(value));
    case "list": {
      const quarters = (value as unknown[][]).flat().filter((quarter) => quarter !== "");
      return quarters.length === 0
        ? t("pane:benefits/none")
        : quarters.map((quarter) => quarterText(String(quarter))).join(", ");
    }
  }
}

interface PaymentsProps {
  readonly question: Question;
  readonly rows: readonly (readonly unknown[])[];
}

function Payments({ question, rows: [, ...rows] }: PaymentsProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const shown = (cell: unknown, write: (value: number) => string): string =>
    isErrorOfCell(cell) ? "–" : write(Number(cell));
  // One sentence for all months: they differ in their day.
  const reasons = new Map(
    rows
      .flat()
      .filter(isErrorOfCell)
      .map(({ message }) => message)
      .reverse()
      .map((message) => [message.replace(/\d/g, ""), message]),
  );
  return (
    <div className={styles.answer}>
      <Table size="extra-small" aria-label={t(`pane:benefits/question/${question.key}`)}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t("pane:benefits/column/month")}</TableHeaderCell>
            <TableHeaderCell className={styles.number}>{t("pane:benefits/column/share")}</TableHeaderCell>
            <TableHeaderCell className={styles.number}>{t("pane:benefits/column/amount")}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(([month, share, amount]) => (
            <TableRow key={String(month)}>
              <TableCell>{numbers.month(Number(month))}</TableCell>
              <TableCell className={styles.number}>
                {shown(share, (value) => numbers.percent(Math.round(value * RATE_UNIT)))}
              </TableCell>
              <TableCell className={styles.number}>{shown(amount, (value) => numbers.euros(centsOf(value)))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {[...reasons.values()].reverse().map((reason) => (
        <Refused key={reason} message={inLabels(reason, fieldsOf(question))} />
      ))}
    </div>
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
        {t(`pane:benefits/verdict/${verdict}`)}
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
                  {t(`pane:benefits/met/${key}`)}
                </Badge>
              </div>
              {Object.entries(detail).map(([name, value]) => (
                <Caption1 key={name} className={styles.detail}>
                  {t(`pane:benefits/column/${name}`, { value: conditionText(value, numbers) })}
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
