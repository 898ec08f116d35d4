// @ts-check
/**
 * Webpack loader: lets Fluent's components import each icon from the file of that icon. Their own import of the whole set
 * costs a minute of a production build, for a dozen icons that are left at the end.
 */
const IMPORT = /import \{([^}]+)\} from ['"]@fluentui\/react-icons['"];?/g;
const ICON = /^([A-Z]\w*?)(?:\d+)?(?:Regular|Filled|Light|Color)$/;

/** @param {string} source */
function atomicIcons(source) {
  return source.replace(IMPORT, (_, names) =>
    names
      .split(",")
      .map(
        (/** @type {string} */ name) => `import { ${name.trim()} } from "@fluentui/react-icons/${place(name.trim())}";`,
      )
      .join("\n"),
  );
}

/**
 * @param {string} name `ChevronDown12Regular`, or a helper such as `bundleIcon`
 * @returns {string} `svg/chevron-down`
 */
function place(name) {
  const [icon] = name.split(" as ");
  const [, words] = ICON.exec(icon ?? "") ?? [];
  return words ? `svg/${words.replace(/(?<=[a-z\d])(?=[A-Z])/g, "-").toLowerCase()}` : "utils";
}

module.exports = Object.assign(atomicIcons, { place });
