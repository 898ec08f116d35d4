import { createContext, useContext } from "react";
import type { Host, Parameters, WorkbookState } from "../../host/host";
import type { OwnFigure } from "../../parameters";
import type { Refusal } from "../../rules/refusal";
import type { Numbers } from "./numbers";
import type { Result } from "./outcome";

/** The workbook as the pane finds it. */
export interface Opened extends WorkbookState {
  /** Where cells had to be calculated again, as some spreadsheets do at each opening: from which data they were, or that it is still to be done. */
  readonly recalculation?:
    | { readonly from: string | null; readonly always?: true }
    | { readonly due: "year" | "figures" | "dates" }
    | undefined;
  /** Fulfilled when a workbook without a data version has got ours. */
  readonly versionNoted?: Promise<void>;
  /** After the page was loaded anew, with cells that it left: they are still to be calculated, or Excel does not call their functions. */
  readonly reloaded?: "due" | "silent" | undefined;
  /** What became of them. */
  readonly takenUp?: Promise<Seen>;
  /** What the spreadsheet tells of the workbook when it answers, which may be never. */
  readonly seen?: Promise<Seen>;
}

export type Seen = Partial<Opened>;

/** The workbook's parameters: what the formulas without a year take, kept in the workbook. */
export interface Workbook {
  readonly parameters: Parameters;
  readonly busy: boolean;
  /** How the last choice or recalculation ended. */
  readonly outcome: Result | undefined;
  readonly state: Opened;
  /** The parameters are those that the workbook came with: nobody has chosen any since. */
  readonly isAsOpened: boolean;
  readonly choose: (parameters: Parameters) => void;
  readonly recalculate: () => void;
  /** The figures of the user's own, or why what stands in the workbook is no list of them. */
  readonly ownFigures: readonly OwnFigure[] | Refusal;
  /** Those that went when the workbook opened, for the data say the same by now. */
  readonly dropped: readonly OwnFigure[];
  /** Stores other ones and recalculates; `done` says it. */
  readonly changeOwnFigures: (figures: readonly OwnFigure[], done: string) => void;
  /** Stores the list that is used here once more: another one was stored meanwhile. */
  readonly keepOwnFigures: () => void;
  /** Takes the last change back; undefined while there is none. */
  readonly undoOwnFigures?: () => void;
  /** Sees to it that formulas can name the parameters: nobody may have chosen any yet. */
  readonly ready: () => Promise<void>;
}

/** What every part of the pane may need from outside. */
export interface Surroundings {
  readonly host: Host;
  readonly numbers: Numbers;
  /** The workbook's parameters, and what can be done with them. */
  readonly workbook: Workbook;
  /** Shows another view. */
  readonly show: (view: View) => void;
}

/** By what they are for, in the order of the tabs: what is to be paid, what one may ask, what the workbook holds. */
export const VIEW_GROUPS = [
  ["year", "calculator", "clients", "projection", "scenarios", "what-if"],
  ["questions", "funds"],
  ["explain", "workbook", "figures"],
] as const;
export type View = (typeof VIEW_GROUPS)[number][number];
export const VIEWS: readonly View[] = VIEW_GROUPS.flat();

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("the pane is mounted without its surroundings");
  return surroundings;
}
