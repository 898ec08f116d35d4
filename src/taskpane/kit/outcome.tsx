import { type Intent, Notice } from "./notice";

/** How an action ended, in words for the user. */
export interface Result {
  readonly intent: Intent;
  readonly text: string;
}

export const Outcome = ({ outcome }: { readonly outcome: Result | undefined }) =>
  outcome && <Notice intent={outcome.intent}>{outcome.text}</Notice>;

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
