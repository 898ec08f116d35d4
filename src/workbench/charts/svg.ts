import { type Axis, axisAround, axisOver } from "../../taskpane/chart/axis";
import type { Language } from "../../i18n";
import { escaped } from "../../package/xml";
import type { Colours } from "./colours";
import { type ChartContent, pointsOf } from "./content";
import { leastStep, wholeFormat, written } from "./numbers";
import { breadth, cut, lines } from "./text";

/** How a chart is drawn. */
export interface ChartLook {
  /** In pixels, at which its texts are as large as those of the cells. */
  readonly width: number;
  readonly height: number;
  readonly colours: Colours;
  /** Of the numbers. */
  readonly language: Language;
  /** What stands there while there is nothing to draw. */
  readonly blank: string;
}

const FONT = 'font-family="Segoe UI, system-ui, -apple-system, Arial, sans-serif"';
const PAD = 14;
const GAP = 8;
const TEXT = 12;
const LINE = 15;
const TITLE = 15;
const TITLE_LINE = 19;
const SWATCH = 11;
/** Of the room for a category, what its columns take. */
const FILL = 0.62;
const WIDEST_BAR = 64;
const TICK_ROOM = 44;
const LONGEST_LABEL = 150;
/** More than these are a line to look at, not points to read. */
const MOST_MARKERS = 40;
const MOST_TOLD = 400;

