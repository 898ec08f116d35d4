// @ts-check
/** The Content Security Policy of every page that is built: each loads what belongs to it, and nothing else runs. */
const { createHash } = require("node:crypto");
const HtmlWebpackPlugin = require("html-webpack-plugin");

/** From where every add-in must load office.js; it shows its own errors in a frame. */
const OFFICE = "https://appsforoffice.microsoft.com";

const INLINE_SCRIPT = /<script(?![^>]* src=)[^>]*>/;
const INLINE_STYLE = /<style>([^]*?)<\/style>/g;

/**
 * The page with its policy, to which its own inline styles belong by their hashes. An empty style is allowed too: Fluent
 * fills one rule by rule, by script. Scripts are files: what the servers say of all pages (hosting/headers.json) knows no hash.
 *
 * @param {string} html
 * @param {string[]} [styles] hashes of the styles that a library adds
 * @returns {string}
 */
function withPolicy(html, styles = []) {
  if (INLINE_SCRIPT.test(html)) throw new Error("A page has a script inside it; scripts are files of their own.");
  const office = html.includes(`src="${OFFICE}/`) ? OFFICE : "";
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${office}`,
    `style-src 'self' ${hash("")} ${hashes(html)} ${styles.map((each) => `'${each}'`).join(" ")}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    office && `frame-src ${office}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const content = policy.filter(Boolean).join("; ").replace(/ +/g, " ").replaceAll(" ;", ";");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  return html.replace(/( *)<meta charset="utf-8"[^>]*>/, (charset, indent) => `${charset}\n${indent}${meta}`);
}

/** @param {string} html */
const hashes = (html) => Array.from(html.matchAll(INLINE_STYLE), ([, text]) => hash(text ?? "")).join(" ");

/** Of the text as the browser reads it, with single line ends. @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("base64")}'`;

/** Gives the pages of HtmlWebpackPlugin their policy. */
class PolicyPlugin {
  /** @param {string[]} [styles] */
  constructor(styles) {
    this.styles = styles;
  }

  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.compilation.tap("PolicyPlugin", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).beforeEmit.tap("PolicyPlugin", (page) => ({
        ...page,
        html: withPolicy(page.html, this.styles),
      }));
    });
  }
}

module.exports = { PolicyPlugin, withPolicy };
