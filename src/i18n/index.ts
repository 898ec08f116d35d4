export { isLanguage, type Language, LANGUAGES, languageOf } from "./language";
export { argumentName, describe, say, t, tell } from "./translate";
export { addTexts } from "./texts";
