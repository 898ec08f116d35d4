import fc from "fast-check";
import { day } from "../../../src/rules/calendar";
import { award, type AwardQuestion, type Counter, GROUNDS } from "../../../src/rules/passerelle";
import { groundsOn } from "../../../src/rules/passerelle/grounds";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { refusalOf } from "./refusal-of";
import { NEW_FACT, OLD_FACT, right } from "./right";

describe("the way to a right", () => {
  const counted = (question: Omit<AwardQuestion, "counter">) =>
    award({ counter: "months", ...question })
      .way()
      .filter(({ count }) => count !== undefined)
      .map(({ step, count }) => [step, count]);

  test("a right that is the maximum of the career is not cut", () => {
    expect(counted({ quarters: 0, ground: "fire", fact: OLD_FACT })).toEqual([["passerelle-per-fact", 12]]);
    expect(counted({ quarters: 0, ground: "fire", fact: OLD_FACT, used: 1 })).toEqual([
      ["passerelle-per-fact", 12],
      ["passerelle-left-of-career", -1],
    ]);
  });

  test("what brings the right to zero has a line, and only then", () => {
    const [base, additional] = [
      ["passerelle-base-right", 12],
      ["passerelle-additional-right", 3],
    ];
    expect(counted({ quarters: 0, fact: NEW_FACT, used: 15 })).toEqual([base, ["passerelle-used", -15], additional]);
    expect(counted({ quarters: 0, fact: NEW_FACT, used: 16 })).toEqual([
      base,
      ["passerelle-used", -16],
      additional,
      ["passerelle-nothing-left", 1],
    ]);
  });
});

describe("questions without an answer", () => {
  test.each([
    ["passerelle-date-needed", { quarters: 30, ground: "bankruptcy" }],
    ["passerelle-date-needed", { quarters: 30, used: 0 }],
    ["passerelle-ground-needed", { quarters: 30, fact: OLD_FACT }],
    ["missing", {}],
    ["missing", { ground: "fire", fact: OLD_FACT }],
    ["missing", { ground: "fire", fact: NEW_FACT, used: 1 }],
    ["passerelle-not-covered", { quarters: 30, ground: "bankruptcy", fact: day(2016, 12, 31) }],
    ["passerelle-ground-not-then", { quarters: 30, ground: "debt-settlement", fact: day(2023, 1, 1) }],
    ["passerelle-ground-not-then", { quarters: 30, ground: "third-party", fact: day(2019, 6, 30) }],
    ["passerelle-ground-not-then", { quarters: 30, ground: "energy", fact: day(2022, 9, 30) }],
    ["passerelle-energy-open", { quarters: 30, ground: "energy", fact: day(2022, 10, 1) }],
    ["passerelle-energy-open", { quarters: 30, ground: "energy", fact: day(2022, 11, 12) }],
    ["passerelle-ground-not-then", { quarters: 30, ground: "energy", fact: day(2023, 4, 1) }],
  ] as const)("%s: %j", (key, question) => {
    expect(refusalOf(() => right("months", question))).toBe(key);
    expect(refusalOf(() => right("quarters", question))).toBe(key);
  });
});

test("the law is that of the fact; the career table alone has its own", () => {
  const laws = (question: Omit<AwardQuestion, "counter">) =>
    new Set(
      award({ counter: "months", ...question })
        .way()
        .map(({ article }) => article.split(" ")[0]),
    );
  expect(laws({ fact: NEW_FACT })).toEqual(new Set(["PL22"]));
  expect(laws({ quarters: 30, ground: "fire", fact: OLD_FACT })).toEqual(new Set(["L16"]));
  expect(laws({ quarters: 30 })).toEqual(new Set(["AR08"]));
});

describe("always", () => {
  const anyQuestion = fc.record({
    counter: fc.constantFrom<Counter>("months", "quarters"),
    quarters: fc.integer({ min: 0, max: 200 }),
    ground: fc.constantFrom(...GROUNDS),
    fact: fc.integer({ min: day(2017, 1, 1), max: day(2027, 12, 31) }),
    used: fc.integer({ min: 0, max: 30 }),
  });
  const most = { months: 12, quarters: 4 };

  test("a fact gives 0 to 12 months and 0 to 4 quarters, and its lines add up to them", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const answer = attempt(() => award(question));
        if (answer instanceof Refusal) return;
        expect(answer.value).toBeGreaterThanOrEqual(0);
        expect(answer.value).toBeLessThanOrEqual(most[question.counter]);
        expect(answer.way().reduce((sum, { count = 0 }) => sum + count, 0)).toBe(answer.value);
      }),
      { numRuns: 2000 },
    );
  });

  test("more quarters never give less, more use never gives more", () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }), (question, q, u) => {
        const [answer, longer, usedMore] = [
          question,
          { ...question, quarters: question.quarters + q },
          { ...question, used: question.used + u },
        ].map((one) => attempt(() => award(one).value));
        if (typeof answer === "number" && typeof longer === "number") expect(longer).toBeGreaterThanOrEqual(answer);
        if (typeof answer === "number" && typeof usedMore === "number") expect(usedMore).toBeLessThanOrEqual(answer);
      }),
      { numRuns: 2000 },
    );
  });

  test("every ground that exists on a date has an answer there, and no other", () => {
    for (const fact of [
      day(2017, 1, 1),
      day(2019, 6, 30),
      day(2020, 3, 1),
      day(2022, 12, 31),
      day(2023, 1, 1),
      NEW_FACT,
    ]) {
      const answered = GROUNDS.filter((ground) => {
        const answer = attempt(() => right("months", { quarters: 60, ground, fact, used: 0 }));
        return typeof answer === "number";
      });
      expect(answered).toEqual(groundsOn(fact));
    }
  });
});
