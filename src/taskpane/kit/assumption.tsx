import { Badge, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";

const useStyles = makeStyles({
  assumption: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS },
  badge: { flexShrink: 0 },
});

/** What no text says is not shown as if one did. */
export function Assumption({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.assumption}>
      <Badge className={styles.badge} appearance="tint" color="warning">
        {t("pane:field/assumption")}
      </Badge>
      <Caption1>{text}</Caption1>
    </div>
  );
}
