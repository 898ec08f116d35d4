import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Caption1,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { figureName, t } from "../../i18n";
import type { Figure } from "../../rules/figures";
import { FigureNote } from "../kit/figure-note";
import { Fold } from "../kit/fold";
import { FormulaLine } from "../kit/formula-line";
import { SourcedLabel } from "../kit/source-note";
import { useSurroundings } from "../kit/surroundings";
import { type Audit, type AuditEntry, figureKey } from "./audit";
import { counted, figureText, remarks, valueText } from "./audit-words";
import { CellLink } from "./cell-links";

const useStyles = makeStyles({
  panel: { margin: `0 ${tokens.spacingHorizontalXS}` },
  list: {
    margin: 0,
    padding: 0,
    listStyle: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  entry: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "baseline", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  value: { marginLeft: "auto", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  text: { margin: 0, overflowWrap: "anywhere" },
  figures: { margin: 0, padding: `0 0 0 ${tokens.spacingHorizontalS}`, listStyle: "none" },
  id: { overflowWrap: "anywhere", flexShrink: 1 },
});

/** Rows of a sheet that the pane shows; the audit sheet has all. */
const MOST = 100;

export function AuditList({ audit: { entries } }: { readonly audit: Audit }) {
  const styles = useStyles();
  const sheets = [...new Set(entries.map(({ sheet }) => sheet))];
  return (
    <Accordion multiple collapsible defaultOpenItems={sheets.slice(0, 1)}>
      {sheets.map((sheet) => {
        const ofSheet = entries.filter((entry) => entry.sheet === sheet);
        return (
          <AccordionItem key={sheet} value={sheet}>
            <AccordionHeader as="h4">
              {t("pane:workbook/audit/sheet", { sheet, formulas: counted("formulas", ofSheet.length) })}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <ul className={styles.list}>
                {ofSheet.slice(0, MOST).map((entry) => (
                  <Entry key={entry.address} entry={entry} />
                ))}
              </ul>
              {ofSheet.length > MOST && (
                <Caption1 as="p">{t("pane:workbook/audit/more", { count: ofSheet.length - MOST })}</Caption1>
              )}
            </AccordionPanel>
          </AccordionItem>
        );
      })}
    </Accordion>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  const { sheet, address, formula, value, kind, frozen, figures } = entry;
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <CellLink place={{ sheet, address }}>{address}</CellLink>
        {frozen && (
          <Badge appearance="tint" color="informative">
            {t("pane:workbook/audit/frozen-badge")}
          </Badge>
        )}
        {figures.some(isOwn) && <OwnBadge />}
        <Text weight="semibold" className={styles.value}>
          {valueText(value, kind, numbers)}
        </Text>
      </div>
      <FormulaLine formula={formula.replace(/^=/, "")} />
      {remarks(entry, numbers).map((remark) => (
        <Caption1 key={remark} as="p" className={styles.text}>
          {remark}
        </Caption1>
      ))}
      {figures.length > 0 && <Figures entry={entry} />}
    </li>
  );
}

const isOwn = ({ confidence }: Figure): boolean => confidence === "own";

/** A figure of the user's own, or what rests on one. */
const OwnBadge = () => (
  <Badge appearance="tint" color="warning">
    {t("confidence/own")}
  </Badge>
);

function Figures({ entry: { figures, sheet, address } }: { readonly entry: AuditEntry }) {
  const styles = useStyles();
  const { numbers } = useSurroundings();
  return (
    <Fold title={counted("figures", figures.length)} as={{ of: `${sheet} ${address}` }}>
      <ul className={styles.figures}>
        {figures.map((figure) => (
          <li key={figureKey(figure)} className={styles.line}>
            <SourcedLabel info={<FigureNote figure={figure} />}>
              <span className={styles.id}>{figureName(figure.id)}</span>
            </SourcedLabel>
            {isOwn(figure) && <OwnBadge />}
            <Text className={styles.value}>{figureText(figure, numbers)}</Text>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
