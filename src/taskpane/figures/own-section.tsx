import { Badge, Button, Caption1, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { figureName, t } from "../../i18n";
import { type OwnFigure, ownValue } from "../../parameters";
import { type CaughtUp, caughtUp, followers, implausible, withoutKnown } from "../../rules/figure-upkeep";
import { Notice } from "../kit/notice";
import { Section } from "../kit/section";
import { useSurroundings } from "../kit/surroundings";
import { ChangeForm, ClosedYear } from "./add-form";
import { daysText } from "./days";
import { Fold } from "../kit/fold";
import { measured } from "./units";
import { type Change, useOwnFigureList } from "./use-own-figures";
import { ValuesList } from "./values-list";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  name: { overflowWrap: "anywhere" },
  value: { fontVariantNumeric: "tabular-nums" },
  actions: { display: "flex", flexShrink: 0, gap: tokens.spacingHorizontalXS },
  action: { minWidth: "auto" },
});

/** The user's figures, each with what must be said of it. */
export function OwnSection({ change }: { readonly change: Change }) {
  const styles = useStyles();
  const figures = useOwnFigureList();
  const known = caughtUp(figures);
  return (
    <Section title={t("pane:figures/own/title")}>
      {figures.length === 0 && <Text>{t("pane:figures/own/none")}</Text>}
      <ul className={styles.list}>
        {figures.map((figure) => (
          <OwnItem
            key={`${figure.id} ${figure.from}`}
            figure={figure}
            known={known.find(({ own }) => own === figure)}
            change={change}
            put={(others, done) =>
              change(
                figures.flatMap((other) => (other === figure ? others : [other])),
                t(done, { figure: figureName(figure.id) }),
              )
            }
          />
        ))}
      </ul>
    </Section>
  );
}

interface OwnItemProps {
  readonly figure: OwnFigure;
  readonly known: CaughtUp | undefined;
  readonly change: Change;
  /** Puts others in its place. */
  readonly put: (others: readonly OwnFigure[], done: string) => void;
}

function OwnItem({ figure, known, change, put }: OwnItemProps) {
  const styles = useStyles();
  const { numbers, workbook } = useSurroundings();
  const figures = useOwnFigureList();
  const [isChanging, setChanging] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { id, source, correction } = figure;
  const name = figureName(id);
  const own = ownValue(figure);
  const last = implausible(figure);
  const following = followers(figure);
  const described = `${name}, ${daysText(figure, numbers)}`;
  const close = (): void => {
    setChanging(false);
    button.current?.focus();
  };
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {name}
        </Text>
        <div className={styles.actions}>
          <Button
            ref={button as React.RefObject<null>}
            size="small"
            className={styles.action}
            aria-expanded={isChanging}
            aria-label={t("pane:figures/own/change-of", { figure: described })}
            onClick={() => setChanging(!isChanging)}
          >
            {t("pane:figures/own/change")}
          </Button>
          <Button
            size="small"
            className={styles.action}
            disabled={workbook.busy}
            aria-label={t("pane:figures/own/remove-of", { figure: described })}
            onClick={() => put([], "pane:figures/own/removed")}
          >
            {t("pane:figures/own/remove")}
          </Button>
        </div>
      </div>
      <Text className={styles.value}>{measured(own, numbers)}</Text>
      <Caption1>{daysText(figure, numbers)}</Caption1>
      <Caption1 className={styles.name}>
        {t("pane:figures/own/source")}{" "}
        {own.source.link ? (
          <Link inline href={own.source.link} target="_blank" rel="noopener noreferrer">
            {source}
          </Link>
        ) : (
          source
        )}
      </Caption1>
      {isChanging && <ChangeForm figure={figure} figures={figures} change={change} onClose={close} />}
      {correction && (
        <Badge appearance="tint" color="informative">
          {t("pane:figures/own/correction")}
        </Badge>
      )}
      {!isChanging && <ClosedYear from={figure.from} />}
      {known && <Known known={known} put={put} />}
      {last && (
        <Notice intent="warning">
          {t("pane:figures/implausible", {
            value: measured({ ...last, value: figure.value }, numbers),
            last: measured(last, numbers),
          })}
        </Notice>
      )}
      {following.length > 0 && (
        <Fold title={t("pane:figures/own/follows", { count: following.length })} as={{ of: name }}>
          <ValuesList values={following} label={({ id: of }) => figureName(of)} />
        </Fold>
      )}
    </li>
  );
}

/** What the data say by now, and what can be done about it. */
function Known({ known: { own, known, isEqual }, put }: { readonly known: CaughtUp } & Pick<OwnItemProps, "put">) {
  const { numbers, workbook } = useSurroundings();
  const values = { amount: measured(known, numbers), days: daysText(known, numbers) };
  const drop = (text: string) => (
    <Button size="small" disabled={workbook.busy} onClick={() => put(withoutKnown(own), "pane:figures/own/taken")}>
      {text}
    </Button>
  );
  return isEqual ? (
    <Notice intent="info" actions={drop(t("pane:figures/own/drop"))}>
      {t("pane:figures/own/equal", values)}
    </Notice>
  ) : (
    <Notice
      intent="warning"
      actions={
        <>
          <Button
            size="small"
            disabled={workbook.busy}
            onClick={() => put([{ ...own, correction: true }], "pane:figures/own/kept")}
          >
            {t("pane:figures/own/keep")}
          </Button>
          {drop(t("pane:figures/own/take"))}
        </>
      }
    >
      {t("pane:figures/own/different", values)}
    </Notice>
  );
}
