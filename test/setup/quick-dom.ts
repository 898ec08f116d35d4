import * as React from "react";

/** What jsdom and React do at length in each test of the pane, and none asks for. */

/**
 * The labels of a field by the index of ids; jsdom goes through the whole document for each label of it, and the library that looks for
 * labels asks every element.
 */
function labels(this: HTMLElement): HTMLLabelElement[] {
  const root = this.getRootNode() as Document | DocumentFragment | Element;
  const isOf = (label: HTMLLabelElement): boolean =>
    label.hasAttribute("for")
      ? label.htmlFor === this.id && this.ownerDocument.getElementById(this.id) === this
      : label.contains(this) && label.control === this;
  return [...root.querySelectorAll("label")].filter(isOf);
}

const LABELLED = [
  HTMLButtonElement,
  HTMLInputElement,
  HTMLMeterElement,
  HTMLOutputElement,
  HTMLProgressElement,
  HTMLSelectElement,
  HTMLTextAreaElement,
];
for (const { prototype } of LABELLED) Object.defineProperty(prototype, "labels", { get: labels });

/** React's notes of where each element was made, a stack each: none is made once it has counted enough of them. */
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } = React as unknown as Record<
  string,
  object
>;
if (!internals || !("recentlyCreatedOwnerStacks" in internals)) throw new Error("React counts its stacks elsewhere.");
Object.defineProperty(internals, "recentlyCreatedOwnerStacks", { get: () => Infinity, set: () => undefined });
