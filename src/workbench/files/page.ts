import { button } from "../kept/page";
import { t } from "../texts";

/** What opens a file that the user chooses. It stands in the page, unseen, for what reads the page by its parts. */
export function chooser(open: (file: File) => void): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".xlsx,.csv,.tsv,.txt";
  input.hidden = true;
  input.onchange = () => {
    const [file] = input.files ?? [];
    // The same file again is a choice, too.
    input.value = "";
    if (file) open(file);
  };
  return input;
}

/** Asks before work goes that stands in no file. */
export function askToReplace(name: string): Promise<"save" | "replace" | "cancel"> {
  const dialog = document.createElement("dialog");
  const title = document.createElement("h2");
  title.id = "replace-title";
  title.textContent = t("workbench:file/replace/title", { name });
  dialog.setAttribute("aria-labelledby", title.id);
  const text = document.createElement("p");
  text.textContent = t("workbench:file/replace/what");
  return new Promise((resolve) => {
    const answer = (what: "save" | "replace" | "cancel") => (): void => {
      resolve(what);
      dialog.remove();
    };
    const cancel = button({ text: t("workbench:file/cancel"), act: answer("cancel") });
    cancel.autofocus = true;
    dialog.append(
      title,
      text,
      button({ text: t("workbench:file/replace/save"), act: answer("save") }),
      button({ text: t("workbench:file/replace/open"), act: answer("replace") }),
      cancel,
    );
    dialog.oncancel = answer("cancel");
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Work that is quickly done shows nothing of itself. */
const PATIENCE = 300;

/** In the bar: what is being done with a file, how far it is, and how to stop it. */
export class Progress {
  readonly element = document.createElement("span");
  private readonly text = document.createElement("span");
  private readonly meter = document.createElement("progress");
  private readonly cancel: HTMLButtonElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stop: () => void) {
    this.element.className = "progress";
    this.element.hidden = true;
    this.text.setAttribute("role", "status");
    this.cancel = button({ text: "", act: stop });
    this.element.append(this.text, this.meter, this.cancel);
  }

  /** `share` from 0 to 1 where it is known. */
  show(text: string, share?: number, canStop = true): void {
    this.timer ??= setTimeout(() => (this.element.hidden = false), PATIENCE);
    if (this.text.textContent !== text) this.text.textContent = text;
    this.meter.setAttribute("aria-label", text);
    this.cancel.hidden = !canStop;
    this.cancel.textContent = t("workbench:file/cancel");
    if (share === undefined) this.meter.removeAttribute("value");
    else this.meter.value = share;
  }

  hide(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.element.hidden = true;
    this.text.textContent = "";
  }
}
