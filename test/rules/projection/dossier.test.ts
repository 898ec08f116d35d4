import { quarter } from "../../../src/rules/calendar";
import { type Client, dossier } from "../../../src/rules/projection";
import { Refusal } from "../../../src/rules/refusal";
import { exactly, type Line } from "../../../src/rules/trace";
import { tell } from "../../../src/i18n";
import "../../setup/lines";

const told = ({ step, facts, amount }: Line) => [tell({ step, facts }), amount && amount / exactly(1)];
const row = { row: 0, column: 0 };

// Primostarter from 2025Q2, three quarters: 9,000 stands for 12,000; 20.5 % of it is 615.00 a quarter, the first less 116.03.
const starter: Client = {
  income: 9000_00,
  category: "primostarter",
  year: 2025,
  start: quarter(2025, 2),
  fund: { units: 305, scale: 10_000 },
  paid: 1500_00,
};

test("the lines of a client add up to his settlement", () => {
  const { value, way } = dossier([starter]);
  const [account] = value;
  expect(account).toEqual({
    quarters: 3,
    annualised: 12_000_00,
    quarter1: 0,
    quarter2: 498_97,
    quarter3: 615_00,
    quarter4: 615_00,
    annual: 1728_97,
    fee: 52_74,
    total: 1781_71,
    settlement: 281_71,
  });
  const lines = way(row);
  expect(lines.map(told)).toEqual([
    ["Contribution of Q1 2025", 0],
    ["Contribution of Q2 2025", 498_97],
    ["Contributions of Q3 2025 to Q4 2025: 2 × €615.00", 1230_00],
    ["Rate given: 3.05%", undefined],
    ["Management fee of Q1 2025", 0],
    ["Management fee of Q2 2025", 15_22],
    ["Management fees of Q3 2025 to Q4 2025: 2 × €18.76", 37_52],
    ["Provisional contributions paid", -1500_00],
  ]);
  expect(lines.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(exactly(281_71));
});

test("what is missing has its reason in its own line", () => {
  const [paid, fund] = ["paid", "funds"].map((argument) => new Refusal("not-a-number", { argument, given: "x" }));
  const { value, way } = dossier([{ income: 0, category: "primostarter", year: 2018, fund: fund!, paid: paid! }]);
  const noText = expect.objectContaining({ key: "no-text-before" }) as unknown;
  expect(value[0]).toMatchObject({
    quarter1: noText,
    quarter2: 358_62,
    annual: noText,
    fee: fund,
    total: fund,
    settlement: paid,
  });
  expect(way(row).map(({ step, refusal }) => [step, refusal?.key])).toEqual([
    ["final-quarter", "no-text-before"],
    ["final-quarters", undefined],
    ["fee-of-quarter", "not-a-number"],
    ["paid", "not-a-number"],
  ]);
});

test("a client that cannot be read is refused in his row, one that is not there has none, and the list says how many", () => {
  const refusal = new Refusal("missing", { argument: "incomes" });
  const { value, way } = dossier([refusal, undefined, { income: 0, category: "principal", year: 2014 }]);
  expect(value[0]!.settlement).toBe(refusal);
  expect(value[1]).toEqual({});
  expect(value[2]!.quarters).toMatchObject({ key: "year-before-system" });
  expect(() => way(row)).toThrow("missing");
  expect(way({ row: 1, column: 0 })).toEqual([]);
  expect(way().map(tell)).toEqual(["3 clients, each calculated by itself. Select a cell of a row to see how."]);
});
