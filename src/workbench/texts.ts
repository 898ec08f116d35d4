import { addTexts, LANGUAGES } from "../i18n";
import de from "../i18n/de/workbench.json";
import en from "../i18n/en/workbench.json";
import fr from "../i18n/fr/workbench.json";
import nl from "../i18n/nl/workbench.json";

const texts = { en, fr, nl, de };
for (const language of LANGUAGES) addTexts(language, "workbench", texts[language]);

export { t } from "../i18n";
