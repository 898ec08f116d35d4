import { civilDate, day, type Day } from "../../../src/rules/calendar";

/**
 * Articles 196 and 198 counted out day by day on a calendar, with nothing of the rules but the calendar: what a fact from 2023 pays by
 * month, in quarters of the monthly amount.
 */
export function sharesDayByDay(fact: Day, until: Day, months: number): number[] {
  const end = lastDayOfRight(fact, months);
  const days = Array.from({ length: end - fact + 1 }, (_, index) => fact + index);
  const idle = days.filter((one) => one <= until);
  if (idle.length < 7) return [0];

  const order = [...new Set(days.map(monthOf))];
  const paid = new Map(order.map((month) => [month, 0]));
  const pay = (month: number, quarters: number) => paid.set(month, paid.get(month)! + quarters);
  const first = order.slice(0, 2);
  const last = order.at(-1)!;

  payBlocks(
    idle.filter((one) => first.includes(monthOf(one))),
    pay,
  );
  payBlocks(
    idle.filter((one) => monthOf(one) === last),
    pay,
  );

  let full = 0;
  let active = 0;
  for (const month of order.slice(2, -1)) {
    const lacks = days.some((one) => monthOf(one) === month && one > until);
    if (lacks) active += 1;
    else full += 1;
    if (!lacks) pay(month, 4);
    else if (active <= 3 && full >= active) pay(month, 4 - active);
  }
  return order.map((month) => paid.get(month)!);
}

/** A quarter of the amount at each seventh day. */
function payBlocks(days: readonly Day[], pay: (month: number, quarters: number) => void): void {
  days.forEach((one, index) => {
    if (index % 7 === 6) pay(monthOf(one), 1);
  });
}

const monthOf = (serial: Day): number => {
  const { year, month } = civilDate(serial);
  return year * 12 + month;
};

/** The day before the fact's own day, some months later; a day that the month lacks is its last one. */
function lastDayOfRight(fact: Day, months: number): Day {
  const { year, month, day: own } = civilDate(fact);
  const target = year * 12 + month + months;
  const nextMonth = day(year, month + months + 1, 1);
  const serial = Array.from({ length: own }, (_, index) => day(year, month + months, index + 1))
    .filter((one) => monthOf(one) === target && one < nextMonth)
    .at(-1)!;
  return serial - 1;
}
