const { default: JSDOMEnvironment } = require("jest-environment-jsdom");
const styles = require("jsdom/lib/jsdom/living/helpers/style-rules.js");

/** jsdom works out all colours whenever it is asked for a style. There are none here: the pane's rules that hide something are all that it gets. */
const properties = styles.propertiesWithResolvedValueImplemented;
for (const [name, { computedValue }] of Object.entries(properties))
  if (computedValue === "computed-color") delete properties[name];

module.exports = JSDOMEnvironment;
