import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "../tools/tool";

/** What the workflows run is there; that GitHub runs them, only GitHub can show. */

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly "runs-on": string; readonly "timeout-minutes": number; readonly steps: readonly Step[] }>
  >;
}

const folder = path.join(root, ".github/workflows");
const read = (file: string): Workflow =>
  parse(readFileSync(path.join(folder, file), "utf8"), { uniqueKeys: true }) as Workflow;
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => [...steps]);
const runsOf = (workflow: Workflow): string[] =>
  stepsOf(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]));

const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const files = readdirSync(folder);

it("there are one for tests, one for a release and one for the pages", () => {
  expect(files.sort()).toEqual(["pages.yml", "release.yml", "test.yml"]);
});

describe.each(files)("%s", (file) => {
  const workflow = read(file);

  it("has what a workflow needs, and no more rights than it names", () => {
    expect(Object.keys(workflow)).toEqual(expect.arrayContaining(["name", "on", "permissions", "jobs"]));
    for (const job of Object.values(workflow.jobs)) {
      expect(job["runs-on"]).toBe("ubuntu-latest");
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      for (const step of job.steps) expect([step.uses, step.run].filter(Boolean)).toHaveLength(1);
    }
  });

  it("takes actions by their version", () => {
    const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^actions\/[\w-]+@v\d+(?:\.\d+\.\d+)?$/.test(action))).toEqual([]);
  });

  it("runs scripts that there are", () => {
    const named = runsOf(workflow).flatMap((run) =>
      Array.from(run.matchAll(/\bnpm (?:run )?([\w:-]+)/g), ([, script]) => script!),
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    for (const run of runsOf(workflow).filter((each) => each.startsWith(".")))
      expect(readFileSync(path.join(root, run), "utf8")).toMatch(/^#!/);
  });
});

it("a release is the tag's, tested, packed, and given out with its checksum", () => {
  const workflow = read("release.yml");
  expect(workflow.on).toEqual({ push: { tags: ["v*"] } });
  const runs = runsOf(workflow);
  const at = (part: string): number => runs.findIndex((run) => run.includes(part));
  const order = ["$GITHUB_REF_NAME", "npm test", "npm run package -- --origin", "gh release create"].map(at);
  expect(order).toEqual([0, 1, 2, 3]);
  expect(runs[3]).toContain("release/*.zip release/*.zip.sha256");
  expect(workflow.permissions).toEqual({ contents: "write" });
});

it("the pages are packed for their own address, with the demo", () => {
  const workflow = read("pages.yml");
  const steps = stepsOf(workflow);
  const uses = (action: string): number => steps.findIndex((step) => step.uses?.startsWith(`actions/${action}@`));
  const packs = steps.findIndex(({ run }) => run?.includes("npm run package"));
  expect(steps[packs]!.run).toContain("steps.pages.outputs.base_url");
  expect(uses("configure-pages")).toBeLessThan(packs);
  expect(packs).toBeLessThan(uses("upload-pages-artifact"));
  expect(uses("upload-pages-artifact")).toBeLessThan(uses("deploy-pages"));
  expect(steps[uses("upload-pages-artifact")]!.with).toEqual({ path: "pages/site" });
  expect(steps[packs + 1]!.run).toContain("mv pages/demo pages/site/demo");
});
