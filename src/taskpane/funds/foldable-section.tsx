import { Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId, useState } from "react";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  button: { paddingLeft: 0, textAlign: "start", justifyContent: "flex-start" },
  hidden: { display: "none" },
});

interface FoldableSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a view below its own heading, which opens it. What was typed stays while it is closed. */
export function FoldableSection({ title, children }: FoldableSectionProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [isMade, setMade] = useState(false);
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as="h3" className={styles.title}>
        <Button
          id={id}
          size="large"
          appearance="transparent"
          className={styles.button}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          onClick={() => {
            setMade(true);
            setOpen(!isOpen);
          }}
        >
          {title}
        </Button>
      </Subtitle2>
      {isMade && <div className={isOpen ? styles.section : styles.hidden}>{children}</div>}
    </section>
  );
}
