import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { t } from "../../i18n";
import { useSurroundings } from "./surroundings";

/** The way to the figures, for a notice with a refusal that says that one may be entered there. */
export function useFiguresAction(message: string): { readonly actions?: ReactNode } {
  const { show } = useSurroundings();
  if (!message.includes(t("way-out/pane"))) return {};
  return {
    actions: (
      <Button size="small" onClick={() => show("figures")}>
        {t("pane:figures/notice/show")}
      </Button>
    ),
  };
}
