import { MessageBar, MessageBarBody, type MessageBarProps } from "@fluentui/react-components";

/** How an action ended, in words for the user. */
export interface Result {
  readonly intent: NonNullable<MessageBarProps["intent"]>;
  readonly text: string;
}

/** Screen readers hear it when it appears. */
export function Outcome({ outcome }: { readonly outcome: Result | undefined }) {
  return (
    outcome && (
      <MessageBar intent={outcome.intent} layout="multiline">
        <MessageBarBody>{outcome.text}</MessageBarBody>
      </MessageBar>
    )
  );
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
