import type { SheetPlan } from "../../src/host/host";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { day } from "../../src/rules/calendar";
import { EXAMPLE_FAMILY } from "../../src/taskpane/family/example";
import { type FamilyYear, familySheet, type Partner } from "../../src/taskpane/family/family-sheet";
import { Calculated } from "./calculated-sheet";
import { ask, euros, rowOf, rowWith, shows, sum, typed } from "./labelled-sheet";

beforeAll(() => loadAllPaneTexts("en"));

const sheetOf = (family: FamilyYear): SheetPlan => familySheet(family, "0.00");
const withPartners = (one: Partial<Partner>, two: Partial<Partner> = {}, others: Partial<FamilyYear> = {}): SheetPlan =>
  sheetOf({
    ...EXAMPLE_FAMILY,
    ...others,
    partners: [
      { category: "principal", fund: "acerta", earlierIncome: 28_000, income: 32_000, ...one },
      { category: "spouse-maxi", fund: "xerius", earlierIncome: 15_000, income: 16_500, ...two },
    ],
  });
const provisional = (incomeN3: number, category: string, fund: string, quarter: number, year = 2026): number =>
  euros("FUND.TOTAL", {
    contribution: ask("INASTI.PROVISIONAL", { incomeN3, category, year, quarter }),
    fund,
    year,
  });

it("shows what each of the two pays and receives in each quarter, as the functions say it", () => {
  const plan = sheetOf(EXAMPLE_FAMILY);
  const [first, second] = [
    provisional(28_000, "principal", "acerta", 1),
    provisional(15_000, "spouse-maxi", "acerta", 1),
  ];
  expect(rowWith(plan, "Partner 1: due, or why not")).toEqual(["due", "birth", "birth", "due"]);
  expect(rowWith(plan, "Partner 1: to pay (provisional)")).toEqual([first, 0, 0, first]);
  expect(rowWith(plan, "Partner 2: due, or why not")).toEqual(["due", "due", "illness", "due"]);
  expect(rowWith(plan, "Partner 2: to pay (provisional)")).toEqual([second, second, 0, second]);

  const maternity = euros("BENEFIT.MATERNITY", { start: day(2026, 3, 2), weeks: 12, children: 1 });
  const leave = euros("BENEFIT.BIRTHLEAVE", { birth: day(2026, 3, 10), halfDays: 20, from: day(2026, 3, 11) });
  const sickness = euros("BENEFIT.SICKNESS", {
    start: day(2026, 7, 6),
    end: day(2026, 9, 30),
    family: "with-dependants",
  });
  expect(sum(rowWith(plan, "Partner 1: maternity benefit"))).toBe(maternity);
  expect(rowWith(plan, "Partner 2: birth leave")).toEqual([leave, 0, 0, 0]);
  expect(rowWith(plan, "Partner 2: incapacity for work")).toEqual([0, 0, sickness, 0]);
  expect(shows(plan, "H", "Total")).toBe(sum([maternity, leave, sickness, -2 * first, -3 * second]));
});

it("divides a rest by its weeks, the ones of other years among them", () => {
  const rest = { start: day(2025, 12, 8), weeks: 12, children: 1 };
  const plan = withPartners({ restFrom: rest.start, restWeeks: 12 }, {}, { birth: day(2025, 12, 15) });
  const rate = (date: number, variant: string): number =>
    euros("BENEFIT.RATE", { benefit: "maternity", date, variant });
  // Four weeks begin in 2025: on 8, 15, 22 and 29 December.
  const before = sum([0, 7, 14, 21].map((days) => rate(rest.start + days, "weeks-1-4")));
  const whole = euros("BENEFIT.MATERNITY", rest);
  expect(rowWith(plan, "Partner 1: maternity benefit")).toEqual([sum([whole, -before]), 0, 0, 0]);
  expect(shows(plan, "H", "Partner 1: maternity benefit")).toBe(whole);
});

it("takes the beginning of a rest week by week where it is shorter than any rest", () => {
  const start = day(2026, 6, 24);
  const plan = withPartners({ restFrom: start, restWeeks: 10 }, {}, { birth: day(2026, 7, 1) });
  const [q2, q3] = rowWith(plan, "Partner 1: maternity benefit").slice(1, 3);
  expect(q2).toBe(euros("BENEFIT.RATE", { benefit: "maternity", date: start, variant: "weeks-1-4" }));
  expect(sum([q2, q3])).toBe(euros("BENEFIT.MATERNITY", { start, weeks: 10, children: 1 }));
});

it("divides an illness that goes over the end of a quarter by its days", () => {
  const spell = { start: day(2026, 3, 28), end: day(2026, 4, 20), family: "with-dependants" };
  const plan = withPartners({ sickFrom: spell.start, sickUntil: spell.end });
  const whole = euros("BENEFIT.SICKNESS", spell);
  const april = euros("BENEFIT.SICKNESS", { ...spell, start: day(2026, 4, 1), primaryStart: spell.start });
  expect(rowWith(plan, "Partner 1: incapacity for work")).toEqual([sum([whole, -april]), april, 0, 0]);
  // Who did not stop altogether owes all quarters.
  expect(rowWith(plan, "Partner 1: due, or why not")).toEqual(["due", "due", "due", "due"]);
});

