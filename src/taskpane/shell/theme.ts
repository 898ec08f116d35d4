import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from "@fluentui/react-components";

/** Shades of the teal of the product's mark. */
const TEAL: BrandVariants = {
  10: "#041010",
  20: "#071d1f",
  30: "#0b2b2d",
  40: "#0e393c",
  50: "#12464a",
  60: "#155458",
  70: "#196267",
  80: "#1f7a80",
  90: "#248d94",
  100: "#2ea5ad",
  110: "#39bdc6",
  120: "#5cc5cb",
  130: "#7ecdd3",
  140: "#9ed7db",
  150: "#c1e4e6",
  160: "#e3f2f3",
};

const light = createLightTheme(TEAL);
const dark: Theme = {
  ...createDarkTheme(TEAL),
  // The dark theme's own choice is too dark for text on its background.
  colorBrandForeground1: TEAL[110],
  colorBrandForeground2: TEAL[120],
};

export const themeOf = (isDark: boolean): Theme => (isDark ? dark : light);
