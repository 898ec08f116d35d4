import type { Condition, Expression, Found } from "../expression";
import { minus, named, quotient, times, when } from "../expression/build";
import type { Dialect } from "./dialect";
import { type Relation, type Relations, SEGMENT_COLUMNS, SEGMENTS, snake } from "./relation";

/** A piece of SQL, and after how many steps what it names is there. */
export interface Piece {
  readonly sql: string;
  readonly step: number;
}

/** A row of a table of the law, found by its keys. */
export interface Join {
  readonly alias: string;
  readonly relation: Relation;
  /** A value for each key of the relation. */
  readonly keys: readonly string[];
  /** Its columns that are read. */
  readonly columns: Set<string>;
}

export interface Step {
  readonly name: string;
  readonly sql: string;
}

/** What stands for an argument: a column, and whether it is a number where a name may be given too. */
interface Given {
  readonly sql: string;
  /** After how many steps it is there. */
  readonly step?: number;
  readonly isNumber?: boolean;
}

/** Arguments by their names; one that is left out is not among them. */
export type Bound = Readonly<Record<string, Given | undefined>>;

/** A whole number, or a word, as SQL. */
const literal = (value: number | string, { quoted = ansiQuoted }: Dialect): string =>
  typeof value === "number" ? String(value) : quoted(value);

export const ansiQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * An expression as SQL: rows of tables become joins, and what is needed more than once a step of its own, for no engine may be trusted to work the same thing out only once. A refusal
 * is NULL, and whatever rests on it is too.
 */
export class Lowering {
  readonly joins: Join[] = [];
  /** Steps that only need the ones before them. */
  readonly steps: Step[][] = [];
  private count = 0;

  constructor(
    readonly dialect: Dialect,
    private readonly relations: Relations,
  ) {}

  /** What gives the value once all steps are taken. */
  value(expression: Expression, bound: Bound): string {
    return this.segmented(expression, { bound, locals: new Map() }).sql;
  }

  /** A value that is a column once all steps are taken, for other expressions to rest on. */
  column(expression: Expression, bound: Bound): Piece {
    return this.named(expression, { bound, locals: new Map() });
  }

  private piece(expression: Expression, scope: Scope): Piece {
    switch (expression.kind) {
      case "integer":
      case "key":
        return { sql: literal(expression.value, this.dialect), step: 0 };
      case "setting":
        throw new Error(`${expression.name} is a figure of a workbook`);
      case "argument": {
        const { name, as } = expression;
        const given = scope.bound[name];
        if (given !== undefined) return { sql: given.sql, step: given.step ?? 0 };
        const otherwise = "otherwise" in as ? as.otherwise : undefined;
        if (otherwise === undefined) throw new Error(`${name} is needed`);
        return this.piece(otherwise, scope);
      }
      case "let": {
        const { name, value } = expression;
        // Which law it is, is a key of its segments: they stand in one row with it.
        const local = isLaw(value) ? value : this.named(value, scope);
        return this.piece(expression.in, { ...scope, locals: new Map(scope.locals).set(name, local) });
      }
      case "shared":
        return this.piece(expression.value, scope);
      case "local": {
        const local = scope.locals.get(expression.name)!;
        return "kind" in local ? this.piece(local, scope) : local;
      }
      case "add":
        return this.joined(expression, "+", scope);
      case "subtract":
        return this.joined(expression, "-", scope);
      case "multiply":
        return this.joined(expression, "*", scope);
      case "minimum":
        return this.chosen("<=", expression, scope);
      case "maximum":
        return this.chosen(">=", expression, scope);
      case "quotient":
        return this.divided(expression, scope, "floor");
      case "rounded":
        return this.divided(expression, scope, "half up");
      case "remainder":
        return this.remainder(expression, scope);
      case "ratio": {
        const [of, by] = [this.named(expression.of, scope), this.named(expression.by, scope)];
        return { sql: this.dialect.fraction(of.sql, by.sql), step: Math.max(of.step, by.step) };
      }
      case "case":
        return this.cases(expression, scope);
      case "flag":
        return this.piece(when(expression.when, 1, 0), scope);
      case "refused":
        return { sql: "NULL", step: 0 };
      case "found":
        return this.found(expression, scope);
      default:
        throw new Error(`${expression.kind} has no form in SQL`);
    }
  }

