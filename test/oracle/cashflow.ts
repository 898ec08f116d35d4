/** INASTI.CASHFLOW: what a life pays, by the day on which it is due. AR38 11 §2, §3, §5; AR67 42, 44 §3. */
import { NOT_AVAILABLE, combine, isRefusal, total, type Answer } from "./answer";
import { QUARTERS, lastDay, quarterNumber, yearOfDay } from "./calendar";
import { career, type CareerEvent, type CareerOptions, type CareerRow } from "./career";
import { feeOf } from "./fund";

export interface CashflowOptions extends CareerOptions {
  /** The last day that is shown. */
  readonly until?: string | undefined;
  /** In which a settlement is taken to be due. */
  readonly settlementQuarter?: number | undefined;
  /** What the amounts are: incomes, or profits before contributions. */
  readonly basis?: "income" | "profit" | undefined;
}

interface Payment {
  readonly due: string;
  readonly what: "provisional" | "settlement";
  readonly year: number;
  /** Of a provisional contribution, as its category. */
  readonly quarter?: number;
  readonly category?: string;
  readonly contribution: Answer;
  readonly fee: Answer;
  readonly amount: Answer;
}

export interface CashflowRow extends Payment {
  readonly runningTotal: Answer;
}

/** Years between a contribution and its settlement. */
const DELAY = 2;

export function cashflow(
  events: readonly CareerEvent[],
  firstYear: number,
  amounts: readonly bigint[],
  options: CashflowOptions = {},
): Answer<CashflowRow[]> {
  const { until = "9999-12-31", basis } = options;
  const incomes: Answer[] = [];
  for (const [index, amount] of amounts.entries()) {
    const paid =
      basis === "profit" ? paidIn(firstYear + index, events, firstYear, withoutThose(incomes, amounts), options) : 0n;
    incomes.push(isRefusal(paid) ? paid : amount - paid);
  }
  const payments = paymentsOf(events, firstYear, incomes, options);
  if (isRefusal(payments)) return payments;
  const shown = payments.filter(({ due }) => due <= until);
  return shown.map((payment, index) => ({
    ...payment,
    runningTotal: total(shown.slice(0, index + 1).map(({ amount }) => amount)),
  }));
}

/** The incomes so far; those to come rest on what is paid before them. */
const withoutThose = (incomes: readonly Answer[], amounts: readonly bigint[]): Answer[] =>
  amounts.map((_, index) => incomes[index] ?? NOT_AVAILABLE);

function paidIn(
  year: number,
  events: readonly CareerEvent[],
  firstYear: number,
  incomes: readonly Answer[],
  options: CashflowOptions,
): Answer {
  const payments = paymentsOf(events, firstYear, incomes, options);
  if (isRefusal(payments)) return payments;
  const own = payments.filter(({ due }) => yearOfDay(due) === year);
  // Of several that are not known, that of a provisional contribution is the reason.
  return total(
    ["provisional", "settlement"]
      .flatMap((kind) => own.filter(({ what }) => what === kind))
      .map(({ amount }) => amount),
  );
}

function paymentsOf(
  events: readonly CareerEvent[],
  firstYear: number,
  incomes: readonly Answer[],
  { settlementQuarter = 3, earlierIncomes = [], estimates = [], ...options }: CashflowOptions,
): Answer<Payment[]> {
  const settledBefore = Array.from({ length: DELAY }, (_, index) => earlierIncomes.at(index - DELAY) ?? NOT_AVAILABLE);
  const rows = career(events, firstYear - DELAY, [...settledBefore, ...incomes], {
    ...options,
    earlierIncomes: earlierIncomes.slice(0, -DELAY),
    estimates: [...settledBefore.map(() => undefined), ...estimates],
  });
  if (isRefusal(rows)) return rows;
  const years = [...new Set(rows.map(({ year }) => year))];
  return [
    ...rows.filter(({ year }) => year >= firstYear).map((row) => provisionalOf(row, options.fund)),
    ...years.map((year) =>
      settlementOf(
        rows.filter((row) => row.year === year),
        lastDay(quarterNumber(year + DELAY, settlementQuarter)),
        options.fund,
      ),
    ),
  ]
    .flat()
    .sort((a, b) => `${a.due} ${a.what} ${a.year}`.localeCompare(`${b.due} ${b.what} ${b.year}`));
}

/** AR67 42: the last day of its quarter. */
function provisionalOf({ year, quarter, category, provisional }: CareerRow, fund: string | undefined): Payment[] {
  if (provisional === 0n) return [];
  const fee = feeOf(provisional, fund);
  const due = lastDay(quarterNumber(year, quarter));
  const amount = total([provisional, fee]);
  return [{ due, what: "provisional", year, quarter, category, contribution: provisional, fee, amount }];
}

/** AR38 11 §5: of the four quarters together, with the fee on each. */
function settlementOf(rows: readonly CareerRow[], due: string, fund: string | undefined): Payment[] {
  const [{ year, quarters }] = rows as readonly [CareerRow];
  if (quarters === 0 || rows.length !== QUARTERS.length) return [];
  const difference = (of: (row: CareerRow, which: "final" | "provisional") => Answer): Answer =>
    combine(
      (["final", "provisional"] as const).map((which) => total(rows.map((row) => of(row, which)))),
      (final, paid) => final - paid,
    );
  const contribution = difference((row, which) => row[which]);
  const fee = difference((row, which) => feeOf(row[which], fund));
  if (contribution === 0n && fee === 0n) return [];
  return [{ due, what: "settlement", year, contribution, fee, amount: total([contribution, fee]) }];
}
