/** TypeScript as CommonJS for Jest; the sources keep their ESM syntax. Types are checked by `npm run typecheck`. */
const compilerOptions = {
  target: "ES2022",
  module: "commonjs",
  moduleResolution: "node10",
  jsx: "react-jsx",
  esModuleInterop: true,
  resolveJsonModule: true,
  isolatedModules: true,
};
const node = {
  transform: { "^.+\\.tsx?$": ["ts-jest", { tsconfig: compilerOptions }] },
  testEnvironment: "node",
  setupFiles: ["<rootDir>/test/setup/fast-check.ts"],
};

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      ...node,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "/test/browser/", "/test/proof/"],
      moduleNameMapper: { "^office-addin-manifest$": "<rootDir>/test/setup/office-addin-manifest-stub.js" },
    },
    { ...node, displayName: "pane", testEnvironment: "jsdom", testMatch: ["<rootDir>/test/taskpane/**/*.test.tsx"] },
    { ...node, displayName: "browser", testMatch: ["<rootDir>/test/browser/**/*.test.ts"] },
  ],
};
