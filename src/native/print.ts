import type { Condition, Entry, Expression, Found } from "../expression";
import { QUARTERS_OF_YEAR } from "../rules/calendar";
import { Refusal, type RefusalCode } from "../rules/refusal";
import { type LawSheet, type Placed, QUARTERS } from "./law-sheet";
import { type List, SEPARATORS, WILDCARDS } from "./words";

/** What a formula has in the place of an argument. */
export type Handed =
  | { readonly is: "absent" }
  /** A whole number of the argument's unit, known already; `isRate`: of a fund, a rate of one's own. */
  | { readonly is: "known"; readonly value: number; readonly isRate?: boolean }
  /** What stands in the formula, as an operand; `isZeroNothing`: a 0 leaves the argument out. */
  | {
      readonly is: "text";
      readonly text: string;
      readonly isZeroNothing: boolean;
      readonly isOptional: boolean;
      /** It may be a word. */
      readonly isWord?: boolean;
      /** The same in whole numbers, of what a function of ours gives: nothing is left to check. */
      readonly whole?: string;
      /** A range, taken as a whole. */
      readonly isRange?: boolean;
    };

/** A table of which a formula is one cell. */
export interface TableCell {
  /** Its columns, and in what unit the cells of each show. */
  readonly columns: Readonly<
    Record<string, { readonly gives: Expression; readonly divisor: number; readonly isEach?: boolean }>
  >;
  /** Where a cell of it stands, of a row from 1 on; null where none does. */
  readonly addressOf?: (column: string, row: number) => string | null;
}

/** How tightly the text of an expression holds together. */
const enum Binds {
  Compare,
  Joined,
  Sum,
  Product,
  Operand,
}

interface Printed {
  readonly text: string;
  readonly binds: Binds;
  /** Of a constant. */
  readonly value?: number;
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const operand = (text: string): Printed => ({ text, binds: Binds.Operand });
const constant = (value: number): Printed => ({
  text: String(value),
  binds: value < 0 ? Binds.Sum : Binds.Operand,
  value,
});

const within = ({ text, binds }: Printed, least: Binds): string => (binds < least ? `(${text})` : text);

/** An error as a formula that every program calculates. */
const ERRORS: Readonly<Record<RefusalCode, string>> = {
  notAvailable: "NA()",
  value: '(0+"?")',
  number: "SQRT(-1)",
};

export const errorFormula = (code: RefusalCode): string => ERRORS[code];

/** Many values at once, until it is written which; and what marks a name that stands for them. */
const MANY = "\u0001";
const MARK = "\u0002";
const isMany = (text: string): boolean => text.includes(MANY) || text.includes(MARK);

const written = (text: string, values: readonly number[]): string =>
  text.replaceAll(MANY, `{${values.join(",")}}`).replaceAll(MARK, "");

const SCALES = { cents: 100, millionths: 1e6, billionths: 1e9 } as const;

/**
 * An expression as a formula over the law sheet. Only functions that Excel 2010, LibreOffice, ONLYOFFICE and Google Sheets share, but for LET where it may be used. Conditions are
 * multiplied and added, for AND and OR would make one of the cells of a range.
 */
export class Printer {
  private readonly locals = new Map<string, Printed>();
  /** What stands for a law, which is looked up with its segments. */
  private readonly laws = new Map<string, Found>();

  /** Names by what they stand for. */
  private readonly bound = new Map<string, string>();

  constructor(
    private readonly sheet: LawSheet,
    private readonly handed: Readonly<Record<string, Handed>>,
    private readonly usesLet = false,
    private readonly table?: TableCell,
  ) {}

  /** The same printer at a row of its table: a number, or what stands for one. */
  at(row: number | string): this {
    this.locals.set("row", typeof row === "number" ? constant(row) : operand(row));
    return this;
  }

  /** The four quarters of a row at once. */
  fourOf(expression: Expression): string {
    this.locals.set("n", operand(MANY));
    const { text } = this.print(expression);
    this.locals.delete("n");
    return written(text, QUARTERS_OF_YEAR);
  }

