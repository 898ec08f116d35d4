import { type Language, reader, t } from "../../i18n";
import { type Intent, Notice } from "./notice";

/** How an action ended, in words for the user. */
export interface Result {
  readonly intent: Intent;
  readonly text: string;
}

/** In which language it was said: once the reader has chosen another one, it is past. */
const languages = new WeakMap<Result, Language>();

function isSaid(outcome: Result): boolean {
  const language = languages.get(outcome) ?? reader.language;
  languages.set(outcome, language);
  return language === reader.language;
}

export const Outcome = ({ outcome }: { readonly outcome: Result | undefined }) =>
  outcome && isSaid(outcome) && <Notice intent={outcome.intent}>{outcome.text}</Notice>;

/** What went wrong, in words. Of a part of the pane that did not come, the loader tells in English and by the name of a file. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "ChunkLoadError" ? t("pane:part-failed") : error.message;
}
