import { tell } from "../../../src/i18n";
import { day, type Day } from "../../../src/rules/calendar";
import { earliestPension, pensionAge } from "../../../src/rules/pension";
import { attempt } from "../../../src/rules/refusal";
import "../../setup/lines";

describe("article 3 §§1 to 1ter: the legal age", () => {
  test.each([
    [day(1944, 12, 1), 65],
    [day(1959, 12, 31), 65],
    [day(1960, 1, 1), 66],
    [day(1963, 12, 31), 66],
    [day(1964, 1, 1), 67],
    [day(1996, 2, 29), 67],
  ])("birth on day %i: %i", (birth, age) => {
    expect(pensionAge(birth).value).toBe(age);
  });

  test("an earlier birth has no answer", () => {
    expect(attempt(() => pensionAge(day(1944, 11, 30)))).toMatchObject({ code: "notAvailable" });
  });

  test("the pension starts on the first of the month after the birthday", () => {
    const told = (birth: Day) => pensionAge(birth).way().map(tell);
    expect(told(day(1959, 12, 31))).toEqual(["Legal pension age: 65; the pension starts on 01/01/2025"]);
    expect(told(day(1963, 5, 1))).toEqual(["Legal pension age: 66; the pension starts on 01/06/2029"]);
  });
});

describe("article 3 §§2ter and 3: an early pension", () => {
  const earliest = (birth: Day, careerYears: number, lastYear = 2025) =>
    earliestPension({ birth, careerYears, lastYear });

  test.each([
    ["63 with 42 years", day(1963, 1, 10), 42, day(2026, 2, 1)],
    ["63, and two quarters of the year that make 42", day(1962, 11, 20), 41, day(2026, 7, 1)],
    ["42 years from 63 on, before the legal date", day(1964, 3, 15), 37, day(2030, 7, 1)],
    ["62 with 42 years that July makes 43", day(1964, 1, 10), 42, day(2026, 7, 1)],
    ["61 with 43 years", day(1964, 12, 31), 43, day(2026, 1, 1)],
    ["60 with 44 years", day(1966, 2, 1), 44, day(2026, 3, 1)],
    ["60 with 43 years that July makes 44", day(1966, 2, 1), 43, day(2026, 7, 1)],
    ["never 42 years: the legal date", day(1970, 6, 20), 20, day(2037, 7, 1)],
    ["the legal date lies before: 1 January", day(1955, 6, 20), 20, day(2026, 1, 1)],
  ])("%s", (_, birth, years, start) => {
    expect(earliest(birth, years).value).toBe(start);
  });

  test("from 2027 a second way may be earlier, and nothing is answered then", () => {
    expect(attempt(() => earliest(day(1966, 5, 10), 40))).toMatchObject({
      key: "early-second-way",
      facts: { day: { day: day(2028, 7, 1) }, first: { day: day(2027, 7, 1) } },
    });
    // 42 years at 60 in December 2026 already: the second way opens on 1 January.
    expect(attempt(() => earliest(day(1966, 11, 10), 42))).toMatchObject({
      facts: { first: { day: day(2027, 1, 1) } },
    });
  });

  test("dates from 2027 on are derived", () => {
    const figure = (birth: Day, years: number) => earliest(birth, years).way()[0]!.figures[0];
    expect(figure(day(1964, 3, 15), 37)).toMatchObject({ confidence: "derived", note: "early-2027" });
    expect(figure(day(1963, 1, 10), 42)).toMatchObject({ confidence: "official" });
  });

  test("before 2019 the years that were asked for are not held", () => {
    expect(attempt(() => earliest(day(1957, 3, 1), 40, 2017))).toMatchObject({ code: "notAvailable" });
    // At 63 in March 2020 nothing earlier was possible from 2019-02 on.
    expect(earliest(day(1957, 3, 1), 40, 2018 + 1).value).toBe(day(2021, 7, 1));
  });

  test("is told with the age and the years, or with the legal date", () => {
    const told = (birth: Day, years: number) => earliest(birth, years).way().map(tell);
    expect(told(day(1963, 1, 10), 42)).toEqual([
      "01/02/2026, at 63: 42 calendar years; 42 are needed",
      "Every year after 2025 is taken to count",
    ]);
    expect(told(day(1970, 6, 20), 20)).toEqual([
      "In no month before the legal age are there enough calendar years",
      "Legal pension age: 67; the pension starts on 01/07/2037",
      "Every year after 2025 is taken to count",
    ]);
    expect(told(day(1964, 12, 31), 43)[1]).toBe("Not before 01/01/2026, the day after the last year given");
  });
});
