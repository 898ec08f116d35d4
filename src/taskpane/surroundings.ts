import { createContext, useContext } from "react";
import type { Host } from "../host/host";
import type { Numbers } from "./numbers";
import type { Workbook } from "./use-workbook";

/** What every part of the pane may need from outside. */
export interface Surroundings {
  readonly host: Host;
  readonly numbers: Numbers;
  /** The workbook's parameters, and what can be done with them. */
  readonly workbook: Workbook;
  /** Shows another view. */
  readonly show: (view: View) => void;
}

export const VIEWS = ["year", "calculator", "funds", "projection", "benefits", "explain", "workbook"] as const;
export type View = (typeof VIEWS)[number];

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("the pane is mounted without its surroundings");
  return surroundings;
}
