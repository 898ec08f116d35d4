import { Budget } from "../formula/budget";
import * as formulas from "../formula/evaluate";
import type { OwnFunction } from "../formula/own";
import { type Formula, parse } from "../formula/parser";
import { type References, referencesOf } from "../formula/references";
import type { CellValue } from "../formula/values";
import { DEFINITIONS, definitionOf } from "../definitions";
import { registered } from "../page/functions";
import { Calls } from "./calls";

/** Our functions by name; a file has underscores for the dots. */
const IDS: ReadonlyMap<string, string> = new Map(
  Object.keys(DEFINITIONS).flatMap((id) => [
    [id, id],
    [id.replaceAll(".", "_"), id],
  ]),
);

const ownBy =
  (calls: Calls) =>
  (name: string): OwnFunction | undefined => {
    const id = IDS.get(name);
    const definition = id === undefined ? undefined : definitionOf(id);
    if (id === undefined || definition === undefined) return undefined;
    const parameters = Object.entries(definition.takes).map(([argument, { matrix }]) => ({
      name: argument,
      ...(matrix && { matrix }),
    }));
    return { id, parameters, call: registered.has(id) ? (...args) => calls.outcome(id, args) : undefined };
  };

export const read = (formula: string | Formula): Formula => (typeof formula === "string" ? parse(formula) : formula);

/** What a formula refers to. Throws a Cannot for what is no formula. */
export const references = (formula: string | Formula, sheet: string): References => referencesOf(read(formula), sheet);

/** The value of a formula, and every call of ours on the way to it. Nothing but the values given is read. */
export const evaluate = (
  formula: string | Formula,
  position: formulas.Position,
  values: formulas.Values,
  { budget = new Budget(), calls = new Calls(), ...options }: Omit<formulas.Options, "own"> & { calls?: Calls } = {},
): formulas.Evaluation => formulas.evaluate(read(formula), position, values, { ...options, budget, own: ownBy(calls) });

/** All that a formula fills from its cell on. */
export const filled = (
  formula: string | Formula,
  position: formulas.Position,
  values: formulas.Values,
  calls: Calls,
): CellValue[][] => formulas.filled(read(formula), position, values, { own: ownBy(calls) });
