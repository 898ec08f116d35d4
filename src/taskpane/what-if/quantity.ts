import Decimal from "decimal.js";
import type { CellValue } from "../../host/host";
import { LARGEST_AMOUNT } from "../../rules/money";
import type { Numbers } from "../kit/numbers";

/** What a cell that changes holds, and how fine it is tried: cents, whole numbers, hundredths of a per cent. */
export const UNITS = ["cent", "whole", "percent"] as const;
export type Unit = (typeof UNITS)[number];

const PER_ONE: Readonly<Record<Unit, number>> = { cent: 100, whole: 1, percent: 10_000 };

/** Bounds that nobody typed, in units. */
export const USUAL: Readonly<Record<Unit, readonly [least: number, most: number]>> = {
  cent: [0, 25_000_000],
  whole: [0, 100],
  percent: [0, 10_000],
};

/** The number that a cell gets. */
export const numberOf = (units: number, unit: Unit): number => units / PER_ONE[unit];

export function readUnits(text: string, unit: Unit, numbers: Numbers): number | undefined {
  switch (unit) {
    case "cent":
      return numbers.readSigned(text);
    case "whole":
      return numbers.readWhole(text, 0, LARGEST_AMOUNT);
    case "percent": {
      const fraction = numbers.readPercent(text);
      const units = fraction === undefined ? undefined : new Decimal(fraction).times(PER_ONE.percent);
      return units?.isInteger() ? units.toNumber() : undefined;
    }
  }
}

/** As a field has it. */
export function typedUnits(units: number, unit: Unit, numbers: Numbers): string {
  switch (unit) {
    case "cent":
      return numbers.amount(units);
    case "whole":
      return String(units);
    case "percent":
      return numbers.percentage(String(numberOf(units, unit)));
  }
}

export function saidUnits(units: number, unit: Unit, numbers: Numbers): string {
  switch (unit) {
    case "cent":
      return numbers.euros(units);
    case "whole":
      return String(units);
    case "percent":
      return numbers.exactPercent(String(numberOf(units, unit)));
  }
}

export const formatOf = (unit: Unit, numbers: Numbers): string =>
  ({ cent: numbers.euroFormat, whole: "0", percent: "0.00%" })[unit];

/** What a target is to show: whole units, of which so many are one. */
export interface Wanted {
  readonly units: number;
  readonly perOne: number;
  readonly isPercent: boolean;
}

const LEAST_DECIMALS = 2;

/** An amount to the cent, or a percentage with as many decimals as were typed. */
export function readWanted(text: string, numbers: Numbers): Wanted | undefined {
  if (!text.includes("%")) {
    const cents = numbers.readSigned(text);
    return cents === undefined ? undefined : { units: cents, perOne: PER_ONE.cent, isPercent: false };
  }
  const fraction = numbers.readPercent(text);
  if (fraction === undefined) return undefined;
  const decimal = new Decimal(fraction);
  const perOne = 10 ** Math.max(LEAST_DECIMALS, decimal.decimalPlaces());
  return { units: decimal.times(perOne).toNumber(), perOne, isPercent: true };
}

/** Excel keeps so many digits. */
const DIGITS = 15;

/** A cell's value in the units of what is wanted of it, half up; null for one that is no number. */
export const unitsOf = (value: CellValue, { perOne }: Pick<Wanted, "perOne">): number | null =>
  typeof value === "number"
    ? new Decimal(value.toPrecision(DIGITS)).times(perOne).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
    : null;

export const saidWanted = (units: number, { perOne, isPercent }: Wanted, numbers: Numbers): string =>
  isPercent ? numbers.exactPercent(new Decimal(units).div(perOne).toFixed()) : numbers.euros(units);
