import type { DirectorYear } from "./director-sheet";

const COMMON = { benefits: 320_000, benefitsCost: 410_000, expenses: 200_000 } as const;

/** Remunerations of nobody, to be replaced. Rates of tax are for the user to fill in. */
export const EXAMPLE_DIRECTOR: DirectorYear = {
  year: 2026,
  category: "principal",
  fund: "acerta",
  balanceTotal: 65_000_000,
  earlierIncome: 4_000_000,
  profit: 12_000_000,
  variants: [
    { ...COMMON, remuneration: 3_600_000, payer: "company" },
    { ...COMMON, remuneration: 4_500_000, payer: "company" },
    { ...COMMON, remuneration: 4_500_000, payer: "director" },
    { ...COMMON, remuneration: 5_000_000, premium: 300_000, payer: "company" },
    { ...COMMON, remuneration: 8_000_000, premium: 300_000, payer: "director" },
  ],
};
