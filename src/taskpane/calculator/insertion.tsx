import { makeStyles, tokens } from "@fluentui/react-components";
import type { Formula } from "../formula/formula";
import { FormulaLine } from "../kit/formula-line";
import { insertFormula, InsertButton } from "../kit/insert";
import { useSurroundings } from "../kit/surroundings";

const useStyles = makeStyles({
  insertion: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface InsertionProps {
  readonly formula: Formula;
  readonly label: string;
  readonly enabled?: boolean;
  readonly primary?: boolean;
  /** Format of its cell; without one that of an amount. */
  readonly format?: string;
}

/** A formula, and the button that puts it into a cell. */
export function Insertion({ formula, label, enabled = true, primary = false, format }: InsertionProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  return (
    <div className={styles.insertion}>
      <FormulaLine formula={formula} />
      <InsertButton
        label={label}
        insert={insertFormula(formula, format ?? numbers.euroFormat)}
        disabled={!enabled}
        appearance={primary ? "primary" : "secondary"}
      />
    </div>
  );
}