  private remainder({ of, by }: Extract<Expression, { kind: "remainder" }>, scope: Scope): Piece {
    const left = (whole: Expression, part: Expression) => minus(whole, times(quotient(whole, part), part));
    return this.piece(
      named("whole", of, (whole) => named("part", by, (part) => left(whole, part))),
      scope,
    );
  }

  private joined(
    { left, right }: { readonly left: Expression; readonly right: Expression },
    sign: string,
    scope: Scope,
  ): Piece {
    const [a, b] = [this.piece(left, scope), this.piece(right, scope)];
    return { sql: `(${a.sql} ${sign} ${b.sql})`, step: Math.max(a.step, b.step) };
  }

  /** Of two the one that is asked for; LEAST and GREATEST pass over a NULL in some engines. */
  private chosen(
    sign: "<=" | ">=",
    { left, right }: { readonly left: Expression; readonly right: Expression },
    scope: Scope,
  ): Piece {
    const [a, b] = [this.named(left, scope), this.named(right, scope)];
    const holds = `${a.sql} ${sign} ${b.sql}`;
    return {
      sql: `CASE WHEN ${holds} THEN ${a.sql} WHEN NOT ${holds} THEN ${b.sql} END`,
      step: Math.max(a.step, b.step),
    };
  }

  /** Engines cut a quotient off: what is divided is moved away from zero by a half before, or below zero by all but one. */
  private divided(
    { of, by }: { readonly of: Expression; readonly by: Expression },
    scope: Scope,
    way: "floor" | "half up",
  ): Piece {
    const [n, d] = [this.named(of, scope), this.named(by, scope)];
    const half = by.kind === "integer" ? String(Math.floor(by.value / 2)) : this.dialect.truncated(d.sql, "2");
    const [below, above] = way === "floor" ? [` - ${d.sql} + 1`, ""] : [` - ${half}`, ` + ${half}`];
    const moved = `(CASE WHEN ${n.sql} < 0 THEN ${n.sql}${below} ELSE ${n.sql}${above} END)`;
    return { sql: this.dialect.truncated(moved, d.sql), step: Math.max(n.step, d.step) };
  }

  private cases({ when, then, otherwise }: Extract<Expression, { kind: "case" }>, scope: Scope): Piece {
    const condition = this.condition(when, scope);
    if (typeof condition === "boolean") return this.piece(condition ? then : otherwise, scope);
    const [a, b] = [this.piece(then, scope), this.piece(otherwise, scope)];
    // Where the condition rests on a refusal neither holds.
    return {
      sql: `CASE WHEN ${condition.sql} THEN ${a.sql} WHEN NOT (${condition.sql}) THEN ${b.sql} END`,
      step: Math.max(condition.step, a.step, b.step),
    };
  }

  /** A condition, or what it is known to be. */
  private condition(condition: Condition, scope: Scope): Piece | boolean {
    switch (condition.kind) {
      case "compare": {
        // The tables end with the last year.
        if (isLastYear(condition.right)) return false;
        if (condition.left.kind === "setting" && condition.left.name === "fine")
          return this.relations.fineRevaluation !== undefined;
        const [a, b] = [this.piece(condition.left, scope), this.piece(condition.right, scope)];
        return { sql: `${a.sql} ${condition.sign} ${b.sql}`, step: Math.max(a.step, b.step) };
      }
      case "and":
      case "or": {
        const decides = condition.kind === "or";
        const a = this.condition(condition.left, scope);
        if (a === decides) return decides;
        const b = this.condition(condition.right, scope);
        if (b === decides) return decides;
        if (typeof a === "boolean") return b;
        if (typeof b === "boolean") return a;
        return { sql: `(${a.sql} ${condition.kind.toUpperCase()} ${b.sql})`, step: Math.max(a.step, b.step) };
      }
      case "not": {
        const of = this.condition(condition.of, scope);
        return typeof of === "boolean" ? !of : { sql: `NOT (${of.sql})`, step: of.step };
      }
      case "given":
      case "placed":
        return scope.bound[condition.name] !== undefined;
      case "numeric":
        return scope.bound[condition.name]?.isNumber === true;
      case "beside":
        throw new Error(`${condition.name} is a range`);
    }
  }

  private found(found: Found, scope: Scope): Piece {
    const { table, keys, at, column } = found;
    if (table === "scale") return this.ofSegment(found, scope);
    const relation = this.relations[table as keyof Relations];
    if (relation === undefined) throw new Error(`no table ${table}`);
    return this.read(this.join(relation, at === undefined ? keys : [...keys, at], scope), columnOf(relation, column));
  }

