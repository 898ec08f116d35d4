import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { companyExemption } from "../../../src/rules/company";
import "../../setup/lines";

type Question = Parameters<typeof companyExemption>[0];

describe("article 94, 9°: starters", () => {
  const starter = (more: Partial<Question> = {}) =>
    companyExemption({
      ground: "starter",
      since: day(2024, 3, 1),
      year: 2024,
      form: "partnership",
      quarters: 12,
      ...more,
    });

  test("partnerships with twelve quarters at most", () => {
    expect(starter().value).toBe(true);
    expect(starter({ quarters: 13 }).value).toBe(false);
    expect(starter({ form: "share-company", quarters: 0 }).value).toBe(false);
  });

  test("for the year of formation and the next two", () => {
    const years = [2023, 2024, 2025, 2026, 2027];
    expect(years.filter((year) => starter({ year }).value)).toEqual([2024, 2025, 2026]);
  });

  test("the conditions are told, with the one that fails", () => {
    expect(
      starter({ quarters: 13 })
        .way()
        .map((line) => [tell(line), line.met]),
    ).toEqual([
      ["Partnership, no share company", true],
      ["Quarters in the social statute among the 40 before: 13, 12 at most", false],
      ["Exemption for 3 years from that of the formation: 2024 to 2026", true],
      ["The contribution of 2024 is due", undefined],
    ]);
    expect(starter().way().slice(-2).map(tell)).toEqual([
      "No contribution is due for 2024",
      "On request, with its proof; what was already paid is not given back",
    ]);
  });

  test("form and quarters are needed, and there are 40 quarters before", () => {
    expect(() => starter({ form: undefined })).toThrow("missing");
    expect(() => starter({ quarters: undefined })).toThrow("missing");
    expect(starter({ quarters: 40 }).value).toBe(false);
    expect(() => starter({ quarters: 41 })).toThrow("out-of-range");
  });

  test("the text of before November 2018 is not held", () => {
    expect(starter({ since: day(2018, 11, 1), year: 2018 }).value).toBe(true);
    expect(() => starter({ since: day(2018, 10, 31), year: 2018 })).toThrow("parameter-not-in-force");
  });
});

describe.each(["bankruptcy", "liquidation", "reorganisation"] as const)("article 94, 8°: %s", (ground) => {
  const at = (year: number, until?: number) => companyExemption({ ground, since: day(2024, 12, 31), year, until });

  test("from the year in which it begins to that of its end", () => {
    expect([2023, 2024, 2025, 2030].map((year) => at(year).value)).toEqual([false, true, true, true]);
    const until = day(2025, 1, 1);
    expect([2023, 2024, 2025, 2026].map((year) => at(year, until).value)).toEqual([false, true, true, false]);
  });

  test("asks nothing of a starter", () => {
    expect(companyExemption({ ground, since: day(2016, 2, 1), year: 2016, quarters: 400 }).value).toBe(true);
  });
});

test("article 94, 8° in words", () => {
  const question = { ground: "reorganisation", since: day(2024, 3, 1), year: 2026 } as const;
  const first = (more: Partial<Question>) => companyExemption({ ...question, ...more }).way()[0]!;
  expect([tell(first({})), first({}).article, first({}).met]).toEqual([
    "judicial reorganisation from 01/03/2024: no contribution from 2024 on",
    "L92 94, 8°",
    true,
  ]);
  expect(tell(first({ until: day(2025, 2, 10) }))).toBe(
    "judicial reorganisation from 01/03/2024 to 10/02/2025: no contribution from 2024 to 2025",
  );
});

test("no year before 2015, and no end before the beginning", () => {
  const question = { ground: "liquidation", since: day(2014, 3, 1) } as const;
  expect(() => companyExemption({ ...question, year: 2014 })).toThrow("year-before-system");
  expect(companyExemption({ ...question, year: 2015 }).value).toBe(true);
  expect(() => companyExemption({ ...question, year: 2015, until: day(2014, 2, 28) })).toThrow("date-before");
  expect(companyExemption({ ...question, year: 2015, until: day(2014, 3, 1) }).value).toBe(false);
});
