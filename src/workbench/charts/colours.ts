import { SERIES_COLOURS } from "../../host/styles";

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  /** Of what stands on the axes. */
  readonly muted: string;
  readonly grid: string;
  readonly axis: string;
  readonly series: readonly string[];
}

export const LIGHT: Colours = {
  paper: "#ffffff",
  ink: "#1d2b33",
  muted: "#51626b",
  grid: "#dde4e7",
  axis: "#7d8e96",
  series: SERIES_COLOURS,
};

export const DARK: Colours = {
  paper: "#1c2529",
  ink: "#f1f5f6",
  muted: "#b9c6cc",
  grid: "#36444b",
  axis: "#8496a0",
  series: ["#4fb3ba", "#f2b04a", "#c5a3ee", "#ff8f66", "#9fd18b", "#d3dde1"],
};

/** Those that the reader chose for the whole system. */
export const FORCED: Colours = {
  paper: "Canvas",
  ink: "CanvasText",
  muted: "CanvasText",
  grid: "GrayText",
  axis: "CanvasText",
  series: ["Highlight", "CanvasText", "LinkText", "VisitedText", "ButtonText", "GrayText"],
};
