import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

/** A formula in a text has no place to break of its own. */
const useStyles = makeStyles({ body: { overflowWrap: "anywhere" } });

export type Intent = NonNullable<MessageBarProps["intent"]>;

interface NoticeProps {
  readonly intent: Intent;
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Something that must be said; screen readers hear it when it appears. */
export function Notice({ intent, title, actions, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody className={styles.body}>
        {title !== undefined && <MessageBarTitle>{title} </MessageBarTitle>}
        {children}
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
