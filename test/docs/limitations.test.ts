import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { coverage, type DatedValue, parameterIds, series, SUBJECTS } from "../../src/parameters";
import { civilDate, type Day, day } from "../../src/rules/calendar";

const root = join(__dirname, "../..");

test("every function answers every category and quarter with a value or a typed refusal, and docs/limitations.md says which", () => {
  const run = () =>
    execFileSync(process.execPath, ["tools/limitations.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
  expect(run).not.toThrow();
});

describe("what is known, from when and until when", () => {
  const iso = (on: Day): string => {
    const { year, month, day } = civilDate(on);
    return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  };
  const [limitations, readme] = ["docs/limitations.md", "README.md"].map((file) =>
    readFileSync(join(root, file), "utf8"),
  );
  const isServed = ({ value, text }: DatedValue) => value !== null || text !== undefined;

  test.each(SUBJECTS)("%s stands with its days in both documents", (subject) => {
    const days = new RegExp(`\\| ${iso(coverage[subject].from)} \\| ${iso(coverage[subject].to)} +\\|`);
    expect(limitations).toMatch(days);
    expect(readme).toMatch(days);
  });

  test("every series that begins after 2015 or has an end stands with these days", () => {
    const ends = parameterIds().flatMap((id) => {
      const served = series(id).filter(isServed);
      if (served.length === 0) return ["- never: "];
      const [{ from }, { to }] = [served[0]!, served.at(-1)!];
      if (to !== null) return [`- ${iso(from)} to ${iso(to)}: `];
      return from > day(2015, 1, 1) ? [`- from ${iso(from)}, still in force: `] : [];
    });
    expect(ends.length).toBeGreaterThan(50);
    expect([...new Set(ends)].filter((line) => !limitations!.includes(line))).toEqual([]);
  });
});
