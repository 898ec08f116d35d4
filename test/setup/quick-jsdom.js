const selectors = require("jsdom/lib/jsdom/living/helpers/selectors.js");

/** What a selector begins with, part by part: tags and classes; null where a part has more than one element, or begins otherwise. */
function headsOf(selector) {
  const parts = (selector ?? "*").split(",").map((part) => part.replace(/\[[^\]]*\]/g, "").trim());
  const heads = parts.map((part) => (/[\s>+~(]/.test(part) ? null : /^(?:\.[\w-]+|[a-z][\w-]*)/i.exec(part)));
  if (heads.includes(null)) return null;
  const names = heads.map(([head]) => head);
  return {
    tags: new Set(names.filter((name) => !name.startsWith(".")).map((name) => name.toLowerCase())),
    classes: names.filter((name) => name.startsWith(".")).map((name) => name.slice(1)),
  };
}

const known = new Map();

function mayMatch(element, selector) {
  if (!known.has(selector)) known.set(selector, headsOf(selector));
  const heads = known.get(selector);
  if (heads === null || heads.tags.has(element.localName.toLowerCase())) return true;
  if (heads.classes.length === 0) return false;
  const own = element.getAttributeNS(null, "class") ?? "";
  return heads.classes.some((name) => own.includes(name));
}

/** jsdom matches all rules of a browser with every element that it is asked about; hardly any is for that tag or class. */
const matches = selectors.matchesDontThrow;
selectors.matchesDontThrow = (element, selector) => mayMatch(element, selector) && matches(element, selector);

/** It works out all colours whenever it is asked for a style. There are none here: the pane's rules that hide something are all that it gets. */
const styles = require("jsdom/lib/jsdom/living/helpers/style-rules.js");
const properties = styles.propertiesWithResolvedValueImplemented;
for (const [name, { computedValue }] of Object.entries(properties))
  if (computedValue === "computed-color") delete properties[name];

module.exports = require("jest-environment-jsdom").default;
