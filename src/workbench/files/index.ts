import type { FUniver } from "@univerjs/core/facade";
import { IEditorBridgeService } from "@univerjs/preset-sheets-core";
import { addressOf } from "../../formula/addresses";
import { reader, recordOf } from "../../i18n";
import { FileRefused, type Style } from "../../package";
import { saveBlob } from "../../taskpane/kit/files";
import { whyUnclear } from "../engine/refused";
import { unclear } from "../engine/unclear";
import { leftSentence, refusedSentence } from "../file-sentences";
import { bookOf } from "../host/book";
import type { Keeping, Opening } from "../kept";
import { tellOfFile } from "../kept/page";
import type { Metadata } from "../metadata";
import { t } from "../texts";
import { addEntry, addPart } from "./bar";
import { Files } from "./client";
import { hearDrops } from "./drop";
import { blobOf, fileName, saveXlsx, sent, titleOf } from "./handing";
import { askToReplace, chooser, Progress } from "./page";
import type { Found } from "./worker";

type Kind = "xlsx" | "values" | "csv";

/** Opening and saving, in the bar, by keys and by dropping a file on the page. */
export function offerFiles(spreadsheet: FUniver, metadata: Metadata, { file, store }: Opening, keeping: Keeping): void {
  const work = new FileWork(spreadsheet, metadata, keeping);
  const input = chooser((chosen) => void work.open(chosen));
  addEntry({
    text: () => t("workbench:file/open"),
    title: () => t("workbench:file/open-what"),
    key: "o",
    act: () => input.click(),
  });
  const save = (kind: Kind) => () => void work.save(kind);
  addEntry({
    text: () => t("workbench:file/save"),
    title: () => t("workbench:file/save-what"),
    key: "s",
    act: save("xlsx"),
  });
  addEntry({
    text: () => t("workbench:file/save-values"),
    title: () => t("workbench:file/save-values-what"),
    act: save("values"),
  });
  addEntry({
    text: () => t("workbench:file/save-csv"),
    title: () => t("workbench:file/save-csv-what"),
    act: save("csv"),
  });
  addEntry({
    text: () => t("workbench:file/templates"),
    title: () => t("workbench:file/templates-what"),
    act: () => void window.open(`help/templates.html#${reader.language}`, "_blank", "noopener"),
  });
  addPart(work.progress.element);
  addPart(input);
  hearDrops((files) => {
    if (files.length === 1) void work.open(files[0]!);
    else tellOfFile(closing(() => [t("workbench:file/one")]));
  });
  if (file === undefined || typeof store === "string") return;
  const { name, told, isFailed } = file;
  const sentences = () => (isFailed ? [t("workbench:file/failed", { name })] : sentencesOf(name, told as Found));
  const read = (): void => void store.put({ file: undefined });
  // Whoever opened a file of which there is nothing to say sees that it is there.
  if (sentences().length <= 1 && !isFailed) read();
  else tellOfFile(closing(sentences, read));
}

/** What is said until somebody closes it. */
const closing = (sentences: () => readonly string[], then?: () => void) => () => ({
  sentences: sentences(),
  actions: [
    {
      text: t("workbench:file/close"),
      act: () => {
        tellOfFile();
        then?.();
      },
    },
  ],
});

/** What is said of a file that is open: that it is, and what of it is not there. */
function sentencesOf(name: string, { left, outside, lostFigures }: Found): string[] {
  return [
    t("workbench:file/opened", { name }),
    ...(lostFigures ? [t("workbench:file/lost-figures")] : []),
    ...(outside > 0 ? [t("workbench:file/outside", { count: outside })] : []),
    ...left.map(leftSentence),
  ];
}

class FileWork {
  readonly progress = new Progress(() => this.stop());
  private ends: { readonly worker: Worker; readonly files: Files } | undefined;
  private isBusy = false;
  private readonly functions: Metadata["functions"];

  constructor(
    private readonly spreadsheet: FUniver,
    { functions }: Metadata,
    private readonly keeping: Keeping,
  ) {
    this.functions = functions;
  }

