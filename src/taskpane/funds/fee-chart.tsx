import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useSurroundings } from "../kit/surroundings";
import { markOf } from "./comparison-table";
import type { Offer } from "./offers";

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", overflow: "visible" },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  amount: { textAnchor: "end", fontVariantNumeric: "tabular-nums" },
  // As the first series of every other chart; the user's own fund is the second.
  bar: { fill: tokens.colorBrandForeground1, "@media (forced-colors: active)": { fill: "Highlight" } },
  mine: { fill: tokens.colorPaletteDarkOrangeForeground3, "@media (forced-colors: active)": { fill: "CanvasText" } },
  own: { stroke: tokens.colorBrandStroke1, "@media (forced-colors: active)": { stroke: "CanvasText" } },
  line: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: "3px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
});

const ROW = 34;
const TEXT_LINE = 13;
const BAR_TOP = 18;
const BAR_HEIGHT = 10;

interface FeeChartProps {
  readonly title: string;
  readonly offers: readonly Offer[];
}

/** A bar an offer; the text stands over its bar, so that the narrowest pane holds both. */
export function FeeChart({ title, offers }: FeeChartProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const hatching = useId();
  const largest = Math.max(1, ...offers.map(({ feePerYear }) => feePerYear));
  const nameOf = (offer: Offer): string => [offer.name, markOf(offer)].filter((part) => part !== undefined).join(" · ");
  const text = offers.map((offer) => `${nameOf(offer)}: ${numbers.euros(offer.feePerYear)}`).join("; ");
  return (
    <svg className={styles.chart} height={ROW * offers.length} role="img" aria-label={`${title}. ${text}`}>
      <defs>
        <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles.line} x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {offers.map((offer, index) => {
        const { id, isMine, feePerYear } = offer;
        const y = ROW * index;
        const text = mergeClasses(styles.text, (isMine || id === "own") && styles.strong);
        return (
          <g key={id}>
            <text className={text} x="0" y={y + TEXT_LINE}>
              {nameOf(offer)}
            </text>
            <text className={mergeClasses(text, styles.amount)} x="100%" y={y + TEXT_LINE}>
              {numbers.euros(feePerYear)}
            </text>
            <rect
              className={id === "own" ? styles.own : isMine ? styles.mine : styles.bar}
              {...(id === "own" && { fill: `url(#${hatching})` })}
              x="0"
              y={y + BAR_TOP}
              width={`${(100 * feePerYear) / largest}%`}
              height={BAR_HEIGHT}
              rx="1"
            />
          </g>
        );
      })}
    </svg>
  );
}
