import type { Cell, SheetPlan } from "../../host/host";
import { LONGEST_NAME } from "../../host/sheet-name";
import { articleName, figureName, lawName, reader, recordOf, t } from "../../i18n";
import type { Figure } from "../../rules/figures";
import { QUARTERS_OF_YEAR, type QuarterOfYear } from "../../rules/calendar";
import { attempt, Refusal } from "../../rules/refusal";
import type { Line } from "../../rules/trace";
import { countsFrom1904 } from "../../page/date-system";
import { gridAt } from "../formula/a1";
import { type Call, callOf, columnOf, dayPiece, Piece, yearPieces } from "../formula/call";
import { amountArgument, dateArgument, type Formula, textArgument } from "../formula/formula";
import { categoryName } from "../kit/category-name";
import { Cells } from "../kit/cells";
import { dateCell } from "../kit/date-cell";
import { feePiece } from "../kit/fee";
import { numbersOf } from "../kit/numbers";
import { versionFormula } from "../kit/version-formula";
import type { Letter } from "./letter";

/** In pixels, from A on: a margin, then as much as a page takes. */
const WIDTHS = [16, 185, 105, 95, 125, 190];
const [LABEL, SECOND, THIRD, FOURTH, LAST] = [1, 2, 3, 4, 5] as const;
const COLUMNS = 5;
/** Signs that a line has room for; fewer in an address, and in the firm's name above all. */
const LINE = 104;
const ADDRESS_LINE = 42;
const FIRM_LINE = 52;

const WHOLE = "0";
const RATE = "0.00##%";

const { cell: address } = gridAt("A1");

/** The year of a client as a letter on one page, in the reader's language. Its amounts are formulas on its own cells. */
export function letterSheet(letter: Letter): SheetPlan {
  const { year } = letter;
  const { euro, locale } = recordOf(reader.language);
  const cells = new Cells();
  const writer = new Writer(cells);
  putHead(writer, letter, locale);
  const client = putSituation(writer, letter, euro);
  const calls = callsOf(letter, client);
  putQuarters(writer, letter, calls, euro);
  putSteps(writer, letter, calls, euro);
  putAccount(writer, letter, calls, euro);
  putSources(writer, calls);
  writer.skip();
  writer.line({ content: t("pane:clients/letter/closing") });
  if (letter.sender[0] !== undefined) {
    writer.skip();
    writer.line({ content: letter.sender[0], literal: true, style: "result" });
  }
  return {
    name: sheetName(letter.name, year),
    rows: cells.rows,
    widths: WIDTHS,
    landscape: false,
    isLetter: true,
  };
}

/** However long the name, its year stands there. */
function sheetName(name: string, year: number): string {
  const room = LONGEST_NAME - t("pane:clients/letter/sheet", { name: "", year }).length;
  return t("pane:clients/letter/sheet", { name: name.slice(0, room).trim(), year });
}

/** Lines one below the other. */
class Writer {
  row = 0;
  constructor(private readonly cells: Cells) {}

  /** Cells from the first column on. */
  line(...line: readonly Cell[]): void {
    this.cells.put(this.row++, LABEL, ...line);
  }

  at(column: number, ...line: readonly Cell[]): void {
    this.cells.put(this.row, column, ...line);
  }

  skip(): void {
    this.row += 1;
  }

  bar(title: string): void {
    this.line(
      { content: title, style: "section" },
      ...Array.from({ length: COLUMNS - 1 }, (): Cell => ({ style: "section" })),
    );
  }

  paragraph(text: string, style?: Cell["style"]): void {
    for (const line of linesOf(text)) this.line({ content: line, literal: true, ...(style && { style }) });
  }
}

/** A text in lines that a page has room for. */
function linesOf(text: string, most = LINE): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

