import { Caption1, FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Host } from "../host/host";
import { dataVersion, lastDayCovered } from "../parameters";
import { FundsView } from "./funds-view";
import { numbersOf } from "./numbers";
import { SurroundingsContext, type Surroundings, useSurroundings } from "./surroundings";
import { t } from "./texts";
import { themeOf } from "./theme";
import { useParameterYear } from "./use-parameter-year";
import { YearView } from "./year-view";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column" },
  panel: { flexGrow: 1, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  foot: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** Shows the pane in `element`, for the spreadsheet behind `host`. */
export function mountPane(element: HTMLElement, host: Host): void {
  createRoot(element).render(<Pane host={host} />);
}

export function Pane({ host }: { readonly host: Host }) {
  const [surroundings] = useState<Surroundings>(() => ({ host, numbers: numbersOf(host.contentLanguage()) }));
  return (
    <FluentProvider theme={themeOf(host.isDarkTheme())} style={{ minHeight: "100%" }}>
      <SurroundingsContext value={surroundings}>
        <Views />
      </SurroundingsContext>
    </FluentProvider>
  );
}

const VIEWS = ["year", "funds"] as const;
type View = (typeof VIEWS)[number];

/** Every view stays in the page while another one shows, so that nothing typed is lost. */
function Views() {
  const styles = useStyles();
  const { host, numbers } = useSurroundings();
  const parameterYear = useParameterYear(host);
  const [shown, setShown] = useState<View>("year");
  const id = useId();
  const views: Record<View, ReactNode> = {
    year: <YearView {...parameterYear} />,
    funds: <FundsView year={parameterYear.year} />,
  };
  return (
    <div className={styles.page}>
      <TabList
        aria-label={t("pane:views")}
        selectedValue={shown}
        onTabSelect={(_, { value }) => setShown(value as View)}
      >
        {VIEWS.map((view) => (
          <Tab key={view} value={view} id={`${id}-${view}`} aria-controls={`${id}-${view}-panel`}>
            {t(`pane:tab/${view}`)}
          </Tab>
        ))}
      </TabList>
      {VIEWS.map((view) => (
        <div
          key={view}
          role="tabpanel"
          id={`${id}-${view}-panel`}
          aria-labelledby={`${id}-${view}`}
          hidden={view !== shown}
          className={styles.panel}
        >
          {views[view]}
        </div>
      ))}
      <Caption1 as="p" className={styles.foot}>
        {t("pane:data", { version: dataVersion.split(" ")[0]!, day: numbers.day(lastDayCovered) })}
      </Caption1>
    </div>
  );
}
