import fc from "fast-check";
import { DARK, FORCED, LIGHT } from "../../../src/workbench/charts/colours";
import type { ChartContent } from "../../../src/workbench/charts/content";
import { chartSvg, type ChartLook } from "../../../src/workbench/charts/svg";

/** A chart is a text: what it draws can be read from it. */

const look = (change: Partial<ChartLook> = {}): ChartLook => ({
  width: 440,
  height: 300,
  colours: LIGHT,
  language: "fr",
  blank: "Aucune valeur",
  ...change,
});

const chart = (change: Partial<ChartContent> = {}): ChartContent => ({
  kind: "column",
  title: "Décaissements par année",
  categories: ["2024", "2025", "2026"],
  series: [{ name: "Décaissement", values: [3000, 0, 6000] }],
  format: "#,##0",
  stacked: false,
  ...change,
});

const two = [
  { name: "A", values: [100, 200, -50] },
  { name: "B", values: [300, null, -25] },
];

const numbersOf = (svg: string, pattern: RegExp): number[] =>
  Array.from(svg.matchAll(pattern), ([, one]) => Number(one));
const heights = (svg: string): number[] => numbersOf(svg, /<g><rect [^>]*height="([\d.]+)"/g);
const widths = (svg: string): number[] => numbersOf(svg, /<g><rect [^>]*width="([\d.]+)"/g);
const texts = (svg: string): string[] => Array.from(svg.matchAll(/<text [^>]*>([^<]*)/g), ([, one]) => one!);

it("draws columns as high as their values, from zero", () => {
  const [low, none, high] = heights(chartSvg(chart(), look()));
  expect(none).toBe(0);
  expect(high! / low!).toBeCloseTo(2, 1);
});

it("draws bars as long as their values, in the order of the cells", () => {
  const svg = chartSvg(chart({ kind: "bar" }), look());
  const [low, , high] = widths(svg);
  expect(high! / low!).toBeCloseTo(2, 1);
  const [first, second] = numbersOf(svg, /<g><rect x="[\d.]+" y="([\d.]+)"/g);
  expect(first).toBeLessThan(second!);
});

it.each([
  ["fr", '#,##0.00 "€"', "6 000 €", "6 000,00 €"],
  ["nl", '"€ "#,##0.00', "€ 6.000", "€ 6.000,00"],
  ["de", '#,##0.00 "€"', "6.000 €", "6.000,00 €"],
  ["en", '"€"#,##0.00', "€6,000", "€6,000.00"],
] as const)(
  "writes numbers as %s does: whole ones on the axis, each value as its cell",
  (language, format, axis, value) => {
    const svg = chartSvg(chart({ format }), look({ language })).replace(/[\u00a0\u202f]/g, " ");
    expect(texts(svg)).toContain(axis);
    expect(svg).toContain(`<title>2026: ${value}</title>`);
  },
);

it("counts in steps that the format can show", () => {
  const whole = texts(chartSvg(chart({ series: [{ name: "", values: [1, 2, 3] }], format: "0" }), look()));
  expect(new Set(whole).size).toBe(whole.length - 3);
  const rates = texts(
    chartSvg(chart({ series: [{ name: "", values: [0.0305, 0.04, 0.042] }], format: "0.00%" }), look()),
  );
  expect(rates).toContain("2,00%");
});

it("stands stacked columns on each other, those below zero apart", () => {
  const svg = chartSvg(chart({ series: two, stacked: true }), look());
  const bars = Array.from(svg.matchAll(/<g><rect x="([\d.]+)" y="([\d.]+)" [^>]*height="([\d.]+)"/g), (one) =>
    one.slice(1).map(Number),
  );
  const [a1, , a3, b1, b3] = bars as [number[], number[], number[], number[], number[]];
  expect(b1[1]! + b1[2]!).toBeCloseTo(a1[1]!, 1);
  expect(b3[1]).toBeCloseTo(a3[1]! + a3[2]!, 1);
  expect(b1[0]).toBe(a1[0]);
});

it("interrupts a line where there is no value", () => {
  const values = [10, 20, null, 30, 40];
  const svg = chartSvg(
    chart({ kind: "line", categories: ["a", "b", "c", "d", "e"], series: [{ name: "", values }] }),
    look(),
  );
  const path = /<path d="([^"]+)" fill="none" stroke="#1f7a80"/.exec(svg)![1]!;
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path.match(/L/g)).toHaveLength(2);
});

it("names several series, and one not", () => {
  expect(texts(chartSvg(chart({ series: two }), look()))).toEqual(expect.arrayContaining(["A", "B"]));
  expect(texts(chartSvg(chart(), look()))).not.toContain("Décaissement");
});

it("says so where there is nothing to draw", () => {
  const svg = chartSvg(chart({ series: [{ name: "", values: [null, null, null] }] }), look());
  expect(texts(svg)).toEqual(["Décaissements par année", "Aucune valeur"]);
});

it("leaves out labels that would run into each other", () => {
  const years = Array.from({ length: 60 }, (_, index) => String(1990 + index));
  const svg = chartSvg(chart({ categories: years, series: [{ name: "", values: years.map(Number) }] }), look());
  const labels = texts(svg).filter((text) => years.includes(text));
  expect(labels.length).toBeGreaterThan(3);
  expect(labels.length).toBeLessThan(15);
});

it("takes texts for texts", () => {
  const name = `<script>alert("1")</script>&\u0000`;
  const svg = chartSvg(chart({ title: name, categories: [name, name, name], kind: "bar" }), look({ width: 2000 }));
  expect(svg).not.toContain("<script");
  expect(svg).not.toContain("\u0000");
  expect(svg).toContain("&lt;script&gt;");
});

it("draws whatever the cells hold without a number that is none", () => {
  const value = fc.option(
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), fc.integer()),
  );
  fc.assert(
    fc.property(
      fc.constantFrom("column", "bar", "line"),
      fc.boolean(),
      fc.constantFrom("", "0", "0.00%", '#,##0.00 "€"', "no [format"),
      fc
        .integer({ min: 1, max: 12 })
        .chain((count) =>
          fc.tuple(
            fc.array(fc.string(), { minLength: count, maxLength: count }),
            fc.array(fc.array(value, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 4 }),
          ),
        ),
      fc.integer({ min: 10, max: 900 }),
      (kind, stacked, format, [categories, series], size) => {
        const content = {
          kind,
          stacked,
          format,
          categories,
          title: "T",
          series: series.map((values) => ({ name: "S", values })),
        } as const;
        const svg = chartSvg(content, look({ width: size, height: size }));
        expect(svg).not.toMatch(/"[^"]*(NaN|Infinity|undefined|null)[^"]*"/);
        expect(svg).not.toMatch(/(width|height)="-/);
      },
    ),
  );
});

/** By the formula of the web's accessibility guidelines. */
function contrast(one: string, other: string): number {
  const [light, dark] = [one, other]
    .map((colour) => {
      const [red, green, blue] = [1, 3, 5].map((at) => {
        const part = parseInt(colour.slice(at, at + 2), 16) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05;
    })
    .sort((a, b) => b - a);
  return light! / dark!;
}

it.each([LIGHT, DARK])("has colours that are seen", ({ paper, ink, muted, axis, series }) => {
  expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7);
  expect(contrast(muted, paper)).toBeGreaterThanOrEqual(4.5);
  for (const colour of [axis, ...series]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
});

it("takes the reader's own colours where these are forced", () => {
  expect(chartSvg(chart(), look({ colours: FORCED }))).not.toMatch(/#[0-9a-f]{6}/);
});
