import { shared } from "./shared";

const held = shared<{ text: string }>("own-figures", { text: "" });

/** The list of the workbook's own figures as it stands there; "" while it has none. */
export const heldList = (): string => held.text;

export function holdList(text: string): void {
  held.text = text;
}
