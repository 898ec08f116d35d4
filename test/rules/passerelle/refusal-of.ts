import { attempt, Refusal } from "../../../src/rules/refusal";

/** The key of the refusal that an answer is; fails where there is an answer. */
export function refusalOf(ask: () => unknown): string {
  const answer = attempt(ask);
  if (answer instanceof Refusal) return answer.key;
  throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`);
}
