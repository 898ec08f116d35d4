import { day } from "../../src/rules/calendar";
import { call, casesOf, records, shown } from "../golden/harness";
import { bundleFunctions } from "../setup/excel";
import { ONLY_MEANT, type Site, startSite, type Workbench } from "./workbench";

let site: Site;
let bench: Workbench;

beforeAll(async () => {
  site = await startSite();
  bench = await site.visit("en-GB");
});

afterAll(() => site?.close());

const caseOf = (domain: string, id: string) => {
  const found = casesOf(domain).find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};

/** Figures of a case's answer, as cells hold them. */
function expected(domain: string, id: string, ...figures: string[]): unknown[] {
  const answer = caseOf(domain, id).expected as Record<string, unknown>;
  return figures.map((figure) => shown(answer[figure]));
}

const answer = (domain: string, id: string): unknown => shown(caseOf(domain, id).expected);

/** Rounded to the cent, for sums that binary fractions leave a hair off. */
const cents = (value: unknown): number => Math.round(Number(value) * 100) / 100;

it("answers on every sheet", async () => {
  expect(await bench.errors()).toEqual(ONLY_MEANT);
});

describe("the projection", () => {
  const ROW = ["provisional", "final", "settlement", "settledIn"];

  beforeAll(() => bench.open("Projection"));

  it("spills a row a year, with sums below", async () => {
    await bench.screenshot("projection");
    expect(await bench.values("B12", "D12", "G12")).toEqual(["year", "provisional", "year of settlement"]);
    expect(await bench.values("D13", "E13", "F13", "G13")).toEqual(
      expected("contributions", "rule-project-starter-2022-2022", ...ROW),
    );
    expect(await bench.values("D15", "E15", "F15", "G15")).toEqual(
      expected("contributions", "rule-project-starter-2022-2024", ...ROW),
    );
    // 20.5 % of 20,000, 30,000, 40,000, 45,000 and 50,000.
    expect(await bench.value("E18")).toBe(37_925);
  });

  it("follows an income, and then another first year", async () => {
    await bench.set("F5", 30_000);
    // 20.5 % of 30,000; what is paid provisionally stays the flat amount of a starter.
    expect(await bench.values("C13", "D13", "E13", "F13")).toEqual([30_000, 3005, 6150, 3145]);

    const incomes = [25_000, 32_000, 38_000, 42_000, 45_000];
    for (const [index, income] of incomes.entries()) await bench.set(`F${5 + index}`, income);
    await bench.set("C7", day(2024, 1, 1));
    await bench.set("C5", 2024);
    expect(await bench.values("B13", "B17", "E5", "E9")).toEqual([2024, 2028, 2024, 2028]);
    expect(await bench.values("D15", "E15", "F15", "G15")).toEqual(
      expected("contributions", "rule-project-starter-future-2026", ...ROW),
    );
    // What lies beyond the published years moves with them: the sheet shows what the function answers.
    const { row: year, ...inputs } = caseOf("contributions", "rule-project-starter-future-2028").inputs;
    const rows = records(call(bundleFunctions(), "INASTI.PROJECT", inputs));
    const { provisional, final, settlement, ["year of settlement"]: settledIn } = rows.find((one) => one["year"] === year)!;
    expect(await bench.values("D17", "E17", "F17", "G17")).toEqual([provisional, final, settlement, settledIn]);
  });

  it("counts from the profit, and back from a contribution", async () => {
    expect(await bench.value("J7")).toBe(answer("contributions", "rule-fromprofit-principal-2026-50000"));
    await bench.set("J6", 150_000);
    expect(await bench.value("J7")).toBe(answer("contributions", "rule-fromprofit-principal-2026-150000"));
    await bench.set("J8", 890.43);
    expect(await bench.value("J9")).toBe(answer("contributions", "rule-incomefor-principal-2026-890.43"));
  });

  it("follows a life that changes, quarter by quarter", async () => {
    expect(await bench.values("B31", "C31")).toEqual([2024, 3]);
    expect(await bench.values("E31", "F31", "H31")).toEqual(
      expected("contributions", "rule-career-exempt-2024q3", "quarters", "annualised", "final"),
    );
    expect(await bench.values("D33", "H33")).toEqual(
      expected("contributions", "rule-career-to-complementary-2025q1", "category", "final"),
    );
  });
});

