import { day } from "../../src/rules/calendar";
import { casesOf, shown } from "../golden/harness";
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

describe("the list of clients", () => {
  beforeAll(() => bench.open("Clients"));

  it("says what each owes and is left to pay", async () => {
    await bench.screenshot("clients");
    const rows = (caseOf("contributions", "rule-dossier-five-clients").expected as { rows: Record<string, string>[] })
      .rows;
    await bench.set("D5", 2025);
    const clients: [row: number, category: string, income: number, start: number | null, fund: string, paid: number][] =
      [
        [8, "main occupation", 30_000, null, "Xerius", 6000],
        [9, "complementary occupation", 5000, day(2025, 4, 1), "Liantis", 0],
        [10, "student self-employed", 12_000, null, "UCM", 0],
      ];
    for (const [row, category, income, start, fund, paid] of clients)
      for (const [column, content] of Object.entries({ C: category, D: income, E: start, F: fund, G: paid }))
        await bench.set(`${column}${row}`, content);
    const expectedRows = rows.slice(0, 3).map(({ quarter4, total }) => [Number(quarter4), Number(total)]);
    expect(await Promise.all([8, 9, 10].map((row) => bench.values(`H${row}`, `I${row}`)))).toEqual(expectedRows);
    expect(await bench.value("J8")).toBe(Number(rows[0]!["settlement"]));
  });

  it("has one row that says what it lacks, left out of the totals until it is mended", async () => {
    await bench.select("H13");
    await bench.statusSays("“helper” is no category.");
    const sums = () => bench.values("B21", "D20", "I20", "J20");
    const [toCheck, incomes, total, left] = (await sums()).map(Number);
    expect(toCheck).toBe(1);
    await bench.set("C13", "main occupation");
    // 21,000 at 20.5 % for four quarters is 4,305.00, and Acerta's 3.05 % a quarter 32.83; 3,000 are paid.
    expect((await sums()).map(cents)).toEqual([0, incomes! + 21_000, cents(total! + 4436.32), cents(left! + 1436.32)]);
  });

  it("knows the contribution of a company", async () => {
    await bench.set("D24", 300_000);
    await bench.set("D25", 2024);
    expect(await bench.value("D26")).toBe(answer("company", "CO-026"));
  });
});

