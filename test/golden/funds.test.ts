import { type Day } from "../../src/rules/calendar";
import { affiliation } from "../../src/rules/funds";
import { call, casesOf, cell, cells, columns, records, runtimes, shown } from "./harness";

const cases = (...functions: string[]) =>
  casesOf("funds")
    .filter((one) => functions.includes(one.function))
    .map((one) => [one.id, one] as const);

/** The one column that is no amount: the rule book gives ten decimals. */
const SHARE = "break even leave";

describe.each(runtimes)("published cases of the funds, %s", (_, load) => {
  const functions = load();

  test.each(cases("FUND.FEE", "FUND.TOTAL", "FUND.SWITCH", "FUND.SWITCHREQUEST"))(
    "%s",
    (_id, { function: id, inputs, expected }) => {
      expect(call(functions, id, inputs)).toBe(shown(expected));
    },
  );

  test.each(cases("FUND.RATE"))("%s", (_id, { inputs, expected }) => {
    const answer = call(functions, "FUND.RATE", inputs);
    const { rate, sourceYear, error } = expected as { rate: string; sourceYear: number; error?: string };
    expect(answer).toBe(error ?? Number(rate));
    const row = records(call(functions, "FUND.COMPARE", { contribution: 1000, year: inputs["year"] })).find(
      ({ fund }) => String(fund).toLowerCase().startsWith(String(inputs["fund"]).toLowerCase()),
    );
    // A fund that is not compared any more still answers by name.
    if (row) expect(row["source year"]).toBe(sourceYear);
  });

  test.each(cases("FUND.COMPARE"))("%s", (_id, { inputs, expected }) => {
    const rows = records(call(functions, "FUND.COMPARE", inputs));
    const printed = expected as Record<string, string>[];
    printed.forEach((row, index) => expect(rows[index]).toMatchObject(columns(row)));
    expect(rows.length).toBe(printed.length + 1);
    expect(String(rows.at(-1)!["fund"])).toMatch(/^no published rate: /);
  });

  test.each(cases("FUND.SCENARIO"))("%s", (_id, { inputs, expected }) => {
    const rows = records(call(functions, "FUND.SCENARIO", inputs));
    const printed = (row: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, name === SHARE ? Number(value).toFixed(10) : value]),
      );
    expect(rows.map(printed)).toEqual((expected as Record<string, unknown>[]).map(columns).map(printed));
  });
});

test.each(cases("affiliation.ex-officio"))("%s", (_id, { inputs, expected }) => {
  const { noticeSent } = cells(inputs) as { noticeSent: Day };
  // The explanation of a late affiliation says how many days the notice leaves.
  const line = affiliation(noticeSent).way().find(({ step }) => step === "affiliation-notice")!;
  expect(noticeSent + Number(line.facts["days"])).toBe(cell((expected as { lastDay: string }).lastDay));
});

test("every published case is run", () => {
  const run = "RATE FEE TOTAL COMPARE SCENARIO SWITCH SWITCHREQUEST".split(" ").map((name) => `FUND.${name}`);
  expect(cases(...run, "affiliation.ex-officio")).toHaveLength(casesOf("funds").length);
});
