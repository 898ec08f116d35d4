import { t } from "../texts";
import { remember, remembered } from "./remembered";

const CHOICES = ["system", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];

const isChoice = (text: unknown): text is Choice => (CHOICES as readonly unknown[]).includes(text);

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
/** Colours that the system lays over every page: which ground they have is the system's to say. */
const systemHasColours = matchMedia("(forced-colors: active)");

const listeners = new Set<() => void>();
let choice: Choice = "system";

/** Light or dark: one setting for page, sheet and pane. */
export const theme = {
  isDark: (): boolean => (choice === "system" || systemHasColours.matches ? systemIsDark.matches : choice === "dark"),
  /** Calls back when it is the other one; the result stops that. */
  onChange: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

function show(): void {
  document.documentElement.dataset["theme"] = theme.isDark() ? "dark" : "light";
  listeners.forEach((listener) => listener());
}

/** As it was chosen last time, before anything is drawn. */
export function takeTheme(): void {
  const kept = remembered("theme");
  choice = isChoice(kept) ? kept : "system";
  for (const system of [systemIsDark, systemHasColours]) system.onchange = show;
  show();
}

export function offerThemes(select: HTMLSelectElement): void {
  select.replaceChildren(
    ...CHOICES.map((each) => new Option(t(`workbench:theme/${each}`), each, false, each === choice)),
  );
  select.onchange = () => {
    choice = isChoice(select.value) ? select.value : "system";
    remember("theme", choice);
    show();
  };
}
