/**
 * A workbook that goes on calculating where the add-in is not, and the way back. Between bytes: knows no Office and no page.
 *
 * - `planCopy` reads the workbook and decides of each formula; `writeCopy` writes what was planned; `goBack` undoes it. All three work in
 *   steps, which `atOnce` takes without a rest.
 * - Whatever is not ours to change goes on byte for byte. What cannot is refused, with a sentence (`whyNot`).
 */
import { t } from "../i18n";
import { FileRefused } from "../package/refused";
import { CopyRefused } from "./refused";
import type { Steps } from "./plan";

export { goBack, type LeftFormula, type WentBack } from "./back";
export { formsOf } from "./forms";
export { keptIn } from "./kept";
export type { Form } from "./native";
export { type CopyPlan, type FrozenCell, planCopy, type Steps } from "./plan";
export { writeCopy } from "./write";
export { CopyRefused };

/** All steps one after the other. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Why no copy was made, as a sentence; null for what is no such reason. */
export function whyNot(error: unknown): string | null {
  if (error instanceof CopyRefused) return t(`pane:copy/refused/${error.key}`, error.facts);
  if (!(error instanceof FileRefused)) return null;
  const { key, facts } = error;
  const isSize = key.startsWith("too-") || key.startsWith("long-");
  const said = isSize ? "too-large" : key === "doctype" || key === "sheet-name" ? "damaged" : key;
  return t(`pane:copy/refused/${said}`, { part: facts["part"] ?? "" }).trim();
}
