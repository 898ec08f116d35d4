import { type Element, everyOf, within } from "./xml";

/** The old palette of 56 colours, after eight that say the same. */
const BASIC = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF".split(" ");
const PALETTE = [
  ...BASIC,
  ...BASIC,
  ...(
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF " +
    "FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 " +
    "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
  ).split(" "),
];

/** The order in which cells number a theme's colours; the file has the first two pairs the other way about. */
const THEME = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

export function themeColours(theme: Element | undefined): readonly string[] {
  const scheme = everyOf(theme, "clrScheme")[0];
  return THEME.map((name) => {
    const colour = within(scheme, name)?.children[0]?.attributes;
    return (colour?.get("lastClr") ?? colour?.get("val") ?? "").toUpperCase();
  });
}

/** #RRGGBB of a colour in the file; undefined for the one that the reader's own screen has. */
export function colourOf(element: Element | undefined, theme: readonly string[]): string | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  const number = (name: string): number => Number(attributes.get(name) ?? NaN);
  const base = attributes.get("rgb")?.slice(-6) ?? theme[number("theme")] ?? PALETTE[number("indexed")] ?? "";
  if (!/^[0-9a-f]{6}$/i.test(base)) return undefined;
  const tint = number("tint");
  return `#${(tint ? tinted(base, tint) : base).toUpperCase()}`;
}

/** Lighter towards 1, darker towards -1. */
function tinted(colour: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const light = (most + least) / 2;
  const share = Math.min(1, Math.max(-1, tint));
  const wanted = share < 0 ? light * (1 + share) : light * (1 - share) + share;
  // The same hue and saturation in another light.
  const saturation = most === least ? 0 : (most - least) / (1 - Math.abs(2 * light - 1));
  const [spread, now] = [saturation * (1 - Math.abs(2 * wanted - 1)), most - least];
  const middle = channels.map((channel) => wanted + (now === 0 ? 0 : ((channel - light) / now) * spread));
  return middle
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}
