import { reader, recordOf, t } from "../../i18n";
import { inEachLanguage } from "../spoken";

export interface Action {
  readonly text: string;
  readonly act: () => void;
}

interface Said {
  readonly sentences: readonly string[];
  readonly actions?: readonly Action[];
}

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

export function button({ text, act }: Action): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.onclick = act;
  return made;
}

const sayings: Partial<Record<"kept" | "file", () => Said>> = {};

/** What must be said above the sheet, in the language that the reader has by then; nothing when there is nothing more to say. */
export function tell(saying?: () => Said): void {
  say("kept", saying);
}

/** The same for files, beside what is said of keeping; a list where there is more than one sentence. */
export function tellOfFile(saying?: () => Said): void {
  say("file", saying);
}

function say(of: "kept" | "file", saying: (() => Said) | undefined): void {
  sayings[of] = saying ?? (() => ({ sentences: [] }));
  inEachLanguage(writeNotices);
}

function writeNotices(): void {
  for (const about of ["kept", "file"] as const) {
    const saying = sayings[about];
    if (saying) write(about, saying());
  }
}

function noticeOf(of: "kept" | "file"): HTMLElement {
  const known = document.getElementById(`notice-${of}`);
  if (known) return known;
  const notice = document.createElement("div");
  notice.id = `notice-${of}`;
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  element("notice").append(notice);
  return notice;
}

function write(of: "kept" | "file", { sentences, actions = [] }: Said): void {
  const notice = noticeOf(of);
  if (sentences.length === 0) return notice.remove();
  const said = document.createElement("span");
  const [first = "", ...more] = sentences;
  said.textContent = first;
  const list = document.createElement("ul");
  list.append(
    ...more.map((sentence) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    }),
  );
  if (more.length > 0) said.append(list);
  notice.replaceChildren(said, ...actions.map(button));
}

let keptAt: Date | undefined;

/** In the bar: until when work is kept. */
export function showKept(at: Date): void {
  keptAt = at;
  inEachLanguage(writeKept);
}

function writeKept(): void {
  const kept = element("kept");
  const time = keptAt!.toLocaleString(recordOf(reader.language).locale, { dateStyle: "short", timeStyle: "short" });
  kept.textContent = t("workbench:kept/at", { time });
  kept.title = t("workbench:kept/where");
}

/** Asks before a workbook goes; what to begin with instead. */
export const offerNew = (begin: (what: "blank" | "example") => void): void =>
  void inEachLanguage(() => writeNew(begin));

function writeNew(begin: (what: "blank" | "example") => void): void {
  const dialog = element<HTMLDialogElement>("start-over");
  const title = document.createElement("h2");
  title.id = "start-over-title";
  title.textContent = t("workbench:new/title");
  const text = document.createElement("p");
  text.textContent = t("workbench:new/what");
  const choice = (what: "blank" | "example"): HTMLButtonElement =>
    button({ text: t(`workbench:new/${what}`), act: () => begin(what) });
  const cancel = button({ text: t("workbench:new/cancel"), act: () => dialog.close() });
  cancel.autofocus = true;
  dialog.replaceChildren(title, text, choice("blank"), choice("example"), cancel);
  const open = element<HTMLButtonElement>("new");
  open.textContent = t("workbench:new/title");
  open.hidden = false;
  open.onclick = () => dialog.showModal();
}
