import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Caption1,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  fold: { "& button": { paddingLeft: 0 } },
  title: { display: "flex", flexDirection: "column" },
  given: { color: tokens.colorNeutralForeground3 },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, margin: 0 },
});

interface FoldProps {
  readonly title: string;
  /** What was given in it, which counts while it is folded too. */
  readonly given: readonly string[];
  readonly children: ReactNode;
}

/** A part of a form that is not always needed, folded away at first. */
export function Fold({ title, given, children }: FoldProps) {
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="">
        <AccordionHeader as="h3" className={styles.fold}>
          <span className={styles.title}>
            {title}
            {given.length > 0 && <Caption1 className={styles.given}>{given.join(" · ")}</Caption1>}
          </span>
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
