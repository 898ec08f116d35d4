import js from "@eslint/js";
import globals from "globals";
import officeAddinsPlugin from "eslint-plugin-office-addins";
import ts from "typescript-eslint";

/** Its types leave the rules out. @type {import("eslint").ESLint.Plugin} */
const officeAddins = officeAddinsPlugin;

const NOT_PARSED = { object: "Number", property: "parseFloat", message: "Cells are read in functions/cells.ts." };
const NEVER_HTML = "What was typed is never run: texts are texts.";

export default ts.config(
  {
    ignores: [
      "dist/",
      "dist-workbench/",
      "release/",
      "dist-packages/",
      "build/",
      "src/parameters/compiled/",
      "src/definitions/generated/",
      "node_modules/",
    ],
  },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "packages/**/*.ts", "test/**/*.{ts,tsx}", "bench/**/*.ts"],
    // What needs types is asked by oxlint (.oxlintrc.json), which has them in a tenth of the time.
    extends: [...ts.configs.recommended],
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-restricted-properties": ["error", NOT_PARSED],
    },
  },
  {
    files: ["test/taskpane/**/*.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='user'] CallExpression[callee.property.name=/^getBy/]",
          message: "What was done before may still be at work: findBy… waits for it.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      ...Object.fromEntries(Object.keys(officeAddins.rules ?? {}).map((rule) => [`office-addins/${rule}`, "error"])),
      "no-restricted-properties": [
        "error",
        NOT_PARSED,
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property, message: NEVER_HTML })),
      ],
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: NEVER_HTML },
        {
          selector: "CallExpression[callee.property.name='addEventListener'][arguments.0.value='message']",
          message: "Only office.js hears what other pages say.",
        },
      ],
    },
  },
  {
    files: ["src/rules/**/*.ts", "src/parameters/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "Intl",
        "fetch",
        "window",
        "document",
        "Office",
        "Excel",
        "CustomFunctions",
        "console",
        "setTimeout",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now" },
        { object: "Math", property: "random" },
        { property: "toFixed", message: "Money is rounded in rules/money." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Rules do not know the clock." },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}", "packages/**/*.ts"],
    ignores: ["src/host/{excel/*,detect}.ts", "src/functions/register.ts", "src/workbench/**"],
    rules: { "no-restricted-globals": ["error", "Office", "Excel", "CustomFunctions"] },
  },
  {
    files: ["src/rules/**/*.ts", "src/parameters/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "Office",
        "Excel",
        "CustomFunctions",
        "Intl",
        "fetch",
        "window",
        "document",
        "console",
        "setTimeout",
      ],
    },
  },
  {
    files: [
      "tools/**/*.{mjs,cjs}",
      "bench/**/*.mjs",
      "test/{mutate,release,storm}/**/*.{mjs,cjs}",
      "test/proof/**/*.mjs",
      "*.config.{js,mjs}",
      "test/setup/**/*.js",
      ".dependency-cruiser.cjs",
    ],
    languageOptions: { globals: globals.node },
  },
);
