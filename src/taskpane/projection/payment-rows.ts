import type { Cell } from "../../host/host";
import { t } from "../../i18n";
import { QUARTERS_OF_YEAR, type QuarterOfYear } from "../../rules/calendar";
import { SETTLEMENT_DELAY } from "../../rules/projection";
import { callOf, columnOf, Piece } from "../formula/call";
import { filled, type Formula, textArgument, toCents } from "../formula/formula";
import { monthlyFormula } from "./monthly";
import type { Projection } from "./projection";
import { address, fixed, INPUT, type Places, range, ROWS, TABLE, YEAR } from "./sheet-layout";

/** Years from an income to the provisional contributions that rest on it. */
const PROVISIONAL_DELAY = 3;
/** The net income of each year, behind the columns of the years. */
const INCOME = YEAR.owed + 1;
export const INCOME_WIDTH = 112;

const at = (name: string): number => TABLE.column + columnOf("INASTI.CASHFLOW", name);
const CONTRIBUTION = at("contribution");
const FEE = at("fee");
const AMOUNT = at("amount");

/** What is paid, a row a payment: those of a year in the order of its quarters, the settlement behind the quarter in which it is expected. */
export class PaymentRows {
  /** How many columns of INASTI.CASHFLOW these rows have. */
  readonly columns = columnOf("INASTI.CASHFLOW", "runningTotal") + 1;
  /** Those with an amount; behind them there are settlements only. */
  private readonly years: number;

  constructor(
    private readonly projection: Projection,
    private readonly places: Places,
    private readonly category: Formula,
    private readonly euro: string,
  ) {
    this.years = places.years.count;
  }

  /** Whether a year can have an amount. */
  readonly takes = (year: number): boolean => year < this.years;

  /** Years count from the first one on, those before it from -1 down. */
  private ofYear(year: number, column: number): Formula {
    const { earlier, years } = this.places;
    return address(year < 0 ? earlier.row + earlier.count + year : years.row + year, column);
  }

  private readonly year = (year: number): Piece => new Piece(`$${this.ofYear(year, YEAR.year)}`);
  private readonly income = (year: number): Piece => new Piece(`$${this.ofYear(year, INCOME)}`);

  private get settledBehind(): QuarterOfYear {
    return this.projection.settlementQuarter;
  }

  /** The row of a provisional contribution, or of the settlement that is paid in a year. */
  private row(year: number, quarter: QuarterOfYear | "settlement"): number {
    const first = this.places.payments + 1;
    if (year >= this.years) return first + 5 * this.years + (year - this.years);
    const behind = this.settledBehind;
    const place = quarter === "settlement" ? behind : quarter - 1 + (quarter > behind ? 1 : 0);
    return first + 5 * year + place;
  }

  private get indexation(): Piece {
    return new Piece(filled(fixed(ROWS.indexation, INPUT.value)));
  }

  private get fund(): Formula {
    return fixed(ROWS.fund, INPUT.value);
  }

  private provisional(year: number, quarter: QuarterOfYear): Formula {
    return callOf("INASTI.PROVISIONAL", {
      incomeN3: this.income(year - PROVISIONAL_DELAY),
      category: new Piece(this.category),
      year: this.year(year),
      quarter,
      indexation: this.indexation,
    }).formula;
  }

  /** A contribution with its fee. */
  private withFee(contribution: Formula, year: number): Formula {
    const total = callOf("FUND.TOTAL", {
      contribution: new Piece(contribution),
      fund: new Piece(this.fund),
      year: this.year(year),
    }).formula;
    return `IF(${this.fund}="",${contribution},${total})`;
  }

  /** What an earlier year shows: what was provisional in it, as far as a settlement looks back at it; its income. */
  earlierResults(index: number): Cell[] {
    const year = index - this.places.earlier.count;
    const isSettled = year >= -SETTLEMENT_DELAY && this.places.earlier.count >= PROVISIONAL_DELAY - year;
    const provisionals = QUARTERS_OF_YEAR.map((quarter): Cell =>
      isSettled ? { content: `=${this.withFee(this.provisional(year, quarter), year)}`, format: this.euro } : {},
    );
    const note: Cell = { content: t("pane:projection/earlier"), style: "note" };
    const income: Cell = { content: `=${this.ofYear(year, YEAR.amount)}`, format: this.euro };
    const contributions = QUARTERS_OF_YEAR.map((quarter) => this.provisional(year, quarter)).join("-");
    const fee: Cell = isSettled
      ? { content: `=${toCents(`SUM(${this.quarters(year)})-${contributions}`)}`, format: this.euro }
      : {};
    return [...provisionals, note, {}, {}, fee, {}, income];
  }

  /** The cells of what is paid in a year, quarter by quarter. */
  private quarters(year: number, until: QuarterOfYear = 4): Formula {
    return `${this.ofYear(year, YEAR.quarters)}:${this.ofYear(year, YEAR.quarters + until - 1)}`;
  }

