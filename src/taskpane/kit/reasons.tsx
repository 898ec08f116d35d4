import { isErrorOfCell } from "../formula/call";
import { useFiguresAction } from "./figures-action";
import { Notice } from "./notice";

/** Why there is no answer, or none in some places, with the way to the figures where one would help. */
export function Reasons({ messages }: { readonly messages: readonly string[] }) {
  const action = useFiguresAction(messages.join(" "));
  if (messages.length === 0) return null;
  return (
    <Notice intent="warning" {...action}>
      {messages.map((message) => (
        <div key={message}>{message}</div>
      ))}
    </Notice>
  );
}

/** Why cells of a table hold no value: the first sentence of those that differ in a day, a year or an amount only. */
export function reasonsIn(rows: readonly (readonly unknown[])[]): string[] {
  const messages = rows
    .flat()
    .filter(isErrorOfCell)
    .map(({ message }) => message);
  const kindOf = (message: string): string => message.replace(/\d/g, "");
  return messages.filter((one, at) => messages.findIndex((other) => kindOf(other) === kindOf(one)) === at);
}
