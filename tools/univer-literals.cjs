// @ts-check
/**
 * Literals of the spreadsheet that no setting reaches. Another version may have them elsewhere: the build then fails rather than ship
 * a spreadsheet that does not know semicolons.
 */

/** What parts arguments, as the page says before anything is shown. */
const SEPARATOR = '(globalThis.statutArgumentSeparator?.() ?? ",")';

/** @type {Record<string, readonly { text: string, times: number, by: string }[]>} */
const LITERALS = {
  // What ends an argument, behind which a cell can be picked.
  "engine-formula": [
    {
      text: "const FORMULA_LEXER_TOKENS = [\n",
      times: 1,
      by: 'const FORMULA_LEXER_TOKENS = [\n\t";",\n',
    },
  ],
  // The help on arguments, its example, and several cells picked for one function.
  "sheets-formula-ui": [
    { text: 'i === value.length - 1 ? "" : ","]', times: 2, by: `i === value.length - 1 ? "" : ${SEPARATOR}]` },
    { text: '.map((item) => item.example).join(",")', times: 2, by: `.map((item) => item.example).join(${SEPARATOR})` },
    {
      text: '${theLastList.length && isPreNodeRef ? "," : ""}${theLastList.join(",")}',
      times: 1,
      by: `\${theLastList.length && isPreNodeRef ? ${SEPARATOR} : ""}\${theLastList.join(${SEPARATOR})}`,
    },
    // Enter commits a formula, and a list of functions is for the word that it was made for: it comes, and goes, a while after the keys.
    {
      text: "preconditions: () => true,\n\t\t\t\tpriority: 1e3,",
      times: 1,
      by: "preconditions: () => keyCode !== KeyCode.ENTER && globalThis.statutIsOffered(editor, searchText),\n\t\t\t\tpriority: 1e3,",
    },
    // Where an error is looked for: what a cell shows is in the reader's language.
    {
      text: "extractFormulaError(cellData, !!arrayFormulaCellData)",
      times: 1,
      by: "extractFormulaError(arrayFormulaCellData ?? worksheet.getCellRaw(cellPos.location.row, cellPos.location.col), !!arrayFormulaCellData)",
    },
    {
      text: "const mainCellValue = worksheet.getCell(startRow, startColumn);",
      times: 1,
      by: "const mainCellValue = worksheet.getCellRaw(startRow, startColumn);",
    },
  ],
  // A cell that is not split keeps its value, and not what it shows.
  "univerjs/sheets/": [
    {
      text: "cellValue.setValue(i, j, worksheet.getCell(i, j));",
      times: 1,
      by: "cellValue.setValue(i, j, worksheet.getCellRaw(i, j));",
    },
  ],
  // The sums of a selection, and what is copied of them.
  "sheets-ui": [
    {
      text: `	if (num >= 1e8) return num.toExponential(2);
	if (pattern && allowPatternFunctions.includes(item.name)) return numfmt.format(pattern, num, { throws: false });
	return num.toLocaleString();
`,
      times: 1,
      by: "\treturn globalThis.statutShown(num, allowPatternFunctions.includes(item.name) ? pattern : undefined);\n",
    },
    {
      text: "clipboardService.writeText(item.value.toString())",
      times: 1,
      by: "clipboardService.writeText(globalThis.statutExact(item.value))",
    },
  ],
};

/** @param {string} source @param {string} resource */
function patched(source, resource) {
  const name = Object.keys(LITERALS).find((one) => resource.includes(one)) ?? "";
  return (LITERALS[name] ?? []).reduce((text, literal) => {
    const found = text.split(literal.text).length - 1;
    if (found !== literal.times)
      throw new Error(`${resource} has ${found} times, not ${literal.times}: ${literal.text}`);
    return text.replaceAll(literal.text, () => literal.by);
  }, source);
}

/** @this {import("webpack").LoaderContext<object>} @param {string} source */
function univerLiterals(source) {
  return patched(source, this.resourcePath.replaceAll("\\", "/"));
}

const rule = {
  test: /@univerjs[\\/](?:engine-formula|sheets-formula-ui|sheets|sheets-ui)[\\/]lib[\\/]es[\\/]index\.js$/,
  loader: __filename,
};

module.exports = Object.assign(univerLiterals, { patched, rule });
