import {
  Badge,
  Caption1,
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
import { t } from "../../i18n";
import { RATE_UNIT } from "../../rules/money";
import { SourcedLabel, SourceNote } from "../kit/source-note";
import { useSurroundings } from "../kit/surroundings";
import { type Offer, TEN_YEARS } from "./offers";

const useStyles = makeStyles({
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { justifyContent: "flex-end" } },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`, verticalAlign: "top" },
  fund: { width: "44%" },
  badge: { marginInlineStart: tokens.spacingHorizontalXS },
  note: { color: tokens.colorNeutralForeground3 },
});

interface ComparisonTableProps {
  readonly label: string;
  readonly offers: readonly Offer[];
  readonly year: number;
}

export function ComparisonTable({ label, offers, year }: ComparisonTableProps) {
  const styles = useStyles();
  return (
    <Table size="small" aria-label={label}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={mergeClasses(styles.cell, styles.fund)}>{t("pane:funds/fund")}</TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.cell, styles.number)}>
            {t("pane:funds/fee-per-year")}
          </TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.cell, styles.number)}>
            {t("pane:funds/difference")}
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {offers.map((offer) => (
          <OfferRow key={offer.id} offer={offer} year={year} />
        ))}
      </TableBody>
    </Table>
  );
}

function OfferRow({ offer, year }: { readonly offer: Offer; readonly year: number }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { name, published, feePerYear, differencePerYear } = offer;
  const mark = markOf(offer);
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        {published ? (
          <SourcedLabel info={<SourceNote source={published.figure.source} confidence={published.figure.confidence} />}>
            {name}
          </SourcedLabel>
        ) : (
          name
        )}
        {mark !== undefined && (
          <Badge className={styles.badge} appearance="outline" color="brand">
            {mark}
          </Badge>
        )}
        {published?.figure.confidence === "own" && (
          <Badge className={styles.badge} appearance="tint" color="warning">
            {t("confidence/own")}
          </Badge>
        )}
        <br />
        <Caption1 className={styles.note}>
          {published ? numbers.percent(Number(offer.rate) * RATE_UNIT) : numbers.exactPercent(offer.rate)}
          {published && published.sourceYear < year ? `, ${t("pane:funds/older", { year: published.sourceYear })}` : ""}
        </Caption1>
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.number)}>{numbers.euros(feePerYear)}</TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.number)}>
        {differencePerYear === 0 ? (
          "–"
        ) : (
          <>
            {numbers.euros(differencePerYear)}
            <br />
            <Caption1 className={styles.note}>{numbers.euros(TEN_YEARS * differencePerYear)}</Caption1>
          </>
        )}
      </TableCell>
    </TableRow>
  );
}

/** What sets a row apart, in words; a rate of one's own has it in its name. */
export const markOf = ({ id, isMine }: Offer): string | undefined =>
  isMine && id !== "mine" ? t("pane:funds/mine") : undefined;
