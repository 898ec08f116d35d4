/** What is loaded when somebody starts the self-test. */
import { t } from "../../i18n";
import type { Result } from "../kit/outcome";
import type { Report, Row } from "./run";

export { loadSelfTestTexts } from "../../i18n/load";
export { Results } from "./results";
export { runSelfTest } from "./run";
export type { Report, Row };

/** How a self-test ended, in a sentence. */
export function endingOf({ rows, isStopped }: Report): Result {
  const failed = rows.filter(({ status }) => status === "failed").length;
  const absent = rows.filter(({ status }) => status === "absent").length;
  const count = rows.length;
  const isLeft = rows.some(({ id, status }) => id === "left" && status === "failed");
  if (isStopped) {
    return isLeft
      ? { intent: "error", text: t("selftest:stopped-left") }
      : { intent: "warning", text: t("selftest:stopped", { count: count - 1 }) };
  }
  const others = absent > 0 ? ` ${t("selftest:absent", { count: absent })}` : "";
  if (failed > 0) return { intent: "error", text: t("selftest:some", { failed, count }) + others };
  return { intent: "success", text: t("selftest:all-ok", { count: count - absent }) + others };
}
