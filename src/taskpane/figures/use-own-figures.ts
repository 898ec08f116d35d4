import type { OwnFigure } from "../../parameters";
import { Refusal } from "../../rules/refusal";
import { useSurroundings } from "../kit/surroundings";

/** Stores another list; `done` says so. */
export type Change = (figures: readonly OwnFigure[], done: string) => void;

/** The figures of the user's own; none while the stored list cannot be read. */
export function useOwnFigureList(): readonly OwnFigure[] {
  const { ownFigures } = useSurroundings().workbook;
  return ownFigures instanceof Refusal ? [] : ownFigures;
}
