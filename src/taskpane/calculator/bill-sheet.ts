import type { Cell, Choices, SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { QUARTERS_OF_YEAR } from "../../rules/calendar";
import { CATEGORIES, type Category } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { absolute, gridAt } from "../formula/a1";
import { callOf, callWith, columnOf, Piece } from "../formula/call";
import { filled, type Formula, textArgument } from "../formula/formula";
import { choicesOf, fundChoices } from "../kit/choices";
import { dateCell } from "../kit/date-cell";
import { feePiece } from "../kit/fee";
import { dateFormat, type Numbers } from "../kit/numbers";
import { versionFormula } from "../kit/version-formula";
import { bar, Cells } from "../kit/cells";
import { careerRows, careerWord } from "./bill";
import { assumedStatement } from "./provisional";
import { incomeLabel, type Question } from "./question";
import { type Inputs, readAmount, readDay } from "./use-inputs";

/** In pixels: as much as a screen of 1440 shows beside the pane. The labels have what the other columns leave. */
const SCREEN = 1010;
const WIDTH = { margin: 16, most: 340, value: 146, gap: 14, quarter: 104, day: 88, amount: 94, category: 130 };

/** A column of amounts is as wide as the longest word of its head. */
const amountWidth = (head: string): number =>
  Math.max(WIDTH.amount, 14 + Math.ceil(7.4 * Math.max(...head.split(/\s/).map(({ length }) => length))));

/** From A on: a margin, the inputs, a gap, then the tables; the category of each quarter is last, where a long one has room. */
function widthsOf(hasChange: boolean): number[] {
  const { margin, most, value, gap, quarter, day, amount, category } = WIDTH;
  const fee = amountWidth(t("pane:calculator/bill/fee"));
  const tables = [quarter, day, amount, fee, amount, ...(hasChange ? [category] : [])];
  const others = [margin, value, gap, ...tables].reduce((sum, width) => sum + width, 0);
  return [margin, Math.min(most, SCREEN - others), value, gap, ...tables];
}
const INPUT = { label: 1, value: 2 };
const TABLE = 4;
const TOTAL = TABLE + 4;
const FIRST_ROW = 4;
/** An estimate that lets the lowest be paid. */
const NO_INCOME = new Piece("0", 0);
/** How long before the year its provisional contributions look. */
const BEFORE = 3;

const WHOLE = "0";
const RATE = "0.00##%";

const { cell: address } = gridAt("A1");
const fixed = (row: number, column: number): Formula => absolute(address(row, column));

/** What stands in the yellow cells, by name where it stands. */
type Input =
  | "income"
  | "category"
  | "year"
  | "fund"
  | "start"
  | "stop"
  | "indexation"
  | "incomeN3"
  | "estimate"
  | "judgedOn"
  | "paid"
  | "sent";

/**
 * A sheet of the bill that goes on calculating by itself: every input is a cell, every amount a formula on it. `isNative`: only by functions
 * and arguments that have native forms, for a copy without the add-in.
 */
export function billSheet(
  question: Question,
  income: Cents,
  inputs: Inputs,
  numbers: Numbers,
  isNative = false,
): SheetPlan {
  return new Sheet(question, income, inputs, numbers, isNative).plan();
}

class Sheet {
  private readonly cells = new Cells();
  private readonly places = new Map<Input, Formula>();
  private readonly choices: Choices[] = [];
  private careerRange: Formula = "";
  private row = FIRST_ROW;

  constructor(
    private readonly question: Question,
    private readonly income: Cents,
    private readonly inputs: Inputs,
    private readonly numbers: Numbers,
    private readonly isNative: boolean,
  ) {}

  plan(): SheetPlan {
    const { cells } = this;
    cells.put(0, INPUT.label, { content: t("pane:calculator/bill/sheet"), style: "title" });
    cells.put(1, INPUT.label, { content: `=${versionFormula()}`, style: "subtitle" });
    cells.put(2, INPUT.label, { content: t("pane:calculator/bill/sheet-note"), style: "note" });
    this.putInputs();
    this.row = FIRST_ROW;
    const bill = this.putBill();
    const known = readAmount(this.inputs.incomeN3, this.numbers);
    const hasEstimate = typeof readAmount(this.inputs.estimate, this.numbers) === "number";
    if (typeof known === "number" || hasEstimate) this.putProvisional(bill, hasEstimate);
    if (typeof readAmount(this.inputs.paid, this.numbers) === "number") this.putSettlement(bill);
    return {
      name: t("pane:calculator/bill/sheet"),
      rows: cells.rows,
      widths: widthsOf(Boolean(this.question.change)),
      landscape: true,
      choices: this.choices,
    };
  }

  private putInputs(): void {
    const { category, year, start, stop, indexation, fee, change } = this.question;
    const euro = this.numbers.euroFormat;
    this.cells.put(this.row++, INPUT.label, ...bar(t("pane:projection/inputs"), 2));
    this.input("income", incomeLabel(category), { content: this.income / 100, format: euro });
    if (!change) this.categoryInput("category", t("pane:field/category"), category);
    this.input("year", t("pane:field/year"), { content: year, format: WHOLE });
    this.choices.push({ row: this.row, column: INPUT.value, values: fundChoices() });
    this.input("fund", t("pane:projection/fund"), {
      ...(fee && { content: feePiece(fee)!.value as string | number }),
      format: RATE,
    });
    if (!change && !this.isNative) {
      this.input("start", t("pane:field/start"), dateCell(start ?? undefined));
      this.input("stop", t("pane:calculator/stop"), dateCell(stop ?? undefined));
    }
    if (indexation !== null)
      this.input("indexation", t("pane:field/indexation"), { content: Number(indexation), format: RATE });
    this.optionalInputs();
    if (change) this.putCareer();
  }

  private optionalInputs(): void {
    const { year, fee } = this.question;
    const { numbers, inputs } = this;
    const amount = (name: Input, label: string, text: string): void => {
      const cents = readAmount(text, numbers);
      this.input(name, label, {
        ...(typeof cents === "number" && { content: cents / 100 }),
        format: numbers.euroFormat,
      });
    };
    const hasN3 = inputs.incomeN3.trim() !== "" || inputs.estimate.trim() !== "";
    if (hasN3) {
      amount("incomeN3", this.aboutYear("pane:calculator/provisional/income-n3", BEFORE), inputs.incomeN3);
      if (!this.isNative) amount("estimate", this.aboutYear("pane:calculator/provisional/estimate"), inputs.estimate);
      const judgedOn = readDay(inputs.judgedOn, numbers) ?? assumedStatement(year);
      if (inputs.estimate.trim() !== "")
        this.input("judgedOn", t("pane:calculator/provisional/judged-on"), dateCell(judgedOn));
    }
    if (inputs.paid.trim() !== "") {
      amount(
        "paid",
        t(fee ? "pane:calculator/settlement/was-paid-with-fee" : "pane:calculator/settlement/was-paid"),
        inputs.paid,
      );
      if (this.isNative) return;
      this.input("sent", t("pane:calculator/settlement/sent"), dateCell(readDay(inputs.sent, numbers) ?? undefined));
    }
  }

  private input(name: Input, label: string, cell: Cell): void {
    this.places.set(name, fixed(this.row, INPUT.value));
    this.cells.put(this.row++, INPUT.label, { content: label, style: "wrapped" }, { ...cell, style: "input" });
  }

  private categoryInput(name: Input, label: string, category: Category): void {
    const offered = choicesOf("category", CATEGORIES);
    this.choices.push({ row: this.row, column: INPUT.value, values: [...offered.values()] });
    this.input(name, label, { content: offered.get(category)! });
  }

  /** The rows of the career: from when on which category. */
  private putCareer(): void {
    this.row += 1;
    this.cells.put(this.row++, INPUT.label, ...bar(t("pane:calculator/bill/career"), 2));
    const first = this.row;
    for (const [from, word] of careerRows(this.question))
      this.cells.put(
        this.row++,
        INPUT.label,
        { ...dateCell(from), style: "input" },
        { content: careerWord(word), style: "input" },
      );
    this.choices.push({
      row: first,
      column: INPUT.value,
      rows: this.row - first,
      values: [...choicesOf("category", CATEGORIES).values()],
    });
    this.careerRange = `${fixed(first, INPUT.label)}:${fixed(this.row - 1, INPUT.value)}`;
  }

  /** A text about the year of its cell, or about one before it. */
  private aboutYear(key: string, back = 0): Formula {
    const mark = "\u0000";
    const [before = "", after = ""] = t(key, { year: mark }).split(mark);
    const year = `${this.places.get("year")!}${back === 0 ? "" : `-${back}`}`;
    return `=${[...(before === "" ? [] : [textArgument(before)]), year, ...(after === "" ? [] : [textArgument(after)])].join("&")}`;
  }

  private at(name: Input): Piece | undefined {
    const place = this.places.get(name);
    return place === undefined ? undefined : new Piece(place);
  }

  /** The same of a cell that may be blank. */
  private maybe(name: Input): Piece | undefined {
    const place = this.places.get(name);
    return place === undefined ? undefined : new Piece(filled(place));
  }

  private situation() {
    return {
      category: this.at("category"),
      year: this.at("year"),
      start: this.maybe("start"),
      stop: this.maybe("stop"),
      indexation: this.maybe("indexation"),
    };
  }

  /** How many columns the tables have. */
  private get columns(): number {
    return this.question.change ? 6 : 5;
  }

  /** Quarter by quarter, and the year. */
  private putBill(): BillPlaces {
    const euro = this.numbers.euroFormat;
    const { change } = this.question;
    const amounts = ["contribution", "fee", "total"].map((name) => t(`pane:calculator/bill/${name}`));
    this.head(this.aboutYear("pane:calculator/result"), [
      { content: t("pane:calculator/bill/due-head"), style: "headRight" },
      ...amounts.map((content): Cell => ({ content, style: "headRight" })),
      ...(change ? [{ content: t("pane:field/category"), style: "head" } as const] : []),
    ]);
    const first = this.row;
    const [contribution, fee, total] = [TABLE + 2, TABLE + 3, TOTAL];
    for (const [index, quarter] of QUARTERS_OF_YEAR.entries()) {
      const number = new Piece(address(this.row, TABLE));
      const own = address(this.row, contribution);
      const due = callWith("INASTI.DUEDATE", { year: this.at("year"), quarter: number }).formula;
      const charged = callWith("FUND.FEE", { contribution: new Piece(own), ...this.ofFund() }).formula;
      this.cells.put(
        this.row,
        TABLE,
        { content: quarter, format: WHOLE },
        { content: `=${due}`, format: dateFormat() },
        { content: `=${change ? this.ofCareer(index, "final") : this.quarterly(number)}`, format: euro },
        { content: `=${this.ifFund(0, charged)}`, format: euro },
        { content: `=${own}+${address(this.row, fee)}`, format: euro },
        ...(change ? [{ content: `=${this.ofCareer(index, "category")}` }] : []),
      );
      this.row += 1;
    }
    const sums = this.sums(first, [contribution, fee, total]);
    return { contribution: address(sums, contribution), total: address(sums, total) };
  }

  /** The sums of some of the columns over the four quarters; their row. */
  private sums(first: number, columns: readonly number[]): number {
    const row = this.row++;
    this.cells.put(
      row,
      TABLE,
      { content: t("pane:calculator/year"), style: "result" },
      ...Array.from({ length: this.columns - 1 }, (): Cell => ({ style: "result" })),
    );
    for (const column of columns)
      this.cells.put(row, column, {
        content: `=SUM(${address(first, column)}:${address(row - 1, column)})`,
        format: this.numbers.euroFormat,
        style: "result",
      });
    this.row += 1;
    return row;
  }

  private quarterly(quarter: Piece): Formula {
    return callOf("INASTI.QUARTERLY", { income: this.at("income"), quarter, ...this.situation() }).formula;
  }

  private ofFund() {
    return { fund: this.at("fund"), year: this.at("year") };
  }

  private ifFund(otherwise: Formula | number, then: Formula): Formula {
    return `IF(${this.places.get("fund")!}="",${otherwise},${then})`;
  }

  /** A cell of the career's year, on its own income or on those that its provisional contributions rest on. */
  private ofCareer(
    quarter: number,
    column: string,
    extras: Partial<Record<"earlierIncomes" | "estimates", Piece>> = {},
  ) {
    const { formula } = callWith("INASTI.CAREER", {
      career: new Piece(this.careerRange),
      firstYear: this.at("year"),
      incomes: this.at("income"),
      indexation: this.maybe("indexation"),
      ...extras,
    });
    return `INDEX(${formula},${quarter + 2},${columnOf("INASTI.CAREER", column) + 1})`;
  }

  private head(title: string, columns: readonly Cell[]): void {
    this.cells.put(this.row++, TABLE, ...bar(title, this.columns));
    this.cells.put(this.row++, TABLE, { content: t("pane:field/quarter"), style: "headRight" }, ...columns);
  }

  /** What is paid in the year itself, and what an estimate risks. */
  private putProvisional(bill: BillPlaces, hasEstimate: boolean): void {
    const { isNative } = this;
    const keys = isNative ? ["without-estimate", "sent"] : ["without-estimate", "on-estimate", "sent", "lowest"];
    // Two columns stand below the contribution and the fee of the bill.
    const before = isNative ? [{}] : [];
    const columns = keys.map((_, index) => TABLE + 1 + before.length + index);
    this.head(this.aboutYear("pane:calculator/provisional/title"), [
      ...before.map((): Cell => ({ style: "headRight" })),
      ...keys.map((key): Cell => ({ content: t(`pane:calculator/provisional/${key}`), style: "headRight" })),
    ]);
    const first = this.row;
    const [unreduced] = columns;
    const reduced = columns[keys.indexOf("sent") - 1];
    const amount = (formula: Formula): Cell => ({ content: `=${formula}`, format: this.numbers.euroFormat });
    for (const [index, quarter] of QUARTERS_OF_YEAR.entries()) {
      const number = new Piece(address(this.row, TABLE));
      const paid = address(this.row, reduced!);
      const sent = callWith("FUND.TOTAL", { contribution: new Piece(paid), ...this.ofFund() }).formula;
      const provisional = (estimate: Piece | undefined): Cell => amount(this.provisional(index, number, estimate));
      this.cells.put(
        this.row,
        TABLE,
        { content: quarter, format: WHOLE },
        ...before,
        provisional(undefined),
        ...(isNative ? [] : [provisional(this.maybe("estimate"))]),
        amount(this.ifFund(paid, sent)),
        ...(isNative ? [] : [provisional(NO_INCOME)]),
      );
      this.row += 1;
    }
    const sums = this.sums(first, columns);
    if (hasEstimate) this.putRisk(bill, new Piece(address(sums, unreduced!)), new Piece(address(sums, reduced!)));
  }

  private provisional(index: number, quarter: Piece, estimate: Piece | undefined): Formula {
    if (this.question.change) {
      const known = this.places.get("incomeN3")!;
      // The years between do not decide on this one.
      const earlierIncomes = new Piece(`IF(${known}="","",IF({1;0;0},${known},0))`);
      return this.ofCareer(index, "provisional", { earlierIncomes, ...(estimate && { estimates: estimate }) });
    }
    const asked = { incomeN3: this.maybe("incomeN3"), quarter, estimate, ...this.situation() };
    return callWith("INASTI.PROVISIONAL", asked).formula;
  }

  private putRisk(bill: BillPlaces, provisionalN3: Piece, reduced: Piece): void {
    const surcharge = (final: Piece): Formula =>
      callWith("INASTI.REDUCTIONSURCHARGE", {
        final,
        reduced,
        provisionalN3,
        year: this.at("year"),
        paid: this.at("judgedOn"),
      }).formula;
    const asked = { income: this.at("income"), paid: reduced, ...this.situation() };
    const settlement = this.question.change
      ? `${bill.contribution}-${reduced.formula}`
      : callWith("INASTI.SETTLEMENT", asked).formula;
    this.cells.put(this.row++, TABLE, ...bar(t("pane:calculator/provisional/risk"), this.columns));
    this.line(t("pane:calculator/provisional/sheet-supplement"), settlement);
    this.line(t("pane:calculator/provisional/sheet-surcharge"), surcharge(new Piece(bill.contribution)));
    this.line(t("pane:calculator/provisional/most"), surcharge(provisionalN3));
    this.row += 1;
  }

  /** From what was really paid. */
  private putSettlement(bill: BillPlaces): void {
    this.cells.put(this.row++, TABLE, ...bar(this.aboutYear("pane:calculator/settlement/title"), this.columns));
    const paid = this.at("paid")!;
    const settlement = this.question.change
      ? `${bill.total}-${paid.formula}`
      : callWith("INASTI.SETTLEMENT", {
          income: this.at("income"),
          paid,
          ...this.situation(),
          fund: this.maybe("fund"),
        }).formula;
    this.line(t("pane:calculator/settlement/sheet-result"), settlement);
    const sent = this.places.get("sent");
    if (sent === undefined) return;
    const { formula } = callWith("INASTI.SETTLEMENTDUE", { sent: new Piece(sent) });
    this.line(t("pane:calculator/settlement/until"), `IF(${sent}="","",${formula})`, dateFormat());
  }

  /** A label with its result below the totals. */
  private line(label: string, formula: Formula, format = this.numbers.euroFormat): void {
    this.cells.put(this.row, TABLE, { content: label });
    this.cells.put(this.row++, TOTAL, { content: `=${formula}`, format, style: "result" });
  }
}

/** Where the sums of the year stand. */
interface BillPlaces {
  readonly contribution: Formula;
  readonly total: Formula;
}
