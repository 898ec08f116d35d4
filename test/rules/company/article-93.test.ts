import fc from "fast-check";
import { day } from "../../../src/rules/calendar";
import { companySurcharge } from "../../../src/rules/company";
import { exactly } from "../../../src/rules/trace";

describe("article 93: the surcharge", () => {
  const surcharge = (paid: number) => companySurcharge(39_973, day(2025, 12, 31), paid).value;

  test("counts each month begun", () => {
    expect(surcharge(day(2025, 10, 31))).toBe(0);
    expect(surcharge(day(2025, 12, 31))).toBe(0);
    expect(surcharge(day(2026, 1, 1))).toBe(400);
    expect(surcharge(day(2026, 1, 31))).toBe(400);
    expect(surcharge(day(2026, 2, 1))).toBe(799);
    expect(surcharge(day(2026, 12, 31))).toBe(4797);
  });

  test("is explained", () => {
    const { way } = companySurcharge(39_973, day(2025, 12, 31), day(2026, 2, 10));
    expect(way()).toMatchObject([
      {
        facts: { base: { cents: 39_973 }, months: 2, rate: { rate: 0.01 }, amount: { cents: 799 } },
        amount: exactly(799),
      },
    ]);
  });

  test("nothing more is due within the month of the due date", () => {
    expect(companySurcharge(39_973, day(2026, 1, 10), day(2026, 1, 31)).value).toBe(0);
  });

  test("never falls with time, nor exceeds one percent for each month begun", () => {
    const amounts = fc.integer({ min: 0, max: 1e9 });
    const due = day(2020, 6, 30);
    fc.assert(
      fc.property(amounts, fc.nat(3000), fc.nat(100), (amount, late, later) => {
        const first = companySurcharge(amount, due, due + late).value;
        expect(companySurcharge(amount, due, due + late + later).value).toBeGreaterThanOrEqual(first);
        expect(first).toBeLessThanOrEqual((amount * Math.ceil(late / 28)) / 100 + 1);
      }),
    );
  });
});
