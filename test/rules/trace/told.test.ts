import { LANGUAGES, tell } from "../../../src/i18n";
import { loadTexts } from "../../../src/i18n/load";
import {
  adoption,
  benefitRate,
  birthLeave,
  caregiver,
  entitlement,
  maternity,
  maternityVouchers,
  sickness,
} from "../../../src/rules/benefits";
import { day, quarter } from "../../../src/rules/calendar";
import { settlementDueDate } from "../../../src/rules/contributions";
import { companyDueDate, companyExemption, companyPrescription } from "../../../src/rules/company";
import { affiliation, feeRateOf, fundChange, managementFee } from "../../../src/rules/funds";
import {
  accrual,
  earliestPension,
  estimate,
  minimumPension,
  pensionAge,
  plci,
  quarterCounts,
} from "../../../src/rules/pension";
import {
  complementaryFrom,
  dispenseUntil,
  otherOccupationStatus,
  pensionerCeiling,
  prescription,
  principalFrom,
  springboard,
  SPRINGBOARD_RESULTS,
  suspendedShare,
} from "../../../src/rules/status";
import type { Answer } from "../../../src/rules/trace";
import { reader } from "../../../src/i18n";
import "../../setup/lines";

const ON = day(2026, 5, 1);
const minimum = (careerYears: number) => minimumPension({ day: ON, careerYears, household: false });

const CAREER = { household: false, indexation: undefined };
const ESTIMATE = estimate({
  ...CAREER,
  firstYear: 2019,
  incomes: [10_000_00, undefined, 20_000_00],
  pensionDate: ON,
  revaluation: undefined,
  acquired: 0,
  acquiredYears: 0,
});

/** Rules whose lines no published case of a function shows, or not all of them. */
const ANSWERS: readonly Answer<unknown>[] = [
  sickness({ start: day(2023, 1, 2), end: day(2024, 6, 8), family: "isolated" }),
  sickness({ start: day(2018, 3, 1), end: day(2018, 4, 30), family: "isolated", primaryStart: day(2018, 2, 26) }),
  sickness({ start: day(2025, 1, 6), end: day(2025, 1, 31), family: "isolated", signed: day(2025, 1, 24) }),
  sickness({ start: day(2024, 1, 8), end: day(2025, 6, 30), family: "isolated", allowedWorkFrom: day(2024, 3, 1) }),
  benefitRate({ benefit: "sickness", day: ON, variant: "isolated", unit: "month" }),
  benefitRate({ benefit: "catch-up-prime", day: ON }),
  benefitRate({ benefit: "birth-aid", day: ON }),
  maternityVouchers(ON),
  maternityVouchers(day(2026, 7, 1), 2),
  maternity({ start: day(2026, 7, 1), weeks: 3, halfWeeks: 26, indexSteps: 1 }),
  birthLeave({ birth: day(2026, 9, 25), halfDays: 21, indexSteps: 1 }),
  adoption({ start: day(2026, 3, 2), weeks: 6, maxWeeks: 16 }),
  caregiver({ start: ON, months: 2, monthsUsed: 3 }),
  caregiver({ start: ON, months: 2, share: 0.5 }),
  entitlement("primostarter-after-sickness", "plci", ON),
  entitlement("article-37-mandate", "plci", ON),
  entitlement("pension-age-spouse", "plci", ON),
  affiliation(ON),
  affiliation(ON, ON),
  managementFee({ contribution: 100_000, fund: { units: 3125, scale: 100_000 }, year: 2026 }),
  feeRateOf({ fund: "securex", year: 2026 }),
  fundChange({ since: day(2015, 1, 1), asOf: ON, kind: "person", upToDate: true, pensionAgeYear: 2030 }),
  companyDueDate(2026, ON),
  companyExemption({ ground: "starter", since: ON, year: 2026, form: "partnership", quarters: 13 }),
  companyExemption({ ground: "dormant", since: ON, year: 2027 }),
  companyExemption({ ground: "dormant", since: ON, year: 2027, until: ON }),
  companyExemption({ ground: "liquidation", since: ON, year: 2026 }),
  companyExemption({ ground: "bankruptcy", since: ON, year: 2026, until: ON }),
  companyPrescription(2025, "refund"),
  plci({ income: 0, year: 2026 }),
  plci({ income: 0, year: 2026, basis: "contribution" }),
  plci({ income: 0, year: 2026, category: "complementary" }),
  minimum(20),
  minimum(30.25),
  minimum(45),
  minimumPension({ day: ON, careerYears: 31, household: false, birth: day(1970, 1, 1), effectiveQuarters: 64 }),
  accrual({ ...CAREER, income: 100_000_00, year: 2026, quarters: 3, revaluation: { units: 11, scale: 10 } }),
  accrual({ ...CAREER, income: 10_000_00, year: 2020, quarters: 4, revaluation: undefined }),
  ...[undefined, { row: 0, column: 0 }, { row: 1, column: 0 }, { row: 5, column: 0 }].map((at) => {
    const { value, way } = ESTIMATE;
    return { value, way: () => way(at) };
  }),
  pensionAge(day(1970, 6, 20)),
  earliestPension({ birth: day(1963, 1, 10), careerYears: 42, lastYear: 2025 }),
  earliestPension({ birth: day(1970, 6, 20), careerYears: 20, lastYear: 2036 }),
  quarterCounts(quarter(2026, 1), "paid-principal"),
  complementaryFrom(day(2026, 4, 1)),
  complementaryFrom(ON),
  principalFrom(ON),
  dispenseUntil({ kind: "provisional", date: ON, category: "student" }),
  dispenseUntil({ kind: "provisional", date: ON, start: ON, category: "spouse-mini" }),
  dispenseUntil({ kind: "settlement", date: ON, category: "article-37" }),
  prescription(2020, "contribution"),
  settlementDueDate(ON),
  otherOccupationStatus({ occupation: "work-accident", incapacity: 0.7, replacementIncome: 1000, date: ON }),
  otherOccupationStatus({ occupation: "thematic-leave" }),
  otherOccupationStatus({ occupation: "notice-indemnity" }),
  otherOccupationStatus({ occupation: "time-credit", keepsPensionRights: false }),
  pensionerCeiling({ year: 2025, situation: "survival", children: 2 }),
  pensionerCeiling({ year: 2025, situation: "unlimited", children: 0 }),
  suspendedShare(985_000, { year: 2024, situation: "early", children: 0 }),
  ...SPRINGBOARD_RESULTS.map((result) => springboard({ annualIncome: 468_000, date: ON, result })),
];

const LINES = ANSWERS.flatMap(({ way }) => way());

test.each(LANGUAGES)("every line is a sentence, %s", async (language) => {
  await loadTexts(language);
  reader.language = language;
  const sentences = LINES.map(tell);
  reader.language = "en";
  for (const sentence of sentences) expect(sentence).not.toMatch(/^pane:|[{}]|NaN|undefined/);
});

test("a line that rests on a figure names its article", () => {
  for (const { step, article, figures } of LINES) {
    if (figures.length > 0) expect([step, article]).not.toContain("");
    for (const { id, source } of figures) expect([id, source.title]).not.toContain("");
  }
});
