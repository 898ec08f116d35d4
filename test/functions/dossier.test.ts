import fc from "fast-check";
import { day } from "../../src/rules/calendar";
import { CATEGORIES, LAST_YEAR } from "../../src/rules/contributions";
import { callNamed, CellError, cellOf, sourceFunctions } from "../setup/excel";
import { records } from "../golden/harness";

const functions = sourceFunctions();

const dossier = (inputs: Readonly<Record<string, unknown>>): Record<string, unknown>[] =>
  records(cellOf(() => callNamed(functions, "INASTI.DOSSIER", inputs))).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, codeOf(value)])),
  );

const codeOf = (value: unknown): unknown => (value instanceof CellError ? value.code : value);
const ask = (id: string, inputs: Readonly<Record<string, unknown>>): unknown =>
  codeOf(cellOf(() => callNamed(functions, id, inputs)));

const COLUMNS =
  "quarters, annualised, quarter 1, quarter 2, quarter 3, quarter 4, annual, fee, total, settlement".split(", ");
const everywhere = (value: unknown) => Object.fromEntries(COLUMNS.map((name) => [name, value]));

const client = fc.record({
  income: fc.oneof(
    fc.integer({ min: -1_000_00, max: 130_000_00 }).map((cents) => cents / 100),
    fc.constantFrom<unknown>("12.500,50", "abc", 1e308, null),
  ),
  category: fc.constantFrom(...CATEGORIES, "Hoofdberoep", "freelancer"),
  year: fc.constantFrom<unknown>(2014, 2015, 2016, 2017, 2018, 2022, 2023, 2025, LAST_YEAR, LAST_YEAR + 2, 2020.5, ""),
  start: fc.option(fc.integer({ min: day(2009, 1, 1), max: day(2029, 12, 31) })),
  stop: fc.option(fc.integer({ min: day(2015, 6, 1), max: day(2029, 12, 31) }), { freq: 2 }),
  fund: fc.constantFrom<unknown>("Acerta", "liantis", "CNASTI", 0.0305, "3,05 %", 3.05, "Lloyd’s", null, ""),
  paid: fc.oneof(
    fc.integer({ min: 0, max: 20_000_00 }).map((cents) => cents / 100),
    fc.constantFrom<unknown>(null, "much"),
  ),
});
const growth = fc.constantFrom<unknown>(null, 0.02);

test("a row is what the single calls give, errors too", () => {
  fc.assert(
    fc.property(fc.array(client, { minLength: 2, maxLength: 12 }), growth, (clients, indexation) => {
      const column = (name: keyof (typeof clients)[number]) => clients.map((one) => [one[name]]);
      const rows = dossier({
        incomes: column("income"),
        categories: column("category"),
        years: column("year"),
        starts: column("start"),
        stops: column("stop"),
        funds: column("fund"),
        paid: column("paid"),
        indexation,
      });
      rows.forEach((row, index) => {
        const { fund, paid, ...who } = clients[index]!;
        const question = { ...who, year: who.year === "" ? null : who.year, indexation };
        const annual = ask("INASTI.ANNUAL", question);
        if (row["quarters"] === "#VALUE!" || row["quarters"] === "#N/A") {
          // A bad client, or a year without law, leaves nothing.
          expect(row).toEqual(everywhere(annual));
          return;
        }
        expect(row["annual"]).toBe(annual);
        const quarters = [1, 2, 3, 4].map((quarter) => ask("INASTI.QUARTERLY", { ...question, quarter }));
        expect(COLUMNS.slice(2, 6).map((name) => row[name])).toEqual(quarters);
        const isChosen = fund !== null && fund !== "";
        const year = question.year ?? LAST_YEAR;
        const fees = quarters.map((contribution) =>
          isChosen && typeof contribution === "number" ? ask("FUND.FEE", { contribution, fund, year }) : contribution,
        );
        const isWhole = (values: readonly unknown[]) => values.every((value) => typeof value === "number");
        const sum = (values: readonly unknown[]) =>
          cents(values.reduce<number>((all, value) => all + Number(value), 0));
        if (!isChosen) expect(row["fee"]).toBe(0);
        else if (isWhole(fees)) expect(row["fee"]).toBe(sum(fees));
        else expect(row["fee"]).toMatch(/^#/);
        if (isWhole([row["annual"], row["fee"]])) expect(row["total"]).toBe(sum([row["annual"], row["fee"]]));
        else expect(row["total"]).toMatch(/^#/);
        const settlement = ask("INASTI.SETTLEMENT", { ...question, paid, ...(isChosen && { fund }) });
        expect(row["settlement"]).toBe(paid === null ? "" : settlement);
      });
    }),
    { numRuns: 600 },
  );
});

const cents = (euros: number): number => Math.round(euros * 100) / 100;

test("one value holds for every client, and a client without anything stays blank", () => {
  const rows = dossier({ incomes: [[10_000], [null], [50_000]], categories: "principal", years: 2026 });
  expect(rows.map((row) => row["annual"])).toEqual([3561.68, "", 10_250]);
  expect(rows[1]).toEqual(everywhere(""));
});

test("a client without income or without category is an error in his own row", () => {
  const categories = [["principal"], [null], ["principal"]];
  const rows = dossier({ incomes: [[null], [20_000], [20_000]], categories, years: 2026 });
  expect(rows).toEqual([
    everywhere("#VALUE!"),
    everywhere("#VALUE!"),
    expect.objectContaining({ annual: 4100, fee: 0, total: 4100, settlement: "" }),
  ]);
});

test("a fund without a figure, or a payment that is none, leaves the contributions", () => {
  const [fund, payment] = dossier({
    incomes: [[20_000], [20_000]],
    categories: "principal",
    years: 2026,
    funds: [["CNASTI"], [""]],
    paid: [[4000], ["much"]],
  });
  expect(fund).toMatchObject({ annual: 4100, fee: "#N/A", total: "#N/A", settlement: "#N/A" });
  expect(payment).toMatchObject({ annual: 4100, fee: 0, total: 4100, settlement: "#VALUE!" });
});

test("a year without activity owes nothing, and what was paid comes back", () => {
  const rows = dossier({ incomes: [[20_000]], categories: "principal", years: 2026, stops: 45_900, paid: 512.5 });
  expect(rows).toEqual([{ ...everywhere(0), annualised: "", settlement: -512.5 }]);
});
