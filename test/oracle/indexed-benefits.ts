/**
 * The amounts of the benefits and of the bridging right as the texts give them: bases with their dates, ranks with theirs, the amounts
 * printed where no base is known, and the limit of 2026. Days are ISO text, amounts cents.
 */
import { cents, decimal, over, power, rational, type Rational, roundHalfUp, times, toCents } from "./rational";

/** An amount on a day; null: the texts leave it open. */
type Rule = (day: string) => bigint | null;

/** What holds from each day on, oldest first: a printed amount, a rule, or nothing that is settled. */
type Periods = readonly (readonly [from: string, holds: string | Rule | null])[];

/** Law of 02/08/1971: first day and rank of every index step. */
const RANKS: readonly (readonly [string, number])[] = [
  ["2016-06-01", 15],
  ["2017-06-01", 16],
  ["2018-09-01", 17],
  ["2020-03-01", 18],
  ["2021-09-01", 19],
  ["2022-01-01", 20],
  ["2022-03-01", 21],
  ["2022-05-01", 22],
  ["2022-08-01", 23],
  ["2022-11-01", 24],
  ["2022-12-01", 25],
  ["2023-11-01", 26],
  ["2024-05-01", 27],
  ["2025-02-01", 28],
  ["2026-03-01", 29],
  ["2026-09-01", 30],
];

/** No index at hand tells of a step after November 2026. */
export const UNKNOWN_FROM = "2026-12-01";

const STEP = decimal("1.02");
const CENT = rational(1n, 100n);

const latest = <T>(list: readonly (readonly [string, T])[], day: string): T | undefined =>
  list.filter(([from]) => from <= day).at(-1)?.[1];

const rankOn = (day: string): number => latest(RANKS, day)!;

/** Article 4 §1: 1.02 to the power of the rank, four decimals. */
export function coefficientOn(day: string): Rational {
  const exact = power(STEP, rankOn(day));
  return rational(roundHalfUp(exact.numerator * 10_000n, exact.denominator), 10_000n);
}

const rounded = (amount: Rational): Rational => times(rational(toCents(amount)), CENT);

/** Article 2: a pivot is the one before × 1.02, rounded to the hundredth. */
function pivotOn(day: string, first: string, rankOfFirst: number): Rational {
  let pivot = decimal(first);
  for (let rank = rankOfFirst; rank < rankOn(day); rank += 1) pivot = rounded(times(pivot, STEP));
  return pivot;
}

type Bases = readonly (readonly [from: string, base: string])[];
const baseOn = (bases: Bases, day: string): Rational => decimal(latest(bases, day)!);

const byCoefficient =
  (bases: Bases): Rule =>
  (day) =>
    toCents(times(baseOn(bases, day), coefficientOn(day)));

const halfByCoefficient =
  (bases: Bases): Rule =>
  (day) =>
    toCents(over(times(baseOn(bases, day), coefficientOn(day)), decimal("2")));

/** Base × pivot in force / 147.31, pivots of base 1996 = 100. */
const byPivots1996 =
  (bases: Bases): Rule =>
  (day) =>
    toCents(over(times(baseOn(bases, day), pivotOn(day, "103.14", 0)), decimal("147.31")));

/** Base × pivot in force / 109.34, pivots of base 2013 = 100; 107.20 is that of rank 18. */
const byPivots2013 =
  (bases: Bases): Rule =>
  (day) =>
    toCents(over(times(baseOn(bases, day), pivotOn(day, "107.20", 18)), decimal("109.34")));

/** 2021-09 to 2022-04: × 1.02 on the rounded amount at every step. */
const chainFrom =
  (first: string, rankOfFirst: number): Rule =>
  (day) => {
    let amount = decimal(first);
    for (let rank = rankOfFirst; rank < rankOn(day); rank += 1) amount = rounded(times(amount, STEP));
    return toCents(amount);
  };

const series =
  (periods: Periods): Rule =>
  (day) => {
    if (day >= UNKNOWN_FROM) return null;
    const holds = latest(periods, day) ?? null;
    return typeof holds === "string" ? cents(holds) : (holds?.(day) ?? null);
  };

const half =
  (whole: Rule): Rule =>
  (day) => {
    const amount = whole(day);
    return amount === null ? null : roundHalfUp(amount, 2n);
  };

const LIMITED_STEP = "2026-09-01";
const DAY_BEFORE = "2026-08-31";

