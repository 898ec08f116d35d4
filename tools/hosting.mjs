// @ts-check
/**
 * `npm run hosting`: writes into hosting/ how each kind of web server hands out the add-in, from hosting/headers.json, which alone says
 * it. What a recipe leaves open (name, certificate, folder) is example's.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isStarted, root } from "./process.mjs";

/**
 * @typedef {Record<string, string>} Headers
 *
 * @typedef {object} Answers
 * @property {Record<string, string | string[]>} everywhere on every answer, errors too; the parts of a policy are a list
 * @property {string[]} never headers that break an add-in, which the configuration of a whole server may add
 * @property {Headers} types by the end of a file's name
 * @property {string} caching of files of which `files` says nothing
 * @property {Record<string, Headers>} files by path from the folder of the site, or by a folder and `*`: on answers that have the file
 */

const FOLDER = path.join(root, "hosting");
const WRITTEN = "Written by `npm run hosting` from hosting/headers.json.";
const YEAR_IN_DAYS = 365;

/** @returns {Answers} */
const read = () => JSON.parse(readFileSync(path.join(FOLDER, "headers.json"), "utf8"));

/** @param {Answers} answers @returns {[name: string, value: string][]} */
const everywhere = (answers) =>
  Object.entries(answers.everywhere).map(([name, value]) => [name, Array.isArray(value) ? value.join("; ") : value]);

/** @param {Answers} answers @param {string} header @returns {[file: string, value: string][]} the files that have it */
const filesWith = ({ files }, header) =>
  Object.entries(files).flatMap(([file, headers]) => (header in headers ? [[file, headers[header] ?? ""]] : []));

/** A path as the end of a regular expression. @param {string} file */
const pattern = (file) => `/${file.replaceAll(".", "\\.").replace(/\*$/, "[^/]+")}$`;

/** What is worth packing. @param {Answers} answers */
const packed = ({ types }) => Object.values(types).filter((type) => type !== "image/png");

/** What is not read as UTF-8 by itself. @param {string} type */
const isText = (type) => type.startsWith("text/");

/** @param {Answers} answers */
function nginx(answers) {
  const [caching, sharing] = ["Cache-Control", "Access-Control-Allow-Origin"].map((header) =>
    filesWith(answers, header).map(([file, value]) => `  "~${pattern(file)}" "${value}";`),
  );
  // HTML is packed and in the charset without being named.
  const types = packed(answers).filter((type) => type !== "text/html");
  return `# Statut Social on nginx: a file for /etc/nginx/conf.d. Put in your name, certificate and folder.
# ${WRITTEN}

map $uri $statut_social_caching {
  default "${answers.caching}";
${caching?.join("\n")}
}

# A header whose value is empty is not sent.
map $uri $statut_social_sharing {
  default "";
${sharing?.join("\n")}
}

server {
  listen 80;
  server_name addins.example.be;
  return 301 https://$host$request_uri;
}

server {
  listen 443 ssl;
  server_name addins.example.be;
  ssl_certificate /etc/ssl/certs/addins.example.be.pem;
  ssl_certificate_key /etc/ssl/private/addins.example.be.key;
  ssl_protocols TLSv1.2 TLSv1.3;

  # The site lies in the folder statut-social of this one.
  root /var/www/addins;

  location /statut-social/ {
    index index.html;
    default_type application/octet-stream;
    types {
${Object.entries(answers.types)
  .map(([end, type]) => `      ${type} ${end};`)
  .join("\n")}
    }
    charset utf-8;
    charset_types ${types.filter(isText).join(" ")};
    gzip on;
    gzip_vary on;
    gzip_types ${types.join(" ")};

    # These take the place of all headers that the server adds elsewhere.
${everywhere(answers)
  .map(([name, value]) => `    add_header ${name} "${value}" always;`)
  .join("\n")}
    add_header Access-Control-Allow-Origin $statut_social_sharing always;
    # Not on errors: a file that is missing now may be there in a minute.
    add_header Cache-Control $statut_social_caching;
  }
}
`;
}

