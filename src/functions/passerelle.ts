import { t } from "../i18n";
import {
  award,
  type ConditionRow,
  type ConditionValue,
  deadline as lastDayToApply,
  eligibility,
  incomeLimit,
  monthlyAmount,
  payment as payments,
} from "../rules/passerelle";
import { Refusal } from "../rules/refusal";
import { date, indexSteps as steps, requiredYear } from "./cells";
import { awardQuestion, eligibilityQuestion, flag, paymentQuestion } from "./passerelle-questions";
import { excelError } from "./register";
import { euro, excelDate, fraction, table } from "./results";

/**
 * The event that opens the bridging right.
 * @customenum {string}
 */
enum PASSERELLE_GROUND {
  /** Bankruptcy. */
  bankruptcy = "bankruptcy",
  /** Collective settlement of debts; facts to 31/12/2022. */
  debtSettlement = "debt-settlement",
  /** Natural disaster. */
  naturalDisaster = "natural-disaster",
  /** Fire. */
  fire = "fire",
  /** Deterioration of premises or equipment; before 07/2019 destruction by a third party. */
  deterioration = "deterioration",
  /** Allergy caused by the work. */
  allergy = "allergy",
  /** Decision of a third party, or an event with economic impact; facts from 01/07/2019. */
  thirdParty = "third-party",
  /** Forced interruption, not specified. */
  forced = "forced",
  /** Economic difficulties with official cessation. */
  economic = "economic",
  /** Rise of energy prices; facts of 13/11/2022 to 31/03/2023. */
  energy = "energy",
}

/**
 * How economic difficulties show.
 * @customenum {string}
 */
enum PASSERELLE_BASIS {
  /** Integration income at the cessation. */
  integrationIncome = "integration-income",
  /** Dispense of contributions, total or partial, in the twelve months before the month of cessation. */
  dispense = "dispense",
  /** Income of the year and of the year before within the limits. */
  lowIncome = "low-income",
}

/**
 * The situation of the self-employed person; the first four open the right.
 * @customenum {string}
 */
enum PASSERELLE_CATEGORY {
  /** Principal occupation. */
  principal = "principal",
  /** First four quarters as principal, lower minimum. */
  primostarter = "primostarter",
  /** First eight quarters as principal, with an attestation of work in the arts. */
  primostarterArtist = "primostarter-artist",
  /** Assisting spouse, maxi statute. */
  spouseMaxi = "spouse-maxi",
  /** Student self-employed; the right depends on studentAtMinimum. */
  student = "student",
  /** Complementary occupation. */
  complementary = "complementary",
  /** Treated as complementary on request: rights in another capacity. */
  article37 = "article-37",
  /** Article 37 for the holder of a political mandate. */
  article37Mandate = "article-37-mandate",
  /** Assisting spouse, mini statute. */
  spouseMini = "spouse-mini",
  /** Pension in payment. */
  pensioner = "pensioner",
  /** Legal pension age reached, no pension. */
  pensionAge = "pension-age",
  /** The same, on request without minimum. */
  pensionAgeOptOut = "pension-age-opt-out",
  /** Maxi spouse at pension age. */
  pensionAgeSpouse = "pension-age-spouse",
}

/** A working life is shorter, in quarters; and in months. */
/**
 * Months of bridging right (droit passerelle, overbruggingsrecht) for one fact. Quarters alone: the career table of economic difficulties, for facts to 31/12/2022. With a date: the law of that date, used months deducted.
 * @customfunction PASSERELLE.MONTHS
 * @helpurl https://localhost:3000/help/passerelle.months.html
 * @param quarters Pension quarters. Alone, and for facts before 2023: of the whole career. From 2023: from the quarter of the last earlier fact to that of the new one, both included; needed only if months were used.
 * @param [ground] Event that opens the right: bankruptcy, economic, third-party ...; needed for facts before 2023. Common words in French, Dutch, German and English are read too.
 * @param [date] Date of the fact, from 2017.
 * @param [monthsUsed] Months already used, 0 if omitted. Count those since 01/07/1997, from 2023 those of the base right; never corona or crisis months, nor additional months. Energy months of 01 to 03/2023: not settled, decide yourself.
 * @returns Whole months, 0 to 12.
 * @throws #VALUE! for a bad argument, a ground or months used without a date, or a missing ground before 2023; #N/A for facts before 2017, a ground that does not exist on the date, and energy where it is not settled.
 * @law Law of 22/12/2016, article 7 §3; royal decree of 08/01/2017 (table); programme law of 26/12/2022, article 193 §3; law of 31/05/2023, article 17.
 * @example =PASSERELLE.MONTHS(24)
 * @example =PASSERELLE.MONTHS(8,"fire",DATE(2025,5,10),9)
 */
