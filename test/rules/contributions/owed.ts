import { quarter, type Quarter } from "../../../src/rules/calendar";
import { type Category, contribution, quarterRule } from "../../../src/rules/contributions";
import { attempt, Refusal } from "../../../src/rules/refusal";

/** "2025Q4" as a quarter. */
function quarterIn(text: string): Quarter {
  const [, year, of] = /^(\d{4})Q([1-4])$/.exec(text)!;
  return quarter(Number(year), Number(of) as 1 | 2 | 3 | 4);
}

/** What a quarter costs on each income, all in cents; the key of the refusal where there is no text. */
export function owed(category: Category, of: string, incomes: readonly number[], start?: string): (number | string)[] {
  return incomes.map((income) => {
    const asked = attempt(() =>
      contribution(
        income,
        quarterRule({ category, quarter: quarterIn(of), start: start === undefined ? undefined : quarterIn(start) }),
      ),
    );
    return asked instanceof Refusal ? asked.key : asked;
  });
}
