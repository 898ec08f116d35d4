// @ts-check
/** Gives `script.js?[contenthash]` in a page the hash of that script: webpack's own hash of a build is another one in each folder. */
const { createHash } = require("node:crypto");
const { Compilation, sources } = require("webpack");

const SCRIPT = /(?<=src="([\w-]+\.js)\?)\[contenthash\]/g;

class ScriptHashPlugin {
  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ScriptHashPlugin", (compilation) => {
      // Chunks have their names by then, and scripts name them.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "ScriptHashPlugin", stage }, (assets) => {
        /** @param {string} script */
        const hashOf = (script) => {
          const source = assets[script];
          if (!source) throw new Error(`A page names ${script}, which is not built.`);
          return createHash("sha256").update(source.buffer()).digest("hex").slice(0, 20);
        };
        for (const page of Object.keys(assets).filter((name) => name.endsWith(".html")))
          compilation.updateAsset(
            page,
            (source) =>
              new sources.RawSource(
                source
                  .source()
                  .toString()
                  .replace(SCRIPT, (_, script) => hashOf(script)),
              ),
          );
      });
    });
  }
}

module.exports = { ScriptHashPlugin };