/** A chart as an SVG drawing. Its texts are escaped; it needs neither a page nor a style sheet. */
export function chartSvg(content: ChartContent, look: ChartLook): string {
  const { colours, height, blank } = look;
  const width = Math.max(look.width, 2 * PAD + 1);
  const title = lines(content.title, width - 2 * PAD, TITLE, 2, true);
  const legend = legendOf(content, look, width);
  const frame: Frame = {
    left: PAD,
    right: width - PAD,
    top: PAD + title.length * TITLE_LINE + GAP,
    bottom: height - PAD - (legend.length === 0 ? 0 : legend.length * LINE + GAP),
  };
  const drawn =
    pointsOf(content).length === 0 || frame.bottom - frame.top < 2 * LINE
      ? text(width / 2, (frame.top + frame.bottom) / 2, blank, colours.muted, { anchor: "middle" })
      : content.kind === "bar"
        ? barsAcross(content, look, frame)
        : upright(content, look, frame);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="100%" height="100%" ${FONT} font-size="${TEXT}">`,
    `<rect x="0.5" y="0.5" width="${round(width - 1)}" height="${round(Math.max(1, height - 1))}" rx="3" fill="${colours.paper}" stroke="${colours.grid}"/>`,
    ...title.map((line, index) =>
      text(PAD, PAD + TITLE + index * TITLE_LINE - 2, line, colours.ink, { size: TITLE, bold: true }),
    ),
    drawn,
    ...legend.flatMap((row, index) => legendRow(row, height - PAD - (legend.length - index) * LINE, look)),
    "</svg>",
  ].join("");
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Columns and lines: categories below, values at the left. */
function upright(content: ChartContent, look: ChartLook, frame: Frame): string {
  const { colours } = look;
  const { categories } = content;
  const isLine = content.kind === "line";
  const told = isLine ? null : valuesThatFit(content, look, (frame.right - frame.left - 60) / categories.length);
  const top = frame.top + (told ? LINE : GAP / 2);

  // The labels of the categories need the width that those of the values leave, and these the height that those leave.
  const draft = axisOf(content, frame.bottom - top - LINE, TICK_ROOM, isLine);
  const ticks = tickTexts(draft, content, look);
  const left = frame.left + Math.ceil(Math.max(...ticks.map((tick) => breadth(tick, TEXT)))) + GAP;
  const slot = (frame.right - left) / categories.length;
  const labels = labelsBelow(categories, slot);
  const depth = Math.max(...labels.map(({ rows }) => rows.length)) * LINE;
  const bottom = frame.bottom - depth - 4;
  const y = between(draft, bottom, top);
  const x = (at: number): number => left + (at + 0.5) * slot;

  return [
    ...draft.ticks.map(
      (tick, index) =>
        rule(left, frame.right, y(tick), colours.grid) +
        text(left - GAP, y(tick) + 4, ticks[index]!, colours.muted, { anchor: "end" }),
    ),
    ...labels.map(({ at, rows }) =>
      rows
        .map((row, index) => text(x(at), bottom + LINE + index * LINE + 1, row, colours.muted, { anchor: "middle" }))
        .join(""),
    ),
    isLine ? curves(content, look, x, y) : columns(content, look, x, y, slot),
    rule(left, frame.right, y(Math.max(draft.from, Math.min(0, draft.to))), colours.axis),
    ...(told ?? []).map(({ at, value, label }) =>
      text(x(at), value < 0 ? y(value) + LINE - 1 : y(value) - 5, label, colours.ink, {
        anchor: "middle",
        halo: colours.paper,
      }),
    ),
  ].join("");
}

function columns(content: ChartContent, look: ChartLook, x: Scale, y: Scale, slot: number): string {
  const side = content.stacked ? 1 : content.series.length;
  const wide = Math.min((slot * FILL) / side, WIDEST_BAR);
  return barsOf(content)
    .map(({ series, at, from, to }) => {
      const start = x(at) + (content.stacked ? -wide / 2 : (series - side / 2) * wide);
      const [high, low] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))];
      const shape = { x: start, y: high, width: Math.max(wide - 1, 0.5), height: low - high };
      return bar(shape, content, look, series, at);
    })
    .join("");
}

/** The signs of the points tell the lines apart where colours do not. */
const SIGNS: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `<circle cx="${round(x)}" cy="${round(y)}" r="3.5"`,
  (x, y) => `<path d="M${round(x - 3.2)} ${round(y - 3.2)}h6.4v6.4h-6.4z"`,
  (x, y) => `<path d="M${round(x)} ${round(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5z"`,
  (x, y) => `<path d="M${round(x)} ${round(y - 4.2)}l4.4 7.6h-8.8z"`,
];

function curves(content: ChartContent, look: ChartLook, x: Scale, y: Scale): string {
  const tops = stacked(content);
  const isMarked = content.categories.length <= MOST_MARKERS;
  return content.series
    .map(({ values }, series) => {
      const colour = colourOf(look, series);
      const points = values.map((value, at) => (value === null ? null : ([x(at), y(tops[series]![at]!)] as const)));
      const stretches = points.map((point, at) =>
        point ? `${points[at - 1] ? "L" : "M"}${round(point[0])} ${round(point[1])}` : "",
      );
      const signs = points.map((point, at) => {
        const isAlone = !points[at - 1] && !points[at + 1];
        if (!point || (!isMarked && !isAlone)) return "";
        const sign = SIGNS[series % SIGNS.length]!(point[0], point[1]);
        return mark(`${sign} fill="${colour}"/>`, content, look, series, at);
      });
      return `<path d="${stretches.join("")}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"/>${signs.join("")}`;
    })
    .join("");
}

/** Bars: categories at the left, one below the other in the order of the cells, values below. */
function barsAcross(content: ChartContent, look: ChartLook, frame: Frame): string {
  const { colours } = look;
  const { categories } = content;
  const room = Math.min((frame.right - frame.left) * 0.4, Math.max(...categories.map((name) => breadth(name, TEXT))));
  const left = frame.left + Math.ceil(room) + GAP;
  const bottom = frame.bottom - LINE - 4;
  const slot = (bottom - frame.top) / categories.length;
  const told = slot < LINE - 2 ? null : valuesThatFit(content, look, (frame.right - left) / 3);
  const widest = (axis: Axis): number => Math.max(...tickTexts(axis, content, look).map((tick) => breadth(tick, TEXT)));
  const tick = widest(axisOf(content, frame.right - left, TICK_ROOM, false));
  const beyond = told ? Math.max(...told.map(({ label }) => breadth(label, TEXT))) + 4 : tick / 2;
  const right = frame.right - Math.ceil(beyond);
  const axis = axisOf(content, right - left, tick + 2 * GAP, false);
  const ticks = tickTexts(axis, content, look);
  const x = between(axis, left, right);
  const y = (at: number): number => frame.top + (at + 0.5) * slot;
  const every = Math.max(1, Math.ceil((LINE - 1) / slot));

  const side = content.stacked ? 1 : content.series.length;
  const thick = Math.min((slot * FILL) / side, WIDEST_BAR / 2);
  const bars = barsOf(content).map(({ series, at, from, to }) => {
    const start = y(at) + (content.stacked ? -thick / 2 : (series - side / 2) * thick);
    const [near, far] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
    const shape = { x: near, y: start, width: far - near, height: Math.max(thick - 1, 0.5) };
    return bar(shape, content, look, series, at);
  });
  return [
    ...axis.ticks.map(
      (tick, index) =>
        `<path d="M${round(x(tick))} ${round(frame.top)}V${round(bottom)}" stroke="${colours.grid}" fill="none"/>` +
        text(x(tick), bottom + LINE, ticks[index]!, colours.muted, { anchor: "middle" }),
    ),
    ...categories.map((name, at) =>
      at % every === 0
        ? text(left - GAP, y(at) + 4, cut(name, room, TEXT), colours.ink, { anchor: "end", whole: name })
        : "",
    ),
    ...bars,
    `<path d="M${round(x(Math.max(axis.from, Math.min(0, axis.to))))} ${round(frame.top)}V${round(bottom)}" stroke="${colours.axis}" fill="none"/>`,
    ...(told ?? []).map(({ at, value, label }) =>
      text(x(Math.max(value, 0)) + 5, y(at) + 4, label, colours.ink, { halo: colours.paper }),
    ),
  ].join("");
}

type Scale = (value: number) => number;

const between =
  ({ from, to }: Axis, start: number, end: number): Scale =>
  (value) =>
    start + ((value - from) / (to - from)) * (end - start);

/** Bars begin at zero, so that their lengths compare; lines do too, unless they would lie in its upper sixth. */
function axisOf(content: ChartContent, room: number, each: number, isLine: boolean): Axis {
  const steps = Math.max(2, Math.min(10, Math.floor(room / each)));
  const tops = isLine ? stacked(content).flat() : barsOf(content).flatMap(({ from, to }) => [from, to]);
  const ends = tops.filter((top) => top !== null);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const unit = leastStep(content.format);
  if (isLine && least > 0 && least > (most * 5) / 6 && most > least) {
    const { ticks } = axisOver(least - (most - least) / 4, most, steps, unit);
    const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : most - least;
    const [from, to] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
    return axisOver(from, to, Math.round((to - from) / step), unit);
  }
  return axisAround(Math.min(0, least), Math.max(0, most), steps, unit);
}

/** Decimals that are all zero say nothing. */
function tickTexts({ ticks }: Axis, { format }: ChartContent, { language }: ChartLook): string[] {
  const code = ticks.every((tick) => Math.abs(tick - Math.round(tick)) < 1e-9) ? wholeFormat(format) : format;
  return ticks.map((tick) => written(tick, code, language));
}

/** The values of the one series there is, where each has room beside its bar. */
function valuesThatFit(content: ChartContent, { language }: ChartLook, room: number) {
  if (content.series.length > 1) return null;
  const told = pointsOf(content).map(({ value, at }) => ({
    at,
    value,
    label: written(value, content.format, language),
  }));
  return told.every(({ label }) => breadth(label, TEXT) <= room - 4) ? told : null;
}

/** Labels that stay apart: in two lines where that is enough, else every second, third … of them. */
function labelsBelow(categories: readonly string[], slot: number): { at: number; rows: string[] }[] {
  const folded = categories.map((name) => lines(name, slot - 6, TEXT, 2));
  const isWhole = folded.every((rows, at) => rows.join(" ") === categories[at]!.trim().replace(/\s+/g, " "));
  if (isWhole) return folded.map((rows, at) => ({ at, rows }));
  const widest = Math.max(...categories.map((name) => Math.min(breadth(name, TEXT), LONGEST_LABEL)));
  const every = Math.ceil((widest + GAP) / slot);
  return categories.flatMap((name, at) => (at % every === 0 ? [{ at, rows: [cut(name, LONGEST_LABEL, TEXT)] }] : []));
}

interface Bar {
  readonly series: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** From zero, or from where the one before it ends; what is below zero goes downwards. */
function barsOf(content: ChartContent): Bar[] {
  const up = content.categories.map(() => 0);
  const down = content.categories.map(() => 0);
  return pointsOf(content).map(({ value, series, at }) => {
    const ends = value < 0 ? down : up;
    const from = content.stacked ? ends[at]! : 0;
    ends[at] = from + value;
    return { series, at, from, to: from + value };
  });
}

/** Where the points of lines lie: lines that are stacked stand on those before. */
function stacked({ series, stacked: isStacked, categories }: ChartContent): (number | null)[][] {
  const sums = categories.map(() => 0);
  return series.map(({ values }) =>
    values.map((value, at) => {
      if (value === null || !isStacked) return value;
      sums[at]! += value;
      return sums[at]!;
    }),
  );
}

interface LegendEntry {
  readonly series: number;
  readonly name: string;
  readonly left: number;
}

/** Rows of names, where there is more than one series. */
function legendOf({ series }: ChartContent, look: ChartLook, width: number): LegendEntry[][] {
  if (series.length < 2 || look.height < 140) return [];
  const rows: LegendEntry[][] = [];
  let left = Infinity;
  series.forEach(({ name }, index) => {
    const shown = cut(name, width - 2 * PAD - SWATCH - 6, TEXT);
    const room = SWATCH + 6 + breadth(shown, TEXT) + 2 * GAP;
    if (left + room > width - PAD + 2 * GAP) {
      left = PAD;
      rows.push([]);
    }
    rows.at(-1)!.push({ series: index, name: shown, left });
    left += room;
  });
  return rows;
}

const legendRow = (row: readonly LegendEntry[], top: number, look: ChartLook): string[] =>
  row.map(
    ({ series, name, left }) =>
      `<rect x="${round(left)}" y="${round(top + 2)}" width="${SWATCH}" height="${SWATCH}" rx="2" fill="${colourOf(look, series)}"/>` +
      text(left + SWATCH + 6, top + SWATCH + 1, name, look.colours.ink),
  );

const colourOf = ({ colours }: ChartLook, series: number): string => colours.series[series % colours.series.length]!;

type Shape = Readonly<Record<"x" | "y" | "width" | "height", number>>;

function bar(
  { x, y, width, height }: Shape,
  content: ChartContent,
  look: ChartLook,
  series: number,
  at: number,
): string {
  const shape = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${colourOf(look, series)}"/>`;
  return mark(shape, content, look, series, at);
}

