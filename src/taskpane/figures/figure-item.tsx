import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import { figureName, t } from "../../i18n";
import { takesOwn } from "../../rules/figures";
import { AddForm, type Wanted } from "./add-form";
import { type Change, useOwnFigureList } from "./use-own-figures";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: {
    display: "flex",
    alignItems: "flex-start",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  name: { overflowWrap: "anywhere" },
  add: { flexShrink: 0, minWidth: "auto" },
});

interface FigureItemProps {
  readonly wanted: Wanted;
  readonly change: Change;
  /** What is said of it below its name. */
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}

/** A figure that can be given, and the form for it. */
export function FigureItem({ wanted, change, lines, children }: FigureItemProps) {
  const styles = useStyles();
  const figures = useOwnFigureList();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = figureName(wanted.id);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {name}
        </Text>
        {takesOwn(wanted.id) && (
          <Button
            ref={button as React.RefObject<null>}
            size="small"
            className={styles.add}
            aria-expanded={isOpen}
            aria-label={t("pane:figures/add-to", { figure: [name, ...lines.slice(0, 1)].join(", ") })}
            onClick={() => setOpen(!isOpen)}
          >
            {t("pane:figures/add")}
          </Button>
        )}
      </div>
      {lines.map((line) => (
        <Caption1 key={line} className={styles.name}>
          {line}
        </Caption1>
      ))}
      {children}
      {isOpen && <AddForm wanted={wanted} figures={figures} change={change} onClose={close} />}
    </li>
  );
}
