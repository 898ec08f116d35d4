/** Quarters as consecutive numbers; days as ISO text, which sorts as days do. */
export type QuarterNumber = number;

export const QUARTERS = [1, 2, 3, 4] as const;

export function quarterNumber(year: number, quarter: number): QuarterNumber {
  return 4 * year + quarter - 1;
}

export function yearOf(at: QuarterNumber): number {
  return Math.floor(at / 4);
}

export function quarterOf(at: QuarterNumber): number {
  return (at % 4) + 1;
}

export function quarterOfDay(day: string): QuarterNumber {
  return quarterNumber(yearOfDay(day), Math.ceil(Number(day.slice(5, 7)) / 3));
}

export function yearOfDay(day: string): number {
  return Number(day.slice(0, 4));
}

export function firstDay(at: QuarterNumber): string {
  return `${yearOf(at)}-${["01-01", "04-01", "07-01", "10-01"][at % 4]}`;
}

export function lastDay(at: QuarterNumber): string {
  return `${yearOf(at)}-${["03-31", "06-30", "09-30", "12-31"][at % 4]}`;
}
