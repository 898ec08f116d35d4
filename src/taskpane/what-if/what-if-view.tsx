import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import { useLongWork } from "../workbook/use-long-work";
import { GoalSection } from "./goal-section";
import { PlciSection } from "./plci-section";
import { TableSection } from "./table-section";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL },
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** What would be if a cell held something else: the value that gives what is wanted, tables of values, a premium. */
export function WhatIfView() {
  const styles = useStyles();
  const work = useLongWork();
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.text}>
          {t("pane:what-if/title")}
        </Subtitle2>
        <Text as="p" className={styles.text}>
          {t("pane:what-if/intro")}
        </Text>
      </div>
      <GoalSection work={work} />
      <TableSection work={work} />
      <PlciSection />
    </div>
  );
}
