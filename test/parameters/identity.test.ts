import Decimal from "decimal.js";
import { dated, type ParameterId } from "../../src/parameters";
import { type Published, published } from "./published";

/**
 * The identity gate: the compiled parameters give, to the cent, every amount that INASTI, the funds and the press print.
 * Calculations that need a scale are tested with the rules.
 */
const entries = published.filter(
  (entry): entry is Published & { parameter: ParameterId } => entry.parameter !== undefined,
);
const right = entries.filter(({ misprint }) => misprint === undefined);
const misprints = entries.filter(({ misprint }) => misprint !== undefined);

const name = ({ year, parameter, printed, title }: Published) => `${year} ${parameter}: ${printed} (${title})`;

/** 31 December: yearly figures that begin inside the year are in force, and prints of a year mean its last quarter. */
function onLastDayOf(year: number, id: ParameterId): Decimal | undefined {
  const lastDay = (Date.UTC(year, 11, 31) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const value = dated(id, lastDay);
  return value?.value == null ? undefined : new Decimal(value.value).div(new Decimal(10).pow(value.decimals));
}

/** The figure as the source would print it. */
function asPrinted({
  year,
  parameter,
  printed,
  relation,
  decimals,
  fee,
}: Published & { parameter: ParameterId }): string {
  const figure = onLastDayOf(year, parameter);
  if (!figure) return "none";
  const places = decimals ?? new Decimal(printed).decimalPlaces();
  const result = relation === "below" ? figure.minus("0.01") : fee ? figure.times(new Decimal(fee).plus(1)) : figure;
  // Without a stated rounding the figure must be the print itself.
  if (!decimals && !fee) return result.toFixed(Math.max(places, result.decimalPlaces(), 2));
  return result.toDecimalPlaces(decimals ?? 2, Decimal.ROUND_HALF_UP).toFixed(decimals ?? 2);
}

test("every entry names a parameter or a calculation", () => {
  expect(published.length).toBeGreaterThanOrEqual(230);
  for (const entry of published) expect([entry.parameter, entry.calculation].filter(Boolean)).toHaveLength(1);
});

test.each(right.map((entry) => [name(entry), entry] as const))("%s", (_, entry) => {
  const wanted = new Decimal(entry.printed);
  expect(asPrinted(entry)).toBe(wanted.toFixed(Math.max(wanted.decimalPlaces(), entry.decimals ?? 2)));
});

test.each(misprints.map((entry) => [name(entry), entry] as const))("misprint %s", (_, entry) => {
  const ours = asPrinted(entry);
  expect(ours).toBe(entry.calculated ?? "none");
  expect(ours).not.toBe(entry.printed);
});
