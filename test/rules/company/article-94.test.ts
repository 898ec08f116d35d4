import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { starterExemption, starterYears } from "../../../src/rules/company";
import "../../setup/lines";

describe("article 94, 9°: starters", () => {
  const formed = day(2024, 3, 1);

  test("partnerships with twelve quarters at most", () => {
    expect(starterExemption({ formed, form: "partnership", quartersSubject: 12 }).value).toBe(true);
    expect(starterExemption({ formed, form: "partnership", quartersSubject: 13 }).value).toBe(false);
    expect(starterExemption({ formed, form: "capital-company", quartersSubject: 0 }).value).toBe(false);
  });

  test("the condition that fails is told", () => {
    const conditions = starterExemption({ formed, form: "partnership", quartersSubject: 13 }).way();
    expect(conditions.map(({ step, met }) => [step, met])).toEqual([
      ["starter-form", true],
      ["starter-quarters", false],
    ]);
    expect(tell(conditions[1]!)).toBe("quarters in the social statute among the 40 before: 13, 12 at most");
  });

  test("the text of before November 2018 is not held", () => {
    const question = { form: "partnership", quartersSubject: 0 } as const;
    expect(starterExemption({ ...question, formed: day(2018, 11, 1) }).value).toBe(true);
    expect(() => starterExemption({ ...question, formed: day(2018, 10, 31) })).toThrow("parameter-not-in-force");
  });
});

test("article 94, 9°: the year of formation and the next two", () => {
  const { value, way } = starterYears(day(2024, 3, 1));
  expect(value).toEqual([2024, 2025, 2026]);
  expect(way().map(tell)).toEqual(["Exemption for 3 years from that of the formation: 2024 to 2026"]);
});
