import { makeStyles, tokens } from "@fluentui/react-components";

/** Rows of a label and an amount. */
export const useAmountStyles = makeStyles({
  list: { margin: 0, display: "flex", flexDirection: "column" },
  row: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  sum: { fontWeight: tokens.fontWeightSemibold, borderBottomColor: "transparent" },
  value: {
    margin: 0,
    textAlign: "right",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
  },
  short: { flexShrink: 0 },
  refused: { whiteSpace: "normal" },
  reason: { display: "block" },
});
