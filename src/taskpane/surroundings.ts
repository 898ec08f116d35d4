import { createContext, useContext } from "react";
import type { Host } from "../host/host";
import type { Numbers } from "./numbers";

/** What every part of the pane may need from outside. */
export interface Surroundings {
  readonly host: Host;
  readonly numbers: Numbers;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("the pane is mounted without its surroundings");
  return surroundings;
}
