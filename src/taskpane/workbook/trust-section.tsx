import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { t } from "../../i18n";
import { Outcome, reasonOf, type Result } from "../kit/outcome";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";

/** Whether Excel may ask people who open the workbook without the add-in. Nobody is asked unless somebody wants it so: the values are there. */
export function TrustSection() {
  const { host, workbook } = useSurroundings();
  const [asks, setAsks] = useState(workbook.state.asksTrust);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result>();
  const store = async (next: boolean): Promise<void> => {
    setBusy(true);
    try {
      await host.writeAsksTrust(next);
      setAsks(next);
      setOutcome({ intent: "success", text: t(next ? "pane:workbook/trust/asks" : "pane:workbook/trust/quiet") });
    } catch (error) {
      setOutcome({ intent: "error", text: t("pane:workbook/failed", { reason: reasonOf(error) }) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={t("pane:workbook/trust/title")} text={t("pane:workbook/trust/text")}>
      <Checkbox
        label={t("pane:workbook/trust/label")}
        checked={!asks}
        disabled={busy}
        onChange={(_, { checked }) => void store(checked !== true)}
      />
      <div role="status">
        <Outcome outcome={outcome} />
      </div>
    </Section>
  );
}
