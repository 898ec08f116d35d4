import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { addressOf, areaOf } from "../../formula/addresses";
import type { Host, Place } from "../../host/host";
import { t } from "../../i18n";
import { placeOf, referenceTo } from "../formula/a1";
import { ChoiceField, TypedField } from "../kit/fields";
import { reasonOf } from "../kit/outcome";
import { useSurroundings } from "../kit/surroundings";
import { type Picked, pickedTable } from "./picked";

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

export interface PickedRange {
  readonly text: string;
  /** The table, once it was read. */
  readonly table: Picked | undefined;
  readonly problem: string | undefined;
  readonly type: (text: string) => void;
  readonly takeSelection: () => Promise<void>;
  /** The table as it stands now; throws where it is gone. */
  readonly read: () => Promise<Picked>;
}

interface Read {
  readonly reference: string;
  /** Null where the workbook has no such range. */
  readonly table: Picked | null;
}

/** A range of the workbook that the user types or selects, and what stands in it. */
export function usePickedRange(): PickedRange {
  const { host } = useSurroundings();
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string>();
  const [found, setFound] = useState<Read>();
  const place = placeOf(text);
  const reference = place && referenceTo(place);
  useEffect(() => {
    if (place === undefined || reference === undefined || !host.hasWorkbook) return undefined;
    let isPast = false;
    readTable(host, place).then(
      (table) => !isPast && setFound({ reference, table }),
      (error: unknown) => !isPast && setFailure(t("pane:funds/selection-failed", { reason: reasonOf(error) })),
    );
    return () => void (isPast = true);
  }, [host, reference]);

  const table = found && found.reference === reference ? found.table : undefined;
  const fault = text.trim() !== "" && place === undefined ? t("pane:funds/range-invalid") : undefined;
  return {
    text,
    table: table ?? undefined,
    problem: failure ?? fault ?? (table === null ? t("pane:funds/range-unknown") : undefined),
    type: (typed) => {
      setFailure(undefined);
      setText(typed);
    },
    takeSelection: async () => {
      setFailure(undefined);
      try {
        setText(await wholeTable(host, await host.selectedRange()));
      } catch (error) {
        setFailure(t("pane:funds/selection-failed", { reason: reasonOf(error) }));
      }
    },
    read: async () => {
      const read = place && (await readTable(host, place));
      if (!read) throw new Error(t("pane:funds/range-unknown"));
      return read;
    },
  };
}

async function readTable(host: Host, place: Place): Promise<Picked | null> {
  const [values] = await host.readRanges([place]);
  return values && values.length > 0 ? pickedTable(place, values) : null;
}

/** A single cell of a table stands for the table. */
async function wholeTable(host: Host, selected: string): Promise<string> {
  const place = placeOf(selected);
  const area = place && areaOf(place.address);
  if (!area || area.rows * area.columns > 1) return selected;
  const [table] = await host.readTables([""], place);
  if (!table) return selected;
  const { sheet, row, column, values, hasTotals } = table;
  const rows = values.length - (hasTotals ? 1 : 0);
  return referenceTo({ sheet, address: addressOf({ row, column, rows, columns: table.columns.length }) });
}

interface RangeFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly range: PickedRange;
}

/** A range by its address, or by what is selected. */
export function RangeField({ label, hint, range }: RangeFieldProps) {
  const styles = useStyles();
  const { host } = useSurroundings();
  return (
    <>
      <TypedField label={label} hint={hint} value={range.text} problem={range.problem} onChange={range.type} />
      <Button className={styles.button} disabled={!host.hasWorkbook} onClick={() => void range.takeSelection()}>
        {t("pane:funds/use-selection")}
      </Button>
    </>
  );
}

interface ColumnFieldProps {
  readonly label: string;
  readonly table: Picked;
  readonly value: number | undefined;
  /** What no column means; a column must be chosen where nothing is said. */
  readonly none?: string;
  readonly problem?: string | undefined;
  readonly onChange: (column: number | undefined) => void;
}

/** Which column of a table holds something. */
export function ColumnField({ label, table, value, none, problem, onChange }: ColumnFieldProps) {
  return (
    <ChoiceField
      label={label}
      value={value === undefined ? "" : String(value)}
      problem={problem}
      choices={[
        ...(none !== undefined || value === undefined
          ? [{ value: "", text: none ?? t("pane:analyst/choose-column") }]
          : []),
        ...table.names.map((name, index) => ({ value: String(index), text: name })),
      ]}
      onChange={(chosen) => onChange(chosen === "" ? undefined : Number(chosen))}
    />
  );
}