describe("the bridging right", () => {
  /** Rows of the table from the third month on: the first two share the blocks of the first period. */
  const months = (id: string): [string, { share: string; amount: string }][] => {
    const { monthsAfterFirstPeriod } = caseOf("passerelle", id).expected as {
      monthsAfterFirstPeriod: Record<string, { share: string; amount: string }>;
    };
    return Object.entries(monthsAfterFirstPeriod);
  };
  const spilled = async (count: number) => {
    const rows = Array.from({ length: count }, (_, index) => 8 + index);
    return Promise.all(
      rows.map(async (row) => [await bench.text(`E${row}`), ...(await bench.values(`F${row}`, `G${row}`))]),
    );
  };
  const asCells = (id: string) =>
    months(id).map(([month, { share, amount }]) => [month, Number(share), Number(amount)]);

  beforeAll(() => bench.open("Bridging right"));

  it("spills what a fact pays, month by month", async () => {
    await bench.screenshot("bridging-right");
    expect(await bench.values("E5", "F5", "G5")).toEqual(["month", "share", "amount"]);
    expect(await spilled(months("PA-186").length)).toEqual(asCells("PA-186"));
    // Facts of the first quarter of 2023: to the end of the third. The first bankruptcy gives twelve months.
    expect(await bench.values("C13", "C14")).toEqual([12, day(2023, 9, 30)]);
  });

  it("follows a change of dates", async () => {
    await bench.set("C6", day(2024, 3, 31));
    await bench.set("C5", day(2024, 1, 10));
    expect(await spilled(months("PA-190").length)).toEqual(asCells("PA-190"));
    // Three and a half months of the one amount that was in force: three quarters, two whole months, three quarters.
    expect(cents(await bench.value("C16"))).toBe(5511.38);
  });

  it("says which condition fails", async () => {
    const { inputs } = caseOf("passerelle", "PA-242");
    const [limit, limitBefore] = [Number(inputs["income"]), Number(inputs["incomePrevious"])];
    const met = async () => (await bench.values("E21", "H30", "H31")).map(Boolean);
    expect(await bench.values("F30", "F31", "C28")).toEqual([limit, limitBefore, limit]);
    expect(await met()).toEqual([true, true, true]);
    await bench.set("C27", limitBefore + 0.01);
    expect(await met()).toEqual([false, true, false]);
  });
});

describe("the fee scenario", () => {
  beforeAll(() => bench.open("Fee scenario"));

  it("spills what each rate brings in, and the members to win", async () => {
    await bench.screenshot("fee-scenario");
    expect(await bench.values("F5", "G5", "H5", "I5")).toEqual(["rate", "fee income", "fee per member", "difference"]);
    expect(await bench.values("F6", "F7", "F11")).toEqual([0.0395, 0.0385, 0.0305]);
    const [present, other, perMember] = (await bench.values("G6", "G11", "H11")).map(Number);
    expect(cents(await bench.value("I11"))).toBe(cents(other! - present!));
    expect(cents(await bench.value("J11"))).toBe(cents(4 * (other! - present!)));
    // As many new members at the lower fee as make up for what it costs, and not one fewer.
    const toWin = Number(await bench.value("K11"));
    expect(toWin * perMember!).toBeGreaterThanOrEqual(present! - other!);
    expect((toWin - 1) * perMember!).toBeLessThan(present! - other!);
  });

  it("adds the fee of each member, whatever the others pay", async () => {
    const before = await bench.values("G6", "G11");
    await bench.set("C19", 20_000);
    // 12,000 euro owe the minimum of 890.42; 20,000 owe 1,025.00. Their fees at 3.95 %: 35.17 and 40.49; at 3.05 %: 27.16 and 31.26.
    expect(await bench.value("D19")).toBe(1025);
    const after = await bench.values("G6", "G11");
    expect(after.map((income, index) => cents(Number(income) - Number(before[index])))).toEqual([5.32, 4.1]);
  });

  it("compares the funds for the average member, and follows a rate of one's own", async () => {
    const average = Number(await bench.value("D31"));
    expect(await bench.values("F16", "F17", "G17")).toEqual(["fund", "Acerta", 0.0305]);
    expect(await bench.value("I17")).toBe(cents(average * 0.0305));
    await bench.set("C15", 0.0395);
    expect(await bench.values("F11", "I11", "K11")).toEqual([0.0395, 0, 0]);
  });

  it("dates a change of fund and asks a company's contribution", async () => {
    expect(await bench.values("H29", "H30")).toEqual([answer("funds", "FU-110"), answer("funds", "FU-111")]);
    await bench.set("H33", 300_000);
    await bench.set("H34", 2024);
    expect(await bench.value("H35")).toBe(answer("company", "CO-026"));
  });
});

describe("a family's year", () => {
  beforeAll(() => bench.open("A birth in the family"));

  it("adds up what comes in", async () => {
    await bench.screenshot("family-year");
    const [first, later] = [answer("benefits", "ben-rate-144"), answer("benefits", "ben-rate-167")] as number[];
    expect(await bench.values("F5", "F6", "F7")).toEqual(["entitled", first, later]);
    expect(await bench.value("F8")).toBe(cents(4 * first! + 8 * later!));
    const leave = answer("benefits", "ben-birth-09") as number;
    // The whole leave has 40 half days; the birth aid is 135 euro.
    expect(await bench.values("F11", "F12")).toEqual([leave, cents((leave / 40) * 16 + 135)]);
  });

  it("leaves out the quarters after the birth, one or two by its date", async () => {
    expect(await bench.values("F15", "F16", "F17")).toEqual(["2026Q2", "2026Q3", 4100]);
    await bench.set("C10", day(2024, 8, 15));
    expect([await bench.value("F15")]).toEqual(answer("benefits", "ben-ex-08"));
    expect(await bench.value("F17")).toBe(2050);
    await bench.set("C10", day(2026, 3, 10));
  });

  it("knows the highest premium for later", async () => {
    expect(await bench.values("F20", "F21")).toEqual([
      answer("pension", "pen-plci-04"),
      answer("pension", "pen-plci-05"),
    ]);
  });
});

it("had no error on the console", () => {
  expect(bench.problems).toEqual([]);
});
