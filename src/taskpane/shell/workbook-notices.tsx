import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { type ComponentProps, useState } from "react";
import { describe, figureName, reader, t } from "../../i18n";
import { dataVersion, type OwnFigure } from "../../parameters";
import { FIRST_YEAR, LAST_YEAR, lastKnownYear } from "../../rules/contributions";
import { caughtUp } from "../../rules/figure-upkeep";
import { Refusal } from "../../rules/refusal";
import { Notice } from "../kit/notice";
import { useSurroundings } from "../kit/surroundings";
import { FURTHEST_YEAR } from "../kit/years";

const useStyles = makeStyles({
  notices: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`,
    "&:empty": { display: "none" },
  },
});

/** What the user must know of the workbook before a figure of it is trusted. */
export function WorkbookNotices() {
  const { notices } = useStyles();
  const { workbook, show } = useSurroundings();
  const { state, isAsOpened, parameters, busy, choose, recalculate } = workbook;
  const { namedYear, dataVersion: stored, recalculation, unfit } = state;
  const year = parameters.year;
  const isStale = stored !== null && stored !== dataVersion;
  // A year beyond the published ones that figures of the user's own make known is no mistake.
  const isOlder = year < LAST_YEAR || year > lastKnownYear();
  const isNameOther = namedYear !== null && namedYear !== year;
  const use = (chosen: number) => (
    <Button
      size="small"
      disabled={busy}
      onClick={() => choose({ year: chosen, indexation: chosen > lastKnownYear() ? parameters.indexation : null })}
    >
      {t("pane:year/other-use", { year: chosen })}
    </Button>
  );
  const recalculateAll = (
    <Button size="small" disabled={busy} onClick={recalculate}>
      {t("pane:year/recalculate")}
    </Button>
  );
  return (
    <div className={notices}>
      {recalculation === "failed" && (
        <DismissibleNotice intent="warning" actions={recalculateAll}>
          {t("pane:year/not-recalculated", { year })}
        </DismissibleNotice>
      )}
      {typeof recalculation === "object" && recalculation.from !== null && recalculation.from !== dataVersion && (
        <DismissibleNotice intent="info">
          {t("pane:year/recalculated-at-opening", { stored: recalculation.from, version: dataVersion })} <Changes />
        </DismissibleNotice>
      )}
      {isStale && (
        <DismissibleNotice intent="warning" actions={recalculateAll}>
          {t("pane:year/data", { stored, version: dataVersion })} <Changes />
        </DismissibleNotice>
      )}
      {unfit && (
        <DismissibleNotice
          intent="warning"
          actions={
            <>
              {use(year)}
              <Button size="small" onClick={() => show("year")}>
                {t("pane:year/choose")}
              </Button>
            </>
          }
        >
          {"year" in unfit
            ? t("pane:year/unfit-year", { stored: unfit.year, year, first: FIRST_YEAR, last: FURTHEST_YEAR })
            : t("pane:year/unfit-indexation", { stored: unfit.indexation })}
        </DismissibleNotice>
      )}
      {isNameOther && !unfit && (
        <DismissibleNotice
          intent="warning"
          actions={
            <>
              {isYear(namedYear) && use(namedYear)}
              {use(year)}
            </>
          }
        >
          {Number.isNaN(namedYear) ? t("pane:year/named-broken") : t("pane:year/named", { named: namedYear, year })}
        </DismissibleNotice>
      )}
      {!isNameOther && isAsOpened && state.parameters !== null && isOlder && (
        <DismissibleNotice intent="info" actions={use(LAST_YEAR)}>
          {t("pane:year/other", { year, latest: LAST_YEAR })}
        </DismissibleNotice>
      )}
      <OwnFiguresNotices />
    </div>
  );
}

/** What has become of the figures of the user's own. */
function OwnFiguresNotices() {
  const { workbook, show } = useSurroundings();
  const { ownFigures, dropped } = workbook;
  const showThem = (
    <Button size="small" onClick={() => show("figures")}>
      {t("pane:figures/notice/show")}
    </Button>
  );
  if (ownFigures instanceof Refusal) {
    return (
      <DismissibleNotice intent="error" actions={showThem}>
        {t("pane:figures/notice/unreadable", { reason: describe(ownFigures) })}
      </DismissibleNotice>
    );
  }
  const different = caughtUp(ownFigures).filter(({ isEqual }) => !isEqual);
  return (
    <>
      {dropped.length > 0 && (
        <DismissibleNotice intent="info">
          {t("pane:figures/notice/dropped", { figures: namesOf(dropped) })}
        </DismissibleNotice>
      )}
      {different.length > 0 && (
        <DismissibleNotice intent="warning" actions={showThem}>
          {t("pane:figures/notice/different", { figures: namesOf(different.map(({ own }) => own)) })}
        </DismissibleNotice>
      )}
    </>
  );
}

const namesOf = (figures: readonly OwnFigure[]): string =>
  [...new Set(figures.map(({ id }) => figureName(id)))].join("; ");

/** What the present data changed, and the page that has every amount before and after. */
const Changes = () => (
  <>
    {t("pane:year/changes")}{" "}
    <Link inline href={`help/changelog.html#${reader.language}`} target="_blank" rel="noopener noreferrer">
      {t("pane:year/changelog")}
    </Link>
  </>
);

/** A year that can be chosen: others may stand in the name, which people edit. */
const isYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= lastKnownYear();

/** Until it is sent away. */
function DismissibleNotice(props: Omit<ComponentProps<typeof Notice>, "onDismiss">) {
  const [isDismissed, dismiss] = useState(false);
  return isDismissed ? null : <Notice {...props} onDismiss={() => dismiss(true)} />;
}
