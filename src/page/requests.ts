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
