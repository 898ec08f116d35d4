import { PREMIUM_KINDS, premiumLaw } from "../pension";
import { attempt, Refusal } from "../refusal";
import { yearsOf } from "./law";
import { type Table, tableOf, type Value } from "./table";

/** The highest premium of the free supplementary pension: rate × the least of income × divisor and cap, / divisor, and no less than the minimum. */
export function premiumTable(): Table {
  const rows = yearsOf({}).flatMap((year) =>
    PREMIUM_KINDS.map((kind): Value[] => {
      const law = attempt(() => premiumLaw(year, kind));
      const held = law instanceof Refusal ? [law, law, law, law] : [law.rate, law.cap, law.divisor, law.minimum];
      return [year, kind, ...held];
    }),
  );
  const columns = {
    year: "year",
    premiumKind: "key",
    rate: "ten-thousandths",
    cap: "number",
    divisor: "number",
    minimum: "cents",
  } as const;
  return tableOf("premium", columns, ["year", "premiumKind"], rows);
}