export function months(quarters: unknown, ground?: PASSERELLE_GROUND, date?: unknown, monthsUsed?: unknown): number {
  return award(awardQuestion("months", { quarters, ground, date, monthsUsed })).right;
}

/**
 * Quarters of social rights kept with the bridging right: health care, incapacity, invalidity and maternity, from the quarter after the fact. A counter of its own, never derived from the months.
 * @customfunction PASSERELLE.QUARTERS
 * @helpurl https://localhost:3000/help/passerelle.quarters.html
 * @param quarters Pension quarters. Alone, and for facts before 2023: of the whole career. From 2023: from the quarter of the last earlier fact to that of the new one, both included; needed only if quarters were used.
 * @param [ground] Event that opens the right: bankruptcy, economic, third-party ...; needed for facts before 2023.
 * @param [date] Date of the fact, from 2017.
 * @param [quartersUsed] Quarters of social rights already used, counted as the months of PASSERELLE.MONTHS; 0 if omitted.
 * @returns Whole quarters, 0 to 4. None in truth for a fact without a whole civil month of interruption.
 * @throws #VALUE! for a bad argument, a ground or quarters used without a date, or a missing ground before 2023; #N/A for facts before 2017, a ground that does not exist on the date, and energy where it is not settled.
 * @law Law of 22/12/2016, article 7 §3; royal decree of 08/01/2017 (table); programme law of 26/12/2022, article 193 §§2 and 3; law of 31/05/2023, article 17.
 * @example =PASSERELLE.QUARTERS(24)
 * @example =PASSERELLE.QUARTERS(31,"bankruptcy",DATE(2026,5,10),4)
 */
export function quarters(
  quarters: unknown,
  ground?: PASSERELLE_GROUND,
  date?: unknown,
  quartersUsed?: unknown,
): number {
  return award(awardQuestion("quarters", { quarters, ground, date, quartersUsed })).right;
}

/**
 * Full monthly amount of the bridging right in force in a month, gross, in euro.
 * @customfunction PASSERELLE.AMOUNT
 * @helpurl https://localhost:3000/help/passerelle.amount.html
 * @param month Any day of the month, or text such as 2025-02.
 * @param [dependants] TRUE with a person to charge, attested by the health insurance fund; FALSE if omitted. A change counts from the next month.
 * @param [indexSteps] Index steps of 2 % since the last verified amount, 0 to 20; an assumption, only for months after that amount.
 * @returns Euro, two decimals. Published amounts stand as published, the others are the base times the pivots; INASTI.SOURCE tells which.
 * @throws #VALUE! for a bad argument; #N/A for a month without a verified amount, with the last one.
 * @law Law of 22/12/2016, article 10; programme law of 26/12/2022, article 196 §1; law of 02/08/1971.
 * @example =PASSERELLE.AMOUNT(DATE(2025,2,1))
 * @example =PASSERELLE.AMOUNT(DATE(2026,11,1),TRUE,1)
 */
export function amount(month: unknown, dependants?: unknown, indexSteps?: unknown): number {
  const day = date("month", month);
  const { amount: cents } = monthlyAmount(day, flag("dependants", dependants), steps("indexSteps", indexSteps));
  return euro(cents);
}

