import { PENSIONER_SITUATIONS, pensionerCeiling } from "../status";
import { attempt, Refusal } from "../refusal";
import { type Table, tableOf, type Value } from "./table";

const FIRST_YEAR = 2015;
const LAST_YEAR = 2100;

/** What a pensioner may earn: with children, and what each further one adds. */
export function pensionerTable(): Table {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const rows = PENSIONER_SITUATIONS.flatMap((situation) =>
    years.flatMap((year): Value[][] => {
      const of = (children: number) => attempt(() => pensionerCeiling({ year, situation, children }).value as number);
      const [none, one, two] = [of(0), of(1), of(2)];
      if ([none, one, two].every((amount) => typeof amount === "string")) return [];
      const further = one instanceof Refusal || two instanceof Refusal ? two : two - one;
      return [[situation, year, none, one, further]];
    }),
  );
  const columns = { pensioner: "key", year: "year", amount: "cents", withChild: "cents", further: "cents" } as const;
  return tableOf("pensioner", columns, ["pensioner", "year"], rows);
}
