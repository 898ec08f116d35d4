import { t } from "../../i18n";
import { type Intent, Notice } from "./notice";

/** How an action ended, in words for the user. */
export interface Result {
  readonly intent: Intent;
  readonly text: string;
}

export const Outcome = ({ outcome }: { readonly outcome: Result | undefined }) =>
  outcome && <Notice intent={outcome.intent}>{outcome.text}</Notice>;

/** What went wrong, in words. Of a part of the pane that did not come, the loader tells in English and by the name of a file. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "ChunkLoadError" ? t("pane:part-failed") : error.message;
}
