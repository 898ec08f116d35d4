import { fieldsOf } from "../../package";

/** The cells of a text that was copied from a spreadsheet, or of a CSV file. */
export function gridOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return lines === "" ? [[""]] : fieldsOf(lines, delimiterOf(lines));
}

/** Tabs part the cells of spreadsheets; a CSV has semicolons here, and as many in each line. */
function delimiterOf(text: string): string {
  if (text.includes("\t") || /^=/m.test(text)) return "\t";
  const counts = fieldsOf(text, ";").map(({ length }) => length);
  const isEven = counts.length > 1 && counts[0]! > 1 && counts.every((count) => count === counts[0]);
  return isEven ? ";" : "\t";
}
