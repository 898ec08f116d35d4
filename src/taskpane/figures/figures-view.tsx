import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { describe, t } from "../../i18n";
import { Refusal } from "../../rules/refusal";
import { Notice } from "../kit/notice";
import { Outcome } from "../kit/outcome";
import { saveFile } from "../kit/files";
import { useSurroundings } from "../kit/surroundings";
import { AwaitedSection } from "./awaited-section";
import { ExchangeSection, FILE_NAME } from "./exchange-section";
import { OwnSection } from "./own-section";
import { SearchSection } from "./search-section";
import { UnsettledSection } from "./unsettled-section";
import type { Change } from "./use-own-figures";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& > section": {
      paddingTop: tokens.spacingVerticalM,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  title: { margin: 0 },
  told: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, outlineStyle: "none" },
  undo: { alignSelf: "flex-start" },
});

/** Figures that the user has before the data do, and those that he may look for. */
export function FiguresView() {
  const styles = useStyles();
  const { workbook } = useSurroundings();
  const { ownFigures, outcome, busy, undoOwnFigures } = workbook;
  const told = useRef<HTMLDivElement>(null);
  const change: Change = (figures, done) => {
    workbook.changeOwnFigures(figures, done);
    // What had the focus may be gone, and how it went stands above.
    told.current?.focus();
  };
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        {t("pane:figures/title")}
      </Subtitle2>
      <Text>{t("pane:figures/intro")}</Text>
      <div ref={told} tabIndex={-1} className={styles.told}>
        <Outcome outcome={outcome} />
        {undoOwnFigures && (
          <Button size="small" className={styles.undo} disabled={busy} onClick={undoOwnFigures}>
            {t("pane:figures/undo")}
          </Button>
        )}
      </div>
      {ownFigures instanceof Refusal ? (
        <Unreadable refusal={ownFigures} list={workbook.state.ownFigures} change={change} />
      ) : (
        <>
          <AwaitedSection change={change} />
          <OwnSection change={change} />
          <SearchSection change={change} />
          <UnsettledSection change={change} />
          <ExchangeSection change={change} />
        </>
      )}
    </div>
  );
}

interface UnreadableProps {
  readonly refusal: Refusal;
  readonly list: string;
  readonly change: Change;
}

/** Nothing takes the place of a list before whoever made it could keep it. */
const Unreadable = ({ refusal, list, change }: UnreadableProps) => (
  <Notice
    intent="error"
    actions={
      <>
        <Button size="small" onClick={() => saveFile(FILE_NAME, list)}>
          {t("pane:figures/unreadable/save")}
        </Button>
        <Button size="small" onClick={() => change([], t("pane:figures/unreadable/removed"))}>
          {t("pane:figures/unreadable/remove")}
        </Button>
      </>
    }
  >
    {t("pane:figures/unreadable/what", { reason: describe(refusal) })}
  </Notice>
);
