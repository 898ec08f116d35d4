import type { Exit } from "../definitions/native";

/** From the whole numbers of a form to what its cell shows. */
export const DIVISORS: Readonly<Record<Exit, number>> = { euro: 100, rate: 10_000, plain: 1 };