it("pays the bridging right by its months, each at its amount, and nothing is due after the stop", () => {
  const blank = withPartners({});
  const [stop, from, months] = ["Last day of the activity", "Bridging right from", "Months of bridging right"].map(
    (text) => `C${rowOf(blank, text)}`,
  );
  const plan = typed(blank, { [stop!]: day(2026, 7, 15), [from!]: day(2026, 8, 1), [months!]: 4 });
  const month = (n: number): number => euros("PASSERELLE.AMOUNT", { month: day(2026, n, 1) });
  expect(rowWith(plan, "Partner 1: bridging right")).toEqual([
    0,
    0,
    sum([month(8), month(9)]),
    sum([month(10), month(11)]),
  ]);
  expect(rowWith(plan, "Partner 1: due, or why not")).toEqual(["due", "due", "due", "no activity"]);
});

it("counts a dispense once it is granted, and estimates no settlement then", () => {
  const blank = withPartners({});
  expect(shows(blank, "C", "Estimated settlement, in 2028")).toBe(
    sum(
      [1, 2, 3, 4].map(
        (quarter) =>
          euros("FUND.TOTAL", {
            contribution: ask("INASTI.QUARTERLY", { income: 32_000, category: "principal", year: 2026, quarter }),
            fund: "acerta",
            year: 2026,
          }) - provisional(28_000, "principal", "acerta", quarter),
      ),
    ),
  );
  const plan = typed(blank, { [`D${rowOf(blank, "Partner 1: dispense granted")}`]: "yes" });
  expect(rowWith(plan, "Partner 1: due, or why not")).toEqual(["due", "dispensed", "due", "due"]);
  expect(rowWith(plan, "Partner 1: to pay (provisional)")[1]).toBe(0);
  expect(shows(plan, "C", "Estimated settlement, in 2028")).toBe("Cash calendar");
  const unclear = typed(blank, { [`D${rowOf(blank, "Partner 1: dispense granted")}`]: "perhaps" });
  expect(rowWith(unclear, "Partner 1: to pay (provisional)")[1]).toBe("#N/A");
});

it("is another year when the year is another one", () => {
  const birth = day(2025, 5, 6);
  const plan = withPartners({ restFrom: day(2025, 5, 1), restWeeks: 12 }, {}, { year: 2025, birth });
  expect(rowWith(plan, "Partner 1: to pay (provisional)")).toEqual(
    [1, 2, 3, 4].map((quarter) => (quarter === 3 ? 0 : provisional(28_000, "principal", "acerta", quarter, 2025))),
  );
  const rest = { start: day(2025, 5, 1), weeks: 12, children: 1 };
  expect(sum(rowWith(plan, "Partner 1: maternity benefit"))).toBe(euros("BENEFIT.MATERNITY", rest));
});

it("gives no benefit to whom the law gives none", () => {
  const plan = withPartners({ category: "pensioner", restFrom: day(2026, 3, 2), restWeeks: 12 });
  expect(rowWith(plan, "Partner 1: maternity benefit")).toEqual([0, 0, 0, 0]);
  expect(shows(plan, "H", "Partner 1: maternity benefit")).toBe(0);
});

it.each([
  ["Net income of year N-3", undefined, "#VALUE!"],
  ["Weeks of rest", 40, "#VALUE!"],
  ["Weeks of rest", 2, "#VALUE!"],
  ["Category", "helper", "#VALUE!"],
  ["Year", undefined, "#N/A"],
])("has an error in its sums for %s: %s", (text, content, code) => {
  const plan = sheetOf(EXAMPLE_FAMILY);
  const wrong = typed(plan, { [`C${rowOf(plan, text)}`]: content });
  expect(shows(wrong, "H", "Total")).toBe(code);
});

it("says nothing with answers to another question, as a copy without the add-in has them", () => {
  const plan = sheetOf(EXAMPLE_FAMILY);
  const asked = `C${rowOf(plan, "Calculated for")}`;
  const kept = typed(plan, { [asked]: new Calculated(plan).shows(asked) as string });
  expect(shows(kept, "H", "Total")).toBe(shows(plan, "H", "Total"));
  const changed = typed(kept, { [`C${rowOf(plan, "Weeks of rest")}`]: 10 });
  expect(shows(changed, "H", "Total")).toBe("#N/A");
  expect(new Calculated(changed).shows("B6")).toMatch(/^Inputs of benefits have changed/);
  // What has a native form goes on.
  const income = typed(kept, { [`C${rowOf(plan, "Net income of year N-3")}`]: 30_000 });
  expect(rowWith(income, "Partner 1: to pay (provisional)")[0]).toBe(provisional(30_000, "principal", "acerta", 1));
});
