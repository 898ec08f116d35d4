/**
 * The oracle's own figures, typed by hand: it must not trust the data files of the product.
 * Amounts in euro, as text; rates in ten-thousandths.
 */
export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2026;

/** AR38 art. 14 §1: the base amounts stand at this index (base 1971 = 100). */
export const BASE_INDEX = "142.75";

export type ThresholdName =
  | "bracket1"
  | "bracket2"
  | "minimum"
  | "primostarterFloor"
  | "firstQuarterReduction"
  | "complementary"
  | "article37"
  | "mandate"
  | "student"
  | "spouse"
  | "pensioner"
  | "intermediateStep"
  | "step1"
  | "step2"
  | "step3"
  | "step4"
  | "step5"
  | "step6";

interface BaseAmount {
  /** At index 142.75; null for half of the indexed minimum income. */
  readonly base: string | null;
  readonly from: number;
  readonly to?: number;
}

/** Years in which the amount is in a text. */
export const BASE_AMOUNTS: Readonly<Record<ThresholdName, BaseAmount>> = {
  bracket1: { base: "15831.12", from: 2015 }, // AR38 12 §1, 1°
  bracket2: { base: "23330.06", from: 2015 }, // AR38 12 §1, 2°
  minimum: { base: "3666.15", from: 2015 }, // AR38 12 §1 al. 2
  primostarterFloor: { base: "1893.22", from: 2018 }, // AR38 12 §1bis al. 1
  firstQuarterReduction: { base: "25.01", from: 2022 }, // AR38 12 §1bis al. 2
  complementary: { base: "405.60", from: 2015 }, // AR38 12 §2
  article37: { base: "1920.48", from: 2015 }, // AR67 37 §1
  mandate: { base: "405.60", from: 2015 }, // AR67 37 §1 c)
  student: { base: null, from: 2017 }, // AR38 12bis
  spouse: { base: "1610.54", from: 2015 }, // AR38 12 §1ter: half of 3221.08
  pensioner: { base: "811.20", from: 2015 }, // AR38 13 §1
  // AR38 11 §3 al. 6, text until 31/12/2021
  intermediateStep: { base: "2444.10", from: 2018, to: 2021 },
  step1: { base: "3666.15", from: 2015, to: 2021 },
  step2: { base: "4619.06", from: 2018, to: 2021 },
  step3: { base: "5819.65", from: 2018, to: 2021 },
  step4: { base: "7332.30", from: 2015, to: 2021 },
  step5: { base: "10369.44", from: 2018, to: 2021 },
  step6: { base: "14664.60", from: 2018, to: 2021 },
};

/** What two funds print instead of the formula's 25 740.87: twice the rounded minimum income (Attentia, Formalis). */
export const PRINTED_AMOUNTS: Readonly<Partial<Record<ThresholdName, Readonly<Record<number, string>>>>> = {
  step4: { 2015: "25740.86" },
};

/** AR38 art. 14 §1: numerator of the year (its presumed mean index). */
export const NUMERATORS: Readonly<Record<number, string>> = {
  2015: "501.14",
  2016: "506.60",
  2017: "517.72",
  2018: "527.62",
  2019: "539.18",
  2020: "544.88",
  2021: "546.78",
  2022: "570.76",
  2023: "638.93",
  2024: "656.54",
  2025: "662.28",
  2026: "676.50",
};

/** AR38 art. 11 §3 al. 3: the first year whose mean index is published in a fraction. */
export const FIRST_INCOME_YEAR = 2013;

/** AR38 art. 11 §3 al. 3: mean index of the year N-3, by the year N. */
export const DENOMINATORS: Readonly<Record<number, string>> = {
  2016: "492.78",
  2017: "494.46",
  2018: "497.24",
  2019: "507.05",
  2020: "517.83",
  2021: "528.46",
  2022: "536.06",
  2023: "540.03",
  2024: "553.21",
  2025: "606.30",
  2026: "630.85",
};

/** AR38 art. 12 §1, 1°: first bracket; 20.50 % from 2018. */
export const FIRST_BRACKET_RATES: Readonly<Record<number, bigint>> = { 2015: 2200n, 2016: 2150n, 2017: 2100n };
export const FIRST_BRACKET_RATE_FROM_2018 = 2050n;
/** AR38 art. 12 §1, 2°. */
export const SECOND_BRACKET_RATE = 1416n;
/** AR38 art. 13 §1: first bracket with a pension in payment. */
export const PENSIONER_RATE = 1470n;
/** AR67 art. 11 §2: mini-status, below and above the first ceiling. */
export const MINI_RATES = [79n, 51n] as const;

/** AR38 art. 13bis §2: first bracket in activity years 1, 2 and 3 of a starter. */
export const STARTER_RATES: Readonly<Record<number, readonly [bigint, bigint, bigint]>> = {
  2015: [2050n, 2100n, 2150n],
  2016: [2050n, 2100n, 2150n],
  2017: [2050n, 2100n, 2100n],
};

/** AR67 art. 44 and 44bis. */
export const QUARTERLY_SURCHARGE = 300n;
export const YEARLY_SURCHARGE = 700n;
export const FULL_RATE = 10_000n;

/** AR67 44 §2: the first day of the text that is known. */
export const RESPITE_TEXT = "2016-07-29";

/** First days of the texts that begin after 2015. */
export const TEXTS = {
  student: "2017-01-01",
  primostarter: "2018-04-01",
  anyEstimate: "2022-01-01",
  firstQuarterReduction: "2022-04-01",
  artist: "2022-10-01",
  afterSickness: "2023-01-01",
  programmeLaw2025: "2025-10-01",
} as const;

export const PRIMOSTARTER_QUARTERS = 4;
export const ARTIST_QUARTERS = 8;
