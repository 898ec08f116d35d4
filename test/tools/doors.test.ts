import { inTool } from "./tool";

const problems = (reports: unknown, listed: Record<string, string>): string[] =>
  inTool("doors.mjs", `tool.problemsOf(tool.rulesWithoutDoor(${JSON.stringify(reports)}), ${JSON.stringify(listed)})`);

const unused = [
  { file: "src/rules/benefits/birth-leave.ts", exports: [{ name: "birthAid" }] },
  { file: "src/rules/benefits/index.ts", exports: [{ name: "birthAid" }] },
  { file: "src/rules/refusal.ts", exports: [{ name: "REFUSALS" }] },
  { file: "src/taskpane/shell/pane.tsx", exports: [{ name: "Pane" }] },
];
const listed = { "benefits/birthAid": "no function yet", "refusal/REFUSALS": "no function yet" };

test("rules that are listed with a reason pass; what is no rule is not asked about", () => {
  expect(problems(unused, listed)).toEqual([]);
});

test("a new rule without a door fails", () => {
  expect(problems(unused, { "benefits/birthAid": "no function yet" })).toEqual(["refusal/REFUSALS: only tests ask it"]);
});

test("a listed rule that has a door, or is gone, fails", () => {
  expect(problems([], { "benefits/birthAid": "no function yet" })).toEqual([
    "test/rules/without-door.json: benefits/birthAid: has a door, or is gone",
  ]);
});

test("so does one without a reason", () => {
  expect(problems(unused, { ...listed, "refusal/REFUSALS": " " })).toEqual([
    "test/rules/without-door.json: refusal/REFUSALS: no reason",
  ]);
});
