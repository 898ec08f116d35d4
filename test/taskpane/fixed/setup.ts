import { FUNDS } from "./funds";

jest.mock("../../../src/rules/funds/funds", () => ({
  ...jest.requireActual<object>("../../../src/rules/funds/funds"),
  FUNDS,
}));
