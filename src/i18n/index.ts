export { isLanguage, type Language, LANGUAGES, languageOf, recordOf } from "./language";
export { articleName } from "./article";
export {
  argumentName,
  describe,
  didYouMean,
  factText,
  figureName,
  lawName,
  t,
  tell,
  typedWord,
  typedWords,
  wordName,
  wordNames,
} from "./translate";
export { addTexts, reader, type Texts } from "./texts";
