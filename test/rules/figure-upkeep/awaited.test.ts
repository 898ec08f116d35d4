import { useOwnFigures } from "../../../src/parameters";
import { civilDate, day } from "../../../src/rules/calendar";
import { awaited, followers, merged, unsettled, withoutKnown } from "../../../src/rules/figure-upkeep";
import { readList } from "../../../src/rules/own-figures";
import { attempt } from "../../../src/rules/refusal";

afterEach(() => useOwnFigures([]));

const figure = (parameter: string, from: string, to: string, value: string) => ({
  ...{ parameter, from, to, value, source: "print" },
});
const list = (...figures: object[]) => readList(JSON.stringify({ format: "statut-social own figures 1", figures }));
const year = (parameter: string, of: number, value: string) => figure(parameter, `${of}-01-01`, `${of}-12-31`, value);
const step = (from: string, to: string, value: string) => figure("benefits.index.rank", from, to, value);

const NUMERATOR = "contributions.index.numerator";
const DENOMINATOR = "contributions.revaluation.denominator";

const idsOn = (today: number, kind: string): [string, number][] =>
  awaited(today)
    .filter((one) => one.kind === kind)
    .map(({ id, from }) => [id, civilDate(from).year]);

test("the index of the year after the last published one is awaited until somebody gives it", () => {
  const today = day(2026, 11, 28);
  expect(idsOn(today, "year")).toEqual([
    [NUMERATOR, 2027],
    [DENOMINATOR, 2027],
  ]);
  useOwnFigures(list(year(NUMERATOR, 2027, "690.00")));
  expect(idsOn(today, "year")).toEqual([[DENOMINATOR, 2027]]);
  // In the last weeks of a year the next one is printed.
  expect(idsOn(day(2027, 11, 28), "year")).toEqual([
    [NUMERATOR, 2028],
    [DENOMINATOR, 2027],
  ]);
});

test("the next index step is awaited from the day after the last one on which the number of steps is known", () => {
  const next = () => awaited(day(2026, 11, 28)).find(({ kind }) => kind === "index-step")!;
  expect(next()).toMatchObject({ from: day(2026, 12, 1), last: { value: 30 } });
  useOwnFigures(list(step("2026-12-01", "2027-02-28", "30"), step("2027-03-01", "2027-06-30", "31")));
  expect(next()).toMatchObject({ from: day(2027, 7, 1), last: { value: 31 } });
});

test("fees are awaited of the present year, of funds that there still are", () => {
  const fees = idsOn(day(2026, 11, 28), "fee");
  expect(fees).toContainEqual(["funds.fee.securex", 2026]);
  expect(fees.map(([id]) => id)).not.toContain("funds.fee.acerta");
  expect(fees.map(([id]) => id)).not.toContain("funds.fee.multipen");
  expect(idsOn(day(2027, 1, 2), "fee")).toContainEqual(["funds.fee.acerta", 2027]);
});

test("companies await the next year, pensioners the first one without ceilings", () => {
  const today = day(2026, 11, 28);
  expect(idsOn(today, "company")).toEqual([
    ["company.contribution.small", 2027],
    ["company.contribution.large", 2027],
    ["company.threshold", 2027],
  ]);
  expect(idsOn(today, "pensioner")).toContainEqual(["status.pensioner-ceiling.early", 2026]);
});

test("what is unsettled has no value, and what somebody holds is none of it", () => {
  const ids = () => unsettled().map(({ id }) => id);
  expect(ids()).toContain("benefits.sickness.isolated");
  expect(unsettled().every(({ value, text }) => value === null && text === undefined)).toBe(true);
  useOwnFigures(list(figure("benefits.sickness.isolated", "2026-12-01", "2100-12-31", "66.00")));
  const left = unsettled().find(({ id }) => id === "benefits.sickness.isolated");
  expect(left).toMatchObject({ from: day(2101, 1, 1) });
});

test("the amounts of a year follow from its index, those of benefits from the number of steps", () => {
  const [index] = list(year(NUMERATOR, 2027, "690.00"));
  useOwnFigures([index!]);
  const minimum = followers(index!).find(({ id }) => id === "contributions.principal.minimum-income");
  // 3,666.15 × 690.00 / 142.75 = 17,720.795.
  expect(minimum).toMatchObject({ value: 1_772_080, confidence: "own", from: day(2027, 1, 1), to: day(2027, 12, 31) });

  const steps = list(step("2026-12-01", "2027-02-28", "30"), step("2027-03-01", "2027-06-30", "31"));
  useOwnFigures(steps);
  const amount = (index: number) =>
    followers(steps[index]!).find(({ id }) => id === "passerelle.amount.without-dependants");
  expect([amount(0)?.value, amount(1)?.value]).toEqual([170_440, 173_852]);
  expect(amount(1)).toMatchObject({ from: day(2027, 3, 1), to: day(2027, 6, 30) });
  const [fee] = list(year("funds.fee.securex", 2026, "0.04"));
  expect(followers(fee!)).toEqual([]);
});

test("what the data have leaves a figure the other days", () => {
  const left = (from: string, to: string) =>
    withoutKnown(list(step(from, to, "30"))[0]!).map((one) => [one.from, one.to]);
  expect(left("2026-12-01", "2027-02-28")).toEqual([[day(2026, 12, 1), day(2027, 2, 28)]]);
  expect(left("2026-10-01", "2027-02-28")).toEqual([[day(2026, 12, 1), day(2027, 2, 28)]]);
  expect(left("2026-10-01", "2026-10-31")).toEqual([]);
});

test("a shared list replaces figures of the same days, and none may overlap", () => {
  const mine = list(year(NUMERATOR, 2027, "690.00"), step("2026-12-01", "2027-02-28", "30"));
  const both = merged(mine, list(year(NUMERATOR, 2027, "691.00"), year(DENOMINATOR, 2027, "650.00")));
  expect(both.map(({ id, value }) => [id, value])).toEqual([
    ["benefits.index.rank", 30],
    [NUMERATOR, 69_100],
    [DENOMINATOR, 65_000],
  ]);
  expect(attempt(() => merged(mine, list(step("2027-01-01", "2027-03-31", "30"))))).toMatchObject({
    key: "own-overlap",
  });
});
