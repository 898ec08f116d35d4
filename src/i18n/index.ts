export { isLanguage, type Language, LANGUAGES, languageOf, recordOf } from "./language";
export { argumentName, describe, figureName, say, t, tell, wordName } from "./translate";
export { addTexts } from "./texts";
