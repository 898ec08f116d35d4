import { attempt, Refusal } from "../../src/rules/refusal";

test("a refusal is handed on as a value, any other error is thrown on", () => {
  const refusal = new Refusal("until-needed");
  expect(
    attempt(() => {
      throw refusal;
    }),
  ).toBe(refusal);
  expect(() =>
    attempt(() => {
      throw new TypeError("a mistake of ours");
    }),
  ).toThrow("a mistake of ours");
});
