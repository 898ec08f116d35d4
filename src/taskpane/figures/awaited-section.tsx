import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { lawName, t } from "../../i18n";
import { awaited, type AwaitedFigure, type AwaitedKind } from "../../rules/figure-upkeep";
import { dayOf } from "../kit/days";
import type { Numbers } from "../kit/numbers";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { daysText } from "./days";
import { FigureItem } from "./figure-item";
import { measured } from "./units";
import type { Change } from "./use-own-figures";

const useStyles = makeStyles({
  panel: { margin: `0 ${tokens.spacingHorizontalS}` },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  text: { margin: 0 },
});

/** What will be published some day and can be given today. */
export function AwaitedSection({ change }: { readonly change: Change }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const figures = awaited(dayOf(new Date()));
  const kinds = [...new Set(figures.map(({ kind }) => kind))];
  const open: readonly AwaitedKind[] = ["year", "index-step"];
  return (
    <Section title={t("pane:figures/awaited/title")} text={t("pane:figures/awaited/text")}>
      <Accordion multiple collapsible defaultOpenItems={open}>
        {kinds.map((kind) => {
          const ofKind = figures.filter((figure) => figure.kind === kind);
          return (
            <AccordionItem key={kind} value={kind}>
              <AccordionHeader as="h4">{t(`pane:figures/awaited/${kind}`, { count: ofKind.length })}</AccordionHeader>
              <AccordionPanel className={styles.panel}>
                {(kind === "year" || kind === "index-step") && (
                  <Text as="p" size={200} className={styles.text}>
                    {t(`pane:figures/awaited/${kind}-what`)}
                  </Text>
                )}
                <ul className={styles.list}>
                  {ofKind.map((figure) => (
                    <FigureItem
                      key={figure.id}
                      wanted={figure}
                      change={change}
                      lines={[awaitedDays(figure, numbers), lastText(figure, numbers)]}
                    />
                  ))}
                </ul>
              </AccordionPanel>
            </AccordionItem>
          );
        })}
      </Accordion>
    </Section>
  );
}

function awaitedDays({ from, to }: AwaitedFigure, numbers: Numbers): string {
  return to === undefined
    ? t("pane:figures/awaited/from", { from: numbers.day(from) })
    : t("pane:figures/awaited/days", { days: daysText({ from, to }, numbers) });
}

/** The last value held, its days, and where it stands. */
function lastText({ last }: AwaitedFigure, numbers: Numbers): string {
  if (last === undefined) return t("pane:figures/awaited/none");
  return t("pane:figures/awaited/last", {
    value: measured(last, numbers),
    days: daysText(last, numbers),
    source: lawName(last.source.title),
  });
}
