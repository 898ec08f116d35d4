import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { toldLines } from "../../explain/lines";
import { t } from "../../i18n";
import { type Sureness, weakest } from "../../rules/figures";
import { attempt, Refusal } from "../../rules/refusal";
import { type Line, surenessOf } from "../../rules/trace";
import { Fold } from "./fold";
import { Lines } from "./lines";
import { ConfidenceBadge } from "./source-note";

const useStyles = makeStyles({
  way: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalXXS },
  sureness: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: tokens.spacingHorizontalS },
});

interface WayProps {
  /** What was answered. */
  readonly of: string;
  readonly way: () => readonly Line[];
  /** Where it does not stand right below the answer. */
  readonly isNamed?: boolean;
}

/** How sure an answer is, and the steps to it with their articles and sources, folded away. */
export function Way({ of, way, isNamed = false }: WayProps) {
  const styles = useStyles();
  const lines = attempt(() => way());
  if (lines instanceof Refusal || lines.length === 0) return null;
  const confidence = weakest(lines.flatMap(surenesses));
  return (
    <div className={styles.way}>
      {confidence && (
        <div className={styles.sureness}>
          {isNamed && <Caption1>{of}</Caption1>}
          <ConfidenceBadge confidence={confidence} />
        </div>
      )}
      <Fold title={t("pane:explain/steps")} as={{ of }}>
        <Told lines={lines} />
      </Fold>
    </div>
  );
}

/** Told when they are asked for: words cost more than figures. */
const Told = ({ lines }: { readonly lines: readonly Line[] }) => <Lines lines={toldLines(lines)} />;

/** Of what a line rests on, and of what leads to it. */
const surenesses = (line: Line): Sureness[] => {
  const own = surenessOf(line);
  return [...(own === undefined ? [] : [own]), ...(line.steps ?? []).flatMap(surenesses)];
};
