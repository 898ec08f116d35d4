import { makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { Cents } from "../../rules/money";
import { axisAround } from "../chart/axis";
import { ChartFrame } from "../chart/chart-frame";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  column: { fill: tokens.colorBrandForeground1, "@media (forced-colors: active)": { fill: "Highlight" } },
  zero: { stroke: "currentcolor", strokeWidth: "1px" },
});

interface Bar {
  readonly year: number;
  readonly cash: Cents;
}

const EURO = 100;
const TICKS = 4;
const MOST_NAMES = 8;
const COLUMN_WIDTH = 0.66;

/** What leaves the account by year. */
export function CashChart({ years }: { readonly years: readonly Bar[] }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const every = Math.ceil(years.length / MOST_NAMES);
  const amounts = years.map(({ cash }) => cash);
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  return (
    <ChartFrame
      x={{
        from: first - 0.5,
        to: last + 0.5,
        ticks: years.map(({ year }) => year).filter((_, index) => index % every === 0),
        title: "",
        format: String,
      }}
      y={{
        ...axisAround(Math.min(...amounts), Math.max(EURO, ...amounts), TICKS, EURO),
        title: t("pane:projection/cash-out"),
        format: numbers.wholeEuros,
      }}
      description={t("pane:projection/chart-alt", {
        years: years.map(({ year, cash }) => `${year} ${numbers.euros(cash)}`).join("; "),
      })}
    >
      {({ x, y, left, right }) => (
        <>
          {years.map(({ year, cash }) => (
            <rect
              key={year}
              className={styles.column}
              x={x(year - COLUMN_WIDTH / 2)}
              width={x(year + COLUMN_WIDTH / 2) - x(year - COLUMN_WIDTH / 2)}
              y={y(Math.max(cash, 0))}
              height={Math.abs(y(cash) - y(0))}
            />
          ))}
          <line className={styles.zero} x1={left} x2={right} y1={y(0)} y2={y(0)} />
        </>
      )}
    </ChartFrame>
  );
}