  /** In whole numbers, with nothing checked. */
  whole(expression: Expression): string {
    return this.print(expression).text;
  }

  /** What has to hold of the arguments of some expressions, and what is added up to an error where it does not. */
  checks(expressions: readonly Expression[]): { readonly holds: string; readonly error: string } | null {
    const checks = argumentsIn(expressions).flatMap(({ name, entries }) => this.checkOf(name, entries));
    if (checks.length === 0) return null;
    return {
      holds: checks.map(({ holds }) => holds).join("*"),
      error: `${checks.map(({ text }) => text).join("+")}+"?"`,
    };
  }

  /** The formula without "=", and the same in whole numbers, with an error where an argument is no value of its kind. */
  both(expression: Expression, divisor: number): { readonly text: string; readonly whole: string } {
    const body = this.print(expression);
    const shown = divisor === 1 ? body.text : `${within(body, Binds.Product)}/${divisor}`;
    const checks = this.checks([expression]);
    if (checks === null) return { text: this.binding(shown), whole: this.binding(body.text) };
    // An error that is handed in goes on; what is no value of its kind is #VALUE!.
    const checked = (text: string) => `IF(${checks.holds},${this.binding(text)},${checks.error})`;
    return { text: checked(shown), whole: checked(body.text) };
  }

  private checkOf(name: string, entries: readonly Entry[]): { readonly holds: string; readonly text: string }[] {
    const handed = this.handed[name]!;
    if (handed.is !== "text" || handed.whole !== undefined) return [];
    const { text, isOptional } = handed;
    // A cell that is read by itself is checked by itself, but for amounts, of which one is bad for all.
    if (handed.isRange === true) return entries[0]!.unit === "millionths" ? [] : rangeChecks(text, entries[0]!);
    const [entry] = entries.filter(({ unit }) => unit !== "key");
    if (entry === undefined || entry.unit === "key") return [];
    const conditions = checksOf(text, entry, handed.isZeroNothing && isOptional);
    const isAlso = entries.length > 1;
    // A word is checked where it is looked up.
    if (isAlso) return [{ holds: `IF(ISNUMBER(${text}),${conditions},1)`, text }];
    if (!isOptional) return [{ holds: `ISNUMBER(${text})*${conditions}`, text }];
    return [{ holds: `IF(ISNUMBER(${text}),${conditions},${text}="")`, text }];
  }

  private print(expression: Expression): Printed {
    switch (expression.kind) {
      case "integer":
        return constant(expression.value);
      case "key":
        throw new Error("A key is handed over as an argument");
      case "setting":
        return this.setting(expression.name);
      case "argument":
        return this.argument(expression.name, expression.as);
      case "shared": {
        const printed = this.print(expression.value);
        return printed.value === undefined ? this.known(expression.name, printed) : printed;
      }
      case "local":
        return this.locals.get(expression.name) ?? this.found(this.laws.get(expression.name)!);
      case "let":
        return this.let(expression);
      case "add":
      case "subtract":
        return this.sum(expression.kind, expression.left, expression.right);
      case "multiply":
        return this.product(expression.left, "*", expression.right);
      case "ratio":
        return this.product(expression.of, "/", expression.by);
      case "remainder":
        return operand(`MOD(${this.print(expression.of).text},${this.print(expression.by).text})`);
      case "quarter": {
        const { of } = expression;
        const handed = of.kind === "argument" ? this.handed[of.name] : undefined;
        // A time of day changes nothing of it.
        const day = handed?.is === "text" ? handed.text : this.print(of).text;
        return { text: `YEAR(${day})*4+INT((MONTH(${day})-1)/3)`, binds: Binds.Sum };
      }
      case "total":
        return this.total(expression);
      case "item":
        return this.item(expression);
      case "length":
        return this.lengthOf(expression);
      case "tally":
        return operand(`SUMPRODUCT(${this.print(expression.of).text})`);
      case "each":
        return this.each(expression);
      case "present": {
        const handed = this.handed[expression.name]!;
        return handed.is === "text" ? { text: `1*ISNUMBER(${handed.text})`, binds: Binds.Product } : constant(1);
      }
      case "flag": {
        const condition = this.condition(expression.when);
        return typeof condition === "boolean" ? constant(Number(condition)) : operand(`(${condition})`);
      }
      case "own":
        return this.own(expression);
      case "text":
        return operand(quoted(expression.value));
      case "minimum":
      case "maximum": {
        const [left, right] = [this.print(expression.left), this.print(expression.right)];
        const isLeast = expression.kind === "minimum";
        if (left.value !== undefined && right.value !== undefined)
          return constant(Math[isLeast ? "min" : "max"](left.value, right.value));
        return operand(`${isLeast ? "MIN" : "MAX"}(${left.text},${right.text})`);
      }
      case "quotient":
        return operand(`INT(${this.product(expression.of, "/", expression.by).text})`);
      case "rounded":
        return operand(`ROUND(${this.product(expression.of, "/", expression.by).text},0)`);
      case "case":
        return this.choice(expression);
      case "refused":
        return operand(errorFormula(new Refusal(expression.reason).code));
      case "found":
        return this.found(expression);
    }
  }

