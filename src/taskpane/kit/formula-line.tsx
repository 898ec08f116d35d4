import { makeStyles, tokens } from "@fluentui/react-components";
import type { Formula } from "../formula/formula";
import { asTyped } from "../formula/typed";

const useStyles = makeStyles({
  formula: {
    display: "block",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

/** A formula as the user would type it. */
export function FormulaLine({ formula }: { readonly formula: Formula }) {
  const { formula: className } = useStyles();
  return <code className={className}>={asTyped(formula)}</code>;
}
