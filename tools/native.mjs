// @ts-check
/**
 * `npm run native` writes our functions as LAMBDAs, for whoever has no add-in: a text a module for Excel Labs and the Name Manager, and a workbook with the sheet of the law that
 * they look up, in which they are names already. Into dist/native.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundled } from "./bundle.mjs";
import { root } from "./process.mjs";

/** @type {typeof import("../src/native/index.js")} */
const { allNamed, lambdaModules, LawSheet } = await bundled("src/native/index.ts", "native/native.cjs");
/** @type {typeof import("../src/package/index.js")} */
const { write } = await bundled("src/package/index.ts", "native/package.cjs");

const directory = path.join(root, "dist/native");
mkdirSync(directory, { recursive: true });
const sheet = new LawSheet({});
const modules = lambdaModules(sheet);
const names = allNamed(sheet);
for (const { name, text } of modules) writeFileSync(path.join(directory, `${name.toLowerCase()}.lambda.txt`), text);
const book = { sheets: [{ name: sheet.name, cells: sheet.cells }], names };
writeFileSync(path.join(directory, "inasti.xlsx"), write(book, []));
console.log(`dist/native: ${names.length} functions in ${modules.length} modules, and inasti.xlsx`);