  /** By a name of its own, bound in front of all that needs it, where LET may be used. */
  private known(name: string, printed: Printed): Printed {
    if (!this.usesLet) return printed;
    const known = this.bound.get(printed.text);
    if (known !== undefined) return operand(known);
    const local = `${name}_${this.bound.size}`;
    this.bound.set(printed.text, local);
    return operand(local);
  }

  /** With what it needs by a name. */
  binding(text: string): string {
    const all = [...this.bound].map(([value, name]) => `${name},${value}`);
    return all.length === 0 ? text : `LET(${all.join(",")},${text})`;
  }

  /** In SUMPRODUCT every program takes arrays as such; what has to pass over errors needs a formula that is an array. */
  private total({ how, name, values, of }: Extract<Expression, { kind: "total" }>): Printed {
    this.locals.set(name, operand(MANY));
    const inner = written(this.print(of).text, values);
    this.locals.delete(name);
    return operand(how === "most" ? `SUMPRODUCT(MAX(${inner}))` : `SUMPRODUCT(${inner})`);
  }

  private item({ name, at, as, blank }: Extract<Expression, { kind: "item" }>): Printed {
    const handed = this.handed[name]!;
    const none = errorFormula(new Refusal(blank.reason).code);
    if (handed.is !== "text") return operand(none);
    const cell = `INDEX(${handed.text},${this.print(at).text})`;
    if (as.unit !== "millionths") return operand(`IF(ISNUMBER(${cell}),${entered(cell, as)},${none})`);
    const isOne = `IF(ISNUMBER(${cell}),${checksOf(cell, as, false)},0)`;
    return operand(`IF(${isOne},${entered(cell, as)},${errorFormula("value")})`);
  }

  private lengthOf({ name, filled }: Extract<Expression, { kind: "length" }>): Printed {
    const handed = this.handed[name]!;
    if (handed.is !== "text") return constant(0);
    const { text } = handed;
    if (!filled) return operand(`ROWS(${text})*COLUMNS(${text})`);
    return operand(`MAX(IF(${text}="",0,SEQUENCE(ROWS(${text}),COLUMNS(${text}))))`);
  }

  private each({ name, as }: Extract<Expression, { kind: "each" }>): Printed {
    const handed = this.handed[name]!;
    if (handed.is !== "text") return constant(1);
    return operand(`IF(ISNUMBER(${handed.text}),${entered(handed.text, as)},0)`);
  }

  private own({ column, row }: Extract<Expression, { kind: "own" }>): Printed {
    const { columns, addressOf } = this.table!;
    const at = this.print(row);
    if (addressOf === undefined) return operand(`${column}_(${at.text})`);
    const address = at.value === undefined ? null : addressOf(column, at.value);
    const { gives, divisor } = columns[column]!;
    if (address !== null) return operand(divisor === 1 ? address : `ROUND(${address}*${divisor},0)`);
    const outer = this.locals.get("row")!;
    this.locals.set("row", at);
    const printed = this.print(gives);
    this.locals.set("row", outer);
    return printed;
  }

