import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { FunctionId, Shown } from "../../definitions";
import { t } from "../../i18n";
import { centsOf, isErrorOfCell, shownIn } from "../formula/call";
import { AnswerTable } from "../kit/answer-table";
import { capitalised } from "../kit/category-name";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  line: { whiteSpace: "nowrap", paddingRight: tokens.spacingHorizontalS },
  sentence: { minWidth: "200px" },
  list: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  pair: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  value: { margin: 0, marginLeft: "auto", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
});

interface FunctionTableProps {
  readonly id: FunctionId;
  /** What it answers. */
  readonly name: string;
  /** As cells have it, with its heads. */
  readonly rows: readonly (readonly unknown[])[];
}

/** A table as its cells would show it, in a box of its own to scroll; a single row reads from top to bottom. */
export function FunctionTable({ id, name, rows: [heads = [], ...rows] }: FunctionTableProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const kinds = shownIn(id);
  const kindOf = (at: number): Shown => kinds[at] ?? "text";
  const headOf = (at: number): string => capitalised(String(heads[at]));
  if (rows.length === 1)
    return (
      <dl className={styles.list} aria-label={name}>
        {rows[0]!.map((value, at) => (
          <div key={at} className={styles.pair}>
            <dt>{headOf(at)}</dt>
            <dd className={styles.value}>{contentOf(value, kindOf(at), numbers)}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <AnswerTable
      label={name}
      heads={heads.map((_, at) => headOf(at))}
      isNumber={(at) => isNumber(kindOf(at))}
      rows={rows.map((row, key) => ({
        key,
        cells: row.map((value, at) => (
          <div key={at} className={String(value).length > LONGEST_LINE ? styles.sentence : styles.line}>
            {contentOf(value, kindOf(at), numbers)}
          </div>
        )),
      }))}
    />
  );
}

/** What is longer takes several lines. */
const LONGEST_LINE = 40;

const NUMBERS: ReadonlySet<Shown> = new Set(["euro", "exact", "rate", "fraction", "ratio", "number", "date"]);
const isNumber = (shown: Shown): boolean => NUMBERS.has(shown);

function contentOf(value: unknown, shown: Shown, numbers: Numbers) {
  if (typeof value !== "string") return textOf(value, shown, numbers);
  if (/^https:/.test(value))
    return (
      <Link href={value} target="_blank" rel="noopener noreferrer">
        {new URL(value).hostname}
      </Link>
    );
  return value;
}

function textOf(value: unknown, shown: Shown, numbers: Numbers): string {
  if (isErrorOfCell(value)) return "–";
  if (typeof value === "boolean") return t(value ? "pane:field/yes" : "pane:field/no");
  switch (shown) {
    case "euro":
      return numbers.euros(centsOf(value));
    case "exact":
      return numbers.exactEuros(Number(value) * 100);
    case "rate":
    case "fraction":
    case "ratio":
      return numbers.exactPercent(String(value));
    case "date":
      return numbers.day(Number(value));
    default:
      return numbers.decimal(String(value));
  }
}