/** What a unit counts as a month, and what the limited step adds above 2,000 EUR (programme law of 30/05/2026, article 86). */
const UNITS = {
  day: [rational(26n), "1.54"],
  week: [rational(26n, 6n), "9.23"],
  month: [rational(1n), "40.00"],
} as const;

const isAboveCap = (amount: bigint, month: Rational): boolean =>
  toCents(times(times(rational(amount), CENT), month)) > cents("2000.00");

const limited =
  (rule: Rule, unit: keyof typeof UNITS): Rule =>
  (day) => {
    const [month, rise] = UNITS[unit];
    const before = rule(DAY_BEFORE)!;
    const holdsBack = day >= LIMITED_STEP && day < UNKNOWN_FROM && isAboveCap(before, month);
    return holdsBack ? before + cents(rise) : rule(day);
  };

const sicknessOf = (printed: Periods, bases: Bases): Rule =>
  limited(series([...printed, [bases[0]![0], byCoefficient(bases)]]), "day");

const withDependants = sicknessOf(
  [
    ["2018-01-01", "58.68"],
    ["2018-09-01", "59.85"],
    ["2019-03-01", "60.26"],
    ["2019-07-01", "60.86"],
    ["2020-03-01", "62.08"],
  ],
  [
    ["2021-07-01", "44.5545"],
    ["2023-07-01", "45.6685"],
  ],
);
const isolated = sicknessOf(
  [
    ["2018-01-01", "46.96"],
    ["2018-09-01", "47.89"],
    ["2019-03-01", "48.22"],
    ["2019-07-01", "48.71"],
    ["2020-03-01", "49.68"],
  ],
  [
    ["2021-07-01", "35.4806"],
    ["2023-07-01", "36.1906"],
  ],
);

/** Bases older than the amounts that are held. */
const from = (first: string, rule: Rule): Rule => series([[first, rule]]);

const COHABITANT: Bases = [
  ["2017-09-01", "26.0492"],
  ["2019-07-01", "26.6773"],
  ["2021-07-01", "27.2108"],
  ["2023-07-01", "27.7550"],
];
const COHABITANT_ASSIMILATED: Bases = [
  ["2017-09-01", "29.1229"],
  ["2019-07-01", "29.8255"],
  ["2021-07-01", "30.4220"],
  ["2023-07-01", "31.0307"],
];
const cohabitant = limited(from("2018-01-01", byCoefficient(COHABITANT)), "day");
const cohabitantAssimilated = limited(from("2018-01-01", byCoefficient(COHABITANT_ASSIMILATED)), "day");

/** Not among the benefits of article 84. */
const thirdPartyAid = from(
  "2018-01-01",
  byCoefficient([
    ["2017-10-01", "15.9152"],
    ["2019-08-01", "16.7110"],
    ["2021-07-01", "16.7946"],
    ["2023-07-01", "16.8786"],
  ]),
);

/** One amount a year, by the rank of May; article 84 does not name it. That of 2026 holds to 31 December. */
const catchUpPrime: Rule = (day) =>
  day < "2018-01-01" || day > "2026-12-31"
    ? null
    : byCoefficient([
        ["2018-01-01", "157.7038"],
        ["2019-01-01", "163.5958"],
        ["2020-01-01", "196.8411"],
      ])(`${day.slice(0, 4)}-05-01`);

const FLAT_WEEK: Bases = [
  ["2017-01-01", "340.52"],
  ["2017-09-01", "346.31"],
  ["2019-07-01", "349.77"],
  ["2021-07-01", "353.27"],
];
const WEEKS_1_4: Bases = [...FLAT_WEEK, ["2022-01-01", "506.32"], ["2023-07-01", "511.38"]];
const FROM_WEEK_5: Bases = [...FLAT_WEEK, ["2022-01-01", "463.10"], ["2023-07-01", "467.73"]];
const week = (bases: Bases): Rule => limited(from("2017-01-01", byCoefficient(bases)), "week");

/** Half of the week before it is rounded; from the limited step on half of the limited week. */
const halfWeek =
  (bases: Bases): Rule =>
  (day) =>
    day < LIMITED_STEP ? from("2017-01-01", halfByCoefficient(bases))(day) : half(week(bases))(day);

const ADOPTION: Bases = [
  ["2017-09-01", "346.31"],
  ["2019-07-01", "349.77"],
  ["2021-07-01", "353.27"],
  ["2023-07-01", "356.80"],
];
const leaveWeek = (first: string): Rule => limited(from(first, byCoefficient(ADOPTION)), "week");

