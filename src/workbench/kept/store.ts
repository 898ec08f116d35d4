/** Where the browser keeps the workbook: a place of this origin on this machine, which survives the page. */
const DATABASE = "statut-social";
const SHELF = "workbook";

/** What is kept under which name. */
export interface Shelf {
  /** The workbook as it was last kept. */
  work: unknown;
  /** How often in a row its opening has begun and not ended. */
  openings: number;
  /** The file that the workbook is from, until somebody has read what was said of it. */
  file: OpenedFile;
  /** Workbooks that could not be opened, the oldest first: nothing is thrown away unless somebody says so. */
  aside: readonly unknown[];
}

export interface OpenedFile {
  readonly name: string;
  /** What there is to say of it. */
  readonly told: unknown;
  /** While it is not known whether the page can open it: the workbook whose place it takes, if there was one. */
  readonly instead?: { readonly of: unknown };
  readonly isFailed?: boolean;
}

/** Without a value, what is there goes. */
type Values = { readonly [Name in keyof Shelf]?: Shelf[Name] | undefined };

export interface Store {
  get<Name extends keyof Shelf>(name: Name): Promise<Shelf[Name] | undefined>;
  /** All of it is done, or nothing is. */
  put(values: Values): Promise<void>;
}

/** Fails where the browser has no place, as in some private windows. */
export async function openStore(): Promise<Store> {
  let database = await open();
  return {
    get: (name) => answerOf(database.transaction(SHELF).objectStore(SHELF).get(name)),
    put: async (values) => {
      try {
        await write(database, values);
      } catch (error) {
        // The browser may have closed it meanwhile, as when it clears its places.
        if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
        database = await open();
        await write(database, values);
      }
    },
  };
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(SHELF);
  const database = await answerOf(request);
  // Whoever clears it is not kept waiting.
  database.onversionchange = () => database.close();
  return database;
}

function write(database: IDBDatabase, values: Values): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(SHELF, "readwrite");
    const shelf = transaction.objectStore(SHELF);
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) shelf.delete(name);
      else shelf.put(value, name);
    }
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
    // The page may be gone before the browser would do it by itself.
    transaction.commit();
  });
}

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("", "UnknownError"));
  });
