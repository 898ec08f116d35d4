import { Badge, Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Line } from "../../explain/lines";
import { articleName, t } from "../../i18n";
import { STEP_UNIT } from "../../rules/trace";
import { rateArgument } from "../formula/formula";
import { FigureList } from "./figure-list";
import type { Numbers } from "./numbers";
import { SourcedLabel } from "./source-note";
import { useSurroundings } from "./surroundings";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  nested: {
    marginTop: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { padding: `${tokens.spacingVerticalXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  last: { ":last-child": { borderBottomColor: "transparent" } },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  text: {
    flexGrow: 1,
    flexBasis: "60%",
    minWidth: 0,
    overflowWrap: "anywhere",
    "::first-letter": { textTransform: "uppercase" },
  },
  amount: {
    marginLeft: "auto",
    textAlign: "right",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
  },
  basis: { display: "block", color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  article: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** Steps in their order; those that lead to a step stand below it. */
export function Lines({ lines, nested = false }: { readonly lines: readonly Line[]; readonly nested?: boolean }) {
  const styles = useStyles();
  return (
    // A list without bullets is a list to a screen reader only when it says so.
    <ol role="list" className={mergeClasses(styles.list, nested && styles.nested)}>
      {lines.map((line, index) => (
        <LineItem key={index} line={line} />
      ))}
    </ol>
  );
}

function LineItem({ line }: { readonly line: Line }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { text, article, confidence, figures, met, steps } = line;
  const basis = basisOf(line, numbers);
  const origin = [
    articleName(article),
    ...(confidence === undefined ? [] : [t(`pane:confidence/${confidence}`)]),
  ].filter(Boolean);
  return (
    <li className={mergeClasses(styles.line, styles.last)}>
      <div className={styles.head}>
        <span className={styles.text}>
          {figures.length === 0 ? text : <SourcedLabel info={<FigureList figures={figures} />}>{text}</SourcedLabel>}
        </span>
        {met !== undefined && <Met met={met} />}
        <span className={styles.amount}>{amountOf(line, numbers)}</span>
      </div>
      {basis !== "" && <Caption1 className={styles.basis}>{basis}</Caption1>}
      {origin.length > 0 && <Caption1 className={styles.article}>{origin.join(" · ")}</Caption1>}
      {steps !== undefined && steps.length > 0 && <Lines lines={steps} nested />}
    </li>
  );
}

function Met({ met }: { readonly met: boolean | null }) {
  if (met === null) return <Badge appearance="outline">{t("pane:explain/open")}</Badge>;
  return (
    <Badge appearance="tint" color={met ? "success" : "danger"}>
      {t(met ? "pane:explain/met" : "pane:explain/failed-condition")}
    </Badge>
  );
}

/** What a step gives; an amount that others start from stands here too. */
function amountOf({ amount, base, rate, count }: Line, numbers: Numbers): string {
  if (amount !== undefined) return numbers.exactEuros(amount / STEP_UNIT);
  if (count !== undefined) return numbers.decimal(String(count));
  if (base !== undefined && rate === undefined) return numbers.euros(base);
  return base === undefined && rate !== undefined ? percent(rate, numbers) : "";
}

function basisOf({ amount, base, rate, quarter }: Line, numbers: Numbers): string {
  if (rate === undefined) return base !== undefined && amount !== undefined ? numbers.euros(base) : "";
  if (base === undefined) return amount === undefined ? "" : percent(rate, numbers);
  return t(quarter ? "pane:explain/quarter-of" : "pane:explain/times", {
    base: numbers.euros(base),
    rate: percent(rate, numbers),
  });
}

const percent = (rate: number, numbers: Numbers): string => numbers.exactPercent(rateArgument(rate));
