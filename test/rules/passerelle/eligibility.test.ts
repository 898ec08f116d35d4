import { day } from "../../../src/rules/calendar";
import { CATEGORIES } from "../../../src/rules/contributions";
import { type ConditionId, eligibility, type EligibilityQuestion } from "../../../src/rules/passerelle";
import { Refusal } from "../../../src/rules/refusal";
import { refusalOf } from "./refusal-of";

const A = day(2018, 3, 10);
const LOOSE = day(2021, 1, 10);
const B = day(2022, 5, 2);
const C = day(2024, 10, 1);

const judge = (given: Partial<EligibilityQuestion>) =>
  eligibility({ category: "principal", ground: "fire", fact: C, subjectedQuarters: 4, paidQuarters: 4, ...given })
    .value;
const rowsOf = (id: ConditionId, given: Partial<EligibilityQuestion>) =>
  judge(given).rows.filter((row) => row.id === id);
const met = (id: ConditionId, given: Partial<EligibilityQuestion>) => rowsOf(id, given).map((row) => row.met);
const listed = (given: Partial<EligibilityQuestion>) => judge(given).rows.map(({ id }) => id);

const ALWAYS = [
  "regime",
  "ground",
  "category",
  "subject-quarters",
  "paid-quarters",
  "residence",
  "interruption",
] as const;

describe("which conditions are listed", () => {
  test.each([
    ["from 2023", { fact: C }, [...ALWAYS, "excluded"]],
    ["before 2023", { fact: B }, [...ALWAYS, "replacement-income"]],
    ["bankruptcy before 2023", { fact: B, ground: "bankruptcy" }, [...ALWAYS, "replacement-income", "excluded"]],
    ["facts of 04/2020 to 09/2021", { fact: LOOSE }, ALWAYS],
    ["spouse before 2023", { fact: B, category: "spouse-maxi" }, [...ALWAYS, "replacement-income", "helped-person"]],
    [
      "spouse's own allergy before 2023",
      { fact: B, category: "spouse-maxi", ground: "allergy" },
      [...ALWAYS, "replacement-income"],
    ],
    ["spouse from 2023", { fact: C, category: "spouse-maxi" }, [...ALWAYS, "excluded"]],
    ["economic difficulties", { ground: "economic" }, [...ALWAYS, "economic-basis", "excluded"]],
    [
      "low income of a director",
      { ground: "economic", basis: "low-income", liquidationStarted: true },
      [...ALWAYS, "economic-basis", "low-income", "low-income", "liquidation", "patrimonial-benefits", "excluded"],
    ],
  ] as const)("%s", (_, given, ids) => {
    expect(listed(given)).toEqual(ids);
  });

  test("economic difficulties before 2023, in order", () => {
    expect(listed({ fact: B, ground: "economic", basis: "low-income", helpedPersonMeets: true })).toEqual([
      ...ALWAYS.slice(0, 5),
      "career-quarters",
      ...ALWAYS.slice(5),
      "replacement-income",
      "economic-basis",
      "low-income",
      "low-income",
      "helped-person",
    ]);
  });
});

describe("what is not given is neither met nor failed", () => {
  test("and does not make the answer FALSE", () => {
    const { eligible, rows } = judge({ ground: "economic", basis: "low-income", category: "spouse-maxi" });
    expect(eligible).toBe(true);
    expect(rows.filter((row) => row.met === undefined).map(({ id }) => id)).toEqual([
      "residence",
      "interruption",
      "low-income",
      "low-income",
      "helped-person",
      "excluded",
    ]);
  });
});

describe("categories", () => {
  const answers = (given: Partial<EligibilityQuestion>) =>
    CATEGORIES.filter((category) => met("category", { ...given, category })[0] === true);

  test("four open the right, in every regime, and a primostarter after sickness is one of them", () => {
    const four = ["principal", "primostarter", "primostarter-artist", "spouse-maxi", "primostarter-after-sickness"];
    expect([A, B, C].map((fact) => answers({ fact }))).toEqual([four, four, four]);
  });

  test("a student: from 2023 as the contribution, before 2023 not settled", () => {
    const student = (fact: number, studentAtMinimum?: boolean) =>
      met("category", { category: "student", fact, studentAtMinimum });
    expect([student(C, true), student(C, false), student(C)]).toEqual([[true], [false], [undefined]]);
    expect(student(B, true)).toEqual([undefined]);
  });
});

