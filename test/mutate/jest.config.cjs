const path = require("node:path");

/** The tests of the rules, for one mutant at a time: `node test/mutate/run.mjs`. */
module.exports = {
  rootDir: path.resolve(__dirname, "../.."),
  testEnvironment: "node",
  transform: { "^.+\\.tsx?$": path.join(__dirname, "transform.cjs") },
  setupFiles: ["<rootDir>/test/setup/fast-check.ts"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    "/test/(browser|tools|mutate|storm|proof|manifest|taskpane|host|workbench|docs|bundle)/",
  ],
  testTimeout: 60_000,
};
