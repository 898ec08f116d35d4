import { type Border, HORIZONTAL, type Side, SIDES, type Style, VERTICAL } from "./book";
import { colourOf } from "./colours";
import { FileRefused, LIMITS } from "./refused";
import { childOf, childrenOf, type Element, escaped, isOn } from "./xml";

/** The formats that files name by a number alone. Number 14 is the day as the reader's own country writes it. */
const BUILT_IN: ReadonlyMap<number, string> = new Map(
  Object.entries({
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "#,##0\\ €;-#,##0\\ €",
    6: "#,##0\\ €;[Red]-#,##0\\ €",
    7: "#,##0.00\\ €;-#,##0.00\\ €",
    8: "#,##0.00\\ €;[Red]-#,##0.00\\ €",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ * #,##0_ \\€_ ;_ * -#,##0\\ \\€_ ;_ * "-"_ \\€_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ * #,##0.00_ \\€_ ;_ * -#,##0.00\\ \\€_ ;_ * "-"??_ \\€_ ;_ @_ ',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
  }).map(([id, format]) => [Number(id), format]),
);

/** Those of which a number says as much in every country. */
const SAME_EVERYWHERE = new Map(
  [...BUILT_IN].filter(([id]) => id <= 4 || (id >= 9 && id <= 13) || id >= 45).map(([id, format]) => [format, id]),
);

const FIRST_FORMAT = 164;
const DEFAULT_FONT = "Calibri";
const DEFAULT_SIZE = 11;

export interface Styles {
  readonly styles: readonly Style[];
  /** Index of the style for each number that cells use; null for the plain one. */
  readonly of: readonly (number | null)[];
}

export function readStyles(sheet: Element | undefined, theme: readonly string[]): Styles {
  const formats = new Map(BUILT_IN);
  for (const { attributes } of childrenOf(childOf(sheet, "numFmts"), "numFmt"))
    formats.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
  const fonts = childrenOf(childOf(sheet, "fonts"), "font").map((font) => fontOf(font, theme));
  const fills = childrenOf(childOf(sheet, "fills"), "fill").map((fill) => fillOf(fill, theme));
  const borders = childrenOf(childOf(sheet, "borders"), "border").map((border) => bordersOf(border, theme));
  const cells = childrenOf(childOf(sheet, "cellXfs"), "xf");
  if (cells.length > LIMITS.styles) throw new FileRefused("too-many-styles", { limit: LIMITS.styles });

  const plain = fonts[Number(cells[0]?.attributes.get("fontId") ?? 0)];
  const styles: Style[] = [];
  const known = new Map<string, number>();
  const of = cells.map((cell) => {
    const number = (name: string): number => Number(cell.attributes.get(name) ?? 0);
    const format = formats.get(number("numFmtId")) ?? "";
    const { font, size, ...look } = fonts[number("fontId")] ?? {};
    const border = borders[number("borderId")];
    const style: Style = {
      ...(format === "" || format.toLowerCase() === "general" ? {} : { format }),
      ...(font === undefined || font === plain?.font ? {} : { font }),
      ...(size === undefined || size === plain?.size ? {} : { size }),
      ...look,
      ...fills[number("fillId")],
      ...(border ? { borders: border } : {}),
      ...alignmentOf(childOf(cell, "alignment")),
    };
    const key = JSON.stringify(style);
    if (key === "{}") return null;
    let index = known.get(key);
    if (index === undefined) {
      index = styles.push(style) - 1;
      known.set(key, index);
    }
    return index;
  });
  return { styles, of };
}

function fontOf(font: Element, theme: readonly string[]): Style {
  const value = (name: string): string | undefined => childOf(font, name)?.attributes.get("val");
  const has = (name: string): boolean => {
    const element = childOf(font, name);
    return (
      element !== undefined && element.attributes.get("val") !== "none" && isOn(element.attributes.get("val"), true)
    );
  };
  const name = value("name");
  const size = Number(value("sz") ?? NaN);
  const element = childOf(font, "color");
  // The colour of the theme's texts is the one that cells have without.
  const colour = element?.attributes.get("theme") === "1" ? undefined : colourOf(element, theme);
  return {
    ...(name === undefined ? {} : { font: name }),
    ...(size > 0 ? { size } : {}),
    ...(has("b") ? { bold: true } : {}),
    ...(has("i") ? { italic: true } : {}),
    ...(childOf(font, "u") && value("u") !== "none" ? { underline: true } : {}),
    ...(has("strike") ? { strike: true } : {}),
    ...(colour === undefined ? {} : { colour }),
  };
}

function fillOf(fill: Element, theme: readonly string[]): Style {
  const pattern = childOf(fill, "patternFill");
  const kind = pattern?.attributes.get("patternType") ?? "none";
  if (!pattern || kind === "none" || kind === "gray125") return {};
  const colour = colourOf(childOf(pattern, kind === "solid" ? "fgColor" : "bgColor"), theme);
  return colour === undefined ? {} : { fill: colour };
}

