import { scaleRows, askedRule } from "../../../src/rules/contributions";
import { attempt } from "../../../src/rules/refusal";

// law/contributions.md, section 1: S = round(M / 2). With 2 % of growth M of 2027 is 3666.15 × 676.50 × 1.02 / 142.75 = 17 721.57; the
// ceilings of 2026 rise by 2 %.
test("half of a projected minimum is rounded to the cent, half up", () => {
  const { value: rows } = scaleRows(askedRule({ category: "student", year: 2027, indexation: "0.02" }));
  expect(rows.map(({ from }) => from)).toEqual([0, 8_860_79, 17_721_57, 76_525_03, 112_773_67]);
});

test("a growth that leads beyond the largest amount is refused", () => {
  const asked = (indexation: string) => attempt(() => askedRule({ category: "principal", year: 2027, indexation }));
  // The ceiling of the second bracket, 110 562.42: 995 172 342.42 is within a thousand million, 1 105 734 762.42 is not.
  expect(asked("9000")).toMatchObject({ category: "principal" });
  expect(asked("10000")).toMatchObject({ key: "projection-too-large", facts: { year: 2027 } });
});
