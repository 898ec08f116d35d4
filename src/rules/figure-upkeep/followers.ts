import { type DatedValue, type OwnFigure, parameterIds, series, YEARLY_INDEX, yearRule } from "../../parameters";
import { type Figure, INDEX_RANK } from "../figures";
import { ownAmount } from "../indexation";
import { attempt, Refusal } from "../refusal";

/** What follows from a figure that the functions use, by the formulas of the law. */
export const followers = (figure: OwnFigure): Figure[] =>
  figure.id === INDEX_RANK ? afterStep(figure) : ofYear(figure);

function afterStep({ from, to }: OwnFigure): Figure[] {
  return parameterIds().flatMap((id) => {
    const found = attempt(() => ownAmount(id, from));
    if (found === undefined || found instanceof Refusal) return [];
    return [{ ...found, from, to: Math.min(to, found.to!) }];
  });
}

function ofYear({ id: index, from, to }: OwnFigure): Figure[] {
  return parameterIds().flatMap((id) => {
    const rule = yearRule(id);
    if (rule === undefined || ("like" in rule ? rule.like : YEARLY_INDEX) !== index) return [];
    const isFollowing = (value: DatedValue): boolean =>
      value.confidence === "own" && value.note !== undefined && value.from >= from && value.to! <= to;
    return series(id).filter(isFollowing);
  });
}
