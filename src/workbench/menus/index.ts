import { type ILanguagePack, LocaleType } from "@univerjs/core";
import type { Language } from "../../i18n";

/** What the menus are filed under: for Dutch, which the spreadsheet does not know, another one with the euro. */
export const LOCALES: Record<Language, LocaleType> = {
  en: LocaleType.EN_US,
  fr: LocaleType.FR_FR,
  nl: LocaleType.IT_IT,
  de: LocaleType.DE_DE,
};

type Packs = Promise<{ readonly default: ILanguagePack }>[];

/**
 * The spreadsheet's own words, and over them those that it lacks: it has no Dutch at all. What built-in functions do is
 * told in English there. Some words it asks for it has in no language.
 */
const PACKS: Record<Language, () => Packs> = {
  en: english,
  fr: () => [
    import("@univerjs/preset-sheets-core/locales/fr-FR"),
    import("@univerjs/preset-sheets-note/locales/fr-FR"),
    import("./fr.json"),
  ],
  nl: () => [...english(), import("./nl.json")],
  de: () => [
    import("@univerjs/preset-sheets-core/locales/de-DE"),
    import("@univerjs/preset-sheets-note/locales/de-DE"),
    import("./de.json"),
  ],
};

function english(): Packs {
  return [
    import("@univerjs/preset-sheets-core/locales/en-US"),
    import("@univerjs/preset-sheets-note/locales/en-US"),
    import("./en.json"),
  ];
}

/** The menus of the spreadsheet in a language. */
export async function loadMenus(language: Language): Promise<ILanguagePack> {
  const packs = await Promise.all(PACKS[language]());
  return packs.reduce<ILanguagePack>((under, { default: pack }) => laid(pack, under), {});
}

/** A pack over another one: what both have is that of the first. */
function laid(pack: ILanguagePack, under: ILanguagePack): ILanguagePack {
  const words = Object.entries(pack).map(([key, word]) => {
    const below = under[key];
    return [key, isGroup(word) && isGroup(below) ? laid(word, below) : word] as const;
  });
  return { ...under, ...Object.fromEntries(words) };
}

const isGroup = (word: ILanguagePack[string] | undefined): word is ILanguagePack =>
  typeof word === "object" && !Array.isArray(word);
