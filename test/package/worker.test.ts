import { MessageChannel } from "node:worker_threads";

import type { Book } from "../../src/package";
import { Files, type Port } from "../../src/package/client";
import { type Scope, serve } from "../../src/package/worker";

/** Both ends of a channel: what goes through is copied as to a worker. */
function connected() {
  const { port1, port2 } = new MessageChannel();
  serve(port2 as unknown as Scope);
  port2.start();
  port1.start();
  return { files: new Files(port1 as unknown as Port, ["INASTI.QUARTERLY"]), close: () => port1.close() };
}

test("a worker writes and reads, tells why it refuses, and goes on", async () => {
  const { files, close } = connected();
  const book: Book = {
    sheets: [{ name: "A", cells: [{ row: 0, column: 0, formula: "=INASTI.QUARTERLY(1)", value: 2 }] }],
  };
  const bytes = await files.write(book);
  await expect(files.read(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
    name: "FileRefused",
    key: "no-workbook",
  });
  await expect(files.write({ sheets: [{ name: "/", cells: [] }] })).rejects.toMatchObject({
    key: "sheet-name",
    facts: { sheet: "/" },
  });
  await expect(files.write({ sheets: null } as unknown as Book)).rejects.toThrow(TypeError.name);
  await expect(files.read(bytes)).resolves.toEqual({ book, left: [] });
  expect(bytes).toHaveLength(0);
  close();
});

test("a worker that fails leaves nobody waiting", async () => {
  const listeners = new Map<string, (event: { data?: unknown; message?: string }) => void>();
  const port = {
    postMessage: () => listeners.get("error")!({ message: "out of memory" }),
    addEventListener: (type: string, listener: never) => listeners.set(type, listener),
  };
  const files = new Files(port as unknown as Port, []);
  await expect(files.read(new Uint8Array())).rejects.toThrow("out of memory");
});
