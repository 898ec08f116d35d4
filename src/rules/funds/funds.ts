/** The social insurance funds that the figures know. Names are the funds' own and the same in every language, but for the national one. */
export interface Fund {
  readonly id: string;
  readonly name: string;
  /** Other names that people type. A former name of another fund is never mapped silently. */
  readonly aliases: readonly string[];
  /** Last year in which the fund stood on its own; it is not compared after that. */
  readonly lastYear?: number;
}

export const FUNDS = [
  { id: "acerta", name: "Acerta", aliases: [] },
  { id: "xerius", name: "Xerius", aliases: [] },
  { id: "liantis", name: "Liantis", aliases: [] },
  { id: "ucm", name: "UCM", aliases: [] },
  { id: "securex", name: "Securex Integrity", aliases: ["Securex"] },
  { id: "partena", name: "Partena Professional", aliases: ["Partena"] },
  { id: "group-s", name: "Group S", aliases: ["Groupe S"] },
  { id: "multipen", name: "Multipen", aliases: [], lastYear: 2019 },
  { id: "attentia", name: "Attentia", aliases: [], lastYear: 2019 },
  { id: "incozina", name: "Incozina", aliases: [] },
  { id: "avixi", name: "Avixi", aliases: [] },
  { id: "steunt-elkander", name: "Steunt Elkander", aliases: ["L'Entraide", "Easypay"] },
  {
    id: "national-auxiliary",
    name: "National Auxiliary Fund",
    aliases: [],
  },
] as const satisfies readonly Fund[];

export type FundId = (typeof FUNDS)[number]["id"];
