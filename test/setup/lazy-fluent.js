/**
 * Fluent's index loads all of its components, which is most of what a suite of the pane loads. Its exports are getters: here each loads the
 * package of its component when it is first asked for.
 */
module.exports = {
  process: (source) => {
    const packages = new Map();
    const declared = source.replace(/^const (\w+) = (require\("[^"]+"\));$/gm, (_, name, load) => {
      packages.set(name, load);
      return `let ${name};`;
    });
    const code = declared.replace(/\breturn (\w+)\.(\w+);/g, (as, name, member) =>
      packages.has(name) ? `return (${name} ??= ${packages.get(name)}).${member};` : as,
    );
    return { code };
  },
};
