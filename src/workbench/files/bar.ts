import { t } from "../texts";

/** A button of the bar. What is there in every language is asked for again when the page speaks another one. */
export interface Entry {
  readonly text: () => string;
  /** What it does, where the text is too short to say so. */
  readonly title?: () => string;
  /** Ctrl and a letter, or Cmd on a Mac; the page takes the keys before browser and spreadsheet. */
  readonly key?: string;
  readonly act: () => void;
}

const bar = (): HTMLElement => document.getElementById("files")!;

const entries: { readonly entry: Entry; readonly button: HTMLButtonElement }[] = [];

/**
 * Adds a button behind those that are there, once for each page. Bar and button are named again by `nameBar` when the page speaks
 * another language.
 */
export function addEntry(entry: Entry): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.onclick = () => entry.act();
  entries.push({ entry, button });
  name({ entry, button });
  bar().append(button);
  return button;
}

/** Adds what is no button, such as a choice of languages, at the end. */
export function addPart(part: HTMLElement): void {
  bar().append(part);
}

/** Says everything in the language that the page speaks by now. */
export function nameBar(): void {
  bar().setAttribute("aria-label", t("workbench:file/bar"));
  entries.forEach(name);
}

function name({ entry, button }: (typeof entries)[number]): void {
  const { text, title, key } = entry;
  button.textContent = text();
  const keys =
    key === undefined ? "" : t(isMac() ? "workbench:file/keys-mac" : "workbench:file/keys", { key: key.toUpperCase() });
  button.title = [title?.() ?? "", keys && `(${keys})`].filter(Boolean).join(" ");
  if (key !== undefined)
    button.setAttribute("aria-keyshortcuts", `${isMac() ? "Meta" : "Control"}+${key.toUpperCase()}`);
}

const isMac = (): boolean => /^Mac/.test(navigator.platform);

/** The keys of the entries, wherever the focus is: the browser would save the page, or open another. */
export function hearKeys(): void {
  addEventListener(
    "keydown",
    (event) => {
      if (!(isMac() ? event.metaKey : event.ctrlKey) || event.shiftKey || event.altKey) return;
      const found = entries.find(({ entry }) => entry.key === event.key.toLowerCase());
      if (!found) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!found.button.disabled && !event.repeat) found.entry.act();
    },
    true,
  );
}
