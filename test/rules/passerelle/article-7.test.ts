import { day } from "../../../src/rules/calendar";
import { both, OLD_FACT, right } from "./right";

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
    expect(both({ quarters, ground: "economic", fact: OLD_FACT })).toEqual([months, socialQuarters]);
    expect(both({ quarters, ground: "economic", fact: day(2022, 12, 31) })).toEqual([months, socialQuarters]);
  });

  test("decides no more from 01/01/2023", () => {
    expect(both({ quarters: 0, ground: "economic", fact: day(2023, 1, 1) })).toEqual([12, 4]);
  });
});

describe("facts before 2023: a fact and a career have their maximum", () => {
  test.each([
    ["forced interruption", { quarters: 0, ground: "fire", fact: OLD_FACT }, 12, 4],
    ["one quarter short of a long career", { quarters: 59, ground: "bankruptcy", fact: OLD_FACT, used: 12 }, 0, 0],
    ["long career", { quarters: 60, ground: "bankruptcy", fact: OLD_FACT, used: 12 }, 12, 0],
    ["long career before 01/07/2019", { quarters: 60, ground: "bankruptcy", fact: day(2019, 6, 30), used: 12 }, 0, 0],
    ["long career from 01/07/2019", { quarters: 60, ground: "bankruptcy", fact: day(2019, 7, 1), used: 12 }, 12, 0],
    ["economic, part used", { quarters: 25, ground: "economic", fact: OLD_FACT, used: 8 }, 4, 0],
    ["economic, less than the table used", { quarters: 25, ground: "economic", fact: OLD_FACT, used: 2 }, 6, 2],
    ["energy from its first day", { quarters: 30, ground: "energy", fact: day(2022, 11, 13), used: 12 }, 12, 4],
    ["energy sets the career aside", { quarters: 30, ground: "energy", fact: day(2022, 12, 15), used: 12 }, 12, 4],
  ] as const)("%s", (_, question, months, quarters) => {
    expect(both(question)).toEqual([months, quarters]);
  });

  test("quarters have their own maximum: 4, with a long career 8", () => {
    expect(right("quarters", { quarters: 59, ground: "bankruptcy", fact: OLD_FACT, used: 3 })).toBe(1);
    expect(right("quarters", { quarters: 60, ground: "bankruptcy", fact: OLD_FACT, used: 4 })).toBe(4);
    expect(right("quarters", { quarters: 60, ground: "bankruptcy", fact: OLD_FACT, used: 7 })).toBe(1);
  });
});
