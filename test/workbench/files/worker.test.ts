import { MessageChannel } from "node:worker_threads";
import type { Book } from "../../../src/package";
import { read } from "../../../src/package";
import { Files, type Port } from "../../../src/workbench/files/client";
import { type Scope, serve } from "../../../src/workbench/files/worker";

// The spreadsheet's own reading, as far as these tables ask for it: Jest cannot load the spreadsheet.
jest.mock("@univerjs/core", () => ({
  getNumfmtParseValueFilter: jest.requireActual<{ parseValue: unknown }>("numfmt").parseValue,
}));

const FUNCTIONS = ["INASTI.QUARTERLY"];

/** Both ends of a channel: what goes through is copied as to a worker. */
function connected() {
  const { port1, port2 } = new MessageChannel();
  serve(port2 as unknown as Scope);
  port2.start();
  port1.start();
  return { files: new Files(port1 as unknown as Port), close: () => port1.close() };
}

const open = (files: Files, name: string, bytes: Uint8Array) =>
  files.ask("open", { bytes, name, language: "nl", functions: FUNCTIONS }, [bytes.buffer as ArrayBuffer]);

test("a worker writes what comes in parts, tells why it refuses, and goes on", async () => {
  const { files, close } = connected();
  const head: Book = { sheets: [{ name: "A", cells: [] }] };
  const cells = [{ row: 0, column: 0, formula: "=INASTI.QUARTERLY(1)", value: 2, style: 0 }];
  const styles = [{ format: "0.00" }];
  const asked = [files.ask("begin", head), files.ask("cells", { sheet: 0, cells })];
  const bytes = await files.ask("xlsx", { styles, functions: FUNCTIONS, valuesOnly: false });
  await Promise.all(asked);
  expect(read(bytes, FUNCTIONS).book).toMatchObject({ styles, sheets: [{ name: "A", cells }] });
  await expect(open(files, "a.xlsx", new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ key: "no-workbook" });
  await expect(open(files, "page.html", new TextEncoder().encode("<p>"))).rejects.toMatchObject({ key: "no-workbook" });
  await files.ask("begin", { sheets: [{ name: "/", cells: [] }] });
  const refused = files.ask("xlsx", { styles: [], functions: [], valuesOnly: false });
  await expect(refused).rejects.toMatchObject({ name: "FileRefused", key: "sheet-name", facts: { sheet: "/" } });
  await expect(files.ask("cells", { sheet: 7, cells })).rejects.toThrow(TypeError.name);
  await expect(open(files, "b.xlsx", bytes)).resolves.toEqual({ left: [], doubts: [], outside: 0, lostFigures: false });
  expect(bytes).toHaveLength(0);
  close();
});

test("values only has no formula, and nothing that is the add-in's", async () => {
  const { files, close } = connected();
  await files.ask("begin", { sheets: [{ name: "A", cells: [] }], settings: [["parameterYear", 2025]] });
  const filled = { row: 1, column: 0, value: "x", spilled: true };
  const empty = { row: 2, column: 0, formula: '=""', value: "" };
  const cells = [
    { row: 0, column: 0, formula: "=FUND.COMPARE(1)", value: 2, spill: { rows: 2, columns: 1 } },
    filled,
    empty,
  ];
  await files.ask("cells", { sheet: 0, cells });
  const { book } = read(await files.ask("xlsx", { styles: [], functions: FUNCTIONS, valuesOnly: true }), FUNCTIONS);
  expect(book.sheets[0]!.cells).toEqual([
    { row: 0, column: 0, value: 2 },
    { row: 1, column: 0, value: "x" },
  ]);
  expect(book.settings).toBeUndefined();
  close();
});

test("a CSV has values as the language writes them, and names texts that look like formulas", async () => {
  const { files, close } = connected();
  await files.ask("begin", { sheets: [{ name: "A", cells: [] }] });
  const values = [1.5, true, "=1+1", "-", { error: "#N/A" }];
  await files.ask("cells", { sheet: 0, cells: values.map((value, column) => ({ row: 0, column, value })) });
  const syntax = { separator: ";", decimal: ",", words: { TRUE: "WAAR", FALSE: "ONWAAR" } };
  const { bytes, likeFormulas } = await files.ask("csv", { styles: [], sheet: 0, syntax });
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe("\ufeff1,5;WAAR;=1+1;-;#N/A\r\n");
  expect(likeFormulas).toEqual([{ row: 0, column: 2 }]);
  close();
});

test("a worker that fails leaves nobody waiting", async () => {
  const listeners = new Map<string, (event: { data?: unknown; message?: string }) => void>();
  const port = {
    postMessage: () => listeners.get("error")!({ message: "out of memory" }),
    addEventListener: (type: string, listener: never) => listeners.set(type, listener),
  };
  await expect(open(new Files(port as unknown as Port), "a.csv", new Uint8Array())).rejects.toThrow("out of memory");
});
