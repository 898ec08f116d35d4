import { readWork, type Work } from "./snapshot";
import { type OpenedFile, openStore, type Store } from "./store";

const LOCK = "statut-social.workbook";
/** A page that goes lets go at once; one that crashed, when the browser has noticed. */
const PATIENCE = 2000;

/** An opening that did not end, twice in a row, is not tried again by itself: the page would never come up. */
const MOST_OPENINGS = 2;

/** What the page begins with. */
export interface Opening {
  /** The workbook of last time; absent where there is none, or none that can be opened. */
  readonly work?: Work | undefined;
  /** Where work is kept from now on, or why it is not. */
  readonly store: Store | "elsewhere" | "no-place";
  /** How many workbooks could not be opened and lie beside. */
  readonly aside: number;
  /** The file that was opened last, while what is said of it was not read. */
  readonly file?: OpenedFile | undefined;
}

export async function openKept(): Promise<Opening> {
  try {
    if (!(await isOnlyTab())) return { store: "elsewhere", aside: 0 };
    const store = await openStore();
    const work = await keptWork(store);
    const [aside, file] = [await store.get("aside"), await store.get("file")];
    return { work, store, aside: aside?.length ?? 0, file };
  } catch (error) {
    console.warn(error);
    return { store: "no-place", aside: 0 };
  }
}

/** One tab at a time has the workbook, until it goes: two would overwrite each other's work. */
function isOnlyTab(): Promise<boolean> {
  const waiting = new AbortController();
  const { signal } = waiting;
  return new Promise((resolve, reject) => {
    const held = (): Promise<void> => {
      resolve(true);
      return new Promise((letGo) => addEventListener("pagehide", () => letGo()));
    };
    navigator.locks.request(LOCK, { signal }, held).catch((error: unknown) => {
      if (signal.aborted) resolve(false);
      else reject(error as Error);
    });
    // A busy page hears late that it has the lock; by the answer to this question it has heard. Then giving up changes nothing.
    const giveUp = async (): Promise<void> => {
      const { held: locks = [] } = await navigator.locks.query();
      if (locks.some(({ name }) => name === LOCK)) waiting.abort();
      else wait();
    };
    const wait = () => setTimeout(() => void giveUp().catch(reject), PATIENCE);
    wait();
  });
}

/** Calls back when the other tab is closed. */
export function whenAlone(listener: () => void): void {
  void navigator.locks.request(LOCK, listener);
}

async function keptWork(store: Store): Promise<Work | undefined> {
  const value = await store.get("work");
  if (value === undefined) return undefined;
  const openings = (await store.get("openings")) ?? 0;
  const work = openings < MOST_OPENINGS ? readWork(value) : undefined;
  if (work === undefined) {
    const isFile = (await store.get("file"))?.instead !== undefined;
    await putAside(store);
    if (isFile) return keptWork(store);
  } else await store.put({ openings: openings + 1 });
  return work;
}

/** The workbook has opened and calculated. */
export async function ended(store: Store): Promise<void> {
  const file = await store.get("file");
  const { instead, ...opened } = file ?? {};
  await store.put({ openings: undefined, ...(instead && { file: opened as OpenedFile }) });
}

/** A file takes the place of the workbook, which lies beneath until the page has opened it. */
export async function replaceWork(store: Store, work: unknown, { name, ...told }: { name: string }): Promise<void> {
  await store.put({ work, openings: undefined, file: { name, told, instead: { of: await store.get("work") } } });
}

/** Nothing that was kept is lost because it cannot be opened; a file that cannot be opened leaves what it took the place of. */
export async function putAside(store: Store): Promise<void> {
  const file = await store.get("file");
  if (file?.instead) {
    const { name, instead } = file;
    return store.put({ work: instead.of, openings: undefined, file: { name, told: null, isFailed: true } });
  }
  const [work, aside = []] = [await store.get("work"), await store.get("aside")];
  await store.put({ work: undefined, openings: undefined, aside: [...aside, work] });
}

/** The oldest of what lies beside. */
export const firstAside = async (store: Store): Promise<unknown> => (await store.get("aside"))?.[0];

export async function dropFirstAside(store: Store): Promise<void> {
  const [, ...rest] = (await store.get("aside")) ?? [];
  await store.put({ aside: rest.length === 0 ? undefined : rest });
}

/** It takes the place of the present workbook, which lies beside then. */
export async function retryFirstAside(store: Store): Promise<void> {
  const work = await store.get("work");
  const [first, ...rest] = (await store.get("aside")) ?? [];
  const aside = work === undefined ? rest : [...rest, work];
  await store.put({ work: first, openings: undefined, aside: aside.length === 0 ? undefined : aside });
}
