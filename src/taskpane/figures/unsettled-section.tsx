import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { t } from "../../i18n";
import type { DatedValue } from "../../parameters";
import { unsettled } from "../../rules/figure-upkeep";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { daysText } from "./days";
import { FigureItem } from "./figure-item";
import type { Change } from "./use-own-figures";

const useStyles = makeStyles({
  panel: { margin: `0 ${tokens.spacingHorizontalS}` },
  list: { margin: 0, padding: 0, listStyleType: "none" },
});

/** What nobody knows, or what is told in two ways, by its reason. */
export function UnsettledSection({ change }: { readonly change: Change }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const all = unsettled();
  const reasons = [...new Set(all.map(reasonOf))];
  const groups = reasons.map((reason) => [reason, all.filter((value) => reasonOf(value) === reason)] as const);
  return (
    <Section title={t("pane:figures/unsettled/title")} text={t("pane:figures/unsettled/text")}>
      <Accordion multiple collapsible>
        {groups.map(([reason, values]) => (
          <AccordionItem key={reason} value={reason}>
            <AccordionHeader as="h4" size="small">
              {t("pane:figures/unsettled/reason", { reason, count: values.length })}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <ul className={styles.list}>
                {values.map(({ id, from, to }) => (
                  <FigureItem
                    key={`${id} ${from}`}
                    wanted={{ id, from, to: to ?? undefined }}
                    change={change}
                    lines={[daysText({ from, to }, numbers)]}
                  />
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </Section>
  );
}

const reasonOf = ({ note, confidence }: DatedValue): string =>
  note === undefined ? t(`confidence/${confidence}`) : t(`notes:${note}`);
