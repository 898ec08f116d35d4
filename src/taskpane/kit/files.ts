import { recordOf, reader } from "../../i18n";
import { writeCsv } from "../../package/csv-writer";

/** Has the browser keep a text as a file. */
export const saveFile = (name: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: "application/json" }));

/** A table as a CSV that the reader's Excel opens as it is. No text of it is a formula there. */
export function saveTable(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const { separator, decimal, words } = recordOf(reader.language).excel;
  const table = rows.map((row) => row.map((cell) => (typeof cell === "string" ? plainText(cell) : cell)));
  saveBlob(`${name}.csv`, new Blob([writeCsv(table, { separator, decimal, words })], { type: "text/csv" }));
}

const plainText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The text of a file that the user chose. */
export const readFile = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsText(file);
  });
