/** For runtime.test.ts: state of its own, what a function sees, and an error of a known line. */
const state: number[] = [];

export const once = {
  state,
  made: (): unknown => globalThis,
  thrown: (): Error => new Error("made in line 7"),
};
