import type { Language } from "./language";
import { addTexts, type Texts } from "./texts";

type Loaded = Promise<{ readonly default: Texts }>;

/** What a page fetches of the language that it needs, so that functions.js stays small; it has English itself, but for the pane. */
interface Files {
  readonly messages?: () => Loaded;
  readonly notes?: () => Loaded;
  /** The names of the figures, which only refusals, explanations and the audit need. */
  readonly figures?: () => Loaded;
  /** The self-test's, which is loaded when somebody starts it. */
  readonly selfTest: () => Loaded;
  /** A part of the pane's texts; all of them come at once. */
  readonly pane: (part: string) => Loaded;
}

const FILES: Record<Language, Files> = {
  en: {
    selfTest: () => import(/* webpackChunkName: "self-test-en" */ "./en/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-en" */ `./en/pane/${part}.json`) as Loaded,
  },
  fr: {
    messages: () => import(/* webpackChunkName: "texts-fr" */ "./fr/messages.json"),
    notes: () => import(/* webpackChunkName: "texts-fr" */ "./fr/notes.json"),
    figures: () => import(/* webpackChunkName: "figures-fr" */ "./fr/figures.json"),
    selfTest: () => import(/* webpackChunkName: "self-test-fr" */ "./fr/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-fr" */ `./fr/pane/${part}.json`) as Loaded,
  },
  nl: {
    messages: () => import(/* webpackChunkName: "texts-nl" */ "./nl/messages.json"),
    notes: () => import(/* webpackChunkName: "texts-nl" */ "./nl/notes.json"),
    figures: () => import(/* webpackChunkName: "figures-nl" */ "./nl/figures.json"),
    selfTest: () => import(/* webpackChunkName: "self-test-nl" */ "./nl/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-nl" */ `./nl/pane/${part}.json`) as Loaded,
  },
  de: {
    messages: () => import(/* webpackChunkName: "texts-de" */ "./de/messages.json"),
    notes: () => import(/* webpackChunkName: "texts-de" */ "./de/notes.json"),
    figures: () => import(/* webpackChunkName: "figures-de" */ "./de/figures.json"),
    selfTest: () => import(/* webpackChunkName: "self-test-de" */ "./de/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-de" */ `./de/pane/${part}.json`) as Loaded,
  },
};

/** The files of the pane's texts; those of the shell are not below a key of their own. */
const PANE = [
  "analyst",
  "benefits",
  "calculator",
  "clients",
  "explain",
  "field",
  "figures",
  "funds",
  "projection",
  "scenarios",
  "search",
  "start",
  "what-if",
  "workbook",
  "year",
];

/** Makes the functions speak a language. */
export async function loadTexts(language: Language): Promise<void> {
  await Promise.all([load(language, "messages"), load(language, "notes")]);
}

/** Gives the figures their names in a language; until then they go by the English ones. */
export const loadFigureNames = (language: Language): Promise<void> => load(language, "figures");

async function load(language: Language, part: "messages" | "notes" | "figures"): Promise<void> {
  const texts = await FILES[language][part]?.();
  if (texts) addTexts(language, part, texts.default);
}

/** Makes functions and pane speak a language. */
export async function loadPaneTexts(language: Language): Promise<void> {
  const { pane } = FILES[language];
  const [shell, parts] = await Promise.all([pane("shell"), Promise.all(PANE.map(pane)), loadTexts(language)]);
  const byPart = parts.map((part, index) => [PANE[index], part.default]);
  addTexts(language, "pane", { ...shell.default, ...(Object.fromEntries(byPart) as Texts) });
}

/** Makes the self-test speak a language; its report is in English too. */
export async function loadSelfTestTexts(language: Language): Promise<void> {
  for (const one of new Set<Language>(["en", language]))
    addTexts(one, "selftest", (await FILES[one].selfTest()).default);
}
