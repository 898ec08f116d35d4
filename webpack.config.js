// @ts-check
const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const devCopy = require("./tools/dev-copy.cjs");
const { PolicyPlugin } = require("./tools/policy.cjs");
const { ScriptHashPlugin } = require("./tools/script-hash.cjs");
const univerLiterals = require("./tools/univer-literals.cjs");
const { minimizer, transpile } = require("./tools/swc.cjs");

const from = (/** @type {string[]} */ ...parts) => path.join(__dirname, ...parts);

/**
 * What every bundle shares. Types are checked apart (`npm run typecheck`).
 *
 * @param {string} directory of the output
 * @returns {import("webpack").Configuration}
 */
const common = (directory) => ({
  context: __dirname,
  // functions.js names all chunks, and a hash cannot be packed.
  output: { path: from(directory), filename: "[name].js", hashDigestLength: 12, clean: true },
  resolve: {
    extensions: [".ts", ".tsx", ".js"],
    // @formulajs needs them for statistics, and we use its financial functions; their tests run without these too.
    alias: { jstat: false, bessel: false },
  },
  module: {
    rules: [
      { test: /\.ts$/, loader: "swc-loader", options: transpile(false) },
      { test: /\.tsx$/, loader: "swc-loader", options: transpile(true) },
      { test: /@fluentui[\\/]react-[^\\/]+[\\/]lib[\\/].*\.js$/, loader: from("tools", "atomic-icons.cjs") },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  performance: { hints: false },
  devtool: false,
});

/**
 * A page that names its scripts itself, for their order matters.
 *
 * @param {string} template
 * @param {string} filename
 * @param {Record<string, unknown>} [templateParameters]
 */
const page = (template, filename, templateParameters = {}) =>
  new HtmlWebpackPlugin({ template, filename, templateParameters, inject: false, minify: false });

/**
 * @typedef {object} Environment
 * @property {string} [origin] where the add-in will be served; manifest and metadata of the repository name localhost
 * @property {boolean} [dev] a copy with names of its own, in a folder of its own
 * @property {boolean} [demo] whether visitors load the workbench
 */

/**
 * What Excel loads. functions.js carries the rules, figures and texts and registers the functions; it needs no web API, so any
 * host with a global `CustomFunctions` runs it alone. The pane's script builds on it, and leaves the screen to a chunk.
 *
 * @param {Environment} env
 * @returns {import("webpack").Configuration}
 */
function addin({ origin, dev = false }) {
  const { output, module: modules, ...others } = common(dev ? devCopy.FOLDER : "dist");
  const renamed = dev ? devCopy : (/** @type {string} */ text) => text;
  const named = dev ? devCopy.manifest : (/** @type {string} */ text) => text;
  return {
    ...others,
    name: "addin",
    target: ["web", "es2020"],
    entry: {
      functions: "./src/functions/index.ts",
      taskpane: { import: "./src/taskpane/index.ts", dependOn: "functions" },
    },
    output: {
      ...output,
      // In a folder of their own: they never change, and pages that are open still ask for those of the release before.
      chunkFilename: "chunks/[name].[contenthash].js",
      globalObject: "globalThis",
      // Beside the page. Finding the place by itself would ask the document, when functions.js starts.
      publicPath: "",
    },
    module: {
      rules: [...(modules?.rules ?? []), ...(dev ? [devCopy.rule] : [])],
    },
    // The pane is one chunk.
    optimization: { splitChunks: false, minimizer: minimizer() },
    plugins: [
      page("./src/taskpane/taskpane.html", "taskpane.html"),
      new PolicyPlugin(),
      new ScriptHashPlugin(),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "manifest.xml", transform: (content) => stamped(named(content.toString()), origin) },
          {
            from: "build/metadata/functions*.json",
            to: "[name][ext]",
            transform: (content) => stamped(renamed(content.toString()), origin),
          },
          {
            from: "build/help",
            to: ({ absoluteFilename = "" }) => `help/${renamed(path.basename(absoluteFilename))}`,
            transform: (content) => renamed(content.toString()),
            noErrorOnMissing: true,
          },
          // Workbooks that call functions by the names of the released add-in.
          ...(dev ? [] : [{ from: "build/templates", to: "templates", noErrorOnMissing: true }]),
        ],
      }),
    ],
  };
}

/** What the workbench's page says before any script is there, by language. */
const opening = () =>
  Object.fromEntries(
    readdirSync(from("src", "i18n"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, JSON.parse(readFileSync(from("src", "i18n", name, "opening.json"), "utf8"))]),
  );

/** What the spreadsheet writes into its page: its notifications (sonner) and its theme. Another version has others; the browser names them. */
const SPREADSHEET_STYLES = [
  "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=",
  "sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s=",
];

/**
 * The page of `npm start`; it loads functions.js, the metadata, the icons and the help of the add-in from beside it.
 *
 * @param {boolean} isPublic whether visitors load it: a demo is minified, which takes its time for the spreadsheet
 * @returns {import("webpack").Configuration}
 */
const workbench = (isPublic) => ({
  ...common("dist-workbench"),
  name: "workbench",
  mode: isPublic ? "production" : "development",
  target: ["web", "es2022"],
  entry: {
    "custom-functions": ["./src/workbench/opening.ts", "./src/workbench/custom-functions.ts"],
    workbench: { import: "./src/workbench/index.ts", dependOn: "custom-functions" },
    "files-worker": "./src/workbench/files/worker.ts",
  },
  // Two runtimes live in its page; the name keeps their chunks apart.
  output: {
    ...common("dist-workbench").output,
    chunkFilename: isPublic ? "chunks/[name].[contenthash].js" : "[name].js",
    uniqueName: "workbench",
  },
  module: { rules: [...(common("dist-workbench").module?.rules ?? []), univerLiterals.rule] },
  plugins: [
    page("./src/workbench/index.html", "index.html", { opening: opening() }),
    new PolicyPlugin(SPREADSHEET_STYLES),
    new MiniCssExtractPlugin(),
  ],
  // Also where `--mode production` is asked for on the command line, which overrules `mode`.
  optimization: isPublic
    ? { minimizer: minimizer() }
    : { minimize: false, concatenateModules: false, usedExports: false, moduleIds: "named", chunkIds: "named" },
});

/**
 * @param {string} text of a file that holds the address of the add-in
 * @param {string | undefined} origin
 */
async function stamped(text, origin) {
  const { atOrigin } = await import("./tools/origin.mjs");
  return origin ? atOrigin(text, origin) : text;
}

/**
 * @param {Environment} [env]
 * @param {{ mode?: "development" | "production" }} [argv]
 * @returns {import("webpack").Configuration[]}
 */
module.exports = (env = {}, argv = {}) => {
  const mode = argv.mode ?? "production";
  return [{ mode, ...addin(env) }, workbench(env.demo ?? false)];
};
