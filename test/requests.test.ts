import { onViewRequest, requestView } from "../src/requests";

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
