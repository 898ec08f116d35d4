/** How a command ends, for scripts. */
export const EXIT = { answer: 0, refusal: 1, misuse: 2 } as const;

/** A command that cannot be understood, with the sentence that says why. */
export class Misuse extends Error {}
