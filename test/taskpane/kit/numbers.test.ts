import { day } from "../../../src/rules/calendar";
import { numbersOf } from "../../../src/taskpane/kit/numbers";

const { read } = numbersOf("en-GB");

it.each([
  ["1000", 100_000],
  ["1000.5", 100_050],
  ["1000,50", 100_050],
  ["1.000,50", 100_050],
  ["1,000.50", 100_050],
  ["1 000,50 €", 100_050],
  ["1\u00a0000,50", 100_050],
  ["1\u202f000", 100_000],
  ["1’000.50", 100_050],
  ["1.000", 100_000],
  ["1,234,567", 123_456_700],
  ["0", 0],
  [" 12.30 ", 1_230],
])("reads %p as %p cents", (text, cents) => {
  expect(read(text)).toBe(cents);
});

it.each(["", "€", "-1", "1.2.3", "12,345.678", "1e3", "10.", ".5", "1,000,50", "1000000000.01"])(
  "does not read %p",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

it("writes a percentage for a field with all its decimals, and reads it back as a growth", () => {
  const { percentage, readGrowth } = numbersOf("fr-BE");
  expect(percentage("0.0305")).toBe("3,05");
  expect(percentage("-0.02")).toBe("-2");
  expect(readGrowth(percentage("-0.02"))).toBe("-0.02");
  expect(readGrowth("50")).toBe("0.5");
  expect(readGrowth("50,1")).toBeUndefined();
});

it.each([
  ["fr-FR", "01/10/2026"],
  ["nl-NL", "01/10/2026"],
  ["nl", "01/10/2026"],
  ["de-DE", "01.10.2026"],
  ["en-US", "1 Oct 2026"],
])("writes days in %s as Belgium does", (locale, written) => {
  expect(numbersOf(locale).day(day(2026, 10, 1))).toBe(written);
});
