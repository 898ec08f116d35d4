import {
  type DatedValue,
  indexRule,
  type OwnFigure,
  parameterIds,
  series,
  YEARLY_INDEX,
  yearRule,
} from "../../parameters";
import { INDEX_RANK } from "../figures";
import { amountInForce } from "../indexation";
import { attempt, Refusal } from "../refusal";

/** What follows from a figure that the functions use, by the formulas of the law. */
export const followers = (figure: OwnFigure): DatedValue[] =>
  figure.id === INDEX_RANK ? afterStep(figure) : ofYear(figure);

function afterStep({ from, to }: OwnFigure): DatedValue[] {
  return parameterIds().flatMap((id) => {
    const found = indexRule(id) && attempt(() => amountInForce(id, from));
    if (found === undefined || found instanceof Refusal || found.figure.confidence !== "own") return [];
    return [{ ...found.figure, confidence: "own" as const, from, to: Math.min(to, found.to) }];
  });
}

function ofYear({ id: index, from, to }: OwnFigure): DatedValue[] {
  return parameterIds().flatMap((id) => {
    const rule = yearRule(id);
    if (rule === undefined || ("like" in rule ? rule.like : YEARLY_INDEX) !== index) return [];
    const isFollowing = (value: DatedValue): boolean =>
      value.confidence === "own" && value.note !== undefined && value.from >= from && value.to! <= to;
    return series(id).filter(isFollowing);
  });
}