describe("quarters", () => {
  test.each([
    ["C", C, 3, false],
    ["C", C, 4, true],
    ["before the looser rule", day(2020, 3, 31), 3, false],
    ["looser rule", day(2020, 4, 1), 2, true],
    ["looser rule", day(2021, 9, 30), 1, false],
    ["after the looser rule", day(2021, 10, 1), 3, false],
  ] as const)("subject, %s: fact of %d, %d quarters", (_, fact, subjectedQuarters, expected) => {
    expect(met("subject-quarters", { fact, subjectedQuarters })).toEqual([expected]);
  });

  test.each([
    [2, 12, 2, true],
    [1, 12, 2, false],
    [2, 13, 4, false],
    [4, 13, 4, true],
    [2, undefined, 4, undefined],
    [3, undefined, 4, undefined],
    [4, undefined, 4, true],
    [1, undefined, 4, false],
  ])(
    "paid, facts of 04/2020 to 09/2021: %p paid, %p of subjection",
    (paidQuarters, careerQuarters, required, answer) => {
      expect(rowsOf("paid-quarters", { fact: LOOSE, paidQuarters, careerQuarters })).toMatchObject([
        { required, met: answer },
      ]);
    },
  );

  test("career: eight for economic difficulties before 2023 only", () => {
    const career = (fact: number, careerQuarters: number) =>
      met("career-quarters", { fact, ground: "economic", careerQuarters });
    expect([career(B, 7), career(B, 8), career(C, 0)]).toEqual([[false], [true], []]);
  });
});

describe("interruption", () => {
  test.each([
    ["from 2023", { fact: C }, 7],
    ["forced, from 03/2020", { fact: B }, 7],
    ["economic, from 03/2020", { fact: day(2022, 3, 10), ground: "economic" }, 52],
    ["any ground before 03/2020", { fact: A }, 52],
    ["to the end of a leap February", { fact: day(2020, 1, 31) }, 30],
  ] as const)("%s", (_, given, days) => {
    expect(rowsOf("interruption", given)).toMatchObject([{ required: days, met: undefined }]);
    expect(met("interruption", { ...given, interruptionDays: days - 1 })).toEqual([false]);
    expect(met("interruption", { ...given, interruptionDays: days })).toEqual([true]);
  });
});

describe("low income", () => {
  const low = { ground: "economic", basis: "low-income" } as const;

  test("each year against its own limit, the limit included", () => {
    expect(rowsOf("low-income", { ...low, income: 16_861_46, incomePrevious: 16_409_21 })).toMatchObject([
      { required: { cents: 16_861_46 }, met: true },
      { required: { cents: 16_409_20 }, met: false },
    ]);
  });

  test("a limit that is not settled decides nothing", () => {
    const rows = rowsOf("low-income", { ...low, fact: B, category: "spouse-maxi", income: 1, incomePrevious: 1 });
    expect(rows.map((row) => row.met)).toEqual([true, undefined]);
    expect(rows[1]!.required).toBeInstanceOf(Refusal);
  });

  test("benefits of a director against twice the limit of the year", () => {
    const director = (patrimonialBenefits: number) =>
      met("patrimonial-benefits", { ...low, fact: B, patrimonialBenefits });
    expect([director(29_316_88), director(29_316_89)]).toEqual([[true], [false]]);
  });
});

test("what is asked for is told, with its article", () => {
  const director = { ground: "economic", basis: "low-income", liquidationStarted: true } as const;
  expect(rowsOf("helped-person", { fact: B, category: "spouse-maxi" })).toMatchObject([{ required: true }]);
  expect(rowsOf("liquidation", director)).toMatchObject([{ required: true }]);
  expect(rowsOf("residence", {})).toMatchObject([{ required: true }]);
  expect(rowsOf("excluded", {})).toMatchObject([{ required: false }]);
  expect(rowsOf("replacement-income", { fact: B })).toMatchObject([{ required: { cents: 0 } }]);
  expect([A, LOOSE, C].map((fact) => rowsOf("subject-quarters", { fact })[0]!.article)).toEqual([
    "L16 5 §1 1°",
    "L16 5/1",
    "PL22 191 §1 1°",
  ]);
});

test("grounds are those of the date", () => {
  const required = (fact: number) =>
    (rowsOf("ground", { fact })[0]!.required as { all: readonly string[] }).all.join(", ");
  expect(required(A)).toBe(
    "bankruptcy, debt-settlement, natural-disaster, fire, deterioration, allergy, forced, economic",
  );
  expect(required(day(2022, 12, 31))).toBe(
    "bankruptcy, debt-settlement, natural-disaster, fire, deterioration, allergy, third-party, forced, economic, energy",
  );
  expect(required(C)).toBe("bankruptcy, natural-disaster, fire, deterioration, allergy, third-party, forced, economic");
});

test.each([
  ["debt-settlement", C],
  ["third-party", A],
  ["energy", day(2023, 4, 1)],
] as const)("%s is no ground for a fact of %d", (ground, fact) => {
  expect(judge({ ground, fact }).eligible).toBe(false);
  expect(met("ground", { ground, fact })).toEqual([false]);
});

test("questions without an answer", () => {
  expect(refusalOf(() => judge({ fact: day(2016, 12, 31) }))).toBe("passerelle-not-covered");
  expect(refusalOf(() => judge({ fact: day(2022, 10, 1), ground: "energy" }))).toBe("passerelle-energy-open");
});
