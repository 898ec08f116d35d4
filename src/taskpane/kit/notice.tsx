import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { t } from "../../i18n";

/** A formula in a text has no place to break of its own. */
const useStyles = makeStyles({ body: { overflowWrap: "anywhere" } });

export type Intent = NonNullable<MessageBarProps["intent"]>;

interface NoticeProps {
  readonly intent: Intent;
  readonly title?: string;
  readonly actions?: ReactNode;
  /** Where it can be sent away. */
  readonly onDismiss?: () => void;
  readonly children: ReactNode;
}

/** Something that must be said; screen readers hear it when it appears. */
export function Notice({ intent, title, actions, onDismiss, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody className={styles.body}>
        {title !== undefined && <MessageBarTitle>{title} </MessageBarTitle>}
        {children}
      </MessageBarBody>
      {(actions !== undefined || onDismiss) && (
        <MessageBarActions {...(onDismiss && { containerAction: <DismissButton onClick={onDismiss} /> })}>
          {actions}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

const DismissButton = ({ onClick }: { readonly onClick: () => void }) => (
  <Button
    aria-label={t("pane:dismiss")}
    appearance="transparent"
    size="small"
    icon={<DismissRegular />}
    onClick={onClick}
  />
);
