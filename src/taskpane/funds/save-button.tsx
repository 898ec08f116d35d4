import { Button, makeStyles } from "@fluentui/react-components";
import { t } from "../../i18n";
import { saveTable } from "../kit/files";

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

interface SaveButtonProps {
  /** Of the file, without what says its kind. */
  readonly name: string;
  /** Null where a cell has nothing to say. */
  readonly rows: () => readonly (readonly (string | number | null)[])[];
}

export function SaveButton({ name, rows }: SaveButtonProps) {
  const styles = useStyles();
  return (
    <Button className={styles.button} onClick={() => saveTable(name, rows())}>
      {t("pane:analyst/save-csv")}
    </Button>
  );
}
