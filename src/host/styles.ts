import type { Style } from "./host";

/** What a style means for a cell: size in points, colours as #rrggbb. */
export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly left?: boolean;
  readonly right?: boolean;
  readonly wrap?: boolean;
  readonly top?: boolean;
}

/** The same look in every spreadsheet. Cells with a fill say their own colour of text, for a reader's own default may be light. */
/** Of the series of charts, in their order: each is seen on white, and the next differs in brightness too. */
export const SERIES_COLOURS = ["#1f7a80", "#c87414", "#0d4a57", "#b25ea8", "#8a4b08", "#6b7f8a"] as const;

export const STYLES: Readonly<Record<Style, Look>> = {
  title: { bold: true, size: 18, color: "#0d4a57" },
  subtitle: { color: "#5a6b74" },
  section: { bold: true, color: "#ffffff", fill: "#1f7a80" },
  head: { bold: true, color: "#1d2b33", fill: "#e0eef0", wrap: true },
  headRight: { bold: true, color: "#1d2b33", fill: "#e0eef0", right: true, wrap: true },
  input: { color: "#1d2b33", fill: "#fff4d6", right: true },
  inputText: { color: "#1d2b33", fill: "#fff4d6", left: true },
  result: { bold: true },
  note: { color: "#5a6b74" },
  wrapped: { wrap: true, top: true },
  left: { left: true },
  right: { right: true },
};