  private setting(name: Extract<Expression, { kind: "setting" }>["name"]): Printed {
    if (name === "year") return operand(this.sheet.year);
    if (name === "year-end") return operand(`DATE(${this.sheet.year},12,31)`);
    return constant(this.sheet.settingOf(name));
  }

  private argument(name: string, as: Entry): Printed {
    const handed = this.handed[name]!;
    if (handed.is === "known") return constant(handed.value);
    const otherwise = "otherwise" in as ? as.otherwise : undefined;
    if (handed.is === "absent") {
      if (otherwise === undefined) return operand(errorFormula("value"));
      return as.unit === "key" ? constant(this.wordOrNone(otherwise, as.list)) : this.print(otherwise);
    }
    const { text, whole } = handed;
    if (as.unit === "key") return this.known(name, this.word(text, as.list, otherwise));
    if (whole !== undefined) return operand(whole);
    if (as.unit in SCALES) return operand(`ROUND(${text}*${SCALES[as.unit as keyof typeof SCALES]},0)`);
    const entered = as.unit === "day" ? `INT(${text})` : text;
    if (otherwise === undefined) return operand(entered);
    if (otherwise.kind === "integer" && otherwise.value === 0) return operand(`N(${text})`);
    return this.known(name, operand(`IF(N(${text})=0,${this.print(otherwise).text},${entered})`));
  }

  /** The number of a word; what is none is #VALUE!. */
  private word(text: string, list: Extract<Entry, { unit: "key" }>["list"], otherwise?: Expression): Printed {
    const { spellings, numbers } = this.sheet.listOf(list);
    const signs = list === "parameter" ? WILDCARDS : [...SEPARATORS, ...WILDCARDS];
    const bare = signs.reduce((inner, sign) => `SUBSTITUTE(${inner},"${sign}","")`, text);
    const found = `INDEX(${numbers},IFERROR(MATCH(${bare},${spellings},0),"?"))`;
    if (otherwise === undefined) return operand(found);
    return operand(`IF(${text}="",${this.wordOrNone(otherwise, list)},${found})`);
  }

  /** What stands for a word that is left out; 0 is none. */
  private wordOrNone(otherwise: Expression, list: List): number {
    return otherwise.kind === "key" && otherwise.value !== "" ? this.sheet.numberOf(list, otherwise.value) : 0;
  }

  private let({ name, value, in: body }: Extract<Expression, { kind: "let" }>): Printed {
    if (value.kind === "found" && value.table === "law") {
      this.laws.set(name, value);
      return this.print(body);
    }
    const printed = this.print(value);
    const outer = this.locals.get(name);
    // A constant, or a formula without LET, stands wherever it is used.
    const isNamed = this.usesLet && printed.value === undefined;
    const local = `${name}_${this.locals.size}`;
    this.locals.set(name, isNamed ? operand(isMany(printed.text) ? `${local}${MARK}` : local) : printed);
    const inner = this.print(body);
    if (outer === undefined) this.locals.delete(name);
    else this.locals.set(name, outer);
    return isNamed ? operand(`LET(${local},${printed.text},${inner.text})`) : inner;
  }

  private sum(kind: "add" | "subtract", left: Expression, right: Expression): Printed {
    const [a, b] = [this.print(left), this.print(right)];
    if (kind === "add") return added(a, b);
    if (b.value !== undefined) return added(a, constant(-b.value));
    return { text: `${within(a, Binds.Sum)}-${within(b, Binds.Product)}`, binds: Binds.Sum };
  }

  private product(left: Expression, sign: "*" | "/", right: Expression): Printed {
    const [a, b] = [this.print(left), this.print(right)];
    if (sign === "*" && a.value !== undefined && b.value !== undefined) return constant(a.value * b.value);
    return { text: `${within(a, Binds.Product)}${sign}${within(b, Binds.Operand)}`, binds: Binds.Product };
  }

