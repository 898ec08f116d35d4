import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { type ComponentProps, useState } from "react";
import type { Parameters, WorkbookState } from "../../host/host";
import { figuresMark, storedParameters } from "../../host/stored";
import { describe, figureName, reader, t } from "../../i18n";
import { dataVersion, type OwnFigure } from "../../parameters";
import { FIRST_YEAR, LAST_YEAR, lastKnownYear } from "../../rules/contributions";
import { caughtUp } from "../../rules/figure-upkeep";
import { Refusal } from "../../rules/refusal";
import { Notice } from "../kit/notice";
import type { Numbers } from "../kit/numbers";
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
  const { numbers, workbook, show } = useSurroundings();
  const { state, isAsOpened, parameters, busy, choose, recalculate } = workbook;
  const { dataVersion: stored, recalculation, unfit, from1904 } = state;
  const year = parameters.year;
  const isStale = stored !== null && stored !== dataVersion;
  // A year beyond the published ones that figures of the user's own make known is no mistake.
  const isOlder = year < LAST_YEAR || year > lastKnownYear();
  const named = otherNames(state, parameters);
  const nameOf = ({ year: one, indexation }: Parameters): string =>
    indexation === null ? String(one) : `${one} (${numbers.exactPercent(indexation)})`;
  const use = (chosen: Parameters) => (
    <Button size="small" disabled={busy} onClick={() => choose(chosen)}>
      {t("pane:year/other-use", { year: nameOf(chosen) })}
    </Button>
  );
  const own: Parameters = { year, indexation: growthFor(year, parameters.indexation) };
  const recalculateAll = (
    <Button size="small" disabled={busy} onClick={recalculate}>
      {t("pane:year/recalculate")}
    </Button>
  );
  return (
    <div className={notices}>
      {from1904 && <DismissibleNotice intent="warning">{t("pane:year/from-1904")}</DismissibleNotice>}
      {state.reloaded && (
        <DismissibleNotice intent="warning" {...(state.reloaded === "due" && { actions: recalculateAll })}>
          {t(`pane:reloaded/${state.reloaded}`)}
        </DismissibleNotice>
      )}
      {recalculation && "due" in recalculation && (
        <DismissibleNotice intent="warning" actions={recalculateAll}>
          {t(`pane:year/not-recalculated/${recalculation.due}`, { year })}
        </DismissibleNotice>
      )}
      {recalculation &&
        "from" in recalculation &&
        recalculation.from !== null &&
        recalculation.from !== dataVersion && (
          <DismissibleNotice intent="info">
            {t(`pane:year/${recalculation.always ? "recalculated-always" : "recalculated-at-opening"}`, {
              stored: recalculation.from,
              version: dataVersion,
            })}{" "}
            <Changes />
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
              {use(own)}
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
      {named === "broken" && !unfit && (
        <DismissibleNotice intent="warning" actions={use(own)}>
          {t("pane:year/named-broken")}
        </DismissibleNotice>
      )}
      {named !== null && named !== "broken" && !unfit && (
        // What was sent away comes back when somebody changes the name again.
        <DismissibleNotice
          key={nameOf(named)}
          intent="warning"
          actions={
            <>
              {isChoice(named) && use(named)}
              {use(own)}
            </>
          }
        >
          {saidNames(named, own, numbers)}
        </DismissibleNotice>
      )}
      {named === null && isAsOpened && state.parameters !== null && isOlder && (
        <DismissibleNotice intent="info" actions={use({ year: LAST_YEAR, indexation: null })}>
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
  const { ownFigures, dropped, state, busy, keepOwnFigures } = workbook;
  const isOther = isNumber(state.namedFigures) && state.namedFigures !== figuresMark(state.ownFigures);
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
      {isOther && (
        <DismissibleNotice
          key={state.namedFigures}
          intent="warning"
          actions={
            <>
              {showThem}
              <Button size="small" disabled={busy} onClick={keepOwnFigures}>
                {t("pane:figures/notice/keep")}
              </Button>
            </>
          }
        >
          {t("pane:figures/notice/other")}
        </DismissibleNotice>
      )}
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

const isNumber = (value: unknown): value is number => typeof value === "number";

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

/** Only a year to come needs a growth. */
const growthFor = (year: number, indexation: string | null): string | null =>
  year > lastKnownYear() ? indexation : null;

/** Names are edited by people, some of them in the same file at this moment. What they say, where it is something else than is used here. */
function otherNames({ namedYear, namedIndexation }: WorkbookState, used: Parameters): Parameters | "broken" | null {
  if (namedYear === null || namedYear === undefined) return null;
  if (Number.isNaN(namedYear)) return "broken";
  const growth = namedIndexation === undefined ? used.indexation : namedIndexation;
  const named: Parameters = { year: namedYear, indexation: growthFor(namedYear, growth) };
  const isSame = named.year === used.year && sameGrowth(named.indexation, growthFor(used.year, used.indexation));
  return isSame ? null : named;
}

/** The year stands in one name, its growth in another. */
function saidNames(named: Parameters, own: Parameters, { exactPercent }: Numbers): string {
  const said = (indexation: string | null): string => (indexation === null ? "" : exactPercent(indexation));
  const facts = { named: named.year, growth: said(named.indexation), year: own.year, own: said(own.indexation) };
  if (named.year !== own.year) return t(`pane:year/${named.indexation === null ? "named" : "named-both"}`, facts);
  return t(`pane:year/${named.indexation === null ? "named-no-growth" : "named-growth"}`, facts);
}

const sameGrowth = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : Number(a) === Number(b);

/** What can be chosen: others may stand in the names. */
const isChoice = ({ year, indexation }: Parameters): boolean => {
  const isKnown = year <= lastKnownYear();
  return storedParameters(year, indexation).parameters !== null && (isKnown || indexation !== null);
};

/** Until it is sent away. */
function DismissibleNotice(props: Omit<ComponentProps<typeof Notice>, "onDismiss">) {
  const [isDismissed, dismiss] = useState(false);
  return isDismissed ? null : <Notice {...props} onDismiss={() => dismiss(true)} />;
}
