import { Button, Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId, useState } from "react";

const useStyles = makeStyles({
  heading: { margin: 0 },
  button: { alignSelf: "flex-start", paddingLeft: 0, justifyContent: "flex-start", textAlign: "start" },
  title: { display: "flex", flexDirection: "column" },
  section: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  part: { fontWeight: tokens.fontWeightRegular },
  given: { color: tokens.colorNeutralForeground3 },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  hidden: { display: "none" },
});

interface FoldProps {
  readonly title: string;
  /** A part of the view, a part of a form, or more on what stands above, which `of` names for whoever does not see that. */
  readonly as: "section" | "part" | { readonly of: string };
  /** What was given in it, which counts while it is folded too. */
  readonly given?: readonly string[];
  readonly children: ReactNode;
}

/** What is not always needed, folded away at first. It is made when it is opened; what was typed stays while it is closed. */
export function Fold({ title, as, given = [], children }: FoldProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [isMade, setMade] = useState(false);
  const id = useId();
  const isDetail = typeof as === "object";
  const button = (
    <Button
      id={id + BUTTON}
      size={isDetail ? "small" : as === "section" ? "large" : "medium"}
      appearance={isDetail ? "subtle" : "transparent"}
      className={mergeClasses(styles.button, !isDetail && styles[as])}
      icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
      aria-expanded={isOpen}
      aria-controls={id}
      {...(isDetail && { "aria-label": `${title}: ${as.of}` })}
      onClick={() => {
        setMade(true);
        setOpen(!isOpen);
      }}
    >
      <span className={styles.title}>
        {title}
        {given.length > 0 && <Caption1 className={styles.given}>{given.join(" · ")}</Caption1>}
      </span>
    </Button>
  );
  const fold = (
    <>
      {isDetail ? button : <h3 className={styles.heading}>{button}</h3>}
      <div id={id} className={isOpen ? styles.content : styles.hidden}>
        {isMade && children}
      </div>
    </>
  );
  return as === "section" ? (
    <section className={styles.content} aria-labelledby={id + BUTTON}>
      {fold}
    </section>
  ) : (
    fold
  );
}

const BUTTON = "-button";
