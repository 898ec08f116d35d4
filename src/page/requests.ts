/** How a ribbon command asks the pane for one of its views; the pane may not be open yet. */
let listener: ((view: string) => void) | null = null;
let pending: string | null = null;

export function requestView(view: string): void {
  if (listener) listener(view);
  else pending = view;
}

/** What was asked for before is delivered at once; the result stops listening. */
export function onViewRequest(listen: (view: string) => void): () => void {
  listener = listen;
  if (pending !== null) listen(pending);
  pending = null;
  return () => {
    if (listener === listen) listener = null;
  };
}

let recalculate: (() => void) | null = null;

/** Has the pane recalculate, which shows there how it goes; false where there is no pane. */
export function requestRecalculation(): boolean {
  recalculate?.();
  return recalculate !== null;
}

export function onRecalculationRequest(listener: () => void): () => void {
  recalculate = listener;
  return () => {
    recalculate = null;
  };
}
