import { countFrom1904 } from "../../src/page/date-system";
import { day } from "../../src/rules/calendar";
import { callOf } from "../../src/taskpane/formula/call";
import { dateCell } from "../../src/taskpane/kit/date-cell";
import { sourceFunctions } from "../setup/excel";

const LAST_OF_MARCH = day(2026, 3, 31);

beforeAll(() => void sourceFunctions());

afterEach(() => countFrom1904(false));

it("writes a day as a number with its format, and leaves one open for it", () => {
  expect(dateCell(LAST_OF_MARCH)).toEqual({ content: LAST_OF_MARCH, format: "dd/mm/yyyy" });
  expect(dateCell(undefined)).toEqual({ format: "dd/mm/yyyy" });
});

it("writes it as a text where a workbook counts its days from 1904, and what is typed there stays one", () => {
  countFrom1904(true);
  expect(dateCell(LAST_OF_MARCH)).toEqual({ content: "2026-03-31", literal: true, format: "@" });
  expect(dateCell(undefined)).toEqual({ format: "@" });
});

it("a formula of the pane names the day in a way that the workbook takes, and the pane has the same answer", () => {
  const call = () => callOf("BENEFIT.EXEMPTQUARTERS", { benefit: "maternity", date: LAST_OF_MARCH });
  const usual = call();
  expect(usual.formula).toBe('BENEFIT.EXEMPTQUARTERS("maternity",DATE(2026,3,31))');
  const result = usual.result();
  expect(result).toMatchObject({ ok: true });
  countFrom1904(true);
  const other = call();
  expect(other.formula).toBe('BENEFIT.EXEMPTQUARTERS("maternity","2026-03-31")');
  expect(other.result()).toEqual(result);
  expect(other.answer()).toEqual(usual.answer());
});
