/** What a chart draws, whatever it is drawn on. */
export interface ChartContent {
  readonly kind: "column" | "bar" | "line";
  readonly title: string;
  /** As their cells show them. */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Number format of the values, in the notation of en-US. */
  readonly format: string;
  readonly stacked: boolean;
}

export interface Series {
  readonly name: string;
  /** One of each category; null for a gap. */
  readonly values: readonly (number | null)[];
}

/** The values of all series, gaps left out, each with its place. */
export const pointsOf = ({ series }: Pick<ChartContent, "series">): { value: number; series: number; at: number }[] =>
  series.flatMap(({ values }, index) =>
    values.flatMap((value, at) => (value === null ? [] : [{ value, series: index, at }])),
  );
