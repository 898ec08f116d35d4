import { entitlement, ENTITLEMENTS } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { CATEGORIES } from "../../../src/rules/contributions";
import { attempt, Refusal } from "../../../src/rules/refusal";

const on = day(2026, 6, 1);

test("every category and benefit has an answer or a reason", () => {
  for (const category of CATEGORIES)
    for (const benefit of ENTITLEMENTS) {
      const answer = attempt(() => entitlement(category, benefit, on));
      if (answer instanceof Refusal) {
        expect(answer.key).toBe("entitlement-open");
        expect(answer.facts["note"]).toBeTruthy();
      } else {
        expect(["entitled", "conditional", "not"]).toContain(answer.value);
        expect("condition" in answer.way()[0]!.facts).toBe(answer.value === "conditional");
      }
    }
});

test("primostarter after sickness is read as primostarter, a political mandate as article 37, a spouse at pension age as pension age", () => {
  for (const benefit of ENTITLEMENTS) {
    for (const [category, as, step] of [
      ["primostarter-after-sickness", "primostarter", "after-sickness-as-primostarter"],
      ["article-37-mandate", "article-37", "mandate-as-article-37"],
      ["pension-age-spouse", "pension-age", "minimum-of-spouse"],
    ] as const) {
      const [answer, model] = [category, as].map((one) => attempt(() => entitlement(one, benefit, on)));
      if (answer instanceof Refusal || model instanceof Refusal) expect(answer).toBeInstanceOf(Refusal);
      else {
        expect(answer!.value).toBe(model!.value);
        expect(answer!.way()).toMatchObject([...model!.way(), { step }]);
      }
    }
  }
});

test.each([
  ["the category did not exist", "pension-age-opt-out", "sickness", day(2025, 9, 30), "entitlement-not-begun"],
  ["the category did not exist", "primostarter", "maternity", day(2018, 3, 31), "entitlement-not-begun"],
  ["the category did not exist", "primostarter-artist", "plci", day(2022, 9, 30), "entitlement-not-begun"],
  ["the right did not exist", "principal", "bereavement", day(2021, 7, 24), "entitlement-not-begun"],
  ["the right did not exist", "primostarter", "birth-leave", day(2019, 4, 30), "entitlement-not-begun"],
  ["the right did not exist", "spouse-maxi", "foster", day(2018, 12, 31), "entitlement-not-begun"],
  // These rights are older than the data.
  ["before the data", "principal", "sickness", day(2017, 12, 31), "entitlement-before"],
  ["before the data", "principal", "passerelle", day(2022, 12, 31), "entitlement-before"],
  ["before the data", "primostarter", "passerelle", day(2022, 12, 31), "entitlement-before"],
  ["before the data", "complementary", "cpti", day(2025, 9, 30), "entitlement-before"],
  ["before the data", "student", "family-allowances", day(2019, 12, 31), "entitlement-before"],
  ["the region decides", "principal", "family-allowances", on, "entitlement-open"],
  ["no text settles it", "student", "birth-leave", day(2025, 10, 1), "entitlement-open"],
] as const)("#N/A: %s", (_, category, benefit, date, key) => {
  expect(attempt(() => entitlement(category, benefit, date))).toMatchObject({ code: "notAvailable", key });
});

test.each([
  ["pension-age", "birth-leave", "conditional", "entitled"],
  ["complementary", "caregiver", "conditional", "conditional"],
] as const)("%s, %s: before and from 01/10/2025", (category, benefit, before, after) => {
  expect(entitlement(category, benefit, day(2025, 9, 30)).value).toBe(before);
  expect(entitlement(category, benefit, day(2025, 10, 1)).value).toBe(after);
});

test("a right has a note where there is something to add", () => {
  const { value, way } = entitlement("principal", "passerelle", on);
  expect(value).toBe("entitled");
  expect(way()).toMatchObject([{ step: "right-entitled", figures: [{ note: "eligible-decides" }] }]);
  expect(entitlement("principal", "plci", on).way()[0]!.figures[0]).not.toHaveProperty("note");
});