/** @param {Answers} answers */
function apache(answers) {
  const files = Object.entries(answers.files).map(([file, headers]) => {
    const set = Object.entries(headers).map(([name, value]) => `  Header set ${name} "${value}"`);
    return `<If "%{REQUEST_URI} =~ m#${pattern(file)}#">\n${set.join("\n")}\n</If>`;
  });
  return `# Statut Social on Apache 2.4: the file .htaccess in the folder of the site, or the content of its <Directory>.
# It needs the module headers and, as .htaccess, AllowOverride FileInfo Indexes.
# ${WRITTEN}

DirectoryIndex index.html
${Object.entries(answers.types)
  .map(([end, type]) => `AddType ${type} .${end}`)
  .join("\n")}
AddCharset utf-8 ${Object.entries(answers.types)
    .flatMap(([end, type]) => (isText(type) ? [`.${end}`] : []))
    .join(" ")}
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE ${packed(answers).join(" ")}
</IfModule>

${answers.never.map((name) => `Header always unset ${name}\nHeader unset ${name}`).join("\n")}
${everywhere(answers)
  .map(([name, value]) => `Header always set ${name} "${value}"`)
  .join("\n")}
# Without "always": not on errors.
Header set Cache-Control "${answers.caching}"
${files.join("\n")}
`;
}

/** @param {string} caching of Cache-Control, as IIS has it */
function clientCache(caching) {
  const directives = caching.split(", ");
  const [, seconds] = /max-age=(\d+)/.exec(caching) ?? [];
  if (!seconds) return `<clientCache cacheControlMode="DisableCache" />`;
  const days = Math.floor(Number(seconds) / 86_400);
  if (days > YEAR_IN_DAYS) throw new RangeError(`No cache keeps a file longer than a year: ${caching}`);
  const time = new Date((Number(seconds) % 86_400) * 1000).toISOString().slice(11, 19);
  const others = directives.filter((directive) => !directive.startsWith("max-age")).join(", ");
  return `<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${days}.${time}" cacheControlCustom="${others}" />`;
}

/** @param {string} text */
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Whatever the server has by that name goes first, for IIS refuses to add a second. @param {[name: string, value: string][]} headers @param {string[]} [never] */
const customHeaders = (headers, never = []) =>
  `<httpProtocol>
      <customHeaders>
${[
  ...[...never, ...headers.map(([name]) => name)].map((name) => `        <remove name="${name}" />`),
  ...headers.map(([name, value]) => `        <add name="${name}" value="${attribute(value)}" />`),
].join("\n")}
      </customHeaders>
    </httpProtocol>`;

/** @param {Answers} answers */
function iis(answers) {
  const types = Object.entries(answers.types).map(
    ([end, type]) =>
      `      <remove fileExtension=".${end}" />\n      <mimeMap fileExtension=".${end}" mimeType="${type}${isText(type) ? "; charset=utf-8" : ""}" />`,
  );
  const locations = Object.entries(answers.files).map(([file, headers]) => {
    const { "Cache-Control": caching, ...others } = headers;
    const parts = [
      ...(Object.keys(others).length > 0 ? [customHeaders(Object.entries(others))] : []),
      ...(caching ? [`<staticContent>\n      ${clientCache(caching)}\n    </staticContent>`] : []),
    ];
    const inside = parts.join("\n    ").replaceAll("\n", "\n  ");
    return `  <location path="${file.replace(/\/\*$/, "")}">
    <system.webServer>
      ${inside}
    </system.webServer>
  </location>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Statut Social on IIS: the file web.config in the folder of the site. ${WRITTEN} -->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    ${customHeaders(everywhere(answers), [...answers.never, "X-Powered-By"])}
    <staticContent>
${types.join("\n")}
      ${clientCache(answers.caching)}
    </staticContent>
  </system.webServer>
${locations.join("\n")}
</configuration>
`;
}

/** @param {Answers} answers */
function staticWebApp(answers) {
  const config = {
    globalHeaders: { ...Object.fromEntries(everywhere(answers)), "Cache-Control": answers.caching },
    mimeTypes: Object.fromEntries(Object.entries(answers.types).map(([end, type]) => [`.${end}`, type])),
    routes: Object.entries(answers.files).map(([file, headers]) => ({ route: `/${file}`, headers })),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** @param {Answers} [answers] @returns {Record<string, string>} by the name of the file in hosting/ */
export const recipes = (answers = read()) => ({
  "nginx.conf": nginx(answers),
  "apache.htaccess": apache(answers),
  "web.config": iis(answers),
  "staticwebapp.config.json": staticWebApp(answers),
});

if (isStarted(import.meta.url))
  for (const [name, text] of Object.entries(recipes())) writeFileSync(path.join(FOLDER, name), text);
