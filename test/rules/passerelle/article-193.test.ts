import { day } from "../../../src/rules/calendar";
import { refusalOf } from "./refusal-of";
import { NEW_FACT, right } from "./right";

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
    expect(right("months", { quarters, fact: NEW_FACT, used: 12 })).toBe(months);
    expect(right("quarters", { quarters, fact: NEW_FACT, used: 4 })).toBe(socialQuarters);
  });

  test.each([
    ["first fact, whatever the career", { quarters: 5, ground: "economic", fact: NEW_FACT }, 12],
    ["first fact, quarters left out", { fact: NEW_FACT }, 12],
    ["nothing used is the same as a first fact", { fact: NEW_FACT, used: 0 }, 12],
    ["base and additional right together", { quarters: 44, ground: "fire", fact: NEW_FACT, used: 8 }, 12],
    ["the same below the maximum", { quarters: 8, ground: "fire", fact: NEW_FACT, used: 9 }, 6],
    ["use above twelve months eats the additional right", { quarters: 44, fact: NEW_FACT, used: 18 }, 6],
    ["never below zero", { quarters: 0, fact: NEW_FACT, used: 24 }, 0],
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
