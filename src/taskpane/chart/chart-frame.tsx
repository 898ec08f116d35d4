import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Axis } from "./axis";

/** Units of the drawing; in a pane of 320 pixels one is about one pixel. */
const CHART = { width: 288, height: 204 } as const;
const MARGIN = { top: 24, right: 10, bottom: 36 };
const LABEL = { size: 10, width: 5.6, gap: 5 };

/** Browsers leave the colours inside a drawing as they are where they force those of a page. */
export const FORCED_INK = { "@media (forced-colors: active)": { color: "CanvasText" } } as const;

const useStyles = makeStyles({
  chart: {
    display: "block",
    width: "100%",
    maxWidth: "440px",
    height: "auto",
    color: tokens.colorNeutralForeground2,
    ...FORCED_INK,
  },
  text: { fill: "currentcolor", fontFamily: tokens.fontFamilyBase, fontSize: `${LABEL.size}px` },
  line: { stroke: "currentcolor", strokeWidth: "1px" },
  grid: { stroke: "currentcolor", strokeWidth: "0.5px", opacity: 0.25 },
});

/** How many steps leave room for a label like this one at each tick of the horizontal axis. */
export const stepsThatFit = (label: string): number =>
  Math.max(1, Math.round((CHART.width * 0.8) / (label.length * LABEL.width + 3 * LABEL.gap)));

export interface AxisPlan extends Axis {
  readonly title: string;
  readonly format: (value: number) => string;
}

/** Where values lie in the drawing. */
export interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface ChartFrameProps {
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  /** What the drawing shows, for whoever does not see it. */
  readonly description: string;
  readonly children: (plot: Plot) => ReactNode;
}

/** Two axes of numbers, for the values that `children` draws between them. */
export function ChartFrame({ x, y, description, children }: ChartFrameProps) {
  const styles = useStyles();
  const widest = Math.max(...y.ticks.map((tick) => y.format(tick).length));
  const left = Math.ceil(widest * LABEL.width) + LABEL.gap;
  const right = CHART.width - MARGIN.right;
  const bottom = CHART.height - MARGIN.bottom;
  const plot: Plot = {
    x: between(x, left, right),
    y: between(y, bottom, MARGIN.top),
    left,
    right,
    top: MARGIN.top,
    bottom,
  };
  return (
    <svg className={styles.chart} viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={description}>
      <text className={styles.text} x={0} y={LABEL.size}>
        {y.title}
      </text>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={left} x2={right} y1={plot.y(tick)} y2={plot.y(tick)} />
          <text className={styles.text} x={left - LABEL.gap} y={plot.y(tick)} dy="0.35em" textAnchor="end">
            {y.format(tick)}
          </text>
        </g>
      ))}
      <line className={styles.line} x1={left} x2={right} y1={bottom} y2={bottom} />
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.line} x1={plot.x(tick)} x2={plot.x(tick)} y1={bottom} y2={bottom + 3} />
          <text className={styles.text} {...anchored(plot.x(tick), x.format(tick), plot)} y={bottom + LABEL.size + 5}>
            {x.format(tick)}
          </text>
        </g>
      ))}
      <text className={styles.text} x={right} y={CHART.height - 3} textAnchor="end">
        {x.title}
      </text>
      {children(plot)}
    </svg>
  );
}

const between =
  ({ from, to }: Axis, start: number, end: number) =>
  (value: number): number =>
    start + ((value - from) / (to - from)) * (end - start);

/** A text stays in the drawing: at the right edge it ends where its tick is. */
function anchored(at: number, text: string, { right }: Plot): { x: number; textAnchor: "middle" | "end" } {
  const half = (text.length * LABEL.width) / 2;
  return at + half > right + MARGIN.right
    ? { x: right + MARGIN.right, textAnchor: "end" }
    : { x: at, textAnchor: "middle" };
}