describe("the cash plan", () => {
  const ROW = ["provisional", "final", "settlement", "settledIn"];
  const give = async (basis: string, amounts: readonly number[]) => {
    await bench.set("D8", basis);
    for (const [index, amount] of amounts.entries()) await bench.set(`G${5 + index}`, amount);
  };

  beforeAll(() => bench.open("Cash plan"));

  it("goes from the profit to what is paid", async () => {
    await bench.screenshot("cash-plan");
    await bench.set("D5", day(2026, 1, 1));
    await bench.set("D7", null);
    await give("profit before contributions", [60_000, 60_000, 60_000, 60_000, 60_000]);
    const figures = ["income", ...ROW, "fee", "cashOut"];
    expect(await bench.values("C14", "D14", "E14", "F14", "G14", "H14", "I14")).toEqual(
      expected("contributions", "rule-project-profit-2026", ...figures),
    );
    expect(await bench.values("C16", "D16", "E16", "F16", "G16", "H16", "I16")).toEqual(
      expected("contributions", "rule-project-profit-2028", ...figures),
    );
  });

  it("lists the payments by date, and says what to put aside a month", async () => {
    await bench.set("D5", day(2022, 1, 1));
    await give("income after contributions", [20_000, 30_000, 40_000, 45_000, 50_000]);
    expect(await bench.values("D14", "E14", "F14", "G14")).toEqual(
      expected("contributions", "rule-project-starter-2022-2022", ...ROW),
    );
    const { rows, sums } = caseOf("contributions", "rule-cashflow-starter-2022").expected as {
      rows: { due: string; amount: string; runningTotal: string }[];
      sums: Record<string, string>;
    };
    const [first, last] = [rows[0]!, rows.at(-1)!];
    expect(await bench.values("B36", "H36", "I36")).toEqual([first.due, first.amount, first.runningTotal].map(shown));
    // Twenty quarters and five final accounts.
    expect(await bench.values("B60", "H60", "I60")).toEqual([last.due, last.amount, last.runningTotal].map(shown));
    await bench.set("J5", 2026);
    // By 30 September three quarters of 1,648.76 and the final account of 2024, 4,743.40: a ninth of 9,689.68. It is more than a twelfth of all.
    expect((await bench.values("J6", "J7")).map(cents)).toEqual([11_338.44, 1076.64]);
    expect(Number(sums["2026"])).toBe(11_338.44);
  });

  it("has no sums where it has no payments", async () => {
    await bench.set("D6", "nobody");
    expect(await bench.values("C19", "J6", "J7")).toEqual(["#VALUE!", "#VALUE!", "#VALUE!"]);
    await bench.set("D6", "main occupation");
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
    const rows = Array.from({ length: count }, (_, index) => 9 + index);
    return Promise.all(
      rows.map(async (row) => [await bench.text(`F${row}`), ...(await bench.values(`G${row}`, `H${row}`))]),
    );
  };
  const asCells = (id: string) =>
    months(id).map(([month, { share, amount }]) => [
      month.split("-").reverse().join("/"),
      Number(share),
      Number(amount),
    ]);

  beforeAll(() => bench.open("Bridging right"));

  it("spills what a fact pays, month by month", async () => {
    await bench.screenshot("bridging-right");
    expect(await bench.values("F6", "G6", "H6")).toEqual(["month", "share", "amount"]);
    await bench.set("C7", day(2023, 8, 23));
    await bench.set("C6", day(2023, 1, 20));
    expect(await spilled(months("PA-186").length)).toEqual(asCells("PA-186"));
    // Facts of the first quarter of 2023: to the end of the third. The first bankruptcy gives twelve months.
    expect(await bench.values("C14", "C15")).toEqual([12, day(2023, 9, 30)]);
  });

  it("follows a change of dates", async () => {
    await bench.set("C7", day(2024, 3, 31));
    await bench.set("C6", day(2024, 1, 10));
    expect(await spilled(months("PA-190").length)).toEqual(asCells("PA-190"));
    // Three and a half months of the one amount that was in force: three quarters, two whole months, three quarters.
    expect(cents(await bench.value("C17"))).toBe(5511.38);
  });

  it("says which condition fails", async () => {
    const { inputs } = caseOf("passerelle", "PA-242");
    const [limit, limitBefore] = [Number(inputs["income"]), Number(inputs["incomePrevious"])];
    const met = async () => (await bench.values("B34", "E43", "E44")).map(Boolean);
    expect(await bench.values("C43", "C44", "C30")).toEqual([limit, limitBefore, limit]);
    expect(await met()).toEqual([true, true, true]);
    await bench.set("C29", limitBefore + 0.01);
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
    expect(await bench.values("F18", "F19", "G19")).toEqual(["fund", "Acerta", 0.0305]);
    expect(await bench.value("I19")).toBe(cents(average * 0.0305));
    await bench.set("C8", 0.0395);
    expect(await bench.values("F11", "I11", "K11")).toEqual([0.0395, 0, 0]);
  });

  it("names the source of the fund that is chosen, and dates a change of fund", async () => {
    expect(await bench.values("I32", "I33")).toEqual([answer("funds", "FU-110"), answer("funds", "FU-111")]);
    expect(await bench.value("B3")).toMatch(/^Source: .*Liantis.* · \w+/);
    await bench.set("C5", 0.03);
    expect(await bench.value("B3")).toBe("Source: Own rate");
  });
});

describe("a family's year", () => {
  beforeAll(() => bench.open("Family year"));

  it("adds up what comes in", async () => {
    await bench.screenshot("family-year");
    const [first, later] = [answer("benefits", "ben-rate-144"), answer("benefits", "ben-rate-167")] as number[];
    expect(await bench.values("F6", "F7", "F8")).toEqual(["yes", first, later]);
    const rest = cents(4 * first! + 8 * later!);
    expect(await bench.value("F9")).toBe(rest);
    const leave = answer("benefits", "ben-birth-09") as number;
    // The whole leave has 40 half days; the birth aid is 135 euro.
    expect(await bench.values("F12", "F13")).toEqual([leave, cents((leave / 40) * 16 + 135)]);
    const illness = answer("benefits", "ben-27-03") as number;
    expect(await bench.value("F16")).toBe(illness);
    expect(cents(await bench.value("F24"))).toBe(cents(rest + leave + illness));
    expect(cents(await bench.value("F25"))).toBe(cents(rest + leave + illness + 4100));
  });

  it("leaves out the quarters after the birth, one or two by its date", async () => {
    expect(await bench.values("F19", "F20", "F21")).toEqual(["2026 Q2", "2026 Q3", 4100]);
    await bench.set("C12", day(2024, 8, 15));
    const quarters = [String(await bench.value("F19")).replace(" ", "")];
    expect(quarters).toEqual(answer("benefits", "ben-ex-08"));
    expect(await bench.value("F21")).toBe(2050);
    await bench.set("C12", day(2026, 3, 10));
  });

  it("says whether there is a right", async () => {
    // ben-ent-025, ben-ent-031.
    await bench.set("C6", "complementary occupation");
    expect(await bench.value("F6")).toBe("on conditions");
    await bench.set("C6", "pensioner");
    expect(await bench.value("F6")).toBe("no");
    await bench.set("C6", "main occupation");
  });

  it("knows the highest premium for later", async () => {
    expect(await bench.values("F28", "F29")).toEqual([
      answer("pension", "pen-plci-04"),
      answer("pension", "pen-plci-05"),
    ]);
  });
});

it("had no error on the console", () => {
  expect(bench.problems).toEqual([]);
});
