import { reads } from "../../definitions/dossier";
import type { Parameters } from "../../host/host";
import { type Language, reader } from "../../i18n";
import { loadAllPaneTexts, loadFigureNames } from "../../i18n/load";
import { addressOf } from "../../formula/addresses";
import { type Day, isoDate } from "../../rules/calendar";
import type { Category } from "../../rules/contributions";
import type { FundId } from "../../rules/funds";
import type { Cents } from "../../rules/money";
import { Refusal } from "../../rules/refusal";
import { referenceTo } from "../formula/a1";
import { type Formula, textArgument } from "../formula/formula";
import { type Fee, type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import type { Client, Mapping } from "./clients";
import type { Column } from "./columns";
import { nameOf } from "./list-preview";
import type { Table } from "./table";

/** The form as typed. */
export interface LetterForm {
  readonly language: Language;
  readonly sender: string;
  readonly town: string;
  readonly written: string;
  readonly name: string;
  readonly address: string;
  readonly category: Category;
  readonly year: string;
  readonly income: string;
  readonly earlier: string;
  readonly start: string;
  readonly stop: string;
  readonly fund: FundChoice;
  readonly paid: string;
  readonly sent: string;
}

/** Fields that may stand in the client's own cells: a reference, and of the category the condition that it is still the same. */
const LINKED = ["category", "income", "start", "stop", "paid"] as const;
export type Links = Readonly<Partial<Record<(typeof LINKED)[number], Formula>>>;

export interface Letter {
  readonly sender: readonly string[];
  readonly town: string;
  readonly written: Day;
  readonly name: string;
  readonly address: readonly string[];
  readonly category: Category;
  readonly year: number;
  readonly income: Cents;
  readonly earlier: Cents | undefined;
  readonly start: Day | undefined;
  readonly stop: Day | undefined;
  readonly fee: Fee;
  readonly paid: Cents | undefined;
  readonly sent: Day | undefined;
  readonly links: Links;
  readonly parameters: Parameters;
}

export type LetterProblem = "required" | "amount" | "date" | "rate";
type Field = keyof LetterForm;
export type LetterProblems = Readonly<Partial<Record<Field, LetterProblem>>>;

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What the form says, or what is wrong with which field. */
export function readLetter(
  form: LetterForm,
  links: Links,
  parameters: Parameters,
  numbers: Numbers,
): { readonly letter?: Letter; readonly problems: LetterProblems } {
  const problems: Partial<Record<Field, LetterProblem>> = {};
  const amount = (field: "income" | "earlier" | "paid", needed: boolean): Cents | undefined => {
    const text = form[field].trim();
    const cents = numbers.readSigned(text);
    if (text === "" && needed) problems[field] = "required";
    else if (text !== "" && cents === undefined) problems[field] = "amount";
    return cents;
  };
  const day = (field: "written" | "start" | "stop" | "sent", needed = false): Day | undefined => {
    const found = numbers.readDay(form[field]);
    if (form[field] === "" && needed) problems[field] = "required";
    else if (form[field] !== "" && found === undefined) problems[field] = "date";
    return found;
  };
  const [income, earlier, paid] = [amount("income", true), amount("earlier", false), amount("paid", false)];
  const [written, start, stop, sent] = [day("written", true), day("start"), day("stop"), day("sent")];
  const fee = readFee(form.fund, numbers);
  if (fee === undefined) problems.fund = "rate";
  if (form.name.trim() === "") problems.name = "required";
  if (Object.keys(problems).length > 0) return { problems };
  return {
    problems,
    letter: {
      sender: lines(form.sender),
      town: form.town.trim(),
      written: written!,
      name: form.name.trim(),
      address: lines(form.address),
      category: form.category,
      year: Number(form.year),
      income: income!,
      earlier,
      start,
      stop,
      fee: fee!,
      paid,
      sent,
      links,
      parameters,
    },
  };
}

/** What the list says of a client, as the form has it; what it does not say is blank. */
export function ofClient(client: Client, numbers: Numbers): Partial<LetterForm> {
  const { cells } = client;
  const read = <T>(column: Exclude<Column, "name">, as: (value: T) => string): string => {
    const value = reads[column](cells[column] ?? "") as T | Refusal | undefined;
    return value === undefined || value instanceof Refusal ? "" : as(value);
  };
  const category = reads.category(cells.category ?? "");
  return {
    name: nameOf(client),
    ...(!(category instanceof Refusal) && { category }),
    income: read<Cents>("income", numbers.amount),
    earlier: "",
    start: read<Day>("start", isoDate),
    stop: read<Day>("stop", isoDate),
    paid: read<Cents>("paid", numbers.amount),
    fund: fundOf(client, numbers),
  };
}

function fundOf({ cells: { fund = "" } }: Client, numbers: Numbers): FundChoice {
  const read = reads.fund(fund);
  if (read === undefined || read instanceof Refusal) return { fund: "none", rate: "" };
  if (typeof read === "string") return { fund: read as FundId, rate: "" };
  return { fund: "own", rate: typeof fund === "number" ? numbers.percentage(String(fund)) : String(fund) };
}

/** The cells of a client of the workbook, as formulas of another sheet name them. */
export function linksOf({ at: row, cells }: Client, { at }: Table, mapping: Mapping): Links {
  if (!at) return {};
  return Object.fromEntries(
    LINKED.flatMap((column) => {
      const source = mapping[column];
      if (source === null || "all" in source || (cells[column] ?? "") === "") return [];
      const area = { row: at.row + row, column: at.column + source.at, rows: 1, columns: 1 };
      const cell = referenceTo({ sheet: at.sheet, address: addressOf(area) });
      return [[column, column === "category" ? `${cell}=${textArgument(String(cells[column]))}` : cell]];
    }),
  );
}

/** Has the pane's texts of a language, and says in it what is asked; nothing else is said meanwhile. */
export async function inLanguage<Answer>(language: Language, say: () => Answer): Promise<Answer> {
  await Promise.all([loadAllPaneTexts(language), loadFigureNames(language)]);
  const before = reader.language;
  reader.language = language;
  try {
    return say();
  } finally {
    reader.language = before;
  }
}
