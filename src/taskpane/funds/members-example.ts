import { addressOf } from "../../formula/addresses";
import { type Cell, PARAMETER_YEAR_NAME, type SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { CATEGORIES, type Category } from "../../rules/contributions";
import { gridAt, referenceTo } from "../formula/a1";
import { callOf, Piece } from "../formula/call";
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
const COLUMN = { income: 1, category: 2, heads: 3, contribution: 4 };
const WIDTHS = [16, 190, 220, 130];
const CONTRIBUTION_WIDTH = 190;
const { cell: address } = gridAt("A1");

/** A sheet with a table of members to fill in. With the format of euro, the contribution of each stands beside it, by functions that have native forms. */
export function exampleMembers(euro?: string): SheetPlan {
  const words = choicesOf("category", CATEGORIES);
  const count = { style: "input", format: "#,##0" } as const;
  return {
    name: t("pane:analyst/example-sheet"),
    widths: euro === undefined ? WIDTHS : [...WIDTHS, CONTRIBUTION_WIDTH],
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
        ...(euro === undefined ? [] : [{ content: t("pane:funds/contribution"), style: "headRight" } as const]),
      ],
      ...CLASSES.map(([income, category, members], index): Cell[] => [
        {},
        { content: income, ...count },
        { content: words.get(category)!, style: "input" },
        { content: members, ...count },
        ...(euro === undefined ? [] : [{ content: contributionIn(HEAD + 1 + index), format: euro }]),
      ]),
    ],
    choices: CLASSES.map((_, index) => ({
      row: HEAD + 1 + index,
      column: COLUMN.category,
      values: [...words.values()],
    })),
  };
}

function contributionIn(row: number): Formula {
  const income = address(row, COLUMN.income);
  const { formula } = callOf("INASTI.QUARTERLY", {
    income: new Piece(income),
    category: new Piece(address(row, COLUMN.category)),
    year: new Piece(PARAMETER_YEAR_NAME),
  });
  return `=IF(${income}="","",${formula})`;
}

/** Where the contributions stand. */
export const exampleContributions = (sheet: string): Formula =>
  referenceTo({
    sheet,
    address: addressOf({ row: HEAD + 1, column: COLUMN.contribution, rows: CLASSES.length, columns: 1 }),
  });

/** Where the table stands on that sheet. */
export const exampleReference = (sheet: string): Formula =>
  referenceTo({
    sheet,
    address: addressOf({ row: HEAD, column: COLUMN.income, rows: CLASSES.length + 1, columns: COLUMN.heads }),
  });
