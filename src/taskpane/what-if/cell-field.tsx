import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { inSheet } from "../../formula/addresses";
import type { Place } from "../../host/host";
import { t } from "../../i18n";
import { placeOf } from "../formula/a1";
import { TypedField } from "../kit/fields";
import { reasonOf } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  button: { alignSelf: "flex-start" },
});

/** The single cell that a field names. */
export function cellOf(text: string): Place | undefined {
  const place = placeOf(text);
  return place === undefined || place.address.includes(":")
    ? undefined
    : { ...place, address: place.address.replaceAll("$", "").toUpperCase() };
}

export const isSameCell = (one: Place | undefined, other: Place | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.address === other.address &&
  one.sheet.toLowerCase() === other.sheet.toLowerCase();

interface CellFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What else is wrong with the cell. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
}

/** A cell of the workbook: the selected one, or an address that is typed. */
export function CellField({ label, hint, value, onChange, problem, required = false }: CellFieldProps) {
  const styles = useStyles();
  const { host } = useSurroundings();
  const [failure, setFailure] = useState<string>();
  const isBad = value.trim() !== "" && cellOf(value) === undefined;
  const type = (text: string): void => {
    setFailure(undefined);
    onChange(text);
  };
  const takeSelection = async (): Promise<void> => {
    try {
      const { sheet, address } = await host.selectedCell();
      type(inSheet(sheet, address));
    } catch (error) {
      setFailure(t("pane:funds/selection-failed", { reason: reasonOf(error) }));
    }
  };
  return (
    <div className={styles.part}>
      <TypedField
        label={label}
        hint={hint}
        value={value}
        problem={failure ?? (isBad ? t("pane:what-if/cell-invalid") : problem)}
        required={required}
        onChange={type}
      />
      <Button
        className={styles.button}
        size="small"
        disabled={!host.hasWorkbook}
        aria-label={t("pane:what-if/use-selected-for", { field: label })}
        onClick={() => void takeSelection()}
      >
        {t("pane:what-if/use-selected")}
      </Button>
    </div>
  );
}
