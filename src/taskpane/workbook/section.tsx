import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0 },
});

interface SectionProps {
  readonly title: string;
  /** What it is good for. */
  readonly text: string;
  readonly children: ReactNode;
}

export function Section({ title, text, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Subtitle2 as="h3" id={id} className={styles.text}>
        {title}
      </Subtitle2>
      <Text as="p" className={styles.text}>
        {text}
      </Text>
      {children}
    </section>
  );
}
