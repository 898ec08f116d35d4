/** In the order of somebody's first minutes. */
export const STEPS = ["type", "status", "pane", "insert", "source", "kept"] as const;
export type Step = (typeof STEPS)[number];
