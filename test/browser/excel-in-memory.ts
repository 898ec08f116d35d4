import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import ts from "typescript";
import type * as Fake from "../host/fake-excel";
import { root } from "./browser";
import { OFFICE_JS, officeFile } from "./office";

/**
 * The real office.js in a page, up to where that would speak to Excel: Excel's objects are the workbook in memory of
 * test/host/fake-excel.ts.
 */
declare global {
  interface Window {
    fakeExcel: typeof Fake;
    book: Fake.FakeBook;
  }
}

const FAKE = ts.transpileModule(readFileSync(path.join(root, "test/host/fake-excel.ts"), "utf8"), {
  compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
}).outputText;

/** Runs behind office.js: what it would learn from Excel. */
const INSTALL = `
;(() => {
  const exports = {};
  ((exports) => { ${FAKE} })(exports);
  const book = (window.book = new exports.FakeBook());
  window.fakeExcel = exports;
  const fake = exports.fakeOffice(book);
  const { onReady } = Office;
  // Only when office.js has loaded all its scripts does it keep what it is told.
  Office.onReady = async () => {
    await onReady();
    OSF._OfficeAppFactory.getContext = () => fake.Office.context;
    Office.actions.associate = fake.Office.actions.associate;
    Office.addin = fake.Office.addin;
    return fake.Office.onReady();
  };
  window.Excel = fake.Excel;
})();`;

/** Answers in place of Microsoft's server; what office.js asks for elsewhere stays unanswered. */
export const putExcelInMemory = (context: BrowserContext, urls = /^https:/): Promise<unknown> =>
  context.route(urls, (route) => {
    const file = officeFile(route.request().url());
    if (file === undefined) return route.abort();
    const isEntry = file === path.join(OFFICE_JS, "office.js");
    return isEntry
      ? route.fulfill({ contentType: "text/javascript", body: readFileSync(file, "utf8") + INSTALL })
      : route.fulfill({ path: file });
  });