const birthDay = limited(
  series([
    ["2019-05-01", "80.82"],
    ["2019-07-01", "81.62"],
    ["2020-03-01", "83.26"],
    [
      "2021-05-01",
      byPivots2013([
        ["2021-05-01", "85.77"],
        ["2023-05-01", "86.63"],
      ]),
    ],
  ]),
  "day",
);
const bereavement = limited(
  from(
    "2021-09-01",
    byPivots2013([
      ["2021-09-01", "85.77"],
      ["2023-07-01", "86.63"],
    ]),
  ),
  "day",
);

const CAREGIVER: Bases = [
  ["2021-05-01", "1317.52"],
  ["2023-05-01", "1343.87"],
];
const caregiver = limited(
  series([
    ["2018-09-01", "1245.23"],
    ["2019-03-01", "1253.83"],
    ["2019-07-01", "1266.37"],
    ["2020-03-01", "1291.69"],
    ["2021-05-01", byPivots1996(CAREGIVER)],
    ["2021-09-01", chainFrom("1317.52", 18)],
    ["2022-05-01", null],
    ["2022-08-01", byPivots1996(CAREGIVER)],
  ]),
  "month",
);
/** Halves before May 2021 as printed: they are cut off, not rounded. */
const halfCaregiver = series([
  ["2018-09-01", "622.62"],
  ["2019-03-01", "626.91"],
  ["2019-07-01", "633.18"],
  ["2020-03-01", "645.84"],
  ["2021-05-01", half(caregiver)],
]);

function bridgingRight(printed: readonly string[], bases: Bases): Rule {
  const [june2017, ...others] = printed as [string, ...string[]];
  const firstDays = ["2018-01-01", "2018-09-01", "2019-03-01", "2019-07-01", "2020-03-01"];
  return limited(
    series([
      ["2017-06-01", june2017],
      ["2017-09-01", null],
      ...others.map((amount, index) => [firstDays[index]!, amount] as const),
      ["2021-07-01", byPivots1996(bases)],
      ["2021-09-01", chainFrom(bases[0]![1], 18)],
      ["2022-05-01", null],
      ["2022-08-01", byPivots1996(bases)],
    ]),
    "month",
  );
}

/** Benefit, variant, amount. */
export const RATES: readonly (readonly [benefit: string, variant: string | undefined, rule: Rule])[] = [
  ["sickness", "with-dependants", withDependants],
  ["sickness", "isolated", isolated],
  ["sickness", "cohabitant", cohabitant],
  ["invalidity", "with-dependants", withDependants],
  ["invalidity", "isolated", isolated],
  ["invalidity", "cohabitant", cohabitant],
  ["invalidity-assimilated", "with-dependants", withDependants],
  ["invalidity-assimilated", "isolated", isolated],
  ["invalidity-assimilated", "cohabitant", cohabitantAssimilated],
  ["third-party-aid", undefined, thirdPartyAid],
  ["catch-up-prime", undefined, catchUpPrime],
  ["maternity", "weeks-1-4", week(WEEKS_1_4)],
  ["maternity", "from-week-5", week(FROM_WEEK_5)],
  ["maternity", "half-weeks-1-4", halfWeek(WEEKS_1_4)],
  ["maternity", "half-from-week-5", halfWeek(FROM_WEEK_5)],
  ["adoption", undefined, leaveWeek("2018-01-01")],
  ["foster", undefined, leaveWeek("2019-01-01")],
  ["birth-leave", "day", birthDay],
  ["birth-leave", "half-day", half(birthDay)],
  ["bereavement", undefined, bereavement],
  ["caregiver", "full", caregiver],
  ["caregiver", "half", halfCaregiver],
  // Once, and not indexed.
  ["birth-aid", undefined, (day) => (day < "2019-05-01" ? null : cents("135.00"))],
];

export const BRIDGING_RIGHT: readonly (readonly [dependants: boolean, rule: Rule])[] = [
  [
    false,
    bridgingRight(
      ["1192.09", "1220.86", "1245.23", "1253.83", "1266.37", "1291.69"],
      [
        ["2021-07-01", "1317.52"],
        ["2023-07-01", "1343.87"],
      ],
    ),
  ],
  [
    true,
    bridgingRight(
      ["1489.64", "1525.60", "1556.05", "1566.79", "1582.46", "1614.10"],
      [
        ["2021-07-01", "1646.38"],
        ["2023-07-01", "1679.31"],
      ],
    ),
  ],
];
