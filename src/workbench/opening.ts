import { isLanguage, type Language, languageOf } from "../i18n/language";

/**
 * What the page says before there is a spreadsheet stands in the page itself, in each language, and this shows one of them: it comes with
 * the first script. A script that does not come is told, for nothing else would ever show.
 */

const place = (): HTMLElement | null => document.getElementById("opening");

/** `?lang=fr`, else the first of the browser's languages that we speak. */
export function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? "";
  const known = navigator.languages.find((tag) => isLanguage(tag.slice(0, 2)));
  return isLanguage(asked) ? asked : languageOf(known ?? "en");
}

let hasFailed = false;

/** Without one of the page's scripts there is no workbench: cells would not know our functions. */
export const isOpening = (): boolean => !hasFailed;

/** The page is not going to open. */
export function openingFailed(): void {
  hasFailed = true;
  place()?.setAttribute("role", "alert");
  place()?.classList.add("failed");
}

/** The spreadsheet is there. */
export function spreadsheetIsThere(): void {
  removeEventListener("error", onError, true);
  place()?.remove();
}

/** Files that do not come tell nobody but who looks at events on their way down. */
function onError({ target }: Event): void {
  if (target instanceof HTMLScriptElement) openingFailed();
}

document.documentElement.lang = chosenLanguage();
addEventListener("error", onError, true);
