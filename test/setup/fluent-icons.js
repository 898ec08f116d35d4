const { place } = require("../../tools/atomic-icons.cjs");

/** Fluent's icons, each from the file of that icon, as in the bundle: loading the whole set takes seconds of every suite. */
module.exports = new Proxy(
  {},
  {
    get: (_, name) => (typeof name === "string" ? require(`@fluentui/react-icons/${place(name)}`)[name] : undefined),
  },
);