/**
 * What a fact pays, month by month. From 2023: blocks of seven days to the end of the month after the fact, whole months, 75, 50 and 25 % in the first months with activity, blocks in the last month; other replacement income comes off.
 * @customfunction PASSERELLE.PAYMENT
 * @helpurl https://localhost:3000/help/passerelle.payment.html
 * @param date Date of the fact, from 2017.
 * @param until Last day without activity; blank: none until the right ends. Activity is taken to continue after it.
 * @param [dependants] TRUE with a person to charge; FALSE if omitted.
 * @param [ground] Event that opens the right; needed for facts before 2023.
 * @param [months] Months of right of this fact, 0 to 12, such as PASSERELLE.MONTHS gives; 12 if omitted.
 * @param [otherIncome] Other replacement income a month in euro: one value for every month, or a range whose first value is the month of the fact.
 * @param [indexSteps] Index steps of 2 % since the last verified amount, 0 to 20.
 * @returns Table: month (its first day), share of the monthly amount before other income, amount paid; a row a month. A share or amount that is not settled is #N/A in its cell. Where the law is silent: a block belongs to the month of its seventh day, a reduced month is no full one, the last month takes no reduced share, and before 2023 a suspended month uses up a month of right.
 * @throws #VALUE! for a bad argument, an end before the fact or a missing ground before 2023; #N/A for facts before 2017, a ground that does not exist on the date, and a last month inside the first period.
 * @law Law of 22/12/2016, articles 5, 7, 10 and 11; programme law of 26/12/2022, articles 193, 196, 198 and 199.
 * @example =PASSERELLE.PAYMENT(DATE(2023,1,20),DATE(2023,8,23))
 * @example =PASSERELLE.PAYMENT(DATE(2022,9,1),DATE(2022,9,21),TRUE,"third-party")
 */
export function payment(
  date: unknown,
  until: unknown,
  dependants?: unknown,
  ground?: PASSERELLE_GROUND,
  months?: unknown,
  otherIncome?: unknown[][],
  indexSteps?: unknown,
): unknown[][] {
  const { rows } = payments(paymentQuestion({ date, until, dependants, ground, months, otherIncome, indexSteps }));
  return table(
    ["month", "share", "amount"],
    rows.map(({ month, share, amount: paid }) => [
      month,
      share instanceof Refusal ? excelError(share) : fraction(share),
      paid instanceof Refusal ? excelError(paid) : euro(paid),
    ]),
  );
}

/**
 * Whether the conditions of the bridging right are met, one by one. What is not given is listed, never assumed, and does not make the answer FALSE.
 * @customfunction PASSERELLE.ELIGIBLE
 * @helpurl https://localhost:3000/help/passerelle.eligible.html
 * @param category Situation: principal, primostarter, spouse-maxi ...
 * @param ground Event that opens the right: bankruptcy, economic, third-party ...
 * @param date Date of the fact, from 2017.
 * @param subjectedQuarters Consecutive quarters of subjection that end with that of the fact.
 * @param paidQuarters Paid quarters of the sixteen that end with that of the fact, 0 to 16. A payment within the time to apply still counts.
 * @param [careerQuarters] Facts before 2023, economic difficulties: pension quarters of the career. Facts of 04/2020 to 09/2021: quarters of subjection.
 * @param [basis] Economic difficulties: integration-income, dispense or low-income.
 * @param [income] Net income of the year of the cessation, in euro.
 * @param [incomePrevious] Net income of the year before, in euro.
 * @param [interruptionDays] Consecutive days of interruption, that of the fact included.
 * @param [otherIncome] Replacement income claimed, in euro; 0 for none. A condition for facts before 2023 only.
 * @param [resident] TRUE with the main residence in Belgium.
 * @param [convicted] TRUE if convicted or otherwise excluded: fraudulent bankruptcy, false statements, circumstances provoked on purpose.
 * @param [helpedPersonMeets] Of a helper or an assisting spouse: TRUE if the helped person meets the conditions too.
 * @param [patrimonialBenefits] Of a director: benefits from the company, in euro.
 * @param [liquidationStarted] Of a director: TRUE if dissolution and liquidation of the company started.
 * @param [studentAtMinimum] Of a student: TRUE if the contribution of a principal activity is due.
 * @returns Table: TRUE or FALSE and the headers; then the conditions that apply, each with what is required and given, whether it is met, and its article.
 * @throws #VALUE! for a bad argument; #N/A for facts before 2017, and for energy where it is not settled. An income limit that is not settled is #N/A in its cell.
 * @law Law of 22/12/2016, articles 4 to 7; programme law of 26/12/2022, articles 190 to 193; royal decree of 06/02/2023, articles 2, 3 and 6.
 * @example =PASSERELLE.ELIGIBLE("principal","bankruptcy",DATE(2025,5,2),8,8)
 */