function bordersOf(border: Element, theme: readonly string[]): Style["borders"] {
  const found: Partial<Record<Side, Border>> = {};
  for (const side of SIDES) {
    const element = childOf(border, side);
    const line = element?.attributes.get("style") ?? "none";
    if (line === "none") continue;
    const colour = colourOf(childOf(element, "color"), theme);
    found[side] = { line, ...(colour === undefined ? {} : { colour }) };
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function alignmentOf(alignment: Element | undefined): Style {
  if (!alignment) return {};
  // What a file says may be anything, and is written again.
  const horizontal = HORIZONTAL.find((word) => word === alignment.attributes.get("horizontal"));
  const vertical = VERTICAL.find((word) => word === alignment.attributes.get("vertical"));
  const indent = Number(alignment.attributes.get("indent") ?? 0);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(isOn(alignment.attributes.get("wrapText")) ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}

const HEX = /^#[0-9a-f]{6}$/i;

const colour = (name: string, value: string | undefined): string =>
  value === undefined || !HEX.test(value) ? "" : `<${name} rgb="FF${value.slice(1).toUpperCase()}"/>`;

/** Numbers what is the same once. */
class Numbered {
  private readonly numbers: Map<string, number>;

  constructor(...first: readonly string[]) {
    this.numbers = new Map(first.map((text, index) => [text, index]));
  }

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  list(name: string): string {
    return `<${name} count="${this.numbers.size}">${[...this.numbers.keys()].join("")}</${name}>`;
  }
}

/** The part of the styles; the cells' numbers are those of the book and one. */
export function writeStyles(styles: readonly Style[]): string {
  const fonts = new Numbered(fontXml({}));
  const fills = new Numbered(fillXml(undefined), '<fill><patternFill patternType="gray125"/></fill>');
  const borders = new Numbered(bordersXml({}));
  const formats = new Map<string, number>();
  const formatNumber = (format: string): number => {
    const known = SAME_EVERYWHERE.get(format) ?? formats.get(format);
    if (known !== undefined) return known;
    formats.set(format, FIRST_FORMAT + formats.size);
    return formats.get(format)!;
  };
  const cells = styles.map((style) => {
    const format = style.format === undefined ? 0 : formatNumber(style.format);
    const alignment = alignmentXml(style);
    const numbers = [
      ["numFmtId", format],
      ["fontId", fonts.of(fontXml(style))],
      ["fillId", fills.of(fillXml(style.fill))],
      ["borderId", borders.of(bordersXml(style.borders ?? {}))],
      ["xfId", 0],
    ] as const;
    const apply = [
      [format > 0, "NumberFormat"],
      [numbers[1][1] > 0, "Font"],
      [numbers[2][1] > 0, "Fill"],
      [numbers[3][1] > 0, "Border"],
      [alignment !== "", "Alignment"],
    ] as const;
    const attributes = [
      ...numbers.map(([name, value]) => `${name}="${value}"`),
      ...apply.filter(([does]) => does).map(([, name]) => `apply${name}="1"`),
    ].join(" ");
    return alignment === "" ? `<xf ${attributes}/>` : `<xf ${attributes}>${alignment}</xf>`;
  });
  const own = [...formats].map(([format, id]) => `<numFmt numFmtId="${id}" formatCode="${escaped(format)}"/>`).join("");
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (own === "" ? "" : `<numFmts count="${formats.size}">${own}</numFmts>`) +
    fonts.list("fonts") +
    fills.list("fills") +
    borders.list("borders") +
    `<cellStyleXfs count="1">${plain}/></cellStyleXfs>` +
    `<cellXfs count="${cells.length + 1}">${plain} xfId="0"/>${cells.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

const fontXml = ({
  bold,
  italic,
  strike,
  underline,
  size = DEFAULT_SIZE,
  colour: ink,
  font = DEFAULT_FONT,
}: Style): string =>
  `<font>${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${strike ? "<strike/>" : ""}${underline ? "<u/>" : ""}` +
  `<sz val="${size}"/>${colour("color", ink)}<name val="${escaped(font)}"/><family val="2"/></font>`;

const fillXml = (fill: string | undefined): string =>
  fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid">${colour("fgColor", fill)}<bgColor indexed="64"/></patternFill></fill>`;

function bordersXml(borders: NonNullable<Style["borders"]>): string {
  const sides = SIDES.map((side) => {
    const border = borders[side];
    return border
      ? `<${side} style="${escaped(border.line)}">${colour("color", border.colour)}</${side}>`
      : `<${side}/>`;
  });
  return `<border>${sides.join("")}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  const said = [
    horizontal && `horizontal="${horizontal}"`,
    vertical && `vertical="${vertical}"`,
    wrap && 'wrapText="1"',
    indent && `indent="${indent}"`,
  ].filter(Boolean);
  return said.length > 0 ? `<alignment ${said.join(" ")}/>` : "";
}
