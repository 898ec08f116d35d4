import { explainCell } from "../../src/explain";
import { countFrom1904 } from "../../src/page/date-system";
import { sourceFunctions } from "../setup/excel";

beforeAll(() => void sourceFunctions());

afterEach(() => countFrom1904(false));

/** The cell A1 holds a day of 2026 in a workbook that counts from 1904. */
const explained = (formula: string) =>
  explainCell(formula, { sheet: "Sheet1", address: "B1", row: 0, column: 0 }, () =>
    Promise.resolve({ ranges: [[[44_592]]], names: [], tables: [] }),
  );

it.each(["YEAR", "EDATE", "TEXT"])(
  "a formula with %s is not followed where a workbook counts its days from 1904: it would be of another year",
  async (name) => {
    const formula = `=INASTI.QUARTERLY(40000,"principal",${name}(A1,"yyyy"))`;
    countFrom1904(true);
    expect(await explained(formula)).toEqual({ cannot: `${name}()` });
  },
);

it("others are, and a date cell is refused as in the cell itself", async () => {
  countFrom1904(true);
  expect(await explained('=INASTI.QUARTERLY(40000,"principal",2026)')).toMatchObject({ value: 2050 });
  expect(await explained('=BENEFIT.RATE("sickness",A1,"isolated")')).toMatchObject({ value: "#VALUE!" });
});
