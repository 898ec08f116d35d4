// @ts-check
import { withPolicy } from "../policy.cjs";

/** @param {string} text */
export const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * @param {string[]} columns
 * @param {string[][]} rows cells as HTML; the first of each row names it
 */
export function table(columns, rows) {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const body = rows.map(([name, ...cells]) => {
    return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
  });
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("")}</tbody>\n</table>\n`;
}

const STYLE = `
:root { color-scheme: light dark; --text: #1f1f1f; --page: #fff; --soft: #f3f3f3; --line: #c8c8c8; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e8e8; --page: #1e1e1e; --soft: #2b2b2b; --line: #555; --link: #8ec5ff; }
}
body { margin: 0 auto; padding: 1rem; max-width: 48rem; background: var(--page); color: var(--text); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0; padding: 0; list-style: none; }
[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
h1 { margin: 1.5rem 0 0; font-size: 1.6rem; overflow-wrap: anywhere; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.15rem; }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
code { font-family: Consolas, "Cascadia Mono", ui-monospace, monospace; font-size: 0.95em; }
pre, p.formula { overflow-wrap: anywhere; padding: 0.5rem 0.75rem; border-radius: 4px; background: var(--soft); }
pre { white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { font-weight: 600; }
th:first-child { width: 25%; }
small { font-weight: 400; }
@media (max-width: 32rem) {
  td { overflow-wrap: anywhere; hyphens: auto; }
}
/* One language at a time: the one that the address names, else English. */
article { scroll-margin-top: 100vh; }
article:not(#en):not(:target), main:has(article:not(#en):target) > #en { display: none; }
@media print { nav { display: none; } }
`;

/** Beside the pages, which run no script of their own. */
export const LANGUAGE_SCRIPT = "language.js";

/** The reader's language, where the address names none. */
export const CHOOSE_LANGUAGE = `if (location.hash === "") {
  const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => document.getElementById(tag));
  if (language && language !== "en") location.replace("#" + language);
}
`;

/**
 * A page that needs nothing but itself and the script that chooses its language.
 * @param {string} title
 * @param {string[]} articles the content, in each language
 */
export function page(title, articles) {
  return withPolicy(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${articles.join("\n")}</main>
<script src="${LANGUAGE_SCRIPT}"></script>
</body>
</html>
`);
}
