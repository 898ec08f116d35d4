import { Text } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { Figure } from "../../rules/figures";
import type { Numbers } from "./numbers";
import { SourceNote } from "./source-note";
import { useSurroundings } from "./surroundings";

/** Where a figure of the law comes from, how sure it is, and when it holds. */
export function FigureNote({ figure }: { readonly figure: Figure }) {
  const { numbers } = useSurroundings();
  return (
    <SourceNote source={figure.source} confidence={figure.confidence}>
      <Text size={200}>{period(figure, numbers)}</Text>
      {figure.note && <Text size={200}>{t(`notes:${figure.note}`)}</Text>}
    </SourceNote>
  );
}

function period({ from, to }: Figure, numbers: Numbers): string {
  return to === null
    ? t("pane:source/since", { from: numbers.day(from) })
    : t("pane:source/between", { from: numbers.day(from), to: numbers.day(to) });
}