  /** A column of the segment in which an income lies. */
  private ofSegment(found: Found, scope: Scope): Piece {
    if (scope.segment === undefined) return this.segmented(found, scope);
    return this.read(
      this.join(this.relations.law, lawKeys(found, scope), scope),
      `${SEGMENT_COLUMNS[found.column]!}${scope.segment}`,
    );
  }

  private read(join: Join, name: string): Piece {
    join.columns.add(name);
    return { sql: `${join.alias}_${name}`, step: 0 };
  }

  private join(relation: Relation, keys: readonly Expression[], scope: Scope): Join {
    const values = keys.map((key) => {
      const { sql, step } = this.piece(key, scope);
      if (step > 0 || this.joins.some(({ alias }) => sql.includes(`${alias}_`)))
        throw new Error(`a key of ${relation.name} rests on another table`);
      return sql;
    });
    const known = this.joins.find((one) => one.relation === relation && one.keys.join("|") === values.join("|"));
    if (known !== undefined) return known;
    const alias = `${relation.name}${this.joins.length + 1}`;
    const made = { alias, relation, keys: values, columns: new Set<string>() };
    this.joins.push(made);
    return made;
  }

  /** The value by a name, or itself where it is no longer than one. */
  private named(expression: Expression, scope: Scope): Piece {
    const piece = this.segmented(expression, scope);
    if (/^\w+$/.test(piece.sql)) return piece;
    const known = this.steps
      .flatMap((steps, step) => steps.map((one) => ({ ...one, step })))
      .find(({ sql }) => sql === piece.sql);
    if (known !== undefined) return { sql: known.name, step: known.step + 1 };
    const name = `step${++this.count}`;
    (this.steps[piece.step] ??= []).push({ name, sql: piece.sql });
    return { sql: name, step: piece.step + 1 };
  }

  /** The value by the segment in which the income lies, if it reads one: the last one whose beginning is reached. */
  private segmented(expression: Expression, scope: Scope): Piece {
    const found = scope.segment === undefined ? segmentIn(expression) : undefined;
    if (found === undefined) return this.piece(expression, scope);
    const income = this.named(found.at!, scope);
    const law = this.join(this.relations.law, lawKeys(found, scope), scope);
    const pieces = Array.from({ length: SEGMENTS }, (_, index) =>
      this.piece(expression, { ...scope, segment: index + 1 }),
    );
    const cases = pieces.map(({ sql }, index) => {
      const from = this.read(law, `${SEGMENT_COLUMNS["from"]!}${index + 1}`);
      return `WHEN ${income.sql} >= ${from.sql} THEN ${sql}`;
    });
    return {
      sql: `CASE ${cases.reverse().join(" ")} END`,
      step: Math.max(income.step, ...pieces.map(({ step }) => step)),
    };
  }
}

interface Scope {
  readonly bound: Bound;
  readonly locals: ReadonlyMap<string, Piece | Found>;
  /** The segment whose columns are meant. */
  readonly segment?: number;
}

const isLaw = (expression: Expression): expression is Found =>
  expression.kind === "found" && expression.table === "law";

const isLastYear = (expression: Expression): boolean =>
  expression.kind === "setting" && expression.name === "last-year";

/** The keys of the row that has the segments of a law. */
function lawKeys({ keys }: Found, { locals }: Scope): readonly Expression[] {
  const [key] = keys as [Expression];
  const law = key.kind === "local" ? locals.get(key.name)! : key;
  if (!("kind" in law) || !isLaw(law)) throw new Error("a scale is found by its law");
  return law.keys;
}

function columnOf({ columns, name }: Relation, column: string): string {
  const found = columns.find((one) => one.name === snake(column) || one.name.startsWith(`${snake(column)}_10000`));
  if (found === undefined) throw new Error(`no column ${column} in ${name}`);
  return found.name;
}

/** A place of a segment that an expression reads, outside of what becomes a step of its own. */
function segmentIn(expression: Expression): Found | undefined {
  switch (expression.kind) {
    case "found":
      return expression.table === "scale" ? expression : undefined;
    case "add":
    case "subtract":
    case "multiply":
      return segmentIn(expression.left) ?? segmentIn(expression.right);
    default:
      return undefined;
  }
}
