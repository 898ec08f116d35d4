import { addTexts, LANGUAGES } from "../../src/i18n";
import { paneTexts } from "./pane-texts";

// The words of the lines, which the pane loads with its own texts.
for (const language of LANGUAGES) addTexts(language, "pane", paneTexts(language));
