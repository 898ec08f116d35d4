import { areaIn } from "./areas";
import type { Area, Chart } from "./book";
import { given, yes } from "./given";
import { cellText, childOf, childrenOf, type Element, escaped, everyOf, fromCellText, within } from "./xml";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Bars and lines over ranges; null for a chart that shows more than that. */
export function readChart(space: Element, place: Area): Chart | null {
  const chart = childOf(space, "chart");
  const plot = childOf(chart, "plotArea");
  const groups = plot?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  const [group] = groups;
  if (groups.length !== 1 || !group || !["barChart", "lineChart"].includes(group.name)) return null;
  const value = (name: string): string | undefined => childOf(group, name)?.attributes.get("val");
  const kind = group.name === "lineChart" ? "line" : value("barDir") === "bar" ? "bar" : "column";
  const grouping = value("grouping") ?? "";
  if (grouping === "percentStacked") return null;

  let categories: string | undefined;
  const series: Chart["series"][number][] = [];
  for (const element of childrenOf(group, "ser")) {
    const values = referenceOf(childOf(element, "val"));
    if (values === null) return null;
    const named = childOf(element, "cat");
    categories ??= (named && referenceOf(named)) ?? undefined;
    const title = childOf(element, "tx");
    const name = everyOf(title, "v")[0]?.text ?? "";
    const colour = everyOf(childOf(element, "spPr"), "srgbClr")[0]?.attributes.get("val");
    series.push({ name: fromCellText(name), values, ...(isColour(colour) && { colour: `#${colour}` }) });
  }
  if (series.length === 0) return null;
  const title = everyOf(within(chart, "title", "tx"), "t")
    .map(({ text }) => text)
    .join("");
  const format = childOf(childOf(plot, "valAx"), "numFmt")?.attributes.get("formatCode");
  return {
    kind,
    title: fromCellText(title),
    series,
    place,
    ...given({ categories, format: format === "General" ? undefined : format, stacked: yes(grouping === "stacked") }),
  };
}

const isColour = (colour: string | undefined): colour is string => /^[\da-f]{6}$/i.test(colour ?? "");

function referenceOf(element: Element | undefined): string | null {
  const formula = everyOf(element, "f")[0]?.text;
  return formula !== undefined && areaIn(formula) !== null && !formula.includes("[") ? formula : null;
}

/** What a drawing holds: charts by the ids of their relations, and how many other things. */
export function readDrawing(drawing: Element): {
  readonly charts: { id: string; place: Area }[];
  readonly others: number;
} {
  const charts: { id: string; place: Area }[] = [];
  let others = 0;
  for (const anchor of drawing.children.filter(({ name }) => name.endsWith("Anchor"))) {
    const id = everyOf(anchor, "chart")[0]?.attributes.get(":id");
    if (id === undefined) others += 1;
    else charts.push({ id, place: placeOf(anchor) });
  }
  return { charts, others };
}

/** Columns and rows as wide and high as they are without a size of their own, in the units of drawings. */
const COLUMN = 609_600;
const ROW = 190_500;

function placeOf(anchor: Element): Area {
  const number = (element: Element | undefined, name: string): number => {
    const found = Number(childOf(element, name)?.text ?? NaN);
    return found >= 0 && found < 2 ** 20 ? Math.trunc(found) : 0;
  };
  const [from, to] = [childOf(anchor, "from"), childOf(anchor, "to")];
  const [row, column] = [number(from, "row"), number(from, "col")];
  if (to) {
    return {
      row,
      column,
      rows: Math.max(1, number(to, "row") - row),
      columns: Math.max(1, number(to, "col") - column),
    };
  }
  const size = childOf(anchor, "ext")?.attributes;
  const count = (name: string, unit: number): number =>
    Math.max(1, Math.round(Number(size?.get(name) ?? 0) / unit) || 1);
  return { row, column, rows: count("cy", ROW), columns: count("cx", COLUMN) };
}

export function drawingXml(charts: readonly Chart[]): string {
  const corner = (name: string, row: number, column: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const anchors = charts.map(
    ({ place: { row, column, rows, columns }, title }, index) =>
      `<xdr:twoCellAnchor>${corner("from", row, column)}${corner("to", row + rows, column + columns)}` +
      '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
      `<xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>` +
      "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
  );
  return (
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAWING}" xmlns:r="${RELATIONS}">` +
    `${anchors.join("")}</xdr:wsDr>`
  );
}

function painted(colour: string, isLine: boolean): string {
  if (!isColour(colour)) return "";
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  return `<c:spPr>${isLine ? `<a:ln w="28575">${fill}</a:ln>` : fill}</c:spPr>`;
}

export function chartXml({ kind, title, categories, series, format, stacked }: Chart): string {
  const text = (words: string): string =>
    `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en-US" sz="1200" b="1"/><a:t>${cellText(words)}</a:t></a:r></a:p></c:rich></c:tx>`;
  const isLine = kind === "line";
  const drawn = series.map(
    ({ name, values, colour = "" }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${cellText(name)}</c:v></c:tx>${painted(colour.slice(1), isLine)}` +
      (isLine ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>') +
      (categories === undefined ? "" : `<c:cat><c:strRef><c:f>${escaped(categories)}</c:f></c:strRef></c:cat>`) +
      `<c:val><c:numRef><c:f>${escaped(values)}</c:f></c:numRef></c:val>${isLine ? '<c:smooth val="0"/>' : ""}</c:ser>`,
  );
  const grouping = `<c:grouping val="${stacked ? "stacked" : isLine ? "standard" : "clustered"}"/><c:varyColors val="0"/>`;
  const axes = '<c:axId val="1001"/><c:axId val="1002"/>';
  const group = isLine
    ? `<c:lineChart>${grouping}${drawn.join("")}<c:marker val="1"/>${axes}</c:lineChart>`
    : `<c:barChart><c:barDir val="${kind === "bar" ? "bar" : "col"}"/>${grouping}${drawn.join("")}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}${axes}</c:barChart>`;
  const [below, beside] = kind === "bar" ? ["l", "b"] : ["b", "l"];
  // Bars are read from the top, as the rows of a list.
  const order = kind === "bar" ? "maxMin" : "minMax";
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/><c:chart>` +
    (title === "" ? "" : `<c:title>${text(title)}<c:overlay val="0"/></c:title>`) +
    `<c:autoTitleDeleted val="${title === "" ? 1 : 0}"/><c:plotArea><c:layout/>${group}` +
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${below}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${beside}"/><c:majorGridlines/>` +
    `<c:numFmt formatCode="${escaped(format ?? "General")}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:crossAx val="1001"/><c:crosses val="${kind === "bar" ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx></c:plotArea>` +
    (series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "") +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}
