export { isLanguage, type Language, LANGUAGES, languageOf } from "./language";
export { describe, t, tell } from "./translate";
export { addTexts } from "./texts";
