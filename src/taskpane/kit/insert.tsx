import { Button, type ButtonProps, Caption1, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type Block, type Host, InsertRefused, type SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import type { Formula } from "../formula/formula";
import { Outcome, reasonOf, type Result } from "./outcome";
import { useSurroundings } from "./surroundings";

const useStyles = makeStyles({
  actions: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
});

interface InsertButtonProps {
  readonly label: string;
  /** Puts something into the workbook; what is to be said of it. */
  readonly insert: (host: Host) => Promise<string>;
  /** Where there is nothing to insert yet. */
  readonly disabled?: boolean;
  readonly appearance?: ButtonProps["appearance"];
}

/** A button that puts something into the workbook, and says how that ended. */
export function InsertButton({ label, insert, disabled = false, appearance = "primary" }: InsertButtonProps) {
  const styles = useStyles();
  const { host, workbook } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result>();

  const act = async (): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    try {
      await workbook.ready();
      setOutcome({ intent: "success", text: await insert(host) });
    } catch (error) {
      setOutcome({ intent: "error", text: refusalText(error) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={styles.actions}>
      <Button
        appearance={appearance}
        disabled={!host.hasWorkbook || disabled}
        disabledFocusable={busy}
        {...(busy && { icon: <Spinner size="tiny" /> })}
        onClick={() => void act()}
      >
        {busy ? t("pane:insert/busy") : label}
      </Button>
      {!host.hasWorkbook && <Caption1>{t("pane:insert/preview")}</Caption1>}
      <Outcome outcome={outcome} />
    </div>
  );
}

/** Puts one formula into the selected cell. */
export const insertFormula =
  (formula: Formula, format?: string) =>
  (host: Host): Promise<string> =>
    insertBlock({ rows: [[{ content: `=${formula}`, ...(format !== undefined && { format }) }]] })(host);

/** Puts a block with its corner in the selected cell. */
export const insertBlock =
  (block: Block) =>
  async (host: Host): Promise<string> =>
    t("pane:insert/done", { address: await host.insertBlock(block) });

/** Adds a sheet. */
export const insertSheet =
  (sheet: SheetPlan) =>
  async (host: Host): Promise<string> =>
    t("pane:insert/sheet", { address: await host.insertSheet(sheet) });

function refusalText(error: unknown): string {
  return error instanceof InsertRefused
    ? t(`pane:insert/${error.reason}`, { address: error.address })
    : t("pane:insert/failed", { reason: reasonOf(error) });
}
