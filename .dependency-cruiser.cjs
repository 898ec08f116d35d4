/** The arrows of the architecture. Whoever breaks one breaks the build. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^src/", pathNot: allowed },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    only("parameters-know-nothing", "^src/parameters/", "^src/parameters/", "Parameters are data."),
    only(
      "rules-know-parameters",
      "^src/rules/",
      "^src/(rules|parameters)/",
      "Rules know neither Office nor clock nor language nor screen.",
    ),
    only(
      "formula-stands-alone",
      "^src/formula/",
      "^src/formula/",
      "A formula is read and evaluated with what it is given.",
    ),
    only(
      "i18n-knows-rules",
      "^src/i18n/",
      "^src/(i18n/|rules/|parameters/|settings\\.ts)",
      "Texts describe what rules answer, in the reader's language; a figure's English name stands with the figure.",
    ),
    only(
      "functions-know-rules-and-texts",
      "^src/functions/",
      "^src/(functions|rules|parameters|i18n)/|^src/settings\\.ts",
      "Functions never reach the pane or the host; the parameter year comes through settings.",
    ),
    only(
      "explain-knows-what-functions-know",
      "^src/explain/",
      "^src/(explain|formula|rules|parameters|i18n)/|^src/functions/(cells|questions|benefit-questions|passerelle-questions|generated/(signatures|version))\\.ts$|^src/settings\\.ts",
      "Explanations evaluate formulas, read cells as the functions do and ask the rules.",
    ),
    only(
      "host-stands-alone",
      "^src/host/",
      "^src/(host|i18n)/|^src/formula/(addresses|tables|values)\\.ts$|^src/settings\\.ts",
      "The host speaks to Excel and to nobody else of ours; cells and addresses are what formulas mean by them.",
    ),
    {
      name: "views-know-no-shell",
      comment: "The shell shows the views; a view does not know what it stands in.",
      severity: "error",
      from: { path: "^src/taskpane/(?!shell/|index\\.ts$)" },
      to: { path: "^src/taskpane/shell/" },
    },
    {
      name: "kit-knows-no-view",
      comment: "Views share the kit and the charts.",
      severity: "error",
      from: { path: "^src/taskpane/(kit|chart)/" },
      to: { path: "^src/taskpane/(?!(kit|chart|formula)/)" },
    },
    {
      name: "formulas-are-written-below-the-kit",
      severity: "error",
      from: { path: "^src/taskpane/formula/" },
      to: { path: "^src/taskpane/(?!formula/)" },
    },
    only(
      "pane-knows-host-rules-texts",
      "^src/taskpane/(?!index\\.ts$)",
      "^src/(taskpane|host|formula|rules|parameters|i18n)/|^src/explain/index\\.ts$|^src/(settings|requests)\\.ts",
      "The pane knows Excel only as a Host.",
    ),
    only(
      "page-starts-pane-and-commands",
      "^src/taskpane/index\\.ts$",
      "^src/(taskpane|commands|host|i18n)/|^src/settings\\.ts",
      "The pane's page is the runtime of the commands too.",
    ),
    only(
      "commands-know-host",
      "^src/commands/",
      "^src/(commands|host|parameters|i18n)/|^src/(settings|requests)\\.ts",
      "Ribbon commands go through the host, and ask the pane for a view.",
    ),
    {
      name: "pane-loads-no-evaluator",
      comment: "The pane reads the signs of formulas; what evaluates them is loaded with Explain.",
      severity: "error",
      from: { path: "^src/taskpane/" },
      to: { path: "^src/formula/", pathNot: "^src/formula/(addresses|outside|syntax|tokens|values)\\.ts$" },
    },
    {
      name: "published-only-in-tests",
      comment: "Printed amounts prove the computed ones; nothing computes with them.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/parameters/published/" },
    },
    {
      name: "workbench-is-no-add-in",
      severity: "error",
      from: { path: "^src/(?!workbench/)" },
      to: { path: "^src/workbench/" },
    },
    {
      name: "univer-only-in-the-workbench",
      severity: "error",
      from: { path: "^src/(?!workbench/)" },
      to: { path: "node_modules/@univerjs/" },
    },
    {
      name: "rules-are-used-by-their-index",
      comment: "A folder of rules is one module; its files are its own business.",
      severity: "error",
      from: { path: "^src/(?:rules/([^/]+)|functions|explain|taskpane|i18n)/" },
      to: { path: "^src/rules/[^/]+/", pathNot: ["^src/rules/[^/]+/index\\.ts$", "^src/rules/$1/"] },
    },
    {
      name: "oracle-stands-apart",
      comment: "The oracle proves the rules, so it may not share their code.",
      severity: "error",
      from: { path: "^test/oracle/" },
      to: { path: "^src/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|dist-workbench|build)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
