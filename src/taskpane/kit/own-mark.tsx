import { Badge, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { reader, t } from "../../i18n";
import type { Figure } from "../../rules/figures";
import { attempt, Refusal } from "../../rules/refusal";
import type { Line } from "../../rules/trace";
import type { Call } from "../formula/call";
import { FigureList } from "./figure-list";
import { SourcedLabel } from "./source-note";
import { useSurroundings } from "./surroundings";

const useStyles = makeStyles({
  mark: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  badge: { flexShrink: 0 },
  source: { overflowWrap: "anywhere" },
});

/** What rests on a figure of the user's own says so, with where that stands and which figures they are. */
export function OwnMark({ figures }: { readonly figures: readonly Figure[] }) {
  const styles = useStyles();
  const own = distinct(figures.filter(({ confidence }) => confidence === "own"));
  if (own.length === 0) return null;
  const sources = [...new Set(own.map(({ source }) => source.title))];
  const list = new Intl.ListFormat(reader.language, { type: "conjunction" }).format(sources);
  return (
    <div className={styles.mark}>
      <Badge className={styles.badge} appearance="tint" color="warning">
        {t("confidence/own")}
      </Badge>
      <SourcedLabel info={<FigureList figures={own} />}>
        <Caption1 className={styles.source}>{t("pane:source/own", { sources: list })}</Caption1>
      </SourcedLabel>
    </div>
  );
}

/** The same of what functions answer. Who has no figures of his own waits for nothing. */
export function OwnMarkOf({ calls }: { readonly calls: readonly Answered[] }) {
  const { ownFigures } = useSurroundings().workbook;
  if (ownFigures instanceof Refusal || ownFigures.length === 0) return null;
  return <OwnMark figures={calls.flatMap(figuresOf)} />;
}

/** A call, and how many rows its table has. */
interface Answered extends Pick<Call, "way"> {
  readonly rows?: number;
}

/** What has no answer rests on nothing. The way of a table leaves out what each row rests on. */
function figuresOf({ way, rows = 0 }: Answered): Figure[] {
  const places = [undefined, ...Array.from({ length: rows }, (_, row) => ({ row, column: 0 }))];
  return places.flatMap((at) => {
    const lines = attempt(() => way(at));
    return lines instanceof Refusal ? [] : lines.flatMap(figuresIn);
  });
}

const figuresIn = ({ figures, steps = [] }: Line): Figure[] => [...figures, ...steps.flatMap(figuresIn)];

const distinct = (figures: readonly Figure[]): Figure[] => [
  ...new Map(figures.map((figure) => [`${figure.id} ${figure.from}`, figure])).values(),
];
