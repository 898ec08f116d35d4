import { shared } from "./shared";

/** The functions as a cell calls them, by their id: the pane shows what a cell would. */
export const registered = shared("functions", new Map<string, (...args: unknown[]) => unknown>());
