import { type ParameterId, parameterIds, series } from "../../parameters";
import { benefitRate, RATE_BENEFITS, RATE_UNITS, VARIANTS } from "../benefits";
import { day, type Day } from "../calendar";
import { statedFigure } from "../data";
import { INDEX_RANK } from "../figures";
import { award, monthlyBenefit } from "../passerelle";
import { attempt, Refusal } from "../refusal";
import { type Table, tableOf, type Value } from "./table";

/** From where on a number of a cell is a day. */
const FIRST_DAY = day(1950, 1, 1);

/** The days on which something of a figure, or of the index that it follows, begins or ends. */
const boundsOf = (ids: readonly ParameterId[]): Day[] => {
  const all = [...ids, INDEX_RANK] as const;
  const days = all.flatMap((id) => series(id).flatMap(({ from, to }) => (to === null ? [from] : [from, to + 1])));
  return [...new Set([FIRST_DAY, ...days])].sort((a, b) => a - b);
};

/** What a rule answers from each bound on; bounds at which nothing changes are left out. */
function stepped(bounds: readonly number[], answerOf: (bound: number) => Value): [from: number, value: Value][] {
  const steps: [number, Value][] = [];
  for (const bound of bounds) {
    const value = attempt(() => answerOf(bound));
    const last = steps.at(-1)?.[1];
    const isSame = value instanceof Refusal ? last instanceof Refusal && last.key === value.key : value === last;
    if (!isSame || steps.length === 0) steps.push([bound, value]);
  }
  return steps;
}

const idsOf = (prefix: string): ParameterId[] => parameterIds().filter((id) => id.startsWith(prefix));

/** Every figure in its own unit, as INASTI.PARAMETER states it. */
export function statedTable(): Table {
  const rows = parameterIds().flatMap((id) =>
    stepped(boundsOf([id]), (on) => statedFigure(id, on).value).map(([from, value]): Value[] => [id, from, value]),
  );
  return tableOf("stated", { parameter: "key", from: "day", value: "number" }, ["parameter"], rows, "from");
}

/** The monthly benefit of the bridging right. */
export function bridgingTable(): Table {
  const bounds = boundsOf(idsOf("passerelle."));
  const rows = [false, true].flatMap((dependants) =>
    stepped(bounds, (on) => monthlyBenefit(on, dependants).value).map(([from, value]): Value[] => [
      String(dependants),
      from,
      value,
    ]),
  );
  return tableOf("bridging", { flag: "key", from: "day", amount: "cents" }, ["flag"], rows, "from");
}

const MOST_QUARTERS = 400;

/** Months of benefit and quarters of rights by the quarters of a career, without a fact. */
export function careerTable(): Table {
  const of = (counter: "months" | "quarters") => (quarters: number) => award({ counter, quarters }).value;
  const bounds = Array.from({ length: MOST_QUARTERS + 1 }, (_, quarters) => quarters);
  const rows: number[][] = [];
  for (const quarters of bounds) {
    const [months, kept] = [of("months")(quarters), of("quarters")(quarters)];
    const last = rows.at(-1);
    if (last === undefined || last[1] !== months || last[2] !== kept) rows.push([quarters, months, kept]);
  }
  return tableOf("career", { from: "number", months: "number", quarters: "number" }, [], rows, "from");
}

/** Benefits by variant and unit, "" where none is named. */
export function benefitTable(): Table {
  const bounds = boundsOf(idsOf("benefits."));
  const rows = RATE_BENEFITS.flatMap((benefit) =>
    [undefined, ...VARIANTS].flatMap((variant) =>
      [undefined, ...RATE_UNITS].flatMap((unit) =>
        stepped(bounds, (on) => benefitRate({ benefit, day: on, variant, unit }).value).map(
          ([from, value]): Value[] => [benefit, variant ?? "", unit ?? "", from, value],
        ),
      ),
    ),
  );
  const columns = { benefit: "key", variant: "key", unit: "key", from: "day", amount: "cents" } as const;
  return tableOf("benefit", columns, ["benefit", "variant", "unit"], rows, "from");
}
