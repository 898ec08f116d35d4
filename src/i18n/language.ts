export const LANGUAGES = ["en", "fr", "nl", "de"] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** The language of a locale such as "fr-BE"; English where we do not speak it. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : "en";
}
