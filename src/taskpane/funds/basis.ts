import type { Parameters } from "../../host/host";
import { t } from "../../i18n";
import type { Category } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import type { QuarterOfYear } from "../../rules/calendar";
import { type Call, type CallResult, callOf, centsOf, type Piece, yearPieces } from "../formula/call";
import type { Formula } from "../formula/formula";
import type { Numbers } from "../kit/numbers";

export const QUARTERS = ["1", "2", "3", "4"] as const;
export type Quarter = (typeof QUARTERS)[number];

/** What the fees are taken on, as typed. */
export interface BasisForm {
  readonly basis: "contribution" | "income";
  readonly contribution: string;
  readonly income: string;
  readonly category: Category;
  readonly quarter: Quarter | "";
}

/** What the contribution comes from; an inserted table keeps it alive. */
export type Basis =
  | { readonly kind: "contribution"; readonly contribution: Cents }
  | {
      readonly kind: "income";
      readonly contribution: Cents;
      readonly income: Cents;
      readonly category: Category;
      readonly quarter: Quarter | undefined;
    };

/** How far the form has come. */
export interface BasisAnswer {
  readonly basis?: Basis;
  /** The call that gives the contribution. */
  readonly call?: Call;
  /** What is wrong with the amount. */
  readonly problem?: string;
  /** What a cell says without a quarter, where the quarters of the year differ. */
  readonly quartersDiffer?: string;
  /** What a cell says where there is no contribution. */
  readonly refusal?: string;
}

export function basisOf(form: BasisForm, numbers: Numbers, parameters: Parameters): BasisAnswer {
  const income = form.basis === "income";
  const cents = income ? numbers.readSigned(form.income) : numbers.read(form.contribution);
  if (cents === undefined) return { problem: t("pane:field/amount-invalid", { example: numbers.amount(100_000) }) };
  return income ? onIncome(cents, form, parameters) : { basis: { kind: "contribution", contribution: cents } };
}

function onIncome(income: Cents, { category, quarter }: BasisForm, parameters: Parameters): BasisAnswer {
  const quarterly = (asked?: Quarter): Call =>
    callOf("INASTI.QUARTERLY", {
      income,
      category,
      quarter: asked && (Number(asked) as QuarterOfYear),
      ...yearPieces(parameters),
    });
  const basis = (answer: CallResult, asked?: Quarter): BasisAnswer =>
    answer.ok
      ? {
          basis: { kind: "income", contribution: centsOf(answer.value), income, category, quarter: asked },
          call: quarterly(asked),
        }
      : { refusal: answer.message };
  const whole = quarterly().result();
  if (whole.ok || !quarterly("4").result().ok) return basis(whole);
  const chosen = quarter === "" ? {} : basis(quarterly(quarter).result(), quarter);
  return { ...chosen, quartersDiffer: whole.message };
}

/** The contribution's formula; a cell may stand for each of what it is taken on. */
export function quarterlyFormula(
  { income, category, quarter }: Extract<Basis, { kind: "income" }>,
  parameters: Parameters,
  cells?: { readonly income: Piece; readonly category: Piece; readonly quarter: Piece },
): Formula {
  const given = cells ?? { income, category, quarter: quarter && (Number(quarter) as QuarterOfYear) };
  const asked = quarter === undefined ? { quarter: undefined } : {};
  return callOf("INASTI.QUARTERLY", { ...given, ...asked, ...yearPieces(parameters) }).formula;
}
