import { type Day, day } from "../../rules/calendar";
import type { Category } from "../../rules/contributions";
import type { FundId } from "../../rules/funds";

interface ExampleClient {
  readonly name: string;
  readonly category: Category;
  readonly income: number;
  readonly start?: Day;
  readonly fund: FundId;
  readonly paid: number;
}

/** Clients of nobody, to be replaced: the example workbook and the templates have them. */
export const EXAMPLE_CLIENTS: readonly ExampleClient[] = [
  { name: "Claes A.", category: "principal", income: 32_000, fund: "acerta", paid: 6_500 },
  { name: "Dubois M.", category: "complementary", income: 9_500, fund: "liantis", paid: 2_200 },
  { name: "El Amrani S.", category: "principal", income: 78_000, fund: "ucm", paid: 15_000 },
  {
    name: "Janssens P.",
    category: "primostarter",
    income: 9_000,
    start: day(2026, 4, 15),
    fund: "xerius",
    paid: 1_400,
  },
  { name: "Lambert C.", category: "principal", income: -4_000, fund: "securex", paid: 3_707.72 },
  { name: "Maes J.", category: "complementary", income: 21_000, fund: "acerta", paid: 3_000 },
  { name: "Nguyen T.", category: "principal", income: 140_000, fund: "acerta", paid: 21_034.76 },
  { name: "Peeters L.", category: "pensioner", income: 24_000, fund: "liantis", paid: 3_000 },
  { name: "Renard F.", category: "student", income: 9_500, fund: "group-s", paid: 0 },
  { name: "Schmitz K.", category: "article-37", income: 7_500, fund: "xerius", paid: 900 },
  {
    name: "Vandamme E.",
    category: "principal",
    income: 45_000,
    start: day(2026, 7, 1),
    fund: "acerta",
    paid: 1_835.16,
  },
  { name: "Wouters N.", category: "complementary", income: 15_000, fund: "ucm", paid: 3_500 },
];
