import { dated, parameterIds, series } from "../../../src/parameters";
import { benefitRate, isIndexed, projected } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { figureInForce } from "../../../src/rules/figures";

const indexed = parameterIds().filter(isIndexed);
const lastKnown = (id: (typeof indexed)[number]) => series(id).findLast(({ value }) => value !== null)!;

test.each(indexed)("%s: no index step gives the last amount held", (id) => {
  expect(projected(id, 0)).toBe(lastKnown(id).value);
});

test("every amount that stops being known is indexed, and stops on the last confirmed day", () => {
  const confirmed = figureInForce("benefits.index.last-confirmed-day", day(2026, 6, 1));
  const stopped = parameterIds().filter(
    (id) => /^benefits\.(?!index|entitlement|base)/.test(id) && series(id).at(-1)!.value === null,
  );
  expect([...stopped].sort()).toEqual([...indexed].sort());
  for (const id of indexed) {
    expect(lastKnown(id).to).toBe(id === "benefits.catch-up-prime" ? day(2026, 12, 31) : confirmed);
  }
});

// Law of 02/08/1971, article 4 §1: coefficient 1.8114 and pivots 186.83 and 135.95 after one more step.
test.each([
  ["benefits.sickness.isolated", 1, 65_56],
  ["benefits.sickness.isolated", 2, 66_87],
  ["benefits.caregiver.full", 1, 1704_40],
  ["benefits.maternity.half.from-week-5", 1, 423_62],
  ["benefits.birth-leave.day", 1, 107_71],
  ["benefits.birth-leave.half-day", 1, 53_86],
] as const)("%s after %i steps", (id, steps, amount) => {
  expect(projected(id, steps)).toBe(amount);
});

test("steps move the days after the last verified amount, and no other", () => {
  const rate = (on: number, indexSteps?: number) => benefitRate({ benefit: "caregiver", day: on, indexSteps });
  expect(rate(day(2026, 9, 30), 5)).toEqual(rate(day(2026, 9, 30)));
  expect(rate(day(2026, 10, 1), 1)).toMatchObject({ amount: 1704_40, confidence: "projection" });
  expect(() => rate(day(2022, 6, 1), 1)).toThrow("figure-unknown");
  expect(() => rate(day(2026, 10, 1))).toThrow("amount-not-verified");
});

test("the refusal names the last verified amount and its day", () => {
  const facts = { amount: { cents: 1671_01 }, last: { day: day(2026, 9, 30) } };
  expect(() => benefitRate({ benefit: "caregiver", day: day(2026, 10, 1) })).toThrow(
    expect.objectContaining({ facts: expect.objectContaining(facts) as unknown }) as Error,
  );
});

test("a published amount by pivots is not the one by coefficient", () => {
  // Caregiver from 01/11/2023: 1,574.68 by 172.61 / 147.31; the coefficient of that day gives another cent.
  const on = day(2023, 11, 1);
  const base = figureInForce("benefits.base.caregiver", on);
  const steps = dated("benefits.index.coefficient", on)!;
  const byCoefficient = Math.round((base * (steps.value! / 10 ** steps.decimals)) / 1.4282);
  expect(benefitRate({ benefit: "caregiver", day: on }).amount).toBe(1574_68);
  expect(byCoefficient).not.toBe(1574_68);
});
