import { excelHost } from "../../src/host/excel";
import { Unsupported } from "../../src/host/host";
import { FakeBook, FakeError, fakeOffice } from "./fake-excel";

let book: FakeBook;
beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
});

const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7919) % 256);

describe("the file of the workbook", () => {
  it("comes in slices, and Excel may let it go", async () => {
    book.file = noise(9 * 2 ** 20 + 1);
    const seen: number[][] = [];
    const bytes = await excelHost.readFile({ onProgress: (...progress) => seen.push(progress) });
    expect(Buffer.compare(bytes!, book.file)).toBe(0);
    expect(seen).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(book.openFiles).toBe(0);
  });

  it("is let go too where a slice does not come, or nobody waits for it any more", async () => {
    book.file = noise(10);
    book.failure = (operation) => (operation === "File.getSlice" ? new FakeError("GeneralException") : undefined);
    await expect(excelHost.readFile()).rejects.toThrow();
    expect(book.openFiles).toBe(0);
    book.failure = () => undefined;
    const controller = new AbortController();
    controller.abort();
    await expect(excelHost.readFile({ signal: controller.signal })).resolves.toBeNull();
    expect(book.openFiles).toBe(0);
  });

  it("is not there in every spreadsheet", async () => {
    book.sets["CompressedFile"] = "1.0";
    await expect(excelHost.readFile()).rejects.toThrow(Unsupported);
  });

  it("opens beside the workbook as it is, of any length", async () => {
    for (const length of [1, 2, 3, 24_575, 24_576, 24_577, 100_000]) {
      await expect(excelHost.openFile(noise(length), (name) => name)).resolves.toBe("opened");
      expect(Buffer.compare(book.workbooks.at(-1)!, noise(length))).toBe(0);
    }
  });
});