  private choice({ when, then, otherwise }: Extract<Expression, { kind: "case" }>): Printed {
    const condition = this.condition(when);
    if (typeof condition === "boolean") return this.print(condition ? then : otherwise);
    return operand(`IF(${condition},${this.print(then).text},${this.print(otherwise).text})`);
  }

  /** A text that is true, or 1, where it holds; or what is known already. */
  private condition(condition: Condition): string | boolean {
    switch (condition.kind) {
      case "compare":
        return this.compare(condition);
      case "and":
      case "or": {
        const decides = condition.kind === "or";
        const [left, right] = [this.condition(condition.left), this.condition(condition.right)];
        if (left === decides || right === decides) return decides;
        if (typeof left === "boolean") return right;
        if (typeof right === "boolean") return left;
        // What stands right may be an error where left decides.
        return decides ? `IF(${left},TRUE,${right})` : `IF(${left},${right},FALSE)`;
      }
      case "not": {
        const of = this.condition(condition.of);
        return typeof of === "boolean" ? !of : `IF(${of},FALSE,TRUE)`;
      }
      case "given": {
        const handed = this.handed[condition.name]!;
        if (handed.is !== "text" || handed.whole !== undefined || handed.isRange === true)
          return handed.is !== "absent";
        const { text, isZeroNothing } = handed;
        return isZeroNothing
          ? handed.isWord === true
            ? `(${text}<>"")*(${text}<>0)`
            : `N(${text})<>0`
          : `${text}<>""`;
      }
      case "placed":
        return this.handed[condition.name]!.is !== "absent";
      case "beside": {
        const [one, other] = [this.handed[condition.name]!, this.handed[condition.other]!];
        if (one.is !== "text" || other.is !== "text") return true;
        const [a, b] = [one.text, other.text];
        const isBeside = `(ROWS(${a})=ROWS(${b}))*(COLUMNS(${a})=COLUMNS(${b}))*(SUMPRODUCT(ISNUMBER(${b})*(1-ISNUMBER(${a})))=0)`;
        return `IF(ROWS(${a})*COLUMNS(${a})=1,ISNUMBER(SUM(${a})),${isBeside})`;
      }
      case "numeric": {
        const handed = this.handed[condition.name]!;
        if (handed.is === "text") return handed.whole !== undefined || `ISNUMBER(${handed.text})`;
        return handed.is === "known" && handed.isRate === true;
      }
    }
  }

  private compare({ sign, left, right }: Extract<Condition, { kind: "compare" }>): string | boolean {
    const isWord = right.kind === "key" && left.kind === "argument" && left.as.unit === "key";
    const a = this.print(left);
    const b = isWord
      ? constant(this.wordOrNone(right, (left.as as Extract<Entry, { unit: "key" }>).list))
      : this.print(right);
    if (a.value !== undefined && b.value !== undefined) return COMPARED[sign](a.value, b.value);
    return `${within(a, Binds.Joined)}${sign}${within(b, Binds.Joined)}`;
  }

  private found(found: Found): Printed {
    const law = this.lawOf(found);
    const { table, keys, at, column } = found;
    if (law !== undefined) {
      const [category, year, quarter] = law.keys.map((key) => this.print(key));
      const group = added(added(category!, scaled(year!, QUARTERS)), quarter!);
      return this.step(this.sheet.segments, group, this.print(at!), column);
    }
    const { keys: range, columns, steps, widths } = this.sheet.tableOf(table);
    const printed = keys.map((key) => this.print(key));
    const key = printed.reduce((all, one, place) => added(scaled(all, widths![place]!), one), constant(0));
    if (at === undefined || steps === undefined)
      return operand(`INDEX(${columns.get(column)!},MATCH(${key.text},${range},0))`);
    return this.step({ keys: range, columns, steps }, key, this.print(at), column);
  }

  /** The law of a segment. */
  private lawOf({ table, keys: [law] }: Found): Found | undefined {
    if (table !== "scale") return undefined;
    const found = law!.kind === "local" ? this.laws.get(law!.name) : law;
    return found?.kind === "found" && found.table === "law" ? found : undefined;
  }

