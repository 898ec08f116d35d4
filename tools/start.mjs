// @ts-check
/**
 * `npm start`: builds the workbench and the add-in, serves both at one address of localhost, opens it in the browser and
 * rebuilds at every change, until Ctrl-C. Not opened when `CI` is set or with `--no-open`; `--port 8080` asks for a port.
 *
 * `npm run start:excel` (`--excel`): the same at the https address that manifest.xml names, for Excel.
 */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { logErrorMessage, parseNumber } from "office-addin-cli";
import { generateCertificates, getHttpsServerOptions } from "office-addin-dev-certs";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import webpackConfig from "../webpack.config.js";
import { DEVELOPMENT_URL } from "./manifest-url.mjs";
import { isStarted, npm, root } from "./process.mjs";

const MANIFEST = path.join("dist", "manifest.xml");

const SIDELOAD = `
To load the add-in into Excel, give it ${MANIFEST}:

  Excel on the web   Open a workbook. Home > Add-ins > More Settings > Upload My Add-in, and choose the file.
  Excel for Mac      Copy the file to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (make the folder if it is
                     missing), start Excel again, then Home > Add-ins.
  Excel for Windows  Copy the file to a folder that you share. File > Options > Trust Center > Trust Center Settings >
                     Trusted Add-in Catalogs: add the folder's network path (\\\\computer\\folder) and tick Show in Menu.
                     Start Excel again, then Home > Add-ins > Advanced > Shared Folder.
                     Or: npx office-addin-debugging start ${MANIFEST}

Then type =INASTI.QUARTERLY(40000,"principal",2026) in a cell.
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
    console.warn(`${error instanceof Error ? error.message : error}
The certificate is not trusted yet: add ${authority} to the authorities that your system or browser trusts.`);
    return { cert: readFileSync(String(cert)), key: readFileSync(String(key)) };
  }
}

/** Without a screen, a browser would only fail to open. */
function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}

/**
 * @param {boolean} excel
 * @param {number | undefined} wanted
 * @returns {Promise<WebpackDevServer.Configuration>}
 */
async function place(excel, wanted) {
  if (!excel) return { host: "localhost", port: wanted ?? "auto" };
  const { hostname, port } = new URL(DEVELOPMENT_URL);
  return { host: hostname, port, server: { type: "https", options: await certificate() } };
}

/** @param {string[]} args */
async function start(args) {
  const { values } = parseArgs({
    args,
    options: { excel: { type: "boolean" }, "no-open": { type: "boolean" }, port: { type: "string" } },
  });
  const excel = values.excel ?? false;
  const open = !excel && !values["no-open"] && !process.env["CI"] && hasScreen();
  const port = parseNumber(values.port, `--port takes a number, not ${values.port}.`);

  const { code } = await npm(["run", "--silent", "generate"]);
  if (code !== 0) {
    process.exitCode = code;
    return;
  }

  const serverPlace = await place(excel, port);
  console.log("Building; this takes a moment.");
  const infrastructureLogging = /** @type {const} */ ({ level: "warn" });
  const configurations = webpackConfig({}, { mode: "development" });
  const compiler = webpack(configurations.map((each) => ({ ...each, infrastructureLogging })));
  const server = new WebpackDevServer(
    {
      ...serverPlace,
      open,
      // The pages reload after a rebuild; modules are not swapped in a running spreadsheet.
      hot: false,
      client: { logging: "warn", overlay: { errors: true, warnings: false, runtimeErrors: false } },
      headers: { "Access-Control-Allow-Origin": "*" },
      devMiddleware: { stats: "errors-warnings", writeToDisk: (file) => excel && file.endsWith(MANIFEST) },
      static: false,
    },
    compiler,
  );
  await server.start();

  server.middleware?.waitUntilValid(() => {
    if (excel) console.log(SIDELOAD);
    console.log(
      `Statut Social is at ${excel ? "https" : "http"}://localhost:${server.options.port}/ (Ctrl-C stops it).`,
    );
  });
}

if (isStarted(import.meta.url)) {
  try {
    await start(process.argv.slice(2));
  } catch (error) {
    logErrorMessage(error);
    process.exitCode = 1;
  }
}
