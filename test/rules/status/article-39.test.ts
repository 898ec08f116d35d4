import { tell } from "../../../src/i18n";
import { day, firstDay } from "../../../src/rules/calendar";
import { complementaryFrom, principalFrom, statusFrom } from "../../../src/rules/status";
import "../../setup/lines";

describe("article 39: a change of status", () => {
  test("to complementary on the first day of a quarter, else from the next one", () => {
    expect(firstDay(complementaryFrom(day(2026, 4, 1)).value)).toBe(day(2026, 4, 1));
    expect(firstDay(complementaryFrom(day(2026, 4, 2)).value)).toBe(day(2026, 7, 1));
    expect(firstDay(complementaryFrom(day(2014, 2, 15)).value)).toBe(day(2014, 4, 1));
  });

  test("to principal from the quarter of the event", () => {
    expect(firstDay(principalFrom(day(2014, 2, 15)).value)).toBe(day(2014, 1, 1));
  });
});

test("article 39 by the status that follows: the first day of its first quarter", () => {
  expect(statusFrom(day(2026, 12, 31), "complementary").value).toBe(day(2027, 1, 1));
  expect(statusFrom(day(2026, 12, 31), "principal").value).toBe(day(2026, 10, 1));
});

test("article 39 in words", () => {
  const ways = [
    complementaryFrom(day(2026, 4, 1)),
    complementaryFrom(day(2026, 4, 2)),
    principalFrom(day(2026, 6, 30)),
  ];
  expect(ways.flatMap(({ way }) => way()).map((line) => [tell(line), line.article])).toEqual([
    ["Change on 01/04/2026, the first day of a quarter: complementary occupation from Q2 2026", "AR67 39 §1"],
    ["Change on 02/04/2026: complementary occupation from the next quarter, Q3 2026", "AR67 39 §1"],
    ["Change on 30/06/2026: main occupation from the quarter of the change, Q2 2026", "AR67 39 §2"],
  ]);
});