  /** The last row of a group up to a value. */
  private step({ keys, columns, steps }: Placed, group: Printed, value: Printed, column: string): Printed {
    const { span, lowest, highest } = steps!;
    const above =
      value.value !== undefined
        ? constant(Math.min(Math.max(value.value, lowest), highest) - lowest)
        : isMany(value.text)
          ? added(value, constant(-lowest))
          : added(operand(`MIN(MAX(${value.text},${lowest}),${highest})`), constant(-lowest));
    const key = added(scaled(group, span), above).text;
    // INDEX gives one cell for many, LOOKUP as many as it is asked for.
    if (isMany(key)) return operand(`LOOKUP(${key},${keys},${columns.get(column)!})`);
    return operand(`INDEX(${columns.get(column)!},MATCH(${key},${keys},1))`);
  }
}

const scaled = (of: Printed, by: number): Printed =>
  of.value === undefined
    ? { text: `${within(of, Binds.Product)}*${by}`, binds: Binds.Product }
    : constant(of.value * by);

function added(a: Printed, b: Printed): Printed {
  if (a.value !== undefined && b.value !== undefined) return constant(a.value + b.value);
  if (a.value === 0) return b;
  if (b.value === 0) return a;
  if (b.value !== undefined && b.value < 0) return { text: `${within(a, Binds.Sum)}-${-b.value}`, binds: Binds.Sum };
  return { text: `${within(a, Binds.Sum)}+${within(b, Binds.Product)}`, binds: Binds.Sum };
}

/** What is read of a cell, in whole numbers. */
const entered = (cell: string, { unit }: Entry): string =>
  unit in SCALES ? `ROUND(${cell}*${SCALES[unit as keyof typeof SCALES]},0)` : cell;

/** Of every cell of a range: a value of its kind, or blank. */
function rangeChecks(text: string, entry: Entry): { readonly holds: string; readonly text: string }[] {
  if (entry.unit === "key") return [];
  const isNone = `1-${checksOf(text, entry, false)}`;
  return [{ holds: `(SUMPRODUCT(IF(ISNUMBER(${text}),${isNone},1-(${text}="")))=0)`, text: "0" }];
}

const COMPARED = {
  "<": (a: number, b: number) => a < b,
  "<=": (a: number, b: number) => a <= b,
  "=": (a: number, b: number) => a === b,
  "<>": (a: number, b: number) => a !== b,
  ">=": (a: number, b: number) => a >= b,
  ">": (a: number, b: number) => a > b,
} as const;

function checksOf(text: string, entry: Exclude<Entry, { unit: "key" }>, isZeroNothing: boolean): string {
  const { unit, least, most } = entry;
  const scale = unit in SCALES ? SCALES[unit as keyof typeof SCALES] : 1;
  const bounds =
    least === -most ? `(ABS(${text})<=${most / scale})` : `(${text}>=${least / scale})*(${text}<=${most / scale})`;
  if (unit === "cents" || unit === "day") return bounds;
  const isExact = scale === 1 ? `(INT(${text})=${text})` : `(ROUND(${text}*${scale},0)/${scale}=${text})`;
  return isZeroNothing ? `((${text}=0)+${bounds}*${isExact})` : `${bounds}*${isExact}`;
}

interface Used {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** The arguments that expressions read, each once, with the ways in which they read it. */
export function argumentsIn(expression: Expression | readonly Expression[]): Used[] {
  const found = new Map<string, Map<string, Entry>>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { kind, name, as } = node as { readonly kind?: string; readonly name?: string; readonly as?: Entry };
    if (kind === "argument" || kind === "item" || kind === "each") {
      const entries = found.get(name!) ?? new Map<string, Entry>();
      entries.set(as!.unit, as!);
      found.set(name!, entries);
    }
    Object.values(node).forEach(visit);
  };
  visit(expression);
  return [...found].map(([name, entries]) => ({ name, entries: [...entries.values()] }));
}
