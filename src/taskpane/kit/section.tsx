import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

interface SectionProps {
  readonly title: string;
  /** What it is good for. */
  readonly text?: string;
  readonly children: ReactNode;
}

/** A part of a view below its own heading. */
export function Section({ title, text, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as="h3" id={id} className={styles.text}>
        {title}
      </Subtitle2>
      {text !== undefined && (
        <Text as="p" className={styles.text}>
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}
