import { type Injector, ThemeService } from "@univerjs/core";
import { ICanvasColorService } from "@univerjs/preset-sheets-core";
import { STYLES } from "../../host/styles";

/** In the dark the spreadsheet turns each colour into its opposite: the yellow of what can be changed would hardly differ from nothing. */
const DARK_INPUT = "#5c4a08";

export function showInputsInTheDark(injector: Injector): void {
  const themes = injector.get(ThemeService);
  const colors = injector.get(ICanvasColorService);
  const opposite = colors.getRenderColor.bind(colors);
  colors.getRenderColor = (color) =>
    themes.darkMode && color.toLowerCase() === STYLES.input.fill ? DARK_INPUT : opposite(color);
}
