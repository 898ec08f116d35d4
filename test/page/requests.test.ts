import { onRecalculationRequest, requestRecalculation } from "../../src/page/requests";

it("a recalculation is the pane's while there is one", () => {
  expect(requestRecalculation()).toBe(false);
  const recalculate = jest.fn();
  const stop = onRecalculationRequest(recalculate);
  expect(requestRecalculation()).toBe(true);
  expect(recalculate).toHaveBeenCalledTimes(1);
  stop();
  expect(requestRecalculation()).toBe(false);
});
