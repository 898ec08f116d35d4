import { shared } from "./shared";

type Watcher = (id: string, args: readonly unknown[]) => void;

const handing = shared<{ watcher: Watcher | null }>("handed", { watcher: null });

/** A cell hands its arguments to a function. */
export function noteHanded(id: string, args: readonly unknown[]): void {
  handing.watcher?.(id, args);
}

/** Sees what cells hand over, until the result is called. */
export function watchHanded(watcher: Watcher): () => void {
  handing.watcher = watcher;
  return () => {
    if (handing.watcher === watcher) handing.watcher = null;
  };
}