export function eligible(
  category: PASSERELLE_CATEGORY,
  ground: PASSERELLE_GROUND,
  date: unknown,
  subjectedQuarters: unknown,
  paidQuarters: unknown,
  careerQuarters?: unknown,
  basis?: PASSERELLE_BASIS,
  income?: unknown,
  incomePrevious?: unknown,
  interruptionDays?: unknown,
  otherIncome?: unknown,
  resident?: unknown,
  convicted?: unknown,
  helpedPersonMeets?: unknown,
  patrimonialBenefits?: unknown,
  liquidationStarted?: unknown,
  studentAtMinimum?: unknown,
): unknown[][] {
  const question = eligibilityQuestion({
    category,
    ground,
    date,
    subjectedQuarters,
    paidQuarters,
    careerQuarters,
    basis,
    income,
    incomePrevious,
    interruptionDays,
    otherIncome,
    resident,
    convicted,
    helpedPersonMeets,
    patrimonialBenefits,
    liquidationStarted,
    studentAtMinimum,
  });
  const { eligible: answer, rows } = eligibility(question);
  const [header, ...conditions] = table(["required", "given", "met", "article"], rows.map(conditionCells));
  return [[answer, ...header!], ...conditions];
}

/**
 * Last day to apply for the bridging right: the last day of the second quarter after that of the fact (facts of 04 to 12/2020: the fourth).
 * @customfunction PASSERELLE.DEADLINE
 * @helpurl https://localhost:3000/help/passerelle.deadline.html
 * @param date Date of the fact, from 2017.
 * @returns Excel date, whatever day of the week it is.
 * @throws #VALUE! for a bad date; #N/A for facts before 2017.
 * @law Law of 22/12/2016, article 8 §1; programme law of 26/12/2022, article 194 §1.
 * @example =PASSERELLE.DEADLINE(DATE(2026,5,15))
 */
export function deadline(date: unknown): number {
  return excelDate(lastDayToApply(dayOf("date", date)));
}

/**
 * Net income of a year up to which an activity counts as one of low income, for the ground of economic difficulties.
 * @customfunction PASSERELLE.INCOMELIMIT
 * @helpurl https://localhost:3000/help/passerelle.incomelimit.html
 * @param year Year of the income, from 2016 to the last published one.
 * @param [spouse] TRUE for an assisting spouse in the maxi statute; FALSE if omitted: principal activity or helper. The ceiling of a director's benefits is twice the latter.
 * @returns Euro, two decimals; an income equal to the limit still passes.
 * @throws #VALUE! for a bad argument; #N/A before 2016, after the last published year, and for the spouse in 2021, where two figures contradict each other.
 * @law Royal decree of 06/02/2023, article 6 §2, 3°.
 * @example =PASSERELLE.INCOMELIMIT(2025)
 * @example =PASSERELLE.INCOMELIMIT(2025,TRUE)
 */
export function incomelimit(year: unknown, spouse?: unknown): number {
  return euro(incomeLimit(requiredYear("year", year), flag("spouse", spouse)));
}

// Parameters carry the contract's names, so inside the functions above this reader needs a name of its own.
const dayOf = date;

const conditionCells = ({ id, required, given, met, article }: ConditionRow): unknown[] => [
  id,
  required instanceof Refusal ? excelError(required) : shown(required),
  given === undefined ? "" : shown(given),
  met ?? t("condition/not-given"),
  article,
];

function shown(value: ConditionValue): number | boolean | string {
  if (typeof value !== "object") return value;
  return "cents" in value ? euro(value.cents) : value.day;
}
