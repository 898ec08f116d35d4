import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Figure } from "../../rules/figures";
import { FigureNote } from "../kit/figure-note";
import { SourcedLabel } from "../kit/source-note";
import { useSurroundings } from "../kit/surroundings";
import { measured } from "./units";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  value: { marginLeft: "auto", fontVariantNumeric: "tabular-nums" },
});

interface ValuesListProps {
  readonly values: readonly Figure[];
  readonly label: (value: Figure) => ReactNode;
}

/** Figures, each with its source on demand. */
export function ValuesList({ values, label }: ValuesListProps) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  return (
    <ul className={styles.list}>
      {values.map((value) => (
        <li key={`${value.id} ${value.from}`} className={styles.line}>
          <SourcedLabel info={<FigureNote figure={value} />}>{label(value)}</SourcedLabel>
          <Text className={styles.value}>
            {value.value === null && value.text === undefined ? "–" : measured(value, numbers)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
