import type { Cell, SheetPlan } from "../../host/host";
import { figureName, t } from "../../i18n";
import { type OwnFigure, published } from "../../parameters";
import { decimalText } from "../../rules/own-figures";
import { dateCell } from "../kit/date-cell";
import type { Numbers } from "../kit/numbers";
import { unitName } from "./units";

const WIDTHS = [330, 110, 150, 90, 90, 330];
const HEADS = ["figure", "value", "unit", "from", "to", "source"] as const;

/** The user's figures for whoever reads the file; nothing in it is a formula. */
export function figuresSheet(figures: readonly OwnFigure[], numbers: Numbers): SheetPlan {
  return {
    name: t("pane:figures/sheet/name"),
    widths: WIDTHS,
    landscape: true,
    rows: [
      [text(t("pane:figures/title"), "title")],
      [text(t("pane:figures/sheet/text"), "subtitle")],
      [],
      HEADS.map((head) => text(t(`pane:figures/sheet/${head}`), "head")),
      ...figures.map(({ id, from, to, value, source }): Cell[] => {
        const { unit } = published(id)[0]!;
        const exact = decimalText(id, value);
        return [
          text(figureName(id)),
          text(unit === "fraction" ? numbers.exactPercent(exact) : numbers.decimal(exact)),
          text(unitName(unit)),
          { ...dateCell(from), style: "wrapped" },
          { ...dateCell(to), style: "wrapped" },
          text(source),
        ];
      }),
    ],
  };
}

/** What somebody typed is a text, whatever it looks like. */
const text = (content: string, style: Cell["style"] = "wrapped"): Cell => ({ content, style, literal: true });
