import { Text } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { DatedValue } from "../../parameters";
import type { Sureness } from "../../rules/contributions";
import type { Numbers } from "./numbers";
import { SourceNote } from "./source-note";
import { useSurroundings } from "./surroundings";

interface FigureNoteProps {
  /** The entry of the data that the figure is, or from which it is projected. */
  readonly stated: Omit<DatedValue, "confidence">;
  readonly confidence: Sureness;
}

/** Where a figure of the law comes from, how sure it is, and when it holds. */
export function FigureNote({ stated, confidence }: FigureNoteProps) {
  const { numbers } = useSurroundings();
  return (
    <SourceNote source={stated.source} confidence={confidence}>
      <Text size={200}>{period(stated, numbers)}</Text>
      {stated.note && <Text size={200}>{t(`notes:${stated.note}`)}</Text>}
    </SourceNote>
  );
}

function period({ from, to }: Pick<DatedValue, "from" | "to">, numbers: Numbers): string {
  return to === null
    ? t("pane:source/since", { from: numbers.day(from) })
    : t("pane:source/between", { from: numbers.day(from), to: numbers.day(to) });
}
