import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { t } from "../../i18n";
import { Notice } from "../kit/notice";
import { isUpdated, reload } from "./reload";

/** A part of the pane that failed to load is only asked for again by a page that is loaded anew; after an update, only that one has it. */
export function Failure() {
  const [reason, setReason] = useState<"failed" | "updated">("failed");
  useEffect(() => {
    let isShown = true;
    isUpdated().then(
      (updated) => isShown && updated && setReason("updated"),
      // No connection, as the notice says.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, []);
  return (
    <Notice
      intent={reason === "failed" ? "error" : "info"}
      title={t(`pane:${reason}/title`)}
      actions={
        <Button size="small" onClick={reload}>
          {t(`pane:${reason}/again`)}
        </Button>
      }
    >
      {t(`pane:${reason}/what`)}
    </Notice>
  );
}
