import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { generateCertificates } from "office-addin-dev-certs";
import { freePort } from "../tools/dev-server";
import { root } from "./browser";

/** Web servers that run with the recipes of hosting/, of which only name, ports, certificate and folders are others. */

export interface WebServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The program by its tool, which fetches one where it may; null where there is none. */
export const nginxProgram = (): string | null =>
  process.env["STATUT_NGINX"] ??
  (execFileSync(process.execPath, [path.join(root, "tools/nginx.mjs")], { encoding: "utf8" }) || null);

/** The recipe with something of ours in a place that it leaves to the reader. */
function filled(recipe: string, places: readonly (readonly [example: string, own: string])[]): string {
  return places.reduce((text, [example, own]) => {
    if (!text.includes(example)) throw new Error(`The recipe no longer has “${example}”.`);
    return text.replaceAll(example, own);
  }, recipe);
}

/** For what the server writes; it has the site in `www/statut-social`. */
type Folder = string;

export async function startNginx(program: string, folder: Folder): Promise<WebServer> {
  const [port, plainPort] = [await freePort(), await freePort()];
  const [certificate, key] = [path.join(folder, "site.crt"), path.join(folder, "site.key")];
  await generateCertificates(path.join(folder, "ca.crt"), certificate, key, 2, ["addins.example.be"]);
  const recipe = filled(readFileSync(path.join(root, "hosting/nginx.conf"), "utf8"), [
    ["listen 80;", `listen 127.0.0.1:${plainPort};`],
    ["listen 443 ssl;", `listen 127.0.0.1:${port} ssl;`],
    ["/etc/ssl/certs/addins.example.be.pem", certificate],
    ["/etc/ssl/private/addins.example.be.key", key],
    ["root /var/www/addins;", `root ${path.join(folder, "www")};`],
  ]);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  for (const name of temporary) mkdirSync(path.join(folder, name), { recursive: true });
  // As the nginx.conf of Debian, which has another frame-breaking header than ours.
  const configuration = `
daemon off;
master_process off;
pid ${path.join(folder, "nginx.pid")};
error_log stderr;
events {}
http {
  access_log off;
  add_header X-Frame-Options SAMEORIGIN;
${temporary.map((name) => `  ${name}_temp_path ${path.join(folder, name)};`).join("\n")}
${recipe}
}
`;
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, configuration);
  return started(program, ["-p", folder, "-e", "stderr", "-c", file], "https", port);
}

const DEBIANS_APACHE = { program: "/usr/sbin/apache2", modules: "/usr/lib/apache2/modules" };

/** Debian's, where it is installed. */
export const apacheProgram = (): string | null => (existsSync(DEBIANS_APACHE.program) ? DEBIANS_APACHE.program : null);

export async function startApache(program: string, folder: Folder): Promise<WebServer> {
  const port = await freePort();
  const www = path.join(folder, "www");
  copyFileSync(path.join(root, "hosting/apache.htaccess"), path.join(www, "statut-social/.htaccess"));
  const modules = ["mpm_event", "authz_core", "mime", "dir", "headers", "filter", "deflate"];
  // A server whose headers are others than ours.
  const configuration = `
${modules.map((name) => `LoadModule ${name}_module ${DEBIANS_APACHE.modules}/mod_${name}.so`).join("\n")}
Listen 127.0.0.1:${port}
ServerName addins.example.be
PidFile ${path.join(folder, "apache.pid")}
ErrorLog ${path.join(folder, "errors.log")}
TypesConfig /dev/null
Header always set X-Frame-Options SAMEORIGIN
DocumentRoot ${www}
<Directory ${www}>
  AllowOverride FileInfo Indexes
</Directory>
`;
  const file = path.join(folder, "apache.conf");
  writeFileSync(file, configuration);
  return started(program, ["-d", folder, "-f", file, "-D", "FOREGROUND"], "http", port);
}

/** Waits until the port answers. */
async function started(program: string, args: string[], scheme: string, port: number): Promise<WebServer> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((resolve) => child.on("error", () => resolve()).on("close", () => resolve()));
  const answers = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("close", () => socket.destroy()).end();
    });
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