function putHead(writer: Writer, { sender, town, written, name, address: place, year }: Letter, locale: string): void {
  const [firm, ...others] = sender;
  if (firm !== undefined) {
    for (const line of linesOf(firm, FIRM_LINE)) writer.line({ content: line, literal: true, style: "title" });
    for (const line of others.flatMap((one) => linesOf(one)))
      writer.line({ content: line, literal: true, style: "note" });
    writer.skip();
  }
  const day = dateText(written, locale);
  const addressed = (text: string, style?: Cell["style"]): void => {
    for (const line of linesOf(text, ADDRESS_LINE)) {
      writer.at(FOURTH, { content: line, literal: true, ...(style && { style }) });
      writer.row += 1;
    }
  };
  addressed(name, "result");
  for (const line of place) addressed(line);
  writer.skip();
  writer.line({
    content: town === "" ? day : t("pane:clients/letter/dated", { town, day }),
    literal: true,
  });
  writer.skip();
  writer.line({ content: t("pane:clients/letter/subject", { year }), style: "result" });
  writer.skip();
  writer.line({ content: t("pane:clients/letter/salutation") });
  writer.paragraph(t("pane:clients/letter/intro", { year }));
  writer.skip();
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

const dateText = (serial: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(EPOCH + serial * DAY));

/** A cell with a day, as letters of the language write it. */
const dated = (cell: Cell): Cell => (countsFrom1904() ? cell : { ...cell, format: ofReader().dayFormat });

const ofReader = () => numbersOf(recordOf(reader.language).locale);

/** The client's data in cells of the letter, as formulas take them. */
interface Client {
  readonly income: Piece;
  readonly category: Piece;
  readonly year: Piece;
  readonly start: Piece | undefined;
  readonly stop: Piece | undefined;
  readonly earlier: Piece | undefined;
  readonly fund: Piece | undefined;
  readonly paid: Piece | undefined;
  /** Whether the cells still hold what the letter was written for. */
  readonly unchanged: Formula;
}

function putSituation(writer: Writer, letter: Letter, euro: string): Client {
  const { category, year, income, earlier, start, stop, fee, links } = letter;
  const label = (key: string): Cell => ({ content: t(`pane:clients/letter/${key}`), style: "note" });
  const pairs: [key: string, cell: Cell, value: unknown][] = [
    ["income", { content: linked(links.income) ?? income / 100, format: euro }, income / 100],
    ["year", { content: year, format: WHOLE }, year],
    ...(start === undefined
      ? []
      : [["start", dated({ ...dateCell(start), ...from(links.start) }), start] as [string, Cell, unknown]]),
    ...(stop === undefined
      ? []
      : [["stop", dated({ ...dateCell(stop), ...from(links.stop) }), stop] as [string, Cell, unknown]]),
    ...(earlier === undefined
      ? []
      : [["earlier", { content: earlier / 100, format: euro }, earlier / 100] as [string, Cell, unknown]]),
    ...(fee === null
      ? []
      : [
          [
            "fund",
            "name" in fee ? { content: fee.name, literal: true } : { content: Number(fee.rate), format: RATE },
            feePiece(fee)!.value,
          ] as [string, Cell, unknown],
        ]),
  ];
  writer.bar(t("pane:clients/letter/situation"));
  const categoryCell = address(writer.row, SECOND);
  writer.line(label("category"), { content: categoryName(category), style: "left" });
  const places = new Map<string, Piece>();
  pairs.forEach(([key, cell, value], index) => {
    const column = index % 2 === 0 ? SECOND : LAST;
    writer.at(column - 1, label(key === "fund" && typeof value === "number" ? "own-rate" : key), {
      ...cell,
      style: "left",
    });
    places.set(key, new Piece(address(writer.row, column), value));
    if (index % 2 === 1 || index === pairs.length - 1) writer.row += 1;
  });
  writer.skip();
  const named = categoryName(category);
  const same = [
    `${places.get("income")!.formula}=${amountArgument(income)}`,
    `${places.get("year")!.formula}=${year}`,
    `${categoryCell}=${textArgument(named)}`,
    ...(links.category === undefined ? [] : [links.category]),
    ...(start === undefined || countsFrom1904() ? [] : [`${places.get("start")!.formula}=${dateArgument(start)}`]),
    ...(stop === undefined || countsFrom1904() ? [] : [`${places.get("stop")!.formula}=${dateArgument(stop)}`]),
  ];
  return {
    income: places.get("income")!,
    category: new Piece(categoryCell, category),
    year: places.get("year")!,
    start: places.get("start"),
    stop: places.get("stop"),
    earlier: places.get("earlier"),
    fund: places.get("fund"),
    paid: undefined,
    unchanged: `AND(${same.join(",")})`,
  };
}

const linked = (formula: Formula | undefined): string | undefined =>
  formula === undefined ? undefined : `=${formula}`;
/** A cell that shows the client's own. */
const from = (formula: Formula | undefined): Pick<Cell, "content" | "literal"> =>
  formula === undefined ? {} : { content: `=${formula}`, literal: false };

interface Calls {
  readonly client: Client;
  readonly quarters: readonly {
    readonly n: QuarterOfYear;
    readonly due: Call;
    readonly provisional: Call;
    readonly final: Call;
  }[];
  readonly breakdown: (n: QuarterOfYear) => Call;
  readonly dossier: (paid?: Piece) => Call;
}

function callsOf({ year, parameters }: Letter, client: Client): Calls {
  const { income, category, start, stop, earlier, fund } = client;
  const { indexation } = yearPieces(parameters, year);
  const who = { category, year: client.year, start, stop, indexation };
  return {
    client,
    quarters: QUARTERS_OF_YEAR.map((n) => ({
      n,
      due: callOf("INASTI.DUEDATE", { year: client.year, quarter: n, start }),
      provisional: callOf("INASTI.PROVISIONAL", { ...who, incomeN3: earlier, quarter: n }),
      final: callOf("INASTI.QUARTERLY", { ...who, income, quarter: n }),
    })),
    breakdown: (n) => callOf("INASTI.BREAKDOWN", { ...who, income, quarter: n }),
    dossier: (paid) =>
      callOf("INASTI.DOSSIER", {
        incomes: income,
        categories: category,
        years: client.year,
        starts: start,
        stops: stop,
        funds: fund,
        paid,
        indexation,
      }),
  };
}

const heads = (...keys: readonly string[]): Cell[] =>
  keys.map((key, index): Cell => ({
    content: key === "" ? "" : t(`pane:clients/letter/${key}`),
    style: index === 0 ? "head" : "headRight",
  }));

const isAmount = (call: Call): boolean => {
  const answer = call.result();
  return answer.ok && typeof answer.value === "number";
};

/** What each quarter was asked for, and what it turns out to be. */
function putQuarters(writer: Writer, { year }: Letter, { quarters }: Calls, euro: string): void {
  const first = writer.row + 2;
  writer.bar(t("pane:clients/letter/quarters", { year }));
  writer.line(...heads("quarter", "due", "provisional", "final", "difference"));
  const isKnown = quarters.map(({ provisional }) => isAmount(provisional));
  quarters.forEach(({ n, due, provisional, final }, index) => {
    const row = writer.row;
    const [asked, owed] = [address(row, THIRD), address(row, FOURTH)];
    writer.line(
      { content: t("date/quarter", { quarter: n, year }) },
      due.result().ok ? dated({ content: `=${due.formula}` }) : { content: NOTHING, style: "right" },
      isKnown[index] ? { content: `=${provisional.formula}`, format: euro } : { content: NOTHING, style: "right" },
      { content: `=${final.formula}`, format: euro },
      isKnown[index] ? { content: `=ROUND(${owed}-${asked},2)`, format: euro } : { content: NOTHING, style: "right" },
    );
  });
  const sum = (column: number): Cell => ({
    content: `=ROUND(SUM(${address(first, column)}:${address(writer.row - 1, column)}),2)`,
    format: euro,
    style: "result",
  });
  const isWhole = isKnown.every(Boolean);
  writer.line(
    { content: t("pane:clients/sheet/total"), style: "result" },
    { style: "result" },
    isWhole ? sum(THIRD) : { content: NOTHING, style: "right" },
    sum(FOURTH),
    isWhole ? sum(LAST) : { content: NOTHING, style: "right" },
  );
  if (!isWhole) writer.paragraph(t("pane:clients/letter/no-provisional"), "note");
  writer.skip();
}

const NOTHING = "–";

/** The steps of one quarter: their words are those of the letter's language, their figures are formulas. */
function putSteps(writer: Writer, { year }: Letter, { client, quarters, breakdown }: Calls, euro: string): void {
  const shown = quarters.find(({ final }) => Number(valueOf(final)) > 0)?.n ?? 1;
  const call = breakdown(shown);
  const answer = call.result();
  if (!answer.ok) return;
  const [, ...steps] = answer.value as unknown[][];
  const at = (name: string): number => columnOf("INASTI.BREAKDOWN", name);
  const exact = euro.replace("0.00", "0.00####");
  writer.bar(t("pane:clients/letter/steps", { quarter: t("date/quarter", { quarter: shown, year }) }));
  writer.line(...heads("step", "base", "rate", "amount").slice(0, 4), {
    content: t("pane:clients/letter/article"),
    style: "head",
  });
  steps.forEach((step, index) => {
    const figure = (name: string, format: string): Cell => ({
      format,
      ...(typeof step[at(name)] === "number" && {
        content: `=INDEX(${call.formula},${index + 2},${at(name) + 1})`,
      }),
    });
    writer.line(
      { content: capital(String(step[at("step")])), literal: true },
      figure("base", euro),
      figure("rate", RATE),
      figure("amount", exact),
      { content: String(step[at("article")]), literal: true },
    );
  });
  writer.line(
    { content: t("pane:clients/letter/quarterly"), style: "result" },
    { style: "result" },
    { style: "result" },
    { content: `=${quarters[shown - 1]!.final.formula}`, format: euro, style: "result" },
  );
  writer.line({
    content: `=IF(${client.unchanged},"",${textArgument(t("pane:clients/letter/changed"))})`,
    style: "note",
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function valueOf(call: Call): unknown {
  const answer = call.result();
  return answer.ok ? answer.value : undefined;
}

/** What the year comes to, what was paid of it, and what is left. */
function putAccount(writer: Writer, { fee, paid, sent, links }: Letter, { dossier }: Calls, euro: string): void {
  const figure = (name: string, paidIn?: Piece): Formula =>
    `INDEX(${dossier(paidIn).formula},2,${columnOf("INASTI.DOSSIER", name) + 1})`;
  const line = (label: Cell, content: Cell, isResult = false): void => {
    const style = isResult ? ({ style: "result" } as const) : {};
    writer.line({ ...label, ...style }, { ...style }, { ...style }, { format: euro, ...content, ...style });
  };
  const text = (key: string): Cell => ({ content: t(`pane:clients/letter/${key}`) });
  writer.bar(t("pane:clients/letter/account"));
  line(text("contributions"), { content: `=${figure("annual")}` });
  if (fee !== null) {
    line(text("fee"), { content: `=${figure("fee")}` });
    line(text("total"), { content: `=${figure("total")}` });
  }
  if (paid !== undefined) {
    const cell = new Piece(address(writer.row, FOURTH), paid / 100);
    line(text(fee === null ? "paid" : "paid-with-fee"), { content: linked(links.paid) ?? paid / 100 });
    const settlement = figure("settlement", cell);
    line(
      {
        content: `=IF(${settlement}>0,${["to-pay", "to-receive"]
          .map((key) => textArgument(t(`pane:clients/letter/${key}`)))
          .join(`,IF(${settlement}<0,`)},${textArgument(t("pane:clients/letter/settled"))}))`,
      },
      { content: `=ABS(${settlement})` },
      true,
    );
    if (sent !== undefined) {
      const due = callOf("INASTI.SETTLEMENTDUE", { sent: new Piece(dateArgument(sent), dayPiece(sent).value) });
      const label = t("pane:clients/letter/settlement-due", { day: ofReader().day(sent) });
      // What comes back has no last day.
      const ifOwed = (shown: Formula): string => `=IF(${settlement}>0,${shown},"")`;
      writer.line({ content: ifOwed(textArgument(label)) }, {}, {}, dated({ content: ifOwed(due.formula) }));
    }
  }
  writer.skip();
}

/** Where the figures of the letter stand, and how sure each is; and the data version. */
function putSources(writer: Writer, { client, quarters, dossier }: Calls): void {
  const ways = [
    attempt(() => dossier(client.paid).way({ row: 0, column: 0 })),
    ...quarters
      .filter(({ provisional }) => isAmount(provisional))
      .map(({ provisional }) => attempt(() => provisional.way())),
  ];
  const bySource = new Map<string, Set<string>>();
  for (const figure of ways.flatMap((way) => (way instanceof Refusal ? [] : way.flatMap(figuresIn)))) {
    const source = sourceText(figure);
    bySource.set(source, (bySource.get(source) ?? new Set()).add(figureName(figure.id)));
  }
  writer.bar(t("pane:clients/letter/sources"));
  for (const [source, names] of bySource)
    writer.paragraph(t("pane:clients/letter/source", { names: [...names].join(", "), source }), "note");
  writer.line({ content: `=${versionFormula("pane:clients/letter/version")}`, style: "note" });
}

const figuresIn = ({ figures, steps = [] }: Line): readonly Figure[] => [...figures, ...steps.flatMap(figuresIn)];

/** The article; a figure that stands in none has the title of what it was printed in. */
const sourceText = ({ source, confidence }: Figure): string =>
  `${articleName(source.article) || lawName(source.title)} (${t(`confidence/${confidence}`)})`;
