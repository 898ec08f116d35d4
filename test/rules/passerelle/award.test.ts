import fc from "fast-check";
import { day } from "../../../src/rules/calendar";
import { award, type AwardQuestion, type Counter, GROUNDS, groundsOn } from "../../../src/rules/passerelle";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { refusalOf } from "./refusal-of";

const right = (counter: Counter, question: Omit<AwardQuestion, "counter">) => award({ counter, ...question }).right;
const both = (question: Omit<AwardQuestion, "counter">) => [right("months", question), right("quarters", question)];

const B = day(2022, 6, 15);
const C = day(2026, 5, 10);

describe("the career table of economic difficulties", () => {
  // Royal decree of 08/01/2017, as INASTI prints it.
  test.each([
    [0, 0, 0],
    [7, 0, 0],
    [8, 3, 1],
    [19, 3, 1],
    [20, 6, 2],
    [59, 6, 2],
    [60, 12, 4],
    [400, 12, 4],
  ])("%d quarters: %d months, %d quarters", (quarters, months, socialQuarters) => {
    expect(both({ quarters })).toEqual([months, socialQuarters]);
    expect(both({ quarters, ground: "economic", fact: B })).toEqual([months, socialQuarters]);
    expect(both({ quarters, ground: "economic", fact: day(2022, 12, 31) })).toEqual([months, socialQuarters]);
  });

  test("decides no more from 01/01/2023", () => {
    expect(both({ quarters: 0, ground: "economic", fact: day(2023, 1, 1) })).toEqual([12, 4]);
  });
});

describe("facts before 2023: a fact and a career have their maximum", () => {
  test.each([
    ["forced interruption", { quarters: 0, ground: "fire", fact: B }, 12, 4],
    ["one quarter short of a long career", { quarters: 59, ground: "bankruptcy", fact: B, used: 12 }, 0, 0],
    ["long career", { quarters: 60, ground: "bankruptcy", fact: B, used: 12 }, 12, 0],
    ["long career before 01/07/2019", { quarters: 60, ground: "bankruptcy", fact: day(2019, 6, 30), used: 12 }, 0, 0],
    ["long career from 01/07/2019", { quarters: 60, ground: "bankruptcy", fact: day(2019, 7, 1), used: 12 }, 12, 0],
    ["economic, part used", { quarters: 25, ground: "economic", fact: B, used: 8 }, 4, 0],
    ["economic, less than the table used", { quarters: 25, ground: "economic", fact: B, used: 2 }, 6, 2],
    ["energy sets the career aside", { quarters: 30, ground: "energy", fact: day(2022, 12, 15), used: 12 }, 12, 4],
  ] as const)("%s", (_, question, months, quarters) => {
    expect(both(question)).toEqual([months, quarters]);
  });

  test("quarters have their own maximum: 4, with a long career 8", () => {
    expect(right("quarters", { quarters: 59, ground: "bankruptcy", fact: B, used: 3 })).toBe(1);
    expect(right("quarters", { quarters: 60, ground: "bankruptcy", fact: B, used: 4 })).toBe(4);
    expect(right("quarters", { quarters: 60, ground: "bankruptcy", fact: B, used: 7 })).toBe(1);
  });
});

describe("facts from 2023: base right, then an additional one", () => {
  // Programme law of 26/12/2022, article 193 §3 al. 2.
  test.each([
    [0, 3, 1],
    [11, 3, 1],
    [12, 4, 1],
    [15, 4, 1],
    [16, 5, 1],
    [19, 5, 1],
    [20, 6, 2],
    [23, 6, 2],
    [24, 7, 2],
    [27, 7, 2],
    [28, 8, 2],
    [31, 8, 2],
    [32, 9, 3],
    [35, 9, 3],
    [36, 10, 3],
    [39, 10, 3],
    [40, 11, 3],
    [43, 11, 3],
    [44, 12, 4],
    [80, 12, 4],
  ])("%d quarters since the earlier fact, base used up: %d months, %d quarters", (quarters, months, socialQuarters) => {
    expect(right("months", { quarters, fact: C, used: 12 })).toBe(months);
    expect(right("quarters", { quarters, fact: C, used: 4 })).toBe(socialQuarters);
  });

  test.each([
    ["first fact, whatever the career", { quarters: 5, ground: "economic", fact: C }, 12],
    ["first fact, quarters left out", { fact: C }, 12],
    ["nothing used is the same as a first fact", { fact: C, used: 0 }, 12],
    ["base and additional right together", { quarters: 44, ground: "fire", fact: C, used: 8 }, 12],
    ["the same below the maximum", { quarters: 8, ground: "fire", fact: C, used: 9 }, 6],
    ["use above twelve months eats the additional right", { quarters: 44, fact: C, used: 18 }, 6],
    ["never below zero", { quarters: 0, fact: C, used: 24 }, 0],
  ] as const)("%s", (_, question, months) => {
    expect(right("months", question)).toBe(months);
  });

  test.each([
    [4, 30, 3],
    [4, 44, 4],
    [8, 0, 1],
    [1, 0, 4],
  ])("energy, %d quarters used and %d since: one quarter outside the career gives %d", (used, quarters, expected) => {
    expect(right("quarters", { quarters, ground: "energy", fact: day(2023, 1, 10), used })).toBe(expected);
  });

  test("energy: months only where the ordinary rule gives all twelve", () => {
    const energy = (used: number) => () =>
      right("months", { quarters: 30, ground: "energy", fact: day(2023, 3, 31), used });
    expect(energy(0)()).toBe(12);
    expect(energy(8)()).toBe(12);
    expect(refusalOf(energy(9))).toBe("passerelle-energy-months");
  });
});

describe("questions without an answer", () => {
  test.each([
    ["passerelle-date-needed", { quarters: 30, ground: "bankruptcy" }],
    ["passerelle-date-needed", { quarters: 30, used: 0 }],
    ["passerelle-ground-needed", { quarters: 30, fact: B }],
    ["missing", {}],
    ["missing", { ground: "fire", fact: B }],
    ["missing", { ground: "fire", fact: C, used: 1 }],
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
        expect(answer.right).toBeGreaterThanOrEqual(0);
        expect(answer.right).toBeLessThanOrEqual(most[question.counter]);
        expect(answer.lines.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(answer.right);
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
        ].map((one) => attempt(() => award(one).right));
        if (typeof answer === "number" && typeof longer === "number") expect(longer).toBeGreaterThanOrEqual(answer);
        if (typeof answer === "number" && typeof usedMore === "number") expect(usedMore).toBeLessThanOrEqual(answer);
      }),
      { numRuns: 2000 },
    );
  });

  test("every ground that exists on a date has an answer there, and no other", () => {
    for (const fact of [day(2017, 1, 1), day(2019, 6, 30), day(2020, 3, 1), day(2022, 12, 31), day(2023, 1, 1), C]) {
      const answered = GROUNDS.filter((ground) => {
        const answer = attempt(() => right("months", { quarters: 60, ground, fact, used: 0 }));
        return typeof answer === "number";
      });
      expect(answered).toEqual(groundsOn(fact));
    }
  });
});
