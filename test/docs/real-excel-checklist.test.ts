import { read } from "./project";

/** What a person must go through is short, or nobody does. */
const MOST = 28;

const rows = read("docs/real-excel-checklist.md")
  .split("\n")
  .filter((line) => /^\| \d+ /.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test("there are few rows, numbered without a gap", () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThanOrEqual(MOST);
  expect(rows.map(([number]) => Number(number))).toEqual(rows.map((_, index) => index + 1));
});

test("each says what to do, what to expect, and why no machine can see it, in words of its own", () => {
  for (const row of rows) expect([row, row.length, row.every((cell) => cell !== "")]).toEqual([row, 4, true]);
  const reasons = rows.map(([, , , why]) => why!);
  for (const why of reasons) expect(why.split(" ").length).toBeGreaterThan(5);
  expect(new Set(reasons).size).toBe(rows.length);
});
