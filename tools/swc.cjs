// @ts-check
/** swc instead of TypeScript's and Terser's own, which took most of the time of a build. Types are checked apart (`npm run typecheck`). */
const MinimizerPlugin = require("minimizer-webpack-plugin");

/**
 * How TypeScript becomes JavaScript, for webpack and for Jest.
 *
 * @param {boolean} tsx whether the file may hold JSX
 * @returns {import("@swc/core").Options}
 */
const transpile = (tsx) => ({
  swcrc: false,
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", tsx },
    transform: { react: { runtime: "automatic" } },
  },
});

const minimizer = () => [new MinimizerPlugin({ minify: { implementation: MinimizerPlugin.swcMinify } })];

module.exports = { transpile, minimizer };
