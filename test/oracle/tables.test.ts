/** The amounts of every year, as the rule book lists them (AR38 art. 12-14; quarters without fee). */
import {
  isRefusal,
  provisional,
  quarterlyFor,
  threshold,
  type Answer,
  type Category,
  type ThresholdName,
} from "./index";
import { cents } from "./rational";

const NONE = "–";
const YEARS = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

const THRESHOLDS: Readonly<Partial<Record<ThresholdName, string>>> = {
  bracket1:
    "55576.94 56182.45 57415.67 58513.59 59795.61 60427.75 60638.46 63297.86 70857.99 72810.95 73447.52 75024.54",
  bracket2:
    "81902.81 82795.16 84612.53 86230.52 88119.80 89051.37 89361.89 93281.02 104422.24 107300.30 108238.40 110562.42",
  minimum:
    "12870.43 13010.66 13296.25 13550.50 13847.39 13993.78 14042.57 14658.44 16409.20 16861.46 17008.88 17374.08",
  primostarterFloor: "– – – 6997.55 7150.87 7226.46 7251.66 7569.70 8473.80 8707.35 8783.48 8972.07",
  firstQuarterReduction: "– – – – – – – 100.00 111.94 115.03 116.03 118.52",
  complementary: "1423.90 1439.42 1471.01 1499.14 1531.99 1548.18 1553.58 1621.72 1815.41 1865.45 1881.76 1922.16",
  mandate: "1423.90 1439.42 1471.01 1499.14 1531.99 1548.18 1553.58 1621.72 1815.41 1865.45 1881.76 1922.16",
  article37: "6742.06 6815.52 6965.12 7098.31 7253.83 7330.52 7356.08 7678.69 8595.81 8832.73 8909.95 9101.26",
  student: "– – 6648.13 6775.25 6923.70 6996.89 7021.29 7329.22 8204.60 8430.73 8504.44 8687.04",
  spouse: "5653.98 5715.58 5841.04 5952.74 6083.16 6147.47 6168.90 6439.45 7208.56 7407.24 7472.00 7632.44",
  pensioner: "2847.81 2878.84 2942.03 2998.29 3063.98 3096.37 3107.17 3243.44 3630.82 3730.89 3763.51 3844.32",
  intermediateStep: "– – – 9033.67 9231.59 9329.19 9361.72 – – – – –",
  step1: "12870.43 13010.66 13296.25 13550.50 13847.39 13993.78 14042.57 – – – – –",
  step2: "– – – 17072.56 17446.62 17631.06 17692.54 – – – – –",
  step3: "– – – 21510.08 21981.36 22213.74 22291.20 – – – – –",
  step4: "25740.86 26021.32 26592.49 27101.00 27694.78 27987.56 28085.15 – – – – –",
  step5: "– – – 38326.61 39166.34 39580.39 39718.41 – – – – –",
  step6: "– – – 54202.01 55389.56 55975.11 56170.30 – – – – –",
};

/** Category, threshold that is the income, cents added to it; null: an income above every ceiling. */
const QUARTERS: readonly (readonly [Category, ThresholdName | null, bigint, string])[] = [
  ["principal", "minimum", -1n, "707.87 699.32 698.05 694.46 709.68 717.18 719.68 751.25 840.97 864.15 871.71 890.42"],
  [
    "principal",
    "bracket2",
    0n,
    "3988.67 3961.90 3977.09 3980.00 4067.20 4110.20 4124.53 4305.42 4819.65 4952.48 4995.78 5103.05",
  ],
  ["primostarter", "primostarterFloor", -1n, "– – – 358.62 366.48 370.36 371.65 387.95 434.28 446.25 450.15 459.82"],
  ["complementary", "complementary", 0n, "78.31 77.37 77.23 76.83 78.51 79.34 79.62 83.11 93.04 95.60 96.44 98.51"],
  [
    "article-37",
    "article37",
    -1n,
    "370.81 366.33 365.67 363.79 371.76 375.69 377.00 393.53 440.53 452.68 456.63 466.44",
  ],
  [
    "article-37",
    "article37",
    0n,
    "707.87 699.32 698.05 694.46 709.68 717.18 719.68 751.25 840.97 864.15 871.71 890.42",
  ],
  ["student", "minimum", -1n, "– – 349.03 347.23 354.84 358.59 359.84 375.62 420.49 432.07 435.85 445.21"],
  ["student", "minimum", 0n, "– – 698.05 694.46 709.68 717.18 719.68 751.25 840.97 864.15 871.71 890.42"],
  ["spouse-maxi", "spouse", -1n, "310.97 307.21 306.65 305.08 311.76 315.06 316.16 330.02 369.44 379.62 382.94 391.16"],
  ["spouse-mini", "minimum", -1n, "25.42 25.70 26.26 26.76 27.35 27.64 27.73 28.95 32.41 33.30 33.59 34.31"],
  ["spouse-mini", null, 0n, "143.33 144.89 148.07 150.90 154.21 155.84 156.38 163.24 182.74 187.78 189.42 193.48"],
  ["pensioner", "pensioner", 0n, "104.66 105.80 108.12 110.19 112.60 113.79 114.19 119.20 133.43 137.11 138.31 141.28"],
  [
    "pensioner",
    null,
    0n,
    "2974.39 3006.79 3072.79 3131.55 3200.16 3234.00 3245.27 3387.60 3792.21 3896.73 3930.79 4015.19",
  ],
];

/** Flat quarters in activity years 1, 2 and 3, starting on 1 January. */
const FLAT: readonly (readonly [Category, number, string])[] = [
  ["principal", 2015, "659.61 675.70 691.79"],
  ["principal", 2016, "666.80 683.06 699.32"],
  ["principal", 2017, "681.43 698.05 698.05"],
  ["complementary", 2015, "72.97 74.75 76.53"],
  ["article-37", 2016, "73.77 75.57 77.37"],
  ["student", 2017, "75.39 77.23 77.23"],
  ["spouse-maxi", 2015, "289.77 296.83 303.90"],
  ["spouse-maxi", 2016, "292.92 300.07 307.21"],
  ["spouse-maxi", 2017, "299.35 306.65 306.65"],
  ["pension-age", 2015, "145.95 149.51 153.07"],
  ["pension-age", 2016, "147.54 151.14 154.74"],
  ["pension-age", 2017, "150.78 154.46 154.46"],
];

const perYear = (row: string) => row.split(" ").map((amount, index) => [YEARS[index]!, amount] as const);

const inCents = (amount: string): Answer => (amount === NONE ? { refusal: "#N/A" } : cents(amount));

describe.each(Object.entries(THRESHOLDS))("%s", (name, row) => {
  test.each(perYear(row))("%i: %s", (year, amount) => {
    expect(threshold(name as ThresholdName, year)).toEqual(inCents(amount));
  });
});

describe.each(QUARTERS)("last quarter of %s at %s %s", (category, name, difference, row) => {
  test.each(perYear(row))("%i: %s", (year, amount) => {
    const at = name === null ? cents("1000000") : threshold(name, year);
    const income = isRefusal(at) ? 0n : at + difference;
    expect(quarterlyFor(income, category, year, 4)).toEqual(inCents(amount));
  });
});

describe.each(FLAT)("flat quarter of %s in %i", (category, year, row) => {
  test.each(row.split(" ").map((amount, index) => [index + 1, amount] as const))(
    "activity year %i: %s",
    (nth, amount) => {
      expect(provisional(null, category, year, 4, { start: `${year + 1 - nth}-01-01` })).toEqual(cents(amount));
    },
  );
});
