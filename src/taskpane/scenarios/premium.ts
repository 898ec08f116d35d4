import { civilDate } from "../../rules/calendar";
import { lastKnownYear } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { needsFullContributions, premiumIncomeWithoutN3 } from "../../rules/pension";
import type { ProjectRow } from "../../rules/projection";
import { Refusal } from "../../rules/refusal";
import { callOf, centsOf } from "../formula/call";
import { callOfScenario, type Comparison, type Scenario } from "./scenarios";

const YEARS_BACK = 3;
/** A lower premium leaves a higher income, of which a later year allows a higher one: by a twelfth of it at most, so that few are tried. */
const MOST_TRIES = 12;

/** What PENSION.PLCI allows in the year that allows least. */
export interface Highest {
  readonly year: number;
  readonly maximum: Cents;
  /** On the income of the year itself: there is none of year N-3. */
  readonly isStarter: boolean;
}

export interface PremiumCheck {
  /** Absent where no year can be checked. */
  readonly highest: Highest | undefined;
  /** Whether the premium is more than that. */
  readonly isAbove: boolean;
  /** Why some year cannot be checked. */
  readonly unchecked: readonly string[];
}

/** Whether the law allows the premium of a scenario in each of its years, as far as figures are published. */
export function checkPremium(comparison: Comparison, scenario: Scenario): PremiumCheck {
  const given = highestAt(comparison, scenario, scenario.premium);
  const { highest, unchecked } = given;
  const isAbove = highest !== undefined && scenario.premium > highest.maximum;
  return { highest: isAbove ? allowedBelow(comparison, scenario, highest) : highest, isAbove, unchecked };
}

/** The premium that is allowed when it is the one that is paid. */
function allowedBelow(comparison: Comparison, scenario: Scenario, first: Highest): Highest {
  let allowed = first;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { highest } = highestAt(comparison, scenario, allowed.maximum);
    if (highest === undefined || highest.maximum === allowed.maximum) return allowed;
    // It comes nearer from both sides; the last cent is one that is allowed.
    const isNear = Math.abs(highest.maximum - allowed.maximum) === 1;
    if (isNear) return highest.maximum < allowed.maximum ? highest : allowed;
    allowed = highest;
  }
  return allowed;
}

function highestAt(
  comparison: Comparison,
  scenario: Scenario,
  premium: Cents,
): { readonly highest: Highest | undefined; readonly unchecked: readonly string[] } {
  const { firstYear, count, start, earlier } = comparison;
  const call = callOfScenario(comparison, { ...scenario, premium });
  // What refuses the whole says so in the place of the results.
  const rows = call.result().ok ? (call.answer() as readonly ProjectRow[]) : [];
  const incomeOf = (year: number): Cents | undefined => {
    const income = year < firstYear ? earlier.at(year - firstYear) : rows[year - firstYear]?.income;
    return income instanceof Refusal ? undefined : income;
  };
  const checked = Array.from({ length: count }, (_, index) => firstYear + index)
    .filter((year) => year <= lastKnownYear())
    .flatMap((year): (Highest | string)[] => {
      const isStarter = start !== undefined && civilDate(start).year > year - YEARS_BACK;
      const income = incomeOf(isStarter ? year : year - YEARS_BACK);
      // The results say which income is missing.
      if (income === undefined) return [];
      const answer = callOf("PENSION.PLCI", {
        incomeN3: isStarter ? premiumIncomeWithoutN3(income, year, scenario.category) : income,
        year,
        basis: isStarter ? "contribution" : undefined,
        category: scenario.category,
      }).result();
      if (!answer.ok) return [answer.message];
      // The function cannot see that a starter pays flat amounts.
      const isFlat = isStarter && needsFullContributions(scenario.category, year);
      return [{ year, maximum: isFlat ? 0 : centsOf(answer.value), isStarter }];
    });
  const allowed = checked.filter((one) => typeof one !== "string");
  return {
    highest: allowed.length === 0 ? undefined : allowed.reduce((a, b) => (b.maximum < a.maximum ? b : a)),
    unchecked: [...new Set(checked.filter((one) => typeof one === "string"))],
  };
}
