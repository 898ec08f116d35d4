import { heldList } from "../page/own-figures";
import { useOwnFigures } from "../parameters";
import { readList } from "../rules/own-figures";
import { attempt, Refusal } from "../rules/refusal";

let used = "";

/** Every answer rests on the figures that the workbook holds at that moment. A list that cannot be read is none, and the pane says so. */
export function useHeldFigures(): void {
  const text = heldList();
  if (text === used) return;
  used = text;
  const figures = text === "" ? [] : attempt(() => readList(text));
  useOwnFigures(figures instanceof Refusal ? [] : figures);
}