/** A part of the drawing that says what it stands for when the pointer rests on it. */
function mark(shape: string, content: ChartContent, look: ChartLook, series: number, at: number): string {
  const { categories, format } = content;
  const { name, values } = content.series[series]!;
  if (categories.length * content.series.length > MOST_TOLD) return shape;
  const said = [content.series.length > 1 ? name : "", categories[at] ?? ""].filter((part) => part !== "").join(", ");
  const value = written(values[at]!, format, look.language);
  return `<g>${shape}<title>${xmlOf(said === "" ? value : `${said}: ${value}`)}</title></g>`;
}

interface TextLook {
  readonly anchor?: "middle" | "end";
  readonly size?: number;
  readonly bold?: boolean;
  /** Keeps the lines behind the text away from it. */
  readonly halo?: string;
  /** What was cut off, for the pointer that rests on it. */
  readonly whole?: string;
}

function text(x: number, y: number, words: string, colour: string, { anchor, size, bold, halo, whole }: TextLook = {}) {
  const look = [
    anchor ? ` text-anchor="${anchor}"` : "",
    size ? ` font-size="${size}"` : "",
    bold ? ' font-weight="600"' : "",
    halo ? ` stroke="${halo}" stroke-width="3" paint-order="stroke"` : "",
  ].join("");
  const title = whole !== undefined && whole !== words ? `<title>${xmlOf(whole)}</title>` : "";
  return `<text x="${round(x)}" y="${round(y)}" fill="${colour}"${look}>${xmlOf(words)}${title}</text>`;
}

const rule = (left: number, right: number, y: number, colour: string): string =>
  `<path d="M${round(left)} ${round(y)}H${round(right)}" stroke="${colour}" fill="none"/>`;

/** A hundredth of a pixel is fine enough. */
const round = (value: number): string => String(Math.round(value * 100) / 100);

/** XML has no place for these. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const xmlOf = (words: string): string => escaped(words.replace(UNWRITABLE, ""));
