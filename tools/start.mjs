// @ts-check
/**
 * `npm start`: builds the workbench and the add-in, serves both at one address of localhost, opens it in the browser and
 * rebuilds at every change, until Ctrl-C. Not opened when `CI` is set or with `--no-open`; `--port 8080` asks for a port.
 *
 * `npm run start:excel` (`--excel`): the same at the https address that manifest.xml names, for Excel. With `--port`, the
 * manifest in dist/ names that port. `--dev` gives Id, name and functions of a copy for trying, and leaves the workbench out.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseNumber } from "office-addin-cli";
import { generateCertificates, getHttpsServerOptions } from "office-addin-dev-certs";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import webpackConfig from "../webpack.config.js";
import devCopy from "./dev-copy.cjs";
import { DEVELOPMENT_URL } from "./origin.mjs";
import { isStarted, npm, root, run } from "./process.mjs";

/** @param {string} manifest its file @param {string} name of the function to try */
const sideload = (manifest, name) => `
To load the add-in into Excel, give it ${manifest}:

  Excel on the web   Open a workbook. Home > Add-ins > More Settings > Upload My Add-in, and choose the file.
  Excel for Mac      Copy the file to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (make the folder if it is
                     missing), start Excel again, then Home > Add-ins.
  Excel for Windows  Copy the file to a folder that you share. File > Options > Trust Center > Trust Center Settings >
                     Trusted Add-in Catalogs: add the folder's network path (\\\\computer\\folder) and tick Show in Menu.
                     Start Excel again, then Home > Add-ins > Advanced > Shared Folder.
                     Or: npx office-addin-debugging start ${manifest}

Then type =${name}(40000,"principal",2026) in a cell.
`;

/**
 * A certificate that this computer trusts, as Excel asks for. The tool of Office puts its authority in the trust store,
 * for which the system may ask a password.
 *
 * @returns {Promise<import("node:https").ServerOptions>}
 */
async function certificate() {
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    const folder = path.join(root, "build", "certificates");
    // They are valid for a month, and existing ones are not replaced.
    rmSync(folder, { recursive: true, force: true });
    const [authority, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((file) => path.join(folder, file));
    await generateCertificates(authority, cert, key);
    console.warn(`${sentence(error)}
The certificate is not trusted yet: add ${authority} to the authorities that your system or browser trusts.`);
    return { cert: readFileSync(String(cert)), key: readFileSync(String(key)) };
  }
}

/** Without a screen, a browser would only fail to open. */
function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}

const HOST = "localhost";

/** What went wrong, without a stack. @param {unknown} error */
const sentence = (error) => (error instanceof Error ? error.message : String(error)).trim();

/** @param {string | undefined} text */
function portOf(text) {
  if (text === undefined) return undefined;
  const port = parseNumber(text, `--port takes a number, not ${text}.`);
  if (!(Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535))
    throw new Error(`--port takes 1 to 65535, not ${text}.`);
  return port;
}

/**
 * The server itself would only throw when all is built.
 *
 * @param {number} port
 * @param {string} advice
 * @returns {Promise<void>}
 */
function checkPort(port, advice) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ { code, message }) => {
      const problem = code === "EADDRINUSE" ? "is in use by another program" : `cannot be had (${message})`;
      reject(new Error(`Port ${port} ${problem}. ${advice}`));
    });
    probe.listen(port, HOST, () => probe.close(() => resolve()));
  });
}

/**
 * The client of the dev server is an entry of both scripts of a page. Webpack would inline it in the first and miss it in the
 * second, which builds on the first: it must stay a module.
 *
 * @type {webpack.WebpackPluginInstance}
 */
const entriesStayModules = {
  apply(compiler) {
    compiler.hooks.compilation.tap("EntriesStayModules", (compilation) => {
      compilation.hooks.additionalChunkRuntimeRequirements.tap("EntriesStayModules", (_, requirements) => {
        requirements.add(webpack.RuntimeGlobals.moduleFactories);
      });
    });
  },
};

/**
 * @param {number | undefined} port
 * @param {boolean} open
 * @returns {Promise<WebpackDevServer.Configuration>}
 */
async function plainly(port, open) {
  if (port) await checkPort(port, `Stop that program, or ask for another port: npm start -- --port ${port + 1}`);
  return { port: port ?? "auto", open };
}

/**
 * @param {number} port
 * @returns {Promise<WebpackDevServer.Configuration>}
 */
