import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { Cents } from "../../rules/money";
import { useSurroundings } from "../kit/surroundings";
import { axisAround } from "./axis";
import { ChartFrame, FORCED_INK } from "./chart-frame";

const useStyles = makeStyles({
  columns: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  zero: { stroke: "currentcolor", strokeWidth: "1px" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  name: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, ...FORCED_INK },
  swatch: { flexShrink: 0 },
  first: { fill: tokens.colorBrandForeground1, "@media (forced-colors: active)": { fill: "Highlight" } },
  second: {
    fill: tokens.colorPaletteDarkOrangeForeground3,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  third: { fill: tokens.colorPalettePurpleForeground2, "@media (forced-colors: active)": { fill: "LinkText" } },
  fourth: { fill: tokens.colorNeutralForeground3, "@media (forced-colors: active)": { fill: "GrayText" } },
});

/** As in the charts of the sheets: the first series has the colour of all charts. */
const FILLS = ["first", "second", "third", "fourth"] as const;

interface Series {
  readonly name: string;
  /** A year each; undefined where it is not known. */
  readonly amounts: readonly (Cents | undefined)[];
}

interface ColumnChartProps {
  readonly title: string;
  readonly years: readonly number[];
  /** No more than there are colours; the names stand below where there are several. */
  readonly series: readonly Series[];
}

const EURO = 100;
const TICKS = 4;
const MOST_NAMES = 8;
/** Of the room of a year. */
const GROUP_WIDTH = 0.66;
const SWATCH = 10;

/** Amounts by year, a column for each series. */
export function ColumnChart({ title, years, series }: ColumnChartProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const every = Math.ceil(years.length / MOST_NAMES);
  const amounts = series.flatMap((one) => one.amounts.filter((amount) => amount !== undefined));
  const [first, last] = [years[0]!, years.at(-1)!];
  const width = GROUP_WIDTH / series.length;
  const told = series.map((one) => {
    const list = years
      .map((year, index) => `${year} ${one.amounts[index] === undefined ? "–" : numbers.euros(one.amounts[index])}`)
      .join("; ");
    return series.length > 1 ? `${one.name}: ${list}` : list;
  });
  return (
    <div className={styles.columns}>
      <ChartFrame
        x={{
          from: first - 0.5,
          to: last + 0.5,
          ticks: years.filter((_, index) => index % every === 0),
          title: "",
          format: String,
        }}
        y={{
          ...axisAround(Math.min(...amounts), Math.max(EURO, ...amounts), TICKS, EURO),
          title,
          format: numbers.wholeEuros,
        }}
        description={t("pane:field/chart-by-year", { title, years: told.join(". ") })}
      >
        {({ x, y, left, right }) => (
          <>
            {series.map((one, at) =>
              one.amounts.map((amount, index) => {
                if (amount === undefined) return null;
                const from = years[index]! - GROUP_WIDTH / 2 + at * width;
                return (
                  <rect
                    key={`${at} ${years[index]!}`}
                    className={styles[FILLS[at]!]}
                    x={x(from)}
                    width={x(from + width) - x(from)}
                    y={y(Math.max(amount, 0))}
                    height={Math.abs(y(amount) - y(0))}
                  />
                );
              }),
            )}
            <line className={styles.zero} x1={left} x2={right} y1={y(0)} y2={y(0)} />
          </>
        )}
      </ChartFrame>
      {series.length > 1 && (
        <ul className={styles.legend} aria-hidden>
          {series.map(({ name }, at) => (
            <li key={at} className={styles.name}>
              <svg className={styles.swatch} width={SWATCH} height={SWATCH}>
                <rect className={styles[FILLS[at]!]} width={SWATCH} height={SWATCH} rx="2" />
              </svg>
              <Caption1>{name}</Caption1>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
