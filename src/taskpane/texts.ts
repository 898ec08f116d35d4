import { addTexts, LANGUAGES } from "../i18n";
import de from "../i18n/de/pane.json";
import en from "../i18n/en/pane.json";
import fr from "../i18n/fr/pane.json";
import nl from "../i18n/nl/pane.json";

const texts = { en, fr, nl, de };
for (const language of LANGUAGES) addTexts(language, "pane", texts[language]);

export { t } from "../i18n";
