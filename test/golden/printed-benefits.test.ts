import { readFileSync } from "node:fs";
import path from "node:path";
import { type ParameterId, series } from "../../src/parameters";
import { day } from "../../src/rules/calendar";

/** An amount of a benefit or of the bridging right as an article, INASTI, INAMI or a page prints it, and the days on which it holds. */
interface Printed {
  readonly parameter: ParameterId;
  readonly from: string;
  readonly to?: string;
  readonly printed: string;
  readonly source: Readonly<Record<string, string>>;
}

const printed = JSON.parse(readFileSync(path.join(__dirname, "printed-benefits.json"), "utf8")) as Printed[];

const serial = (iso: string) => {
  const [year, month, dayOfMonth] = iso.split("-").map(Number) as [number, number, number];
  return day(year, month, dayOfMonth);
};

// The compiler computes what nobody prints; what is printed must come out as it is, on all of its days.
test.each(printed.map((one) => [`${one.parameter} ${one.from}: ${one.printed}`, one] as const))("%s", (_, one) => {
  const value = series(one.parameter).find(({ from }) => from === serial(one.from))!;
  expect((value.value! / 10 ** value.decimals).toFixed(value.decimals)).toBe(
    Number(one.printed).toFixed(value.decimals),
  );
  expect(value.to).toBe(one.to === undefined ? null : serial(one.to));
  expect(["official", "two", "single"]).toContain(value.confidence);
});
