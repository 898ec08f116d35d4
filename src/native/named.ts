import type { Expression } from "../expression";
import { definitionOf } from "../definitions";
import { isWithoutZero } from "../definitions/argument";
import { nativeFormOf, nativeTableOf } from "../definitions/native";
import { handedOf } from "./handed";
import { DIVISORS } from "./divisors";
import type { LawSheet } from "./law-sheet";
import { argumentsIn, errorFormula, type Handed, Printer, quoted } from "./print";
import { columnsOf, headOf, shown, shownColumns } from "./table";

/** A name of the workbook that is a function. */
export interface NamedFunction {
  readonly name: string;
  /** With "=", in the notation of en-US; files have prefixes before LAMBDA, LET and what they bind. */
  readonly formula: string;
}

export interface NamedOptions {
  /** Arguments may be left out at the end of a call. False for programs whose LAMBDA takes all: a call says them, blank. */
  readonly leavesOut?: boolean;
}

/** A function as a LAMBDA over the law sheet, with the arguments of its contract. */
export function namedFunction(id: string, sheet: LawSheet, { leavesOut = true }: NamedOptions = {}): NamedFunction {
  const form = nativeFormOf(id);
  const table = nativeTableOf(id);
  const columns = table === undefined ? {} : columnsOf(id);
  const read = form === undefined ? Object.values(columns).map(({ gives }) => gives) : [form.gives];
  const without = { ...form?.without, ...table?.without, ...table?.withoutInNames };
  const { parameters, bound, handed, unanswered } = bind(id, sheet, {
    read,
    without,
    leavesOut,
    omitted: table?.omitted,
  });
  const text =
    form === undefined
      ? tableText(id, sheet, handed)
      : new Printer(sheet, handed, true).both(form.gives, DIVISORS[form.exit]).text;
  const answered =
    unanswered.length === 0 ? text : `IF(${unanswered.join("+")},${errorFormula("notAvailable")},${text})`;
  const body = bound.length === 0 ? answered : `LET(${bound.join(",")},${answered})`;
  return { name: id, formula: `=LAMBDA(${[...parameters, body].join(",")})` };
}

interface Binding {
  readonly read: readonly Expression[];
  readonly without: Readonly<Record<string, unknown>>;
  readonly leavesOut: boolean;
  readonly omitted?: Readonly<Record<string, number>> | undefined;
}

/** The parameters of a name, what they are called inside, and those that have no answer. */
function bind(id: string, sheet: LawSheet, { read, without, leavesOut, omitted = {} }: Binding) {
  const takes = Object.entries(definitionOf(id)!.takes);
  const entries = new Map(argumentsIn(read).map((one) => [one.name, one.entries]));
  const parameters = takes.map(([name, { optional }]) => (leavesOut && optional === true ? `[${name}]` : name));
  const bound: string[] = [];
  const handed: Record<string, Handed> = {};
  const unanswered: string[] = [];
  for (const [name, argument] of takes) {
    const isOmitted = leavesOut && argument.optional === true;
    const text = isOmitted ? `${name}_given` : name;
    if (without[name] !== undefined) {
      unanswered.push(isWithoutZero(argument) ? `(${text}<>"")*(${text}<>0)` : `(${text}<>"")`);
      handed[name] = { is: "absent" };
    } else {
      // A text is never refused.
      handed[name] = handedOf(name, argument, entries.get(name) ?? [], { text }, sheet) as Handed;
    }
    // What is left out is as a blank cell.
    if (isOmitted) bound.push(`${text},IF(ISOMITTED(${name}),${omitted[name] ?? '""'},${name})`);
  }
  return { parameters, bound, handed, unanswered };
}

/** Its columns are functions of the row, which call one another; the table has as many rows as its call asks for. */
function tableText(id: string, sheet: LawSheet, handed: Readonly<Record<string, Handed>>): string {
  const { rows, also, withoutInNames } = nativeTableOf(id)!;
  const columns = columnsOf(id);
  const isLeftOut = (name: string) => withoutInNames[also[name] ?? ""] !== undefined;
  const names = shownColumns(id).filter((name) => !isLeftOut(name));
  const printer = new Printer(sheet, handed, true, { columns }).at("row");
  const functions = Object.entries(columns).flatMap(([name, { gives, isEach }]) =>
    isLeftOut(name) ? [] : [`${name}_,LAMBDA(row,${isEach ? printer.fourOf(gives) : printer.whole(gives)})`],
  );
  const cells = names.map((name) => shown(`${name}_(down-1)`, columns[name]!.divisor));
  const heads = names.map((name) => quoted(headOf(name)));
  const last = names.filter((name) => also[name] !== undefined);
  const width = last.reduce((count, name) => `${count}-ISOMITTED(${also[name]})`, String(names.length));
  const table =
    `MAKEARRAY(1+${printer.whole(rows)},${width},` +
    `LAMBDA(down,across,IF(down=1,CHOOSE(across,${heads.join(",")}),CHOOSE(across,${cells.join(",")}))))`;
  const checks = printer.checks(Object.values(columns).map(({ gives }) => gives));
  const whole = printer.binding(`LET(${functions.join(",")},${table})`);
  return checks === null ? whole : `IF(${checks.holds},${whole},${checks.error})`;
}
