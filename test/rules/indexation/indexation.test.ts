import { dated, indexRule, parameterIds, type ParameterId, series } from "../../../src/parameters";
import { benefitRate, sickness } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { figureInForce } from "../../../src/rules/figures";
import { amountInForce, lastKnown } from "../../../src/rules/indexation";
import { afterIndexSteps } from "../../../src/rules/indexation/index-steps";

const indexed = parameterIds().filter((id) => indexRule(id));
const confirmed = figureInForce("benefits.index.last-confirmed-day", day(2026, 9, 1));
const on = day(2026, 12, 31);
const amountAfter = (id: ParameterId, steps: number) => afterIndexSteps(id, steps, on).amount;

test.each(indexed.filter((id) => id !== "benefits.catch-up-prime"))(
  "%s: no index step gives the last amount held",
  (id) => {
    expect(amountAfter(id, 0)).toBe(lastKnown(id).value);
  },
);

test("every amount that stops being known is indexed, and stops on the last confirmed day", () => {
  const stopped = parameterIds().filter(
    (id) =>
      /^(benefits|passerelle)\.(?!index|entitlement|base)/.test(id) && series(id).at(-1)!.note === "index-not-held",
  );
  expect([...stopped].sort()).toEqual([...indexed].sort());
  for (const id of indexed)
    expect(lastKnown(id).to).toBe(id === "benefits.catch-up-prime" ? day(2026, 12, 31) : confirmed);
});

// Law of 02/08/1971, articles 2 and 4 §1: coefficient 1.8476 and pivots 190.57 and 138.67 at rank 31, 1.8845 at rank 32.
test.each([
  ["benefits.sickness.isolated", 1, 66_87],
  ["benefits.sickness.isolated", 2, 68_20],
  ["benefits.invalidity-assimilated.cohabitant", 1, 57_33],
  ["benefits.third-party-aid", 1, 31_18],
  ["benefits.caregiver.full", 1, 1738_52],
  ["benefits.caregiver.half", 1, 869_26],
  ["benefits.catch-up-prime", 0, 356_56],
  ["benefits.catch-up-prime", 1, 363_68],
  ["passerelle.amount.without-dependants", 1, 1738_52],
] as const)("%s after %i steps: its own rule", (id, steps, amount) => {
  expect(amountAfter(id, steps)).toBe(amount);
});

// Programme law of 30/05/2026, article 85: the amount of 30/11/2026 × 1.02, rounded at every step.
test.each([
  ["benefits.sickness.with-dependants", 1, 84_29],
  ["benefits.invalidity-assimilated.with-dependants", 2, 85_98],
  ["benefits.maternity.weeks-1-4", 1, 935_69],
  ["benefits.maternity.half.weeks-1-4", 1, 467_85],
  ["benefits.maternity.half.from-week-5", 1, 428_31],
  ["benefits.adoption", 1, 655_70],
  ["benefits.foster", 1, 655_70],
  ["benefits.birth-leave.day", 1, 109_28],
  ["benefits.birth-leave.half-day", 1, 54_64],
  ["benefits.bereavement", 2, 111_47],
  ["passerelle.amount.with-dependants", 1, 2170_67],
  ["passerelle.amount.with-dependants", 2, 2214_08],
] as const)("%s after %i steps: on the amount that the limit held back", (id, steps, amount) => {
  expect(amountAfter(id, steps)).toBe(amount);
});

describe("the first step paid from 2028 on is limited again", () => {
  const from2028 = day(2028, 1, 1);

  test.each([
    "benefits.sickness.with-dependants",
    "benefits.maternity.half.weeks-1-4",
    "benefits.birth-leave.half-day",
    "passerelle.amount.with-dependants",
  ] as const)("%s: no amount, unless no step came", (id) => {
    expect(afterIndexSteps(id, 1, from2028 - 1).to).toBe(from2028 - 1);
    expect(() => afterIndexSteps(id, 1, from2028)).toThrow("figure-unknown");
    expect(afterIndexSteps(id, 0, from2028)).toMatchObject({ amount: lastKnown(id).value, to: Infinity });
  });

  test("an amount that the limit left alone goes on", () => {
    expect(afterIndexSteps("benefits.caregiver.full", 1, from2028).amount).toBe(1738_52);
  });

  test("a spell across that day has no amount", () => {
    const spell = { start: day(2027, 12, 20), end: day(2028, 1, 3), family: "with-dependants", indexSteps: 1 } as const;
    expect(() => sickness(spell)).toThrow("figure-unknown");
    expect(sickness({ ...spell, indexSteps: 0 }).value).toBe(13 * 82_64);
    expect(sickness({ ...spell, end: day(2027, 12, 31) }).value).toBe(11 * 84_29);
  });
});

test("steps move the days after the last confirmed one, and no other", () => {
  const rate = (on: number, indexSteps?: number) => amountInForce("benefits.caregiver.full", on, indexSteps);
  expect(rate(confirmed, 5)).toEqual(rate(confirmed));
  expect(rate(confirmed + 1, 0)).toMatchObject({
    amount: 1704_40,
    figure: { value: 1704_40, confidence: "projection" },
  });
  expect(() => rate(day(2022, 6, 1), 1)).toThrow("figure-unknown");
  expect(() => rate(confirmed + 1)).toThrow("amount-not-verified");
});

test("the refusal names the last verified amount and its day", () => {
  const facts = { amount: { value: 1704_40, decimals: 2, unit: "EUR/month" }, last: { day: confirmed } };
  expect(() => benefitRate({ benefit: "caregiver", day: confirmed + 1 })).toThrow(
    expect.objectContaining({ facts: expect.objectContaining(facts) as unknown }) as Error,
  );
});

test("what is projected says what from, and a step after the limit that it is a reading", () => {
  expect(amountInForce("passerelle.amount.without-dependants", on, 1).basis).toMatchObject([
    { id: "passerelle.base-amount.without-dependants", confidence: "projection" },
    { id: "benefits.index.pivot-base-1996", confidence: "projection" },
  ]);
  expect(amountInForce("passerelle.amount.with-dependants", on, 1)).toMatchObject({
    figure: { value: 2170_67, confidence: "projection", note: "formula/after-limited-step" },
    basis: [{ id: "passerelle.amount.with-dependants", value: 2128_11, note: "formula/after-limited-step" }],
  });
});

test("a published amount by pivots is not the one by coefficient", () => {
  // Caregiver from 01/11/2023: 1,574.68 by 172.61 / 147.31; the coefficient of that day gives another cent.
  const november = day(2023, 11, 1);
  const base = figureInForce("benefits.base.caregiver", november);
  const steps = dated("benefits.index.coefficient", november)!;
  const byCoefficient = Math.round((base * (steps.value! / 10 ** steps.decimals)) / 1.4282);
  expect(benefitRate({ benefit: "caregiver", day: november }).value).toBe(1574_68);
  expect(byCoefficient).not.toBe(1574_68);
});
