import { makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { Fragment, type KeyboardEvent } from "react";
import { t } from "../../i18n";
import { useSurroundings, type View, VIEW_GROUPS } from "../kit/surroundings";
import { PARTS } from "./views";

const useStyles = makeStyles({
  tabs: {
    display: "grid",
    // Two columns at 320 pixels, more where there is room.
    gridTemplateColumns: "repeat(auto-fill, minmax(136px, 1fr))",
    columnGap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rule: {
    gridColumn: "1 / -1",
    height: "1px",
    margin: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralStroke3,
  },
  tab: {
    justifyContent: "start",
    minWidth: 0,
    minHeight: "26px",
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    whiteSpace: "nowrap",
    // Columns keep their width, whatever stands in them.
    "& .fui-Tab__content--reserved-space": { display: "none" },
    "& .fui-Tab__content": { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  shown: { backgroundColor: tokens.colorSubtleBackgroundSelected },
});

interface NavigationProps {
  readonly shown: View;
  readonly panelOf: (view: View) => string;
}

/** All views by their names, however narrow the pane: in groups, after what they are for. */
export function Navigation({ shown, panelOf }: NavigationProps) {
  const styles = useStyles();
  const { show } = useSurroundings();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={t("pane:views")}
      selectedValue={shown}
      onTabSelect={(_, { value }) => show(value as View)}
      onKeyDown={moveBetweenRows}
    >
      {VIEW_GROUPS.map((views, group) => (
        <Fragment key={group}>
          {group > 0 && <div className={styles.rule} aria-hidden />}
          {views.map((view) => {
            const { Icon } = PARTS[view];
            return (
              <Tab
                key={view}
                value={view}
                icon={<Icon />}
                aria-controls={panelOf(view)}
                className={mergeClasses(styles.tab, view === shown && styles.shown)}
              >
                {t(`pane:tab/${view}`)}
              </Tab>
            );
          })}
        </Fragment>
      ))}
    </TabList>
  );
}

/** Left, right, Home and End are the list's own; up and down go to the tab above or below, as one sees them. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = (event.target as HTMLElement).closest("[role=tab]");
  if (way === undefined || from === null) return;
  event.preventDefault();
  const { left, top } = from.getBoundingClientRect();
  const distances = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")].map((tab) => {
    const place = tab.getBoundingClientRect();
    return { tab, rows: (place.top - top) * way, columns: Math.abs(place.left - left) };
  });
  const ahead = distances.filter(({ rows }) => rows > 0);
  ahead.sort((a, b) => a.rows - b.rows || a.columns - b.columns)[0]?.tab.focus();
}
