/** What a copy says of itself. */
export interface Stamp {
  /** ISO date. */
  readonly date: string;
  readonly dataVersion: string;
  readonly codeVersion: string;
  /** What the notes of frozen cells begin with. */
  readonly noteHeading: string;
  /** The names of the sheets that the copy has beside. */
  readonly coverName: string;
  readonly recordName: string;
  /** How many figures of the law are the user's own. */
  readonly ownFigures: number;
}
