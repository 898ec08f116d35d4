import type { IBorderData, IBorderStyleData, IStyleData } from "@univerjs/core";
import type { Border, Side, Style } from "../../package";

/**
 * Looks of cells as the spreadsheet has them, and as files do. Numbers are those of the spreadsheet, which itself does not come into the
 * worker.
 */

const YES = 1;
/** By their numbers there. */
const LINES = [
  "none",
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
];
const SIDES = { left: "l", right: "r", top: "t", bottom: "b" } as const;
const HORIZONTAL: readonly Style["horizontal"][] = [
  undefined,
  "left",
  "center",
  "right",
  "justify",
  "justify",
  "distributed",
];
const VERTICAL: readonly Style["vertical"][] = [undefined, "top", "center"];
const WRAP = 3;

/** What an indent takes on screen. */
const INDENT = 9;
const PADDING = 2;

const without = <Source extends object>(source: Source): Source => {
  for (const key in source) if (source[key] === undefined) delete source[key];
  return source;
};

/** As a file has it; a font is one there, not a choice. */
export function fileStyle(style: IStyleData): Style {
  const { ff, fs, bl, it, ul, st, cl, bg, bd, ht, vt, tb, n, pd } = style;
  const borders = bd ? fileBorders(bd) : undefined;
  const font = ff
    ?.split(",")[0]
    ?.replace(/^\s*["']?|["']?\s*$/g, "")
    .trim();
  return without({
    format: n?.pattern && n.pattern !== "General" ? n.pattern : undefined,
    font: font || undefined,
    size: fs || undefined,
    bold: Boolean(bl) || undefined,
    italic: Boolean(it) || undefined,
    underline: Boolean(ul?.s) || undefined,
    strike: Boolean(st?.s) || undefined,
    colour: hexOf(cl?.rgb ?? ""),
    fill: hexOf(bg?.rgb ?? ""),
    borders,
    horizontal: HORIZONTAL[ht ?? 0],
    vertical: VERTICAL[vt ?? 0],
    wrap: Number(tb) === WRAP || undefined,
    indent:
      HORIZONTAL[ht ?? 0] === "left" && pd?.l !== undefined && pd.l >= INDENT
        ? Math.round((pd.l - PADDING) / INDENT)
        : undefined,
  } as Style & Record<string, unknown>) as Style;
}

function fileBorders(borders: IBorderData): Style["borders"] {
  const found: Partial<Record<Side, Border>> = {};
  for (const [side, key] of Object.entries(SIDES) as [Side, "l"][]) {
    const border = borders[key];
    const line = LINES[border?.s ?? 0];
    if (line === undefined || line === "none") continue;
    const colour = hexOf(border?.cl?.rgb ?? "");
    found[side] = { line, ...(colour !== undefined && { colour }) };
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** The spreadsheet takes colours as pages write them. */
function hexOf(colour: string): string | undefined {
  const text = colour.trim();
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  const [, r, g, b] = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text) ?? [];
  if (r !== undefined) return `#${r}${r}${g}${g}${b}${b}`.toUpperCase();
  const [, ...parts] = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/i.exec(text) ?? [];
  if (parts.length !== 3) return undefined;
  return `#${parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

export function sheetStyle(style: Style): IStyleData {
  const { format, font, size, bold, italic, underline, strike, colour, fill, borders } = style;
  const { horizontal, vertical, wrap, indent } = style;
  return without({
    n: format === undefined ? undefined : { pattern: format },
    ff: font && familyOf(font),
    fs: size,
    bl: bold && YES,
    it: italic && YES,
    ul: underline && { s: YES },
    st: strike && { s: YES },
    cl: colour === undefined ? undefined : { rgb: colour },
    bg: fill === undefined ? undefined : { rgb: fill },
    bd: borders && sheetBorders(borders),
    ht: horizontal === undefined ? undefined : horizontalOf(horizontal),
    vt: vertical === undefined ? undefined : vertical === "top" ? 1 : 2,
    tb: wrap && WRAP,
    pd: indent === undefined ? undefined : { l: PADDING + indent * INDENT },
  }) as IStyleData;
}

function sheetBorders(borders: NonNullable<Style["borders"]>): IStyleData["bd"] {
  const sides = (Object.entries(borders) as [Side, Border][]).flatMap(([side, { line, colour }]) => {
    const number = LINES.indexOf(line);
    const border = { s: number, cl: { rgb: colour ?? "#000000" } } as IBorderStyleData;
    return number > 0 ? [[SIDES[side], border] as const] : [];
  });
  return Object.fromEntries(sides);
}

/** A font that the machine has not got looks like the others of the page; a name is one, and no more. */
const familyOf = (font: string): string => `${font.replace(/[^\p{L}\p{N} _.-]/gu, "")}, Arial, sans-serif`;

/** Filled and centred over several cells are looks that the spreadsheet has not. */
const horizontalOf = (word: NonNullable<Style["horizontal"]>): number | undefined => {
  const number = HORIZONTAL.indexOf(word === "centerContinuous" ? "center" : word);
  return number > 0 ? number : undefined;
};
