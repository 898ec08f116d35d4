import { certificateDeadline, firstRecognisedDay, latestPostmark } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";

test.each([
  ["a Monday", day(2026, 5, 11), day(2026, 5, 18), day(2026, 5, 23)],
  ["a Saturday moves to Monday", day(2026, 5, 9), day(2026, 5, 18), day(2026, 5, 23)],
  // 25 May 2026 is Whit Monday; 30 May is a Saturday, which counts for the postmark.
  ["Whit Monday moves to Tuesday", day(2026, 5, 18), day(2026, 5, 26), day(2026, 6, 1)],
])("%s", (_, start, deadline, postmark) => {
  expect(certificateDeadline(start)).toBe(deadline);
  expect(latestPostmark(start)).toBe(postmark);
});

test.each([
  ["14 days before the signature", day(2026, 4, 6), day(2026, 4, 20), false, day(2026, 4, 6)],
  ["15 days before the signature", day(2026, 4, 6), day(2026, 4, 21), false, day(2026, 4, 7)],
  ["a prolongation", day(2026, 4, 6), day(2026, 5, 21), true, day(2026, 4, 6)],
  ["not before the signature", day(2020, 2, 3), day(2020, 2, 7), false, day(2020, 2, 7)],
  ["suspended from 01/03/2020", day(2020, 3, 1), day(2020, 4, 7), false, day(2020, 3, 1)],
  ["suspended", day(2020, 3, 2), day(2020, 4, 7), false, day(2020, 3, 2)],
  ["suspended to 30/09/2021", day(2021, 9, 30), day(2021, 11, 2), false, day(2021, 9, 30)],
  ["the first spell after it", day(2021, 10, 1), day(2021, 11, 2), false, day(2021, 10, 19)],
])("%s", (_, start, signature, prolongation, first) => {
  expect(firstRecognisedDay(start, signature, prolongation)).toBe(first);
});

test("no text is held before July 2019", () => {
  expect(attempt(() => firstRecognisedDay(day(2019, 6, 30), day(2019, 7, 2), false))).toMatchObject({
    code: "notAvailable",
  });
});
