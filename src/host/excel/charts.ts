import type { Area, ChartPlan } from "../host";
import { SERIES_COLOURS } from "../styles";

const TYPES = { column: "ColumnClustered", bar: "BarClustered", line: "Line" } as const;

/** Draws the charts of a block whose upper left cell is `corner`. */
export async function addCharts(
  context: Excel.RequestContext,
  corner: Excel.Range,
  charts: readonly ChartPlan[],
): Promise<void> {
  const range = ({ row, column, rows, columns }: Area): Excel.Range =>
    corner.getCell(row, column).getResizedRange(rows - 1, columns - 1);
  const drawn = charts.map((plan) => draw(corner.worksheet, plan, range));
  for (const { series } of drawn) series.load("items/name");
  await context.sync();

  drawn.forEach((chart, index) => {
    const guessed = [...chart.series.items];
    addSeries(chart, charts[index]!, range);
    // What Excel made of the range by itself goes only now, for a chart without any series loses its axes.
    for (const series of guessed) series.delete();
  });
  await context.sync();
}

function draw(sheet: Excel.Worksheet, plan: ChartPlan, range: (area: Area) => Excel.Range): Excel.Chart {
  const { kind, title, series, place, format } = plan;
  const chart = sheet.charts.add(TYPES[kind], range(series[0]!.values), "Columns");
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  chart.legend.position = "Bottom";
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.linkNumberFormat = false;
  valueAxis.numberFormat = format;
  if (kind === "bar") {
    // Bars begin at the bottom: turned round they stand in the order of the cells, and their scale goes below again.
    categoryAxis.reversePlotOrder = true;
    valueAxis.tickLabelPosition = "High";
  }
  chart.setPosition(
    range({ ...place, rows: 1, columns: 1 }),
    range({ row: place.row + place.rows - 1, column: place.column + place.columns - 1, rows: 1, columns: 1 }),
  );
  return chart;
}

function addSeries(chart: Excel.Chart, { kind, series, categories }: ChartPlan, range: (area: Area) => Excel.Range) {
  series.forEach(({ name, values }, index) => {
    const added = chart.series.add(name);
    added.setValues(range(values));
    added.setXAxisValues(range(categories));
    const color = SERIES_COLOURS[index % SERIES_COLOURS.length]!;
    if (kind === "line") added.format.line.color = color;
    else added.format.fill.setSolidColor(color);
  });
}
