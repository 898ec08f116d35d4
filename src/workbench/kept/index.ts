import { CommandType, ICommandService, type IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SetSelectionsOperation, SetWorksheetActiveOperation } from "@univerjs/preset-sheets-core";
import { t } from "../../i18n";
import { saveFile } from "../../taskpane/kit/files";
import { bookOf, calculated, StoreDataMutation } from "../host/book";
import { Keeper, type Kept } from "./keeper";
import {
  dropFirstAside,
  ended,
  firstAside,
  type Opening,
  openKept,
  putAside,
  retryFirstAside,
  whenAlone,
} from "./opening";
import { offerNew, showKept, tell } from "./page";
import { kept, type Work } from "./snapshot";
import type { Store } from "./store";

export { openKept, putAside };
export type { Opening, Work };

const MOVES: readonly string[] = [SetSelectionsOperation.id, SetWorksheetActiveOperation.id];

const FILE_NAME = "statut-social-workbook.json";

/** What of the page looks after the workbook from now on. */
export interface Keeping {
  /** Keeps at once what is kept a moment after a change. */
  readonly now: () => Promise<void>;
  /** Whether there is work that stands in no file. */
  readonly isUnsaved: () => boolean;
  /** A moment between two changes. */
  readonly moment: () => number;
  /** All of the work as it was at that moment stands in a file by now. */
  readonly saved: (moment: number) => void;
  /**
   * Another workbook takes the place of this one, by what `replace` does, and the page begins anew with it; false, and told, where the
   * browser refuses.
   */
  readonly replaced: (replace: () => Promise<void>) => Promise<boolean>;
  /** Why no workbook can take the place of this one: another tab has the work, or nothing is kept. */
  readonly hindrance: "elsewhere" | "no-place" | undefined;
  /** Sheets of ours were put into another language, which makes the example nobody's work. */
  readonly spokenAnew: () => void;
}

/** Keeps the workbook that is open, and says where that cannot be. `blank` makes one with nothing in it. */
export function keep(
  spreadsheet: FUniver,
  { store, work, aside }: Opening,
  blank: () => Partial<IWorkbookData>,
): Keeping {
  const book = bookOf(spreadsheet);
  const isKept = typeof store !== "string";
  let isSaved = work?.isSaved ?? false;
  let changes = 0;
  const keeper = isKept ? new Keeper(store, () => ({ ...workOf(spreadsheet), isSaved }), told()) : undefined;
  let isTouched = work !== undefined;

  book.injector.get(ICommandService).onCommandExecuted(({ id, type, params }, options) => {
    const { unitId, custom } = (params ?? {}) as { readonly unitId?: string; readonly custom?: object };
    // What a calculation writes is no work, and comes again; nor makes the version of our data an example somebody's work.
    if (unitId !== book.id || options?.onlyLocal) return;
    if (id === StoreDataMutation.id && !isTouched && Object.keys(custom!).join() === "dataVersion") return;
    if (type === CommandType.MUTATION) {
      isTouched = true;
      isSaved = false;
      changes += 1;
      keeper?.changed();
    } else if (isTouched && MOVES.includes(id)) {
      keeper?.moved();
    }
  });
  // A page that the browser brings back as it was has let go of its workbook.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  addEventListener("beforeunload", (event) => {
    if (keeper ? keeper.isFailing : isTouched) event.preventDefault();
  });

  if (store === "elsewhere") tellElsewhere();
  else if (store === "no-place") tell(() => ({ sentences: [t("workbench:kept/no-place")] }));
  else {
    void calculated(book).then(() => ended(store));
    if (work) showKept(new Date(work.at));
    tellAside(store, keeper!, aside);
    offerNew((what) => {
      void startOver(store, keeper!, what === "blank" ? blank() : undefined);
    });
  }
  return {
    now: async () => keeper?.flush(),
    isUnsaved: () => isTouched && !isSaved,
    moment: () => changes,
    saved: (moment) => {
      isSaved = moment === changes;
      if (isTouched) keeper?.changed();
    },
    replaced: async (replace) => {
      const isDone = (await keeper?.stoppedFor(replace)) ?? false;
      if (isDone) location.reload();
      return isDone;
    },
    hindrance: typeof store === "string" ? store : undefined,
    spokenAnew: () => {
      if (isTouched) keeper?.changed();
    },
  };
}

function workOf(spreadsheet: FUniver): Omit<Work, "at" | "isSaved"> {
  const { workbook } = bookOf(spreadsheet);
  const sheet = workbook.getActiveSheet();
  const cell = workbook.getActiveCell()?.getA1Notation() ?? "A1";
  return { snapshot: workbook.save(), selected: { sheet: sheet.getSheetName(), cell } };
}

/** Says how keeping goes: where it fails for as long as it does. */
function told(): (state: Kept) => void {
  let isFailing = false;
  return (state) => {
    if ("failure" in state) tell(() => ({ sentences: [t(`workbench:kept/failed/${state.failure}`)] }));
    else {
      showKept(state.at);
      if (isFailing) tell();
    }
    isFailing = "failure" in state;
  };
}

function tellElsewhere(): void {
  tell(() => ({ sentences: [t("workbench:kept/elsewhere")] }));
  whenAlone(() =>
    tell(() => ({
      sentences: [t("workbench:kept/alone")],
      actions: [{ text: t("workbench:kept/open"), act: () => location.reload() }],
    })),
  );
}

/** What could not be opened is there until somebody says what is to become of it. */
function tellAside(store: Store, keeper: Keeper, count: number): void {
  if (count === 0) return;
  const then = (act: Promise<void>): void => void act.then(() => location.reload());
  const retry = async (): Promise<void> => {
    // The page that goes would keep the present workbook in the place of the other.
    await keeper.flush();
    if (keeper.isFailing) return;
    if (await keeper.stoppedFor(() => retryFirstAside(store))) location.reload();
  };
  const save = async (): Promise<void> => saveFile(FILE_NAME, JSON.stringify(await firstAside(store)));
  tell(() => ({
    sentences: [t("workbench:aside/what")],
    actions: [
      { text: t("workbench:aside/retry"), act: () => void retry() },
      { text: t("workbench:aside/save"), act: () => void save() },
      { text: t("workbench:aside/drop"), act: () => then(dropFirstAside(store)) },
    ],
  }));
}

async function startOver(store: Store, keeper: Keeper, blank: Partial<IWorkbookData> | undefined): Promise<void> {
  const begin = () => store.put({ work: blank && kept({ snapshot: blank }, Date.now()) });
  if (await keeper.stoppedFor(begin)) location.reload();
}
