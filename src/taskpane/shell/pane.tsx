import { FluentProvider, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useId, useMemo, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import type { Host } from "../../host/host";
import { type Language, reader, t } from "../../i18n";
import { onRecalculationRequest } from "../../page/requests";
import { numbersOf } from "../kit/numbers";
import { type Opened, type Surroundings, SurroundingsContext, type View, VIEWS } from "../kit/surroundings";
import { StartPage, useFirstRun } from "../start/start-page";
import { Chunk } from "./chunk";
import { DataNote } from "./data-note";
import { Navigation } from "./navigation";
import { themeOf } from "./theme";
import { useWorkbook } from "./use-workbook";
import { PARTS } from "./views";
import { WorkbookNotices } from "./workbook-notices";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", minHeight: "100%" },
  hidden: { display: "none" },
  panel: { flexGrow: 1, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** Shows the pane in `element`, for the spreadsheet behind `host`; the answer shows it in the language that the reader has by then. */
export function mountPane(element: HTMLElement, host: Host, opened: Opened): () => void {
  const root = createRoot(element);
  const show = (): void => root.render(<Pane host={host} opened={opened} language={reader.language} />);
  show();
  return show;
}

interface PaneProps {
  readonly host: Host;
  readonly opened: Opened;
  /** Another one is another look at all that was said; what somebody typed stays. */
  readonly language?: Language;
}

export function Pane({ host, opened, language }: PaneProps) {
  const workbook = useWorkbook(host, opened, language);
  const numbers = useMemo(() => numbersOf(host.contentLanguage()), [host, language]);
  const [shown, show] = useState<View>("year");
  useEffect(() => onRecalculationRequest(workbook.recalculate), [workbook.recalculate]);
  const onThemeChange = useCallback((listener: () => void) => host.onThemeChange(listener), [host]);
  const isDark = useSyncExternalStore(onThemeChange, () => host.isDarkTheme());
  const surroundings: Surroundings = { host, numbers, workbook, show };
  return (
    <FluentProvider theme={themeOf(isDark)} style={{ minHeight: "100%", colorScheme: isDark ? "dark" : "light" }}>
      <SurroundingsContext value={surroundings}>
        <Page shown={shown} />
      </SurroundingsContext>
    </FluentProvider>
  );
}

/** A view is made when it is first shown, and stays in the page while another one shows, so that nothing typed is lost. */
function Page({ shown }: { readonly shown: View }) {
  const styles = useStyles();
  const [isFirstRun, setFirstRun] = useFirstRun();
  const [known, setKnown] = useState<readonly View[]>([shown]);
  if (!known.includes(shown)) setKnown([...known, shown]);
  const id = useId();
  const panelOf = (view: View): string => `${id}-${view}-panel`;
  return (
    <>
      {isFirstRun && (
        <Chunk>
          <StartPage onClose={() => setFirstRun(false)} />
        </Chunk>
      )}
      <div className={mergeClasses(styles.page, isFirstRun && styles.hidden)}>
        <Navigation shown={shown} panelOf={panelOf} />
        <WorkbookNotices />
        {VIEWS.map((view) => {
          const { Content } = PARTS[view];
          const isShown = view === shown;
          return (
            <div
              key={view}
              role="tabpanel"
              id={panelOf(view)}
              aria-label={t(`pane:tab/${view}`)}
              hidden={!isShown}
              className={mergeClasses(styles.panel, !isShown && styles.hidden)}
            >
              {known.includes(view) && (
                <Chunk>
                  <Content active={isShown} />
                </Chunk>
              )}
            </div>
          );
        })}
        <footer className={styles.foot}>
          <DataNote />
          <Link as="button" onClick={() => setFirstRun(true)}>
            {t("pane:start/link")}
          </Link>
          <Link href="help/index.html" target="_blank" rel="noopener noreferrer">
            {t("pane:help")}
          </Link>
        </footer>
      </div>
    </>
  );
}