  async open(file: File): Promise<void> {
    const { hindrance } = this.keeping;
    if (hindrance) return tellOfFile(closing(() => [t(`workbench:file/hindered/${hindrance}`)]));
    await this.atWork(t("workbench:file/opening", { name: file.name }), async (files) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { language } = reader;
      const { name } = file;
      const found = await files.ask(
        "open",
        { bytes, name, language, functions: this.functions.map((one) => one.name) },
        [bytes.buffer],
      );
      this.progress.hide();
      if (found.doubts.length > 0 && !(await this.asksOfDoubts(name, found))) return;
      if (this.keeping.isUnsaved()) {
        const answer = await askToReplace(name);
        if (answer === "cancel") return;
        if (answer === "save" && !(await this.write("xlsx", files))) return;
      }
      // From here on nobody can stop it: the place of the workbook is not left half-way.
      this.progress.show(t("workbench:file/opening", { name }), undefined, false);
      await this.keeping.replaced(async () => void (await files.ask("replace", null)));
    });
  }

  async save(kind: Kind): Promise<void> {
    await this.atWork(t("workbench:file/saving"), (files) => this.write(kind, files));
  }

  /** What is typed in a cell is in it by then. */
  private async finishTyping(): Promise<boolean> {
    const { injector, workbook } = bookOf(this.spreadsheet);
    const isTyping = (): boolean => injector.get(IEditorBridgeService).isVisible().visible;
    if (isTyping()) await workbook.endEditingAsync(true);
    return !isTyping();
  }

  private async write(kind: Kind, files: Files): Promise<boolean> {
    if (!(await this.finishTyping())) return false;
    const book = bookOf(this.spreadsheet);
    let moment = this.keeping.moment();
    this.progress.show(t("workbench:file/saving"), 0);
    const styles = await sent(book, this.functions, files, {
      end: () => (moment = this.keeping.moment()),
      progress: (done, total) => this.progress.show(t("workbench:file/saving"), done / total),
    });
    this.progress.show(t("workbench:file/saving"));
    const title = titleOf(book);
    if (kind === "csv") await this.writeCsv(files, styles, title);
    else {
      const functions = this.functions.map(({ name }) => name);
      const bytes = await files.ask("xlsx", { styles, functions, valuesOnly: kind === "values" });
      saveXlsx(title, bytes);
      if (kind === "xlsx") this.keeping.saved(moment);
      tellOfFile();
    }
    return true;
  }

  private async writeCsv(files: Files, styles: readonly Style[], title: string) {
    const { workbook } = bookOf(this.spreadsheet);
    const sheet = workbook.getActiveSheet();
    const index = workbook.getSheets().findIndex((one) => one.getSheetId() === sheet.getSheetId());
    const { separator, decimal, words } = recordOf(reader.language).excel;
    const syntax = { separator, decimal, words };
    const { bytes, likeFormulas } = await files.ask("csv", { styles, sheet: index, syntax });
    saveBlob(fileName(`${title} ${sheet.getSheetName()}`, ".csv"), blobOf(bytes, "text/csv"));
    const cells = named(likeFormulas);
    tellOfFile(cells === "" ? undefined : closing(() => [t("workbench:file/like-formulas", { cells })]));
  }

  /** Whether what is unclear in a CSV is to be a text. */
  private asksOfDoubts(name: string, { doubts }: Found): Promise<boolean> {
    const [{ row, column, given, header }] = doubts as [Found["doubts"][0], ...Found["doubts"]];
    const place = () =>
      t(header === "" || row === 0 ? "workbench:file/place" : "workbench:file/place-under", {
        row: row + 1,
        column: addressOf({ row, column, rows: 1, columns: 1 }).replace(/\d+$/, ""),
        header,
      });
    const unclearness = unclear("", given, reader.language)!;
    return new Promise((resolve) => {
      tellOfFile(() => ({
        sentences: [
          t("workbench:file/unclear", { name, cells: named(doubts) }),
          whyUnclear(place(), given, unclearness),
        ],
        actions: [
          { text: t("workbench:file/as-text"), act: () => (tellOfFile(), resolve(true)) },
          { text: t("workbench:file/cancel"), act: () => (tellOfFile(), resolve(false)) },
        ],
      }));
    });
  }

  /** One file at a time; whatever goes wrong is said, and the workbook is as it was. */
  private async atWork(what: string, act: (files: Files) => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    tellOfFile();
    this.progress.show(what);
    const stopped = new Promise<never>((_, reject) => (this.reject = reject));
    try {
      await Promise.race([act(this.files()), stopped]);
    } catch (error) {
      if (!(error instanceof Stopped)) this.tellWhy(error);
    } finally {
      this.isBusy = false;
      this.progress.hide();
    }
  }

  private reject: (reason: Error) => void = () => undefined;

  private files(): Files {
    if (!this.ends) {
      const worker = new Worker("files-worker.js");
      this.ends = { worker, files: new Files(worker) };
    }
    return this.ends.files;
  }

  private letGo(): void {
    this.ends?.worker.terminate();
    this.ends = undefined;
  }

  private stop(): void {
    this.letGo();
    this.reject(new Stopped());
  }

  private tellWhy(error: unknown): void {
    if (error instanceof FileRefused) return tellOfFile(closing(() => [refusedSentence(error)]));
    console.error(error);
    // A worker that failed may never answer again.
    this.letGo();
    tellOfFile(closing(() => [t("workbench:file/error")]));
  }
}

class Stopped extends Error {}

/** More names of cells help nobody. */
const MOST_NAMED = 5;

function named(cells: readonly { readonly row: number; readonly column: number }[]): string {
  const names = cells.slice(0, MOST_NAMED).map(({ row, column }) => addressOf({ row, column, rows: 1, columns: 1 }));
  return names.join(", ") + (cells.length > MOST_NAMED ? ", …" : "");
}
