/** A parameter as a workbook counts on it: its place, its name, and whether it may be left out. */
interface Promised {
  readonly name: string;
  readonly optional: boolean;
}

/** Workbooks depend on it: a function may get optional parameters at its end, and nothing else may change. */
const SIGNATURES = {
  "INASTI.QUARTERLY": "income, category, [year], [quarter], [start], [indexation], [stop]",
  "INASTI.ANNUAL": "income, category, [year], [start], [indexation], [stop]",
  "INASTI.PROVISIONAL":
    "incomeN3, category, [year], [quarter], [start], [indexation], [estimate], [stop], [incomeYear]",
  "INASTI.REVALUE": "incomeN3, [year], [indexation], [incomeYear]",
  "INASTI.SETTLEMENT": "income, paid, category, [year], [start], [indexation], [stop], [fund]",
  "INASTI.SURCHARGE": "amount, due, paid, [firstClaimed], [summoned]",
  "INASTI.REDUCTIONSURCHARGE": "final, reduced, provisionalN3, year, paid",
  "INASTI.DUEDATE": "year, quarter, [start], [noticeSent], [affiliated]",
  "INASTI.SETTLEMENTDUE": "sent",
  "INASTI.DISPENSE": "date, [kind], [start], [category]",
  "INASTI.DISPENSEFROM": "date, [kind], [start], [category]",
  "INASTI.PRESCRIPTION": "year, [kind]",
  "INASTI.AFFILIATION": "start, [affiliated]",
  "INASTI.BREAKDOWN": "income, category, [year], [quarter], [start], [indexation], [stop]",
  "INASTI.SCALE": "category, [year], [quarter], [indexation]",
  "INASTI.MARGINALRATE": "income, category, [year], [quarter], [indexation]",
  "INASTI.EFFECTIVERATE": "income, category, [year], [quarter], [indexation]",
  "INASTI.INCOMEFOR": "quarterly, category, [year], [quarter], [indexation]",
  "INASTI.FROMPROFIT": "profit, category, [year], [fund], [start], [indexation], [stop]",
  "INASTI.CAREER": "career, firstYear, incomes, [indexation], [fund], [earlierIncomes], [estimates]",
  "INASTI.PROJECT":
    "firstYear, incomes, category, [start], [indexation], [fund], [earlierIncomes], [estimates], [basis]",
  "INASTI.CASHFLOW":
    "career, firstYear, incomes, [indexation], [fund], [earlierIncomes], [until], [settlementQuarter], [estimates], [basis]",
  "INASTI.BATCH": "incomes, categories, [years], [quarters], [indexation]",
  "INASTI.DOSSIER": "incomes, categories, [years], [starts], [stops], [funds], [paid], [indexation]",
  "INASTI.STATUS":
    "occupation, [workShare], [daysPerYear], [monthsPerYear], [replacementIncome], [date], [hoursPerQuarter], " +
    "[keepsPensionRights], [incapacity]",
  "INASTI.STATUSFROM": "event, direction",
  "INASTI.PARAMETER": "name, [date]",
  "INASTI.SOURCE": "name, [date]",
  "INASTI.VERSION": "",
  "PASSERELLE.MONTHS": "quarters, [ground], [date], [monthsUsed]",
  "PASSERELLE.QUARTERS": "quarters, [ground], [date], [quartersUsed]",
  "PASSERELLE.AMOUNT": "month, [dependants], [indexSteps]",
  "PASSERELLE.PAYMENT": "date, until, [dependants], [ground], [months], [otherIncome], [indexSteps]",
  "PASSERELLE.ELIGIBLE":
    "category, ground, date, subjectedQuarters, paidQuarters, [careerQuarters], [basis], [income], [incomePrevious], " +
    "[interruptionDays], [otherIncome], [resident], [convicted], [helpedPersonMeets], [patrimonialBenefits], " +
    "[liquidationStarted], [studentAtMinimum]",
  "PASSERELLE.DEADLINE": "date",
  "PASSERELLE.INCOMELIMIT": "year, [spouse]",
  "FUND.RATE": "fund, [year]",
  "FUND.FEE": "contribution, fund, [year]",
  "FUND.TOTAL": "contribution, fund, [year]",
  "FUND.COMPARE": "contribution, [year]",
  "FUND.SCENARIO": "contributions, rates, [members], [leave]",
  "FUND.SWITCH": "since, [asOf], [kind], [upToDate], [pensionAgeYear], [earlyPensionYear]",
  "FUND.SWITCHREQUEST": "since, [asOf], [kind], [upToDate], [pensionAgeYear], [earlyPensionYear]",
  "COMPANY.CONTRIBUTION": "balanceTotal, [year]",
  "COMPANY.DUEDATE": "year, [created]",
  "COMPANY.SURCHARGE": "amount, due, paid",
  "COMPANY.EXEMPTION": "ground, since, [year], [until], [form], [quarters]",
  "COMPANY.PRESCRIPTION": "year, [kind]",
  "BENEFIT.RATE": "benefit, date, [variant], [indexSteps], [unit]",
  "BENEFIT.SICKNESS": "start, end, family, [assimilated], [primaryStart], [indexSteps], [signed], [allowedWorkFrom]",
  "BENEFIT.MATERNITY": "start, weeks, [halfWeeks], [children], [vouchers], [indexSteps]",
  "BENEFIT.BIRTHLEAVE": "birth, halfDays, [from], [indexSteps]",
  "BENEFIT.ADOPTION": "start, weeks, [maxWeeks], [indexSteps]",
  "BENEFIT.CAREGIVER": "start, months, [share], [monthsUsed], [indexSteps]",
  "BENEFIT.BEREAVEMENT": "from, days, [indexSteps]",
  "BENEFIT.EXEMPTQUARTERS": "benefit, date, [until], [endKind], [share]",
  "BENEFIT.ENTITLED": "category, benefit, [date]",
  "BENEFIT.VOUCHERS": "start, [extraWeeks]",
  "BENEFIT.SPRINGBOARD": "annualIncome, date, [result]",
  "PENSION.PLCI": "incomeN3, [year], [kind], [basis], [category]",
  "PENSION.CEILING": "year, situation, [children]",
  "PENSION.EXCESS": "income, year, situation, [children]",
  "PENSION.COUNTS": "contribution, year, quarter",
  "PENSION.ACCRUAL": "income, year, [household], [quarters], [revaluation], [indexation]",
  "PENSION.ESTIMATE":
    "incomes, firstYear, [household], [pensionDate], [revaluation], [acquired], [acquiredYears], [indexation]",
  "PENSION.MINIMUM": "date, careerYears, [household], [birth], [effectiveQuarters]",
  "PENSION.AGE": "birth",
  "PENSION.EARLIEST": "birth, careerYears, lastYear",
} as const;

/** Parameters by id of the function, in their order. */
export const CONTRACT: ReadonlyMap<string, readonly Promised[]> = new Map(
  Object.entries(SIGNATURES).map(([id, signature]) => [
    id,
    signature === "" ? [] : signature.split(", ").map(promised),
  ]),
);

function promised(written: string): Promised {
  const optional = written.startsWith("[");
  return { name: optional ? written.slice(1, -1) : written, optional };
}
