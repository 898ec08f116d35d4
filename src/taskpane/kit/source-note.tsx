import {
  Badge,
  type BadgeProps,
  InfoLabel,
  type InfoLabelProps,
  Link,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { articleName, lawName, t } from "../../i18n";
import type { Source } from "../../parameters";
import type { Sureness } from "../../rules/figures";

const COLOURS: Partial<Record<Sureness, BadgeProps["color"]>> = {
  official: "success",
  two: "informative",
  single: "warning",
  derived: "brand",
  own: "warning",
  projection: "warning",
};

const useStyles = makeStyles({
  note: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    maxWidth: "240px",
    overflowWrap: "anywhere",
  },
});

/** How sure something is. */
export const ConfidenceBadge = ({ confidence }: { readonly confidence: Sureness }) => (
  <Badge appearance="tint" color={COLOURS[confidence] ?? "subtle"}>
    {t(`pane:confidence/${confidence}`)}
  </Badge>
);

interface SourceNoteProps {
  readonly source: Source;
  readonly confidence: Sureness;
  readonly children?: ReactNode;
}

/** Where a figure comes from and how sure it is. */
export function SourceNote({ source: { title, article, link }, confidence, children }: SourceNoteProps) {
  const { note } = useStyles();
  return (
    <div className={note}>
      <ConfidenceBadge confidence={confidence} />
      {link ? (
        <Link href={link} target="_blank" rel="noopener noreferrer" inline>
          {lawName(title)}
        </Link>
      ) : (
        <Text>{lawName(title)}</Text>
      )}
      {article && <Text size={200}>{articleName(article)}</Text>}
      {children}
    </div>
  );
}

/** A label with a button that opens where its figure comes from. */
export function SourcedLabel({ children, info }: Pick<InfoLabelProps, "children" | "info">) {
  return (
    <InfoLabel info={info} infoButton={{ "aria-label": t("pane:source/button") }}>
      {children}
    </InfoLabel>
  );
}
