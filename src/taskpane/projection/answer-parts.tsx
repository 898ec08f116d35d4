import { Badge, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { t } from "../../i18n";
import type { Line } from "../../rules/trace";
import type { Call } from "../formula/call";
import { useFiguresAction } from "../kit/figures-action";
import { Notice } from "../kit/notice";

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
        {t("pane:projection/assumption")}
      </Badge>
      <Caption1>{text}</Caption1>
    </div>
  );
}

/** The rows of a table, each with the way to it. */
export const toldRows = ({ way }: Pick<Call, "way">): Line[] =>
  way().map((line, row) => ({ ...line, steps: way({ row, column: 0 }) }));

export function Reasons({ messages }: { readonly messages: readonly string[] }) {
  return (
    <Notice intent="warning" {...useFiguresAction(messages.join(" "))}>
      {messages.map((message) => (
        <div key={message}>{message}</div>
      ))}
    </Notice>
  );
}
