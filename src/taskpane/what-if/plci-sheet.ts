import { type Cell, PARAMETER_YEAR_NAME, type Parameters, type SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { CATEGORIES } from "../../rules/contributions";
import { PREMIUM_KINDS } from "../../rules/pension";
import { absolute, gridAt } from "../formula/a1";
import { Piece } from "../formula/call";
import { filled } from "../formula/formula";
import { choicesOf } from "../kit/choices";
import { feePiece } from "../kit/fee";
import { versionFormula } from "../kit/version-formula";
import { annualCall, type Given, maximumCall, owedCall, type Premium } from "./plci";

const WIDTHS = [16, 330, 190];
const VALUE = 2;
const PERCENT = "0.00##%";

/** Rows of the sheet, from 0. */
const ROWS = {
  inputs: 4,
  earlier: 5,
  year: 6,
  category: 7,
  kind: 8,
  amount: 9,
  fund: 10,
  paid: 11,
  results: 13,
  maximum: 14,
  counted: 15,
  without: 16,
  with: 17,
  saved: 18,
  net: 19,
  assumed: 21,
  note: 22,
} as const;

const { cell } = gridAt("A1");
const at = (row: keyof typeof ROWS): string => absolute(cell(ROWS[row], VALUE));

/** A sheet on which premium and income can be changed: what a premium costs after the contributions that it saves. */
export function plciSheet(premium: Premium, { year: parameterYear }: Parameters, euro: string): SheetPlan {
  const { earlier, year, category, kind, basis, amount, fee, paid } = premium;
  const kinds = choicesOf("premiumKind", PREMIUM_KINDS);
  const categories = choicesOf("category", CATEGORIES);
  const given: Given = {
    earlier: new Piece(at("earlier")),
    year: new Piece(at("year")),
    category: new Piece(at("category")),
    kind: new Piece(at("kind")),
    fund: basis === "profit" ? new Piece(filled(at("fund"))) : undefined,
  };
  const profit =
    basis === "profit" ? at("amount") : `${at("amount")}+${annualCall(given, new Piece(at("amount"))).formula}`;
  const owed = (formula: string): string => `=${owedCall(given, new Piece(formula)).formula}`;
  const rows: Cell[][] = Array.from({ length: ROWS.note + 1 }, () => []);
  const put = (row: keyof typeof ROWS, label: string, value: Cell): void => {
    rows[ROWS[row]] = [{}, { content: label }, value];
  };
  const bar = (row: "inputs" | "results", title: string): void => {
    rows[ROWS[row]] = [{}, { content: title, style: "section" }, { style: "section" }];
  };
  const input = (row: keyof typeof ROWS, label: string, value: Cell): void =>
    put(row, label, { ...value, style: "input" });
  const result = (
    row: keyof typeof ROWS,
    label: string,
    content: string,
    style: "result" | undefined = undefined,
  ): void => put(row, label, { content, format: euro, ...(style && { style }) });

  rows[0] = [{}, { content: t("pane:what-if/plci/title"), style: "title" }];
  rows[1] = [{}, { content: `=${versionFormula()}`, style: "subtitle" }];
  rows[2] = [{}, { content: t("pane:what-if/plci/sheet-note"), style: "note" }];
  bar("inputs", t("pane:projection/inputs"));
  input("earlier", t("pane:what-if/plci/earlier"), { content: earlier / 100, format: euro });
  input("year", t("pane:field/year"), {
    content: year === parameterYear ? `=${PARAMETER_YEAR_NAME}` : year,
    format: "0",
  });
  input("category", t("pane:field/category"), { content: categories.get(category)! });
  input("kind", t("pane:questions/label/premium-kind"), { content: kinds.get(kind)! });
  input("amount", t(`pane:what-if/plci/amount/${basis}`), { content: amount / 100, format: euro });
  if (basis === "profit") {
    const fund = feePiece(fee)?.value as string | number | undefined;
    input("fund", t("pane:projection/fund"), { ...(fund !== undefined && { content: fund }), format: PERCENT });
  }
  input("paid", t("pane:what-if/plci/paid"), { ...(paid !== undefined && { content: paid / 100 }), format: euro });

  bar("results", t("pane:what-if/plci/results"));
  result("maximum", t("pane:what-if/plci/maximum"), `=${maximumCall(given).formula}`);
  result(
    "counted",
    t("pane:what-if/plci/counted"),
    `=IF(${at("paid")}="",${at("maximum")},MIN(${at("paid")},${at("maximum")}))`,
  );
  result("without", t("pane:what-if/plci/without"), owed(profit));
  result("with", t("pane:what-if/plci/with"), owed(`${profit}-${at("counted")}`));
  result("saved", t("pane:what-if/plci/saved"), `=${at("without")}-${at("with")}`, "result");
  result("net", t("pane:what-if/plci/net"), `=${at("counted")}-${at("saved")}`, "result");
  rows[ROWS.assumed] = [{}, { content: t("pane:field/assumption"), style: "result" }];
  rows[ROWS.note] = [{}, { content: t("pane:what-if/plci/assumption"), style: "wrapped" }, {}];
  return {
    name: t("pane:what-if/plci/sheet"),
    widths: WIDTHS,
    landscape: false,
    rows,
    choices: [
      { row: ROWS.category, column: VALUE, values: [...categories.values()] },
      { row: ROWS.kind, column: VALUE, values: [...kinds.values()] },
    ],
  };
}