async function forExcel(port) {
  await checkPort(
    port,
    `Stop that program (a dev server that still runs?), or ask for another port: npm run start:excel -- --port ${port + 1}`,
  );
  return {
    port,
    open: false,
    server: { type: "https", options: await certificate() },
    // Excel on the web reads what it must know of the functions from a page of its own; all else is for our pages only.
    headers: ({ url }) =>
      /^\/functions(-\w+)?\.json/.test(url ?? "") ? [{ key: "Access-Control-Allow-Origin", value: "*" }] : [],
  };
}

/** Another way to build, or other packages, make all of it anew. */
const BUILD_DEPENDENCIES = [
  path.join(root, "package-lock.json"),
  path.join(root, "webpack.config.js"),
  ...readdirSync(path.join(root, "tools"))
    .filter((file) => file.endsWith(".cjs"))
    .map((file) => path.join(root, "tools", file)),
];

const TEMPLATES = path.join(root, "build", "templates");
const CACHE = path.join(root, "build", "cache");

/** @param {string[]} args */
async function start(args) {
  const { values } = parseArgs({
    args,
    options: {
      dev: { type: "boolean" },
      excel: { type: "boolean" },
      "no-open": { type: "boolean" },
      port: { type: "string" },
    },
  });
  const { dev = false, excel = false } = values;
  if (dev && !excel) throw new Error("A copy for trying is one for Excel: npm run start:excel -- --dev");
  const open = !values["no-open"] && !process.env["CI"] && hasScreen();
  const port = portOf(values.port);
  const excelPort = port ?? Number(new URL(DEVELOPMENT_URL).port);
  const place = await (excel ? forExcel(excelPort) : plainly(port, open));

  const { code } = await npm(["run", "--silent", "generate"]);
  if (code !== 0) {
    process.exitCode = code;
    return;
  }

  console.log(
    existsSync(CACHE)
      ? "Building what changed since the last start."
      : "Building for the first time, which takes up to a minute; later starts take what is built already.",
  );
  const infrastructureLogging = /** @type {const} */ ({ level: "warn" });
  const configurations = webpackConfig({ origin: `https://${HOST}:${excelPort}/`, dev }, { mode: "development" });
  const manifest = path.join(dev ? devCopy.FOLDER : "dist", "manifest.xml");
  const compiler = webpack(
    // The workbench calls the functions by the names that workbooks have.
    configurations
      .filter(({ name }) => !dev || name === "addin")
      .map((each) => ({
        ...each,
        infrastructureLogging,
        cache: {
          type: /** @type {const} */ ("filesystem"),
          cacheDirectory: CACHE,
          name: `${each.name}${dev ? "-dev" : ""}`,
          // What packages hold is known by their versions, our files by their contents.
          buildDependencies: { config: BUILD_DEPENDENCIES },
          // Right after the first build, for whoever stops it soon.
          idleTimeoutForInitialStore: 0,
        },
        plugins: [...(each.plugins ?? []), entriesStayModules],
      })),
  );
  const server = new WebpackDevServer(
    {
      ...place,
      host: HOST,
      // The pages reload after a rebuild; modules are not swapped in a running spreadsheet.
      hot: false,
      client: { logging: "warn", overlay: { errors: true, warnings: false, runtimeErrors: false } },
      devMiddleware: { stats: "errors-warnings", writeToDisk: (file) => excel && file.endsWith(manifest) },
      static: dev ? false : { directory: TEMPLATES, publicPath: "/templates", watch: false },
    },
    compiler,
  );
  await server.start();
  // Nobody waits for them: they are there when somebody has found the page on them.
  if (open && !dev && !existsSync(TEMPLATES))
    void run(process.execPath, [path.join(root, "tools/templates.mjs")], { capture: true });

  server.middleware?.waitUntilValid(() => {
    if (excel) console.log(sideload(manifest, dev ? devCopy("INASTI.QUARTERLY") : "INASTI.QUARTERLY"));
    console.log(
      `Statut Social is at ${excel ? "https" : "http"}://${HOST}:${server.options.port}/${dev ? "taskpane.html" : ""} (Ctrl-C stops it).`,
    );
  });
}

if (isStarted(import.meta.url)) {
  try {
    await start(process.argv.slice(2));
  } catch (error) {
    console.error(sentence(error));
    process.exitCode = 1;
  }
}
