import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { figureName } from "../../i18n";
import type { Figure } from "../../rules/figures";
import { FigureNote } from "./figure-note";
import type { Numbers } from "./numbers";
import { useSurroundings } from "./surroundings";

const useStyles = makeStyles({
  figures: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    maxHeight: "320px",
    overflowY: "auto",
  },
  id: { display: "block", maxWidth: "240px", overflowWrap: "anywhere" },
});

/** The figures that a step rests on, each by its name and by the one that INASTI.PARAMETER takes. */
export function FigureList({ figures }: { readonly figures: readonly Figure[] }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  return (
    <div className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.id}>
          <Text size={200} className={styles.id}>
            {figureName(figure.id)}
          </Text>
          <Text size={100} font="monospace" className={styles.id}>
            {figure.id}
          </Text>
          <Text weight="semibold">{figureText(figure, numbers)}</Text>
          <FigureNote figure={figure} />
        </div>
      ))}
    </div>
  );
}

/** A figure of the law as people read it, without what it is a measure of; some amounts have more decimals than cents. */
export function figureText({ value, text, unit, decimals }: Figure, numbers: Numbers): string {
  if (value === null) return text ?? "";
  if (unit.startsWith("EUR")) return numbers.exactEuros(value / 10 ** (decimals - 2));
  if (unit === "date") return numbers.day(value);
  const number = String(value / 10 ** decimals);
  return unit === "fraction" ? numbers.exactPercent(number) : numbers.decimal(number);
}
