const { transpile } = require("./tools/swc.cjs");

/** As CommonJS for Jest; the sources keep their ESM syntax. @param {boolean} tsx */
const transpiled = (tsx) => ["@swc/jest", { ...transpile(tsx), module: { type: "commonjs" } }];

const node = {
  transform: { "^.+\\.ts$": transpiled(false), "^.+\\.tsx$": transpiled(true) },
  runtime: "<rootDir>/tools/runtime.cjs",
  testEnvironment: "node",
  // Their names are those of the built ones, and of the project itself.
  modulePathIgnorePatterns: ["<rootDir>/dist-packages/", "<rootDir>/packages/[^/]+/package\\.json"],
  setupFiles: ["<rootDir>/test/setup/fast-check.ts"],
};

/** @type {import("jest").Config} */
module.exports = {
  // A busy machine takes its time; a test that hangs is ended all the same.
  testTimeout: 120_000,
  testSequencer: "<rootDir>/tools/order.cjs",
  projects: [
    {
      ...node,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "/test/browser/", "/test/proof/"],
      moduleNameMapper: { "^office-addin-manifest$": "<rootDir>/test/setup/office-addin-manifest-stub.js" },
    },
    {
      ...node,
      displayName: "pane",
      testEnvironment: "<rootDir>/test/setup/quick-jsdom.js",
      setupFiles: [...node.setupFiles, "<rootDir>/test/setup/quick-dom.ts", "<rootDir>/test/taskpane/fixed/setup.ts"],
      testMatch: ["<rootDir>/test/taskpane/**/*.test.tsx"],
      transform: { ...node.transform, "/@fluentui/react-components/": "<rootDir>/test/setup/lazy-fluent.js" },
      transformIgnorePatterns: ["/node_modules/(?!@fluentui/react-components/)"],
      moduleNameMapper: {
        "^@fluentui/react-icons$": "<rootDir>/test/setup/fluent-icons.js",
        // A table of figures that stays as it is.
        "^\\./compiled/index$": "<rootDir>/test/taskpane/fixed/figures.ts",
      },
    },
    { ...node, displayName: "browser", testMatch: ["<rootDir>/test/browser/**/*.test.ts"] },
  ],
};
