import type { Language } from "./language";
import { addTexts, type Texts, textsIn } from "./texts";

type Loaded = Promise<{ readonly default: Texts }>;

/** What a page fetches of the language that it needs, so that functions.js stays small; it has English itself, but for the pane. */
interface Files {
  readonly messages?: () => Loaded;
  readonly notes?: () => Loaded;
  /** The names of the figures, which only refusals, explanations and the audit need. */
  readonly figures?: () => Loaded;
  /** The self-test's, which is loaded when somebody starts it. */
  readonly selfTest: () => Loaded;
  /** A part of the texts with which the pane opens; all of them come at once. */
  readonly pane: (part: string) => Loaded;
  /** A part of those of the views that are opened later; all of them come at once too. */
  readonly views: (part: string) => Loaded;
}

const FILES: Record<Language, Files> = {
  en: {
    selfTest: () => import(/* webpackChunkName: "self-test-en" */ "./en/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-en" */ `./en/pane/${part}.json`) as Loaded,
    views: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "views-en" */ `./en/views/${part}.json`) as Loaded,
  },
  fr: {
    messages: () => import(/* webpackChunkName: "texts-fr" */ "./fr/messages.json"),
    notes: () => import(/* webpackChunkName: "texts-fr" */ "./fr/notes.json"),
    figures: () => import(/* webpackChunkName: "figures-fr" */ "./fr/figures.json"),
    selfTest: () => import(/* webpackChunkName: "self-test-fr" */ "./fr/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-fr" */ `./fr/pane/${part}.json`) as Loaded,
    views: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "views-fr" */ `./fr/views/${part}.json`) as Loaded,
  },
  nl: {
    messages: () => import(/* webpackChunkName: "texts-nl" */ "./nl/messages.json"),
    notes: () => import(/* webpackChunkName: "texts-nl" */ "./nl/notes.json"),
    figures: () => import(/* webpackChunkName: "figures-nl" */ "./nl/figures.json"),
    selfTest: () => import(/* webpackChunkName: "self-test-nl" */ "./nl/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-nl" */ `./nl/pane/${part}.json`) as Loaded,
    views: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "views-nl" */ `./nl/views/${part}.json`) as Loaded,
  },
  de: {
    messages: () => import(/* webpackChunkName: "texts-de" */ "./de/messages.json"),
    notes: () => import(/* webpackChunkName: "texts-de" */ "./de/notes.json"),
    figures: () => import(/* webpackChunkName: "figures-de" */ "./de/figures.json"),
    selfTest: () => import(/* webpackChunkName: "self-test-de" */ "./de/selftest.json"),
    pane: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "pane-de" */ `./de/pane/${part}.json`) as Loaded,
    views: (part) =>
      import(/* webpackMode: "lazy-once", webpackChunkName: "views-de" */ `./de/views/${part}.json`) as Loaded,
  },
};

/** Names of the templates and what only they say, for whoever lists or makes them: the functions do without. */
const TEMPLATES: Record<Language, () => Loaded> = {
  en: () => import(/* webpackChunkName: "templates-en" */ "./en/templates.json"),
  fr: () => import(/* webpackChunkName: "templates-fr" */ "./fr/templates.json"),
  nl: () => import(/* webpackChunkName: "templates-nl" */ "./nl/templates.json"),
  de: () => import(/* webpackChunkName: "templates-de" */ "./de/templates.json"),
};

/** The parts of the pane's texts beside those of the shell, which are not below a key of their own. */
const PANE = ["field", "figures", "start", "year"];
const VIEWS = [
  "analyst",
  "calculator",
  "clients",
  "copy",
  "director",
  "explain",
  "family",
  "funds",
  "projection",
  "questions",
  "scenarios",
  "search",
  "what-if",
  "workbook",
];

/** Makes the functions speak a language. */
export async function loadTexts(language: Language): Promise<void> {
  await Promise.all([load(language, "messages"), load(language, "notes")]);
}

/** Gives the figures their names in a language; until then they go by the English ones. */
export const loadFigureNames = (language: Language): Promise<void> => load(language, "figures");

export async function loadTemplateTexts(language: Language): Promise<void> {
  addTexts(language, "templates", (await TEMPLATES[language]()).default);
}

async function load(language: Language, part: "messages" | "notes" | "figures"): Promise<void> {
  const texts = await FILES[language][part]?.();
  if (texts) addTexts(language, part, texts.default);
}

/** Makes functions and pane speak a language, but for the views that are opened later. */
export async function loadPaneTexts(language: Language): Promise<void> {
  const { pane } = FILES[language];
  const [shell, parts] = await Promise.all([pane("shell"), byName(PANE, pane), loadTexts(language)]);
  addPaneTexts(language, { ...shell.default, ...parts });
}

export async function loadViewTexts(language: Language): Promise<void> {
  addPaneTexts(language, await byName(VIEWS, FILES[language].views));
}

/** Makes functions and the whole pane speak a language. */
export async function loadAllPaneTexts(language: Language): Promise<void> {
  await Promise.all([loadPaneTexts(language), loadViewTexts(language)]);
}

async function byName(parts: readonly string[], load: (part: string) => Loaded): Promise<Texts> {
  const texts = await Promise.all(parts.map(load));
  return Object.fromEntries(texts.map((part, index) => [parts[index], part.default])) as Texts;
}

const addPaneTexts = (language: Language, texts: Texts): void =>
  addTexts(language, "pane", { ...textsIn(language)?.["pane"], ...texts });

/** Makes the self-test speak a language; its report is in English too. */
export async function loadSelfTestTexts(language: Language): Promise<void> {
  for (const one of new Set<Language>(["en", language]))
    addTexts(one, "selftest", (await FILES[one].selfTest()).default);
}
