export {
  type KnownValue,
  knownValues,
  ownFigure,
  requireApart,
  requireUnknown,
  type TypedFigure,
  YEARLY,
} from "./figure";
export { decimalText, MOST_FIGURES, readList, writeList } from "./list";
