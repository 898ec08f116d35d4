import { Caption1, makeStyles, mergeClasses, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { type ExplainedArgument, type Explanation, isCellError, type Matrix } from "../../explain";
import { argumentName, t } from "../../i18n";
import { asTyped } from "../formula/typed";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import { Lines } from "../kit/lines";
import { errorText, writtenValue } from "./written";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0, overflowWrap: "anywhere" },
  list: { margin: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  value: { margin: 0, marginLeft: "auto", textAlign: "right", overflowWrap: "anywhere", minWidth: 0 },
  error: { marginRight: "auto", textAlign: "left", fontWeight: tokens.fontWeightRegular },
  source: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  result: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  heading: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** One call of ours: what it was given, what it gives, and why. */
export function CallSection({ call }: { readonly call: Explanation }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const id = useId();
  const { lines, lifted, row, result } = call;
  const given = call.arguments.filter(({ text, value }) => text !== "" || value !== null);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as="h3" id={id} className={styles.title}>
        {call.id}
      </Subtitle2>
      {lifted !== undefined && lifted > 1 && (
        <Caption1 as="p" className={styles.note}>
          {t("pane:explain/lifted", { count: lifted })}
        </Caption1>
      )}
      <dl className={styles.list} aria-label={t("pane:explain/arguments")}>
        {given.map((argument) => (
          <div key={argument.name} className={styles.row}>
            <dt>
              {argumentName(argument.name)} <Origin argument={argument} />
            </dt>
            <dd className={styles.value}>{argumentText(argument, numbers)}</dd>
          </div>
        ))}
        <div className={mergeClasses(styles.row, styles.result)}>
          <dt>{t("pane:explain/result")}</dt>
          <dd className={mergeClasses(styles.value, isCellError(result) && styles.error)}>
            {resultText(result, call, numbers)}
          </dd>
        </div>
      </dl>
      {lines.length > 0 && (
        <>
          <Text as="h4" weight="semibold" className={styles.heading}>
            {t("pane:explain/steps")}
          </Text>
          {row !== undefined && (
            <Caption1 as="p" className={styles.note}>
              {t("pane:explain/row", { row })}
            </Caption1>
          )}
          <Lines lines={lines} />
        </>
      )}
    </section>
  );
}

/** What the formula says in the place of a value; nothing where it is the value itself. */
function Origin({ argument: { text } }: { readonly argument: ExplainedArgument }) {
  const { source } = useStyles();
  const isLiteral = /^(?:"(?:[^"]|"")*"|-?[\d.]+|TRUE|FALSE)?$/i.test(text);
  return isLiteral ? null : <Caption1 className={source}>{asTyped(text)}</Caption1>;
}

type Value = ExplainedArgument["value"];

const isMatrix = (value: Value): value is Extract<Value, Matrix<unknown>> => Array.isArray(value);

const MOST_SHOWN = 4;

function argumentText({ value, kind, text }: ExplainedArgument, numbers: Numbers): string {
  const one = (cell: Exclude<Value, Matrix<unknown>>): string =>
    typeof cell === "object" && cell !== null ? cell.basicValue : writtenValue(cell, kind, numbers);
  if (!isMatrix(value)) return value === null && text === "" ? t("pane:explain/blank") : one(value);
  const [rows, columns] = [value.length, value[0]?.length ?? 0];
  const isList = columns === 1 && rows <= MOST_SHOWN;
  return isList ? value.flat().map(one).join("; ") : t("pane:explain/table", { rows, columns });
}

function resultText(result: Explanation["result"], { kind }: Explanation, numbers: Numbers): string {
  if (isCellError(result)) return errorText(result);
  if (typeof result === "object" && result !== null) return t("pane:explain/table", { ...result });
  return writtenValue(result, kind, numbers);
}
