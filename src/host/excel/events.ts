interface Handler {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/**
 * Listens to an event of the workbook; the result stops that. Where Excel refuses to tell of changes, or to forget a listener, nothing is
 * lost: the pane has buttons, and what was stopped is not called any more.
 */
export function listen(
  listener: () => void,
  add: (workbook: Excel.Workbook, call: () => Promise<void>) => Handler,
): () => void {
  let stopped = false;
  const call = (): Promise<void> => {
    if (!stopped) listener();
    return Promise.resolve();
  };
  const adding = Excel.run(async (context) => {
    const handler = add(context.workbook, call);
    await context.sync();
    return handler;
  });
  const remove = async (): Promise<void> => {
    const handler = await adding;
    // Excel takes a handler off in the context that put it on.
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
  };
  adding.catch(() => undefined);
  return () => {
    stopped = true;
    remove().catch(() => undefined);
  };
}

/** The pane is shown again after it was hidden, or the window of the workbook comes to the front. */
export function onReturn(listener: () => void): () => void {
  let stopped = false;
  Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) => {
      if (!stopped && visibilityMode === Office.VisibilityMode.taskpane) listener();
    })
    .catch(() => undefined);
  const stop = Office.context.requirements.isSetSupported("ExcelApi", "1.13")
    ? listen(listener, (workbook, call) => workbook.onActivated.add(call))
    : undefined;
  return () => {
    stopped = true;
    stop?.();
  };
}
