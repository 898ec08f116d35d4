import type { Day } from "../calendar";
import type { Cents } from "../money";
import { attempt, Refusal, type WordList } from "../refusal";
import { type Line, step } from "../trace";

/** The conditions of the right. */
export type ConditionId =
  | "regime"
  | "ground"
  | "category"
  | "subject-quarters"
  | "paid-quarters"
  | "career-quarters"
  | "residence"
  | "interruption"
  | "replacement-income"
  | "economic-basis"
  | "low-income"
  | "helped-person"
  | "liquidation"
  | "patrimonial-benefits"
  | "excluded";

/** A limit of the law or what was given for it. */
export type ConditionValue =
  | number
  | boolean
  | { readonly cents: Cents }
  | { readonly day: Day }
  | { readonly all: readonly string[]; readonly of: WordList };

export interface ConditionRow {
  readonly id: ConditionId;
  /** A refusal where the limit itself is not settled. */
  readonly required: ConditionValue | Refusal;
  readonly given: ConditionValue | undefined;
  /** undefined: not given, so neither met nor failed. */
  readonly met: boolean | undefined;
  readonly article: string;
}

/** A row whose condition is only judged on what was given. */
export function row<Given extends ConditionValue>(
  id: ConditionId,
  article: string,
  required: ConditionValue,
  given: Given | undefined,
  meets: (given: Given) => boolean | undefined,
): ConditionRow {
  return { id, required, given, met: given === undefined ? undefined : meets(given), article };
}

/** A row whose condition is a word of a list. */
export function wordRow<Word extends string>(
  [id, of]: readonly [ConditionId, WordList],
  article: string,
  required: readonly string[],
  given: Word | undefined,
  meets: (given: Word) => boolean | undefined,
): ConditionRow {
  return {
    id,
    required: { all: required, of },
    given: given === undefined ? undefined : { all: [given], of },
    met: given === undefined ? undefined : meets(given),
    article,
  };
}

/** An amount that may not pass a limit; the limit itself counts as passed. */
export function limitRow(id: ConditionId, article: string, limit: () => Cents, given: Cents | undefined): ConditionRow {
  const shown = given === undefined ? undefined : { cents: given };
  const most = attempt(limit);
  if (most instanceof Refusal) return { id, required: most, given: shown, met: undefined, article };
  return { id, required: { cents: most }, given: shown, met: given === undefined ? undefined : given <= most, article };
}

export function conditionLine({ id, required, given, met, article }: ConditionRow): Line {
  const facts = { condition: { sentence: `condition/${id}`, facts: {} }, required, given: given ?? NOT_GIVEN };
  return step("condition", facts, article, { met: met ?? null });
}

const NOT_GIVEN = { sentence: "condition/not-given", facts: {} };
