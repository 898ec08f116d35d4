import {
  Button,
  Caption1,
  FluentProvider,
  makeStyles,
  TeachingPopover,
  TeachingPopoverBody,
  TeachingPopoverHeader,
  TeachingPopoverSurface,
  TeachingPopoverTitle,
  tokens,
} from "@fluentui/react-components";
import type { FUniver } from "@univerjs/core/facade";
import { type RefObject, useEffect, useId, useRef } from "react";
import { createRoot } from "react-dom/client";
import { themeOf } from "../../taskpane/shell/theme";
import { theme } from "../access/theme";
import { inEachLanguage } from "../spoken";
import { t } from "../texts";
import { placesOf } from "./places";
import { type Step, STEPS } from "./steps";

const useStyles = makeStyles({
  surface: { boxSizing: "border-box", width: "320px", maxWidth: "100vw" },
  foot: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
  count: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
});

/** What the texts name, as it stands on the page. */
const namesOnPage = () => ({
  sheet: t("workbench:demo/clients/name"),
  explain: t("pane:tab/explain"),
  save: t("workbench:file/save"),
});

/** Shows the steps one after the other until the last one, or until somebody has seen enough. */
export function showTour(spreadsheet: FUniver): Promise<void> {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  const places = placesOf(spreadsheet);
  return new Promise((resolve) => {
    let shown = 0;
    const end = (): void => {
      stop();
      root.unmount();
      resolve();
    };
    const show = (index: number): void => {
      shown = index;
      const step = STEPS[index];
      if (step === undefined) end();
      else
        root.render(
          <FluentProvider theme={themeOf(theme.isDark())}>
            <TourStep key={step} index={index} step={step} place={places[step]} go={show} end={end} />
          </FluentProvider>,
        );
    };
    const stop = inEachLanguage(() => show(shown));
  });
}

interface TourStepProps {
  readonly index: number;
  readonly step: Step;
  readonly place: ReturnType<typeof placesOf>[Step];
  readonly go: (index: number) => void;
  readonly end: () => void;
}

function TourStep({ index, step, place, go, end }: TourStepProps) {
  const styles = useStyles();
  const [title, body] = [useId(), useId()];
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const isLast = index === STEPS.length - 1;
  return (
    <TeachingPopover
      open
      // Whoever clicks elsewhere tries what the step says; Esc and the cross end it.
      onOpenChange={(event) => !(event instanceof Event) && end()}
      trapFocus={false}
      unstable_disableAutoFocus
      positioning={{ ...place.beside, target: { getBoundingClientRect: place.at } }}
    >
      <TeachingPopoverSurface className={styles.surface} role="dialog" aria-labelledby={title} aria-describedby={body}>
        <TeachingPopoverHeader dismissButton={{ "aria-label": t("workbench:tour/end") }}>
          {t("workbench:tour/name")}
        </TeachingPopoverHeader>
        <TeachingPopoverBody>
          <TeachingPopoverTitle id={title}>{t(`workbench:tour/${step}/title`)}</TeachingPopoverTitle>
          <div id={body}>{t(`workbench:tour/${step}/text`, namesOnPage())}</div>
          <div className={styles.foot}>
            <Caption1 className={styles.count}>
              {t("workbench:tour/count", { step: String(index + 1), steps: String(STEPS.length) })}
            </Caption1>
            {index > 0 && <Button onClick={() => go(index - 1)}>{t("workbench:tour/back")}</Button>}
            <Button ref={next as RefObject<null>} appearance="primary" onClick={() => go(index + 1)}>
              {t(isLast ? "workbench:tour/done" : "workbench:tour/next")}
            </Button>
          </div>
        </TeachingPopoverBody>
      </TeachingPopoverSurface>
    </TeachingPopover>
  );
}
