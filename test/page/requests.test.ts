import { onRecalculationRequest, onViewRequest, requestRecalculation, requestView } from "../../src/page/requests";

it("a view that was asked for before the pane was there is shown when it comes, once", () => {
  requestView("funds");
  const first = jest.fn();
  const stop = onViewRequest(first);
  expect(first.mock.calls).toEqual([["funds"]]);
  requestView("explain");
  expect(first).toHaveBeenLastCalledWith("explain");

  stop();
  requestView("benefits");
  expect(first).toHaveBeenCalledTimes(2);
  const second = jest.fn();
  onViewRequest(second);
  expect(second.mock.calls).toEqual([["benefits"]]);
});

it("a recalculation is the pane's while there is one", () => {
  expect(requestRecalculation()).toBe(false);
  const recalculate = jest.fn();
  const stop = onRecalculationRequest(recalculate);
  expect(requestRecalculation()).toBe(true);
  expect(recalculate).toHaveBeenCalledTimes(1);
  stop();
  expect(requestRecalculation()).toBe(false);
});
