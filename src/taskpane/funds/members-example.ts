import { addressOf } from "../../formula/addresses";
import type { Cell, SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { CATEGORIES, type Category } from "../../rules/contributions";
import { referenceTo } from "../formula/a1";
import type { Formula } from "../formula/formula";
import { choicesOf } from "../kit/choices";

/** Classes of members to begin with: mean income, category, members. Figures of nobody, to be replaced. */
const CLASSES: readonly (readonly [income: number, category: Category, members: number])[] = [
  [8_000, "principal", 900],
  [18_000, "principal", 1_400],
  [27_500, "principal", 1_800],
  [40_000, "principal", 1_500],
  [60_000, "principal", 850],
  [90_000, "principal", 320],
  [140_000, "principal", 110],
  [2_500, "complementary", 1_200],
  [7_500, "complementary", 950],
  [15_000, "complementary", 400],
  [35_000, "complementary", 120],
  [10_000, "pensioner", 350],
  [30_000, "pensioner", 90],
];

const HEAD = 3;
const COLUMN = { income: 1, category: 2, heads: 3 };
const WIDTHS = [16, 190, 220, 130];

/** A sheet with a table of members to fill in. */
export function exampleMembers(): SheetPlan {
  const words = choicesOf("category", CATEGORIES);
  const count = { style: "input", format: "#,##0" } as const;
  return {
    name: t("pane:analyst/example-sheet"),
    widths: WIDTHS,
    landscape: false,
    rows: [
      [{}, { content: t("pane:analyst/example-title"), style: "title" }],
      [{}, { content: t("pane:analyst/example-note"), style: "subtitle" }],
      [],
      [
        {},
        { content: t("pane:analyst/example-income"), style: "headRight" },
        { content: t("pane:field/category"), style: "headRight" },
        { content: t("pane:funds/members"), style: "headRight" },
      ],
      ...CLASSES.map(([income, category, members]): Cell[] => [
        {},
        { content: income, ...count },
        { content: words.get(category)!, style: "input" },
        { content: members, ...count },
      ]),
    ],
    choices: CLASSES.map((_, index) => ({
      row: HEAD + 1 + index,
      column: COLUMN.category,
      values: [...words.values()],
    })),
  };
}

/** Where the table stands on that sheet. */
export const exampleReference = (sheet: string): Formula =>
  referenceTo({
    sheet,
    address: addressOf({ row: HEAD, column: COLUMN.income, rows: CLASSES.length + 1, columns: COLUMN.heads }),
  });
