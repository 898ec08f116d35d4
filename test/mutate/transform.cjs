/** Jest's transform under a mutant: the one file that it names is replaced, and nothing is checked. */
const { createHash } = require("node:crypto");
const ts = require("typescript");

const mutant = process.env.STATUT_MUTANT ? JSON.parse(process.env.STATUT_MUTANT) : null;

const textOf = (source, file) =>
  mutant?.file === file ? source.slice(0, mutant.start) + mutant.to + source.slice(mutant.end) : source;

module.exports = {
  getCacheKey: (source, file) =>
    createHash("sha256")
      .update(`${file}\0${textOf(source, file)}`)
      .digest("hex"),
  process: (source, file) => ({
    code: ts.transpileModule(textOf(source, file), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.CommonJS,
        esModuleInterop: true,
        jsx: ts.JsxEmit.ReactJSX,
      },
      fileName: file,
    }).outputText,
  }),
};
