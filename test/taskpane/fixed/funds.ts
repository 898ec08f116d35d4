import type { Fund } from "../../../src/rules/funds/funds";

/** The funds of the pane's tests, in the place of src/rules/funds/funds.ts: a new one on the market changes none of them. */
export const FUNDS = [
  { id: "acerta", name: "Acerta", aliases: [] },
  { id: "xerius", name: "Xerius", aliases: [] },
  { id: "liantis", name: "Liantis", aliases: [] },
  { id: "ucm", name: "UCM", aliases: [] },
  { id: "securex", name: "Securex Integrity", aliases: ["Securex"] },
  { id: "partena", name: "Partena Professional", aliases: ["Partena"] },
  { id: "group-s", name: "Group S", aliases: ["Groupe S"] },
  { id: "attentia", name: "Attentia", aliases: [], lastYear: 2019 },
  { id: "avixi", name: "Avixi", aliases: [] },
  { id: "incozina", name: "Incozina", aliases: [] },
] as const satisfies readonly Fund[];

type FundId = (typeof FUNDS)[number]["id"];

/** Fees in ten-thousandths, by the year of which they are published. */
export const FEES: Readonly<Record<FundId, Readonly<Record<number, number>>>> = {
  acerta: { 2025: 305, 2026: 305 },
  xerius: { 2018: 305, 2025: 305, 2026: 305 },
  liantis: { 2025: 395, 2026: 395 },
  ucm: { 2025: 405, 2026: 405 },
  securex: { 2025: 410 },
  partena: { 2025: 425, 2026: 425 },
  "group-s": { 2023: 390 },
  attentia: { 2015: 400 },
  avixi: {},
  incozina: {},
};
