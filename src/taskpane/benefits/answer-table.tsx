import {
  Link,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import type { FunctionId, Shown } from "../../definitions";
import { t } from "../../i18n";
import { centsOf, isErrorOfCell, shownIn } from "../formula/call";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  box: { overflowX: "auto" },
  table: { tableLayout: "auto", width: "auto", minWidth: "100%" },
  cell: { paddingRight: tokens.spacingHorizontalM, verticalAlign: "top", whiteSpace: "nowrap" },
  sentence: { minWidth: "200px", whiteSpace: "normal" },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  headNumber: { "& > *": { justifyContent: "flex-end" } },
  list: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  pair: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  value: { margin: 0, marginLeft: "auto", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
});

interface AnswerTableProps {
  readonly id: FunctionId;
  /** What it answers. */
  readonly name: string;
  /** As cells have it, with its heads. */
  readonly rows: readonly (readonly unknown[])[];
}

/** A table as its cells would show it, in a box of its own to scroll; a single row reads from top to bottom. */
export function AnswerTable({ id, name, rows: [heads = [], ...rows] }: AnswerTableProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const kinds = shownIn(id);
  const kindOf = (at: number): Shown => kinds[at] ?? "text";
  const headOf = (at: number): string => sentence(String(heads[at]));
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
    // What scrolls is reached by keyboard.
    <div className={styles.box} role="region" aria-label={name} tabIndex={0}>
      <Table size="extra-small" aria-label={name} className={styles.table}>
        <TableHeader>
          <TableRow>
            {heads.map((_, at) => (
              <TableHeaderCell
                key={at}
                className={mergeClasses(styles.cell, styles.head, isNumber(kindOf(at)) && styles.headNumber)}
              >
                {headOf(at)}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row, at) => (
            <TableRow key={at}>
              {row.map((value, column) => (
                <TableCell
                  key={column}
                  className={mergeClasses(
                    styles.cell,
                    isNumber(kindOf(column)) && styles.number,
                    String(value).length > LONGEST_LINE && styles.sentence,
                  )}
                >
                  {contentOf(value, kindOf(column), numbers)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** What is longer takes several lines. */
const LONGEST_LINE = 40;

const NUMBERS: ReadonlySet<Shown> = new Set(["euro", "exact", "rate", "fraction", "ratio", "number", "date"]);
const isNumber = (shown: Shown): boolean => NUMBERS.has(shown);

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
