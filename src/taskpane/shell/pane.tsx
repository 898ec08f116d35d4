import {
  FluentProvider,
  Link,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import {
  lazy,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { createRoot } from "react-dom/client";
import type { Host } from "../../host/host";
import { type Language, reader, t } from "../../i18n";
import { onRecalculationRequest } from "../../page/requests";
import { numbersOf } from "../kit/numbers";
import {
  type Opened,
  type Surroundings,
  SurroundingsContext,
  useSurroundings,
  type View,
  VIEWS,
} from "../kit/surroundings";
import { StartPage, useFirstRun } from "../start/start-page";
import { YearView } from "../year/year-view";
import { Chunk } from "./chunk";
import { DataNote } from "./data-note";
import { themeOf } from "./theme";
import { useWorkbook } from "./use-workbook";
import { WorkbookNotices } from "./workbook-notices";

/** Views are chunks of their own, fetched when the pane has nothing else to do: it shows sooner, and cells never wait. */
const CalculatorView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "calculator", webpackPrefetch: true */ "../calculator/calculator-view"))
    .CalculatorView,
}));
const FundsView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "funds", webpackPrefetch: true */ "../funds/funds-view")).FundsView,
}));
const ProjectionView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "projection", webpackPrefetch: true */ "../projection/projection-view"))
    .ProjectionView,
}));
const BenefitsView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "benefits", webpackPrefetch: true */ "../benefits/benefits-view"))
    .BenefitsView,
}));
const FiguresView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "figures", webpackPrefetch: true */ "../figures/figures-view"))
    .FiguresView,
}));
const ExplainView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "explain", webpackPrefetch: true */ "../explain/explain-view"))
    .ExplainView,
}));
const WorkbookView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "workbook", webpackPrefetch: true */ "../workbook/workbook-view"))
    .WorkbookView,
}));

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", minHeight: "100%" },
  tabs: { overflow: "hidden", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
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
  const views: Record<View, ReactNode> = {
    year: <YearView />,
    calculator: <CalculatorView />,
    funds: <FundsView />,
    projection: <ProjectionView />,
    benefits: <BenefitsView />,
    figures: <FiguresView />,
    explain: <ExplainView active={shown === "explain"} />,
    workbook: <WorkbookView active={shown === "workbook"} />,
  };
  return (
    <>
      {isFirstRun && (
        <Chunk>
          <StartPage onClose={() => setFirstRun(false)} />
        </Chunk>
      )}
      <div className={mergeClasses(styles.page, isFirstRun && styles.hidden)}>
        <Navigation id={id} shown={shown} />
        <WorkbookNotices />
        {VIEWS.map((view) => (
          <div
            key={view}
            role="tabpanel"
            id={`${id}-${view}-panel`}
            aria-label={t(`pane:tab/${view}`)}
            hidden={view !== shown}
            className={mergeClasses(styles.panel, view !== shown && styles.hidden)}
          >
            {known.includes(view) && <Chunk>{views[view]}</Chunk>}
          </div>
        ))}
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

interface NavigationProps {
  readonly id: string;
  readonly shown: View;
}

/** Tabs as far as the pane is wide, and a menu for the others. */
function Navigation({ id, shown }: NavigationProps) {
  const styles = useStyles();
  const { show } = useSurroundings();
  return (
    <Overflow minimumVisible={1} padding={48}>
      <TabList
        className={styles.tabs}
        aria-label={t("pane:views")}
        selectedValue={shown}
        onTabSelect={(_, { value }) => show(value as View)}
      >
        {VIEWS.map((view) => (
          <OverflowItem key={view} id={view} priority={view === shown ? 2 : 1}>
            <Tab value={view} aria-controls={`${id}-${view}-panel`}>
              {t(`pane:tab/${view}`)}
            </Tab>
          </OverflowItem>
        ))}
        <OtherViews />
      </TabList>
    </Overflow>
  );
}

function OtherViews() {
  const { ref, isOverflowing } = useOverflowMenu<HTMLElement>();
  if (!isOverflowing) return null;
  return (
    <Menu hasIcons>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          ref={ref as RefObject<null>}
          role="tab"
          appearance="transparent"
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
          aria-label={t("pane:more")}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {VIEWS.map((view) => (
            <OtherView key={view} view={view} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function OtherView({ view }: { readonly view: View }) {
  const { show } = useSurroundings();
  const hasTab = useIsOverflowItemVisible(view);
  return hasTab ? null : <MenuItem onClick={() => show(view)}>{t(`pane:tab/${view}`)}</MenuItem>;
}