  /** The results of a year, one formula a column; nothing for one that is still to come. */
  resultsOf(year: number): Formula[] {
    const settled = address(this.row(year, "settlement"), AMOUNT);
    const isIn = (quarter: QuarterOfYear): Formula =>
      `IF(${fixed(ROWS.settlement, INPUT.value)}=${quarter},N(${settled}),0)`;
    const paid = `=${toCents(`SUM(${this.quarters(year)})`)}`;
    if (!this.takes(year)) {
      const fee = address(this.row(year, "settlement"), FEE);
      return [...QUARTERS_OF_YEAR.map((quarter) => `=${isIn(quarter)}`), paid, "", `=N(${settled})`, `=N(${fee})`];
    }
    const amount = this.ofYear(year, YEAR.amount);
    const own = QUARTERS_OF_YEAR.map((quarter) => address(this.row(year, quarter), AMOUNT));
    const later = address(this.row(year + SETTLEMENT_DELAY, "settlement"), AMOUNT);
    const monthly = monthlyFormula({
      due: (quarter) => `SUM(${this.quarters(year, quarter)})`,
      year: this.year(year).formula,
      start: this.places.start,
    });
    const given = (formula: Formula): Formula => `=IF(${amount}="","",${formula})`;
    const fees = range({ row: this.row(year, 1), column: FEE, rows: 5, columns: 1 });
    const income = this.projection.basis === "profit" ? toCents(`${amount}-${this.ofYear(year, YEAR.paid)}`) : amount;
    return [
      ...QUARTERS_OF_YEAR.map((quarter) => `=${toCents(`N(${own[quarter - 1]!})+${isIn(quarter)}`)}`),
      paid,
      given(monthly),
      `=N(${settled})`,
      `=${toCents(`SUM(${fees})`)}`,
      given(toCents(`SUM(${[...own, later].join(",")})`)),
      given(income),
    ];
  }

  /** The formulas of each row, column by column. */
  all(): Formula[][] {
    const rows: Formula[][] = [];
    const first = this.places.payments + 1;
    const put = (row: number, cells: Formula[]): void => void (rows[row - first] = cells);
    for (let year = 0; year < this.years + SETTLEMENT_DELAY; year++) {
      if (year < this.years)
        for (const quarter of QUARTERS_OF_YEAR) put(this.row(year, quarter), this.ofQuarter(year, quarter));
      put(this.row(year, "settlement"), this.ofSettlement(year));
    }
    return rows;
  }

  private ofQuarter(year: number, quarter: QuarterOfYear): Formula[] {
    const row = this.row(year, quarter);
    const contribution = address(row, CONTRIBUTION);
    const fee = callOf("FUND.FEE", {
      contribution: new Piece(contribution),
      fund: new Piece(this.fund),
      year: this.year(year),
    }).formula;
    return this.cellsOf(row, year, {
      due: callOf("INASTI.DUEDATE", { year: this.year(year), quarter }).formula,
      what: "provisional",
      quarter: String(quarter),
      contribution: this.provisional(year, quarter),
      fee: `IF(${this.fund}="",0,${fee})`,
      amount: toCents(`${contribution}+${address(row, FEE)}`),
    });
  }

  private ofSettlement(year: number): Formula[] {
    const row = this.row(year, "settlement");
    const settled = year - SETTLEMENT_DELAY;
    const asked = {
      income: this.income(settled),
      category: new Piece(this.category),
      year: this.year(settled),
      indexation: this.indexation,
    };
    const own = (column: number): string =>
      QUARTERS_OF_YEAR.map((quarter) => address(this.row(settled, quarter), column)).join("+");
    const paid = (column: number, earlier: Formula): Piece => new Piece(toCents(settled < 0 ? earlier : own(column)));
    const contribution = callOf("INASTI.SETTLEMENT", {
      ...asked,
      paid: paid(CONTRIBUTION, `SUM(${this.quarters(settled)})-${this.ofYear(settled, YEAR.fee)}`),
    }).formula;
    const amount = callOf("INASTI.SETTLEMENT", {
      ...asked,
      paid: paid(AMOUNT, `SUM(${this.quarters(settled)})`),
      fund: new Piece(filled(this.fund)),
    }).formula;
    return this.cellsOf(row, settled, {
      due: callOf("INASTI.DUEDATE", {
        year: new Piece(`${this.year(settled).formula}+${SETTLEMENT_DELAY}`),
        quarter: new Piece(fixed(ROWS.settlement, INPUT.value)),
      }).formula,
      what: "settlement",
      quarter: "",
      contribution,
      fee: toCents(`${address(row, AMOUNT)}-${address(row, CONTRIBUTION)}`),
      amount,
    });
  }

  /** A row that stays empty until the year has an amount. */
  private cellsOf(
    row: number,
    year: number,
    formulas: Readonly<Record<"due" | "what" | "quarter" | "contribution" | "fee" | "amount", Formula>>,
  ): Formula[] {
    const { due, what, quarter, contribution, fee, amount } = formulas;
    const amounts = range({
      row: this.places.payments + 1,
      column: AMOUNT,
      rows: row - this.places.payments,
      columns: 1,
    });
    return [
      due,
      textArgument(t(`row/${what}`)),
      this.year(year).formula,
      quarter === "" ? '""' : quarter,
      what === "provisional" ? this.category : '""',
      contribution,
      fee,
      amount,
      toCents(`SUM(${amounts.replace(/^([A-Z]+)(\d+)/, "$$$1$$$2")})`),
    ].map((formula) => `=IF(${this.ofYear(year, YEAR.amount)}="","",${formula})`);
  }
}
