import { makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { contribution, type QuarterRule } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { axisOver, axisUpTo } from "../chart/axis";
import { ChartFrame, FORCED_INK, type Plot, stepsThatFit } from "../chart/chart-frame";
import { useSurroundings } from "../kit/surroundings";
import type { Corner } from "./corners";

const useStyles = makeStyles({
  scale: { color: tokens.colorBrandForeground1, ...FORCED_INK },
  line: { stroke: "currentcolor", strokeWidth: "2px", strokeLinecap: "round" },
  jump: { stroke: "currentcolor", strokeWidth: "1px", strokeDasharray: "3 3" },
  open: {
    fill: tokens.colorNeutralBackground1,
    stroke: "currentcolor",
    strokeWidth: "1.5px",
    "@media (forced-colors: active)": { fill: "Canvas" },
  },
  filled: { fill: "currentcolor" },
  guide: { stroke: "currentcolor", strokeWidth: "1px", strokeDasharray: "1 3" },
  own: { color: tokens.colorNeutralForeground1, ...FORCED_INK },
  label: {
    fill: "currentcolor",
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "3px",
    paintOrder: "stroke",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "12px",
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { stroke: "Canvas" },
  },
});

const EURO: Cents = 100;
const STEPS = 4;

interface ScaleChartProps {
  readonly income: Cents;
  readonly rule: QuarterRule;
  readonly corners: readonly Corner[];
  /** What the axis of incomes is called. */
  readonly incomeLabel: string;
}

/** Income against the contribution of a quarter, with the jumps and where the person stands. */
export function ScaleChart({ income, rule, corners, incomeLabel }: ScaleChartProps) {
  const { numbers } = useSurroundings();
  const { from, to } = spanAround(income, corners);
  const pieces = piecesOf(from, to, rule, corners);
  const most = Math.max(...pieces.flatMap(({ start, end }) => [start.amount, end.amount]));
  const own = { income, amount: contribution(income, rule) };
  const title = t("pane:calculator/chart/contribution");
  return (
    <ChartFrame
      x={{
        ...axisOver(from, to, stepsThatFit(numbers.wholeEuros(to)), EURO),
        title: incomeLabel,
        format: numbers.wholeEuros,
      }}
      y={{ ...axisUpTo(most, STEPS, EURO), title, format: numbers.wholeEuros }}
      description={[
        t("pane:calculator/chart/description", { from: numbers.wholeEuros(from), to: numbers.wholeEuros(to) }),
        t("pane:calculator/chart/own", { income: numbers.euros(income), amount: numbers.euros(own.amount) }),
        ...corners
          .filter((corner) => corner.jumps && corner.income > from && corner.income < to)
          .map(({ income: at, before, after }) =>
            t("pane:calculator/next/jump", {
              income: numbers.euros(at),
              before: numbers.euros(before),
              after: numbers.euros(after),
            }),
          ),
      ].join(" ")}
    >
      {(plot) => (
        <>
          <Curve pieces={pieces} plot={plot} />
          <Own point={own} plot={plot} label={numbers.euros(own.amount)} />
        </>
      )}
    </ChartFrame>
  );
}

interface Point {
  readonly income: Cents;
  readonly amount: Cents;
}

/** A stretch of the scale without a jump inside. */
interface Piece {
  readonly start: Point;
  readonly end: Point;
  readonly endsInJump: boolean;
}

function Curve({ pieces, plot: { x, y } }: { readonly pieces: readonly Piece[]; readonly plot: Plot }) {
  const styles = useStyles();
  return (
    <g className={styles.scale}>
      {pieces.map(({ start, end }) => (
        <line
          key={start.income}
          className={styles.line}
          x1={x(start.income)}
          y1={y(start.amount)}
          x2={x(end.income)}
          y2={y(end.amount)}
        />
      ))}
      {pieces.map(({ end, endsInJump }, index) => {
        const after = pieces[index + 1]?.start;
        return (
          endsInJump &&
          after && (
            <g key={end.income}>
              <line
                className={styles.jump}
                x1={x(end.income)}
                y1={y(end.amount)}
                x2={x(end.income)}
                y2={y(after.amount)}
              />
              <circle className={styles.open} cx={x(end.income)} cy={y(end.amount)} r={3} />
              <circle className={styles.filled} cx={x(end.income)} cy={y(after.amount)} r={3} />
            </g>
          )
        );
      })}
    </g>
  );
}

interface OwnProps {
  readonly point: Point;
  readonly plot: Plot;
  readonly label: string;
}

function Own({ point, plot, label }: OwnProps) {
  const styles = useStyles();
  const [x, y] = [plot.x(point.income), plot.y(point.amount)];
  const isLeft = x < (plot.left + plot.right) / 2;
  // The scale rises: to the left there is room above it, to the right below it, if the axis is not there.
  const hasRoomBelow = plot.bottom - y > 20;
  const below = isLeft && hasRoomBelow;
  return (
    <g className={styles.own}>
      <line className={styles.guide} x1={x} x2={x} y1={y} y2={plot.bottom} />
      <circle className={styles.filled} cx={x} cy={y} r={5} />
      <text
        className={styles.label}
        x={isLeft ? x + 8 : x - 8}
        y={below ? y + 16 : y - 8}
        textAnchor={isLeft ? "start" : "end"}
      >
        {label}
      </text>
    </g>
  );
}

/** As far as the next threshold, unless that dwarfs the income. */
function spanAround(income: Cents, corners: readonly Corner[]): { from: Cents; to: Cents } {
  const next = corners.find((corner) => corner.income > income)?.income;
  const isFirst = next !== undefined && next === corners[0]?.income;
  const beyond = 1.25 * Math.max(income, next ?? corners.at(-1)?.income ?? EURO);
  const to = isFirst || next === undefined ? beyond : Math.min(beyond, income * 5);
  return { from: Math.min(0, Math.floor(income * 1.1)), to: Math.ceil(to) };
}

function piecesOf(from: Cents, to: Cents, rule: QuarterRule, corners: readonly Corner[]): Piece[] {
  const inside = corners.filter(({ income }) => income > from && income < to);
  const starts = [from, ...inside.map(({ income }) => income)];
  return starts.map((income, index) => {
    const corner = inside[index];
    return {
      start: { income, amount: contribution(income, rule) },
      end: corner ? { income: corner.income, amount: corner.before } : { income: to, amount: contribution(to, rule) },
      endsInJump: corner?.jumps ?? false,
    };
  });
}
