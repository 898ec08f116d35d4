import { addTexts, describe as inWords, LANGUAGES, reader, type Texts } from "../../src/i18n";
import { LAST_YEAR } from "../../src/rules/contributions";
import { REFUSALS, Refusal } from "../../src/rules/refusal";
import { CellError, metadata, sourceFunctions } from "../setup/excel";
import { legal } from "./legal";

const functions = sourceFunctions();

/** What is bad, the value, and for which functions where not for all. */
type Bad = readonly [what: string, value: unknown, only?: RegExp];

const USED: readonly Bad[] = [
  ["negative", -1],
  ["fraction", 1.5],
  ["text", "some"],
  ["1e308", 1e308],
];

const FLAG: readonly Bad[] = [
  ["unknown", "perhaps"],
  ["number", 2],
  ["range", [[true], [false]]],
];

const DATE: readonly Bad[] = [
  ["text date", "31/12/2025"],
  ["a year", 2025],
  ["before what is held", 40_000, /^BENEFIT/],
  ["1e308", 1e308],
  ["negative", -1],
];

const WORD: readonly Bad[] = [
  ["unknown", "whatever"],
  ["number", 12],
  ["range", [["isolated"], ["sickness"]]],
];

const AMOUNT: readonly Bad[] = [
  ["text", "a lot"],
  ["ambiguous text", "1.000"],
  ["1e308", 1e308],
  ["range", [[1], [2]]],
];

/** A bad row of them is an error in its own cells: inasti.test.ts and dossier.test.ts compare it with the single calls. */
const NOT_BATCH = /^(?!INASTI.(BATCH|DOSSIER))/;

const BAD: Record<string, readonly Bad[]> = {
  incomeN3: [["blank", null], ...AMOUNT],
  incomeYear: [
    ["after N-3", 2023],
    ["without an index", 2012],
    ["fraction", 2020.5],
    ["text", "that year"],
    ["1e308", 1e308],
    ["negative", -2021],
  ],
  estimate: AMOUNT,
  final: [["blank", null], ["negative", -1], ...AMOUNT],
  reduced: [["blank", null], ["negative", -1], ...AMOUNT],
  provisionalN3: [["blank", null], ["negative", -1], ...AMOUNT],
  quarterly: [["blank", null], ...AMOUNT],
  profit: [["blank", null], ...AMOUNT],
  firstClaimed: DATE,
  summoned: DATE,
  firstYear: [
    ["blank", null],
    ["fraction", 2025.5],
    ["text", "this year"],
    ["1e308", 1e308],
    ["far", 99_999],
  ],
  incomes: [
    ["blank", null, NOT_BATCH],
    ["a blank among them", [[30_000], [null], [40_000]], NOT_BATCH],
    ["text", [["a lot"]], NOT_BATCH],
    ["1e308", [[1e308]], NOT_BATCH],
  ],
  earlierIncomes: [
    ["a blank among them", [[30_000], [null]]],
    ["text", [["a lot"]]],
  ],
  estimates: [
    ["shorter than the incomes", [[25_000]]],
    ["longer than the incomes", [[25_000], [null], [30_000]]],
    ["text", [["a lot"], [null]]],
    ["1e308", [[null], [1e308]]],
  ],
  career: [
    ["blank", null],
    [
      "falling dates",
      [
        [45_000, "principal"],
        [44_000, "none"],
      ],
    ],
    [
      "a row after death",
      [
        [45_000, "death"],
        [45_100, "principal"],
      ],
    ],
    ["unknown word", [[45_000, "freelancer"]]],
    ["text date", [["15/03/2021", "principal"]]],
    ["no category", [[45_000]]],
  ],
  categories: [["of another size", [["principal"], ["student"], ["pensioner"]]]],
  years: [["of another size", [[2024], [2025], [2026]]]],
  starts: [["of another size", [[null], [null], [null]]]],
  stops: [["of another size", [[null], [null], [null]]]],
  funds: [["of another size", [["Acerta"], [null], [null]]]],
  income: [
    ["blank", null, /^(?!PASSERELLE)/],
    ["empty text", "", /^(?!PASSERELLE)/],
    ["text", "forty thousand"],
    ["ambiguous text", "40.000"],
    ["1e308", 1e308],
    ["NaN", NaN],
    ["infinity", Infinity],
    ["boolean", true],
    ["range", [[1, 2]]],
  ],
  category: [
    ["blank", null, /^(?!PENSION|INASTI.DISPENSE)/],
    ["unknown", "freelancer"],
    ["number", 12],
    ["range", [["principal"], ["student"]]],
  ],
  year: [
    ["too early", 2014],
    // A fee of a later year is the latest known one; a contribution has no such rule.
    ["not published", LAST_YEAR + 1, /^INASTI(?!.(DUEDATE|REDUCTIONSURCHARGE|PRESCRIPTION))/],
    ["fraction", 2025.5],
    ["text", "this year"],
    ["1e308", 1e308],
    ["negative", -2025],
    ["far", 99_999],
  ],
  quarter: [
    // Elsewhere it may be left out, and a 0 leaves it out.
    ["zero", 0, /DUEDATE|COUNTS/],
    ["five", 5],
    ["fraction", 1.5],
    ["text", "Q1"],
    ["1e308", 1e308],
    ["negative", -1],
  ],
  start: [
    ["blank", null, /^BENEFIT|AFFILIATION/],
    ["text date", "15/03/2021"],
    ["impossible date", "2021-02-30"],
    ["a year", 2021],
    ["negative", -1],
    ["1e308", 1e308],
  ],
  stop: DATE,
  noticeSent: DATE,
  indexation: [
    ["text", "two percent"],
    ["minus one", -1],
    ["percent", 2],
    ["1e308", 1e308],
  ],
  name: [
    ["blank", null],
    ["unknown", "contributions.ceiling"],
    ["number", 1],
  ],
  date: [
    ["text date", "31/12/2025"],
    ["a year", 2025],
    ["before the first value", 40_000],
    ["1e308", 1e308],
    ["negative", -1],
  ],
  quarters: [
    ["of another size", [[1], [2], [3]], /^INASTI.BATCH/],
    ["blank", null, /^(?!INASTI.BATCH|PENSION)/],
    ["negative", -1, NOT_BATCH],
    ["fraction", 7.5, NOT_BATCH],
    ["text", "seven", NOT_BATCH],
    ["1e308", 1e308, NOT_BATCH],
    ["too many", 401, NOT_BATCH],
  ],
  fund: [
    ["blank", null, /^FUND/],
    ["unknown", "Lloyd's"],
    ["percent", 3.05],
    ["negative rate", -0.01],
    ["1e308", 1e308],
  ],
  contribution: [
    ["blank", null],
    ["text", "a lot"],
    ["1e308", 1e308],
    ["ambiguous text", "1,000"],
  ],
  ground: [
    ["blank", null, /ELIGIBLE|EXEMPTION/],
    ["unknown", "hail"],
    ["number", 12],
    ["range", [["fire"], ["economic"]]],
    ["of another time", "debt-settlement", /MONTHS|QUARTERS|PAYMENT/],
  ],
  monthsUsed: USED,
  quartersUsed: USED,
  month: [
    ["blank", null],
    ["text date", "02/2025"],
    ["a year", 2025],
    ["before the first value", 40_000],
    ["1e308", 1e308],
  ],
  dependants: FLAG,
  until: [
    ["text date", "31/12/2025"],
    ["a year", 2026, /^(?!INASTI)/],
    ["before the fact", 45_999, /^(?!INASTI)/],
    ["a year that Excel cannot show", 10_000, /^INASTI/],
    ["1e308", 1e308],
  ],
  settlementQuarter: [
    ["five", 5],
    ["fraction", 1.5],
    ["text", "Q3"],
    ["1e308", 1e308],
  ],
  months: [
    ["negative", -1],
    ["fraction", 2.5],
    ["text", "three"],
    ["more than a fact has", 13],
  ],
  otherIncome: [
    ["negative", -0.01],
    ["text", "a little"],
    ["1e308", 1e308],
    ["negative in a range", [[0], [-1]]],
  ],
  indexSteps: [
    ["negative", -1],
    ["fraction", 0.5],
    ["too many", 21],
    ["text", "one"],
    ["1e308", 1e308],
  ],
  subjectedQuarters: [["blank", null], ...USED],
  paidQuarters: [["blank", null], ["more than the window", 17], ...USED],
  careerQuarters: USED,
  basis: [
    ["unknown", "poverty"],
    ["number", 12],
  ],
  incomePrevious: [
    ["text", "forty thousand"],
    ["ambiguous text", "40.000"],
    ["1e308", 1e308],
  ],
  interruptionDays: USED,
  resident: FLAG,
  convicted: FLAG,
  helpedPersonMeets: FLAG,
  patrimonialBenefits: [
    ["negative", -1],
    ["text", "a lot"],
  ],
  liquidationStarted: FLAG,
  studentAtMinimum: FLAG,
  spouse: FLAG,
  contributions: [
    ["blank", [[null], [""]]],
    ["text", [[800], ["a lot"]]],
    ["1e308", [[1e308]]],
    ["an error", [[{ type: "Error", basicValue: "#N/A" }]]],
  ],
  members: [
    ["of another size", [[1], [2]]],
    ["negative", -1],
    ["fraction", [[1], [1], [0.5]]],
    ["text", "many"],
    ["more than there are people", 1e10],
    ["blank beside a contribution", [[null], [1], [1]]],
  ],
  leave: [
    ["of another size", [[0], [0], [0]]],
    ["negative", -0.1],
    ["percent", 10],
    ["text", [["some"], [0]]],
    ["blank beside a rate", [[0], [null]]],
  ],
  rates: [
    ["blank", [[null]]],
    ["omitted", null],
  ],
  since: [
    ["blank", null],
    ["text date", "31/12/2025"],
    ["a year", 2025],
    ["1e308", 1e308],
    ["negative", -1],
  ],
  asOf: [
    ["text date", "31/12/2025"],
    ["a year", 2025],
    ["1e308", 1e308],
    ["negative", -1],
  ],
  kind: [
    ["unknown", "group"],
    ["number", 3],
    ["range", [["person"], ["company"]]],
  ],
  upToDate: [
    ["text", "perhaps"],
    ["number", 2],
    ["range", [[true, false]]],
  ],
  pensionAgeYear: [
    ["fraction", 2030.5],
    ["text", "soon"],
    ["1e308", 1e308],
    ["negative", -2030],
  ],
  earlyPensionYear: [
    ["fraction", 2030.5],
    ["text", "soon"],
    ["1e308", 1e308],
    ["negative", -2030],
  ],
  balanceTotal: [
    ["blank", null],
    ["text", "a lot"],
    ["1e308", 1e308],
    ["ambiguous text", "1,000"],
    ["negative", -1],
  ],
  created: [
    ["text date", "31/12/2025"],
    ["a year", 2025],
    ["1e308", 1e308],
    ["negative", -1],
    ["after the year", 46_388],
  ],
  amount: [
    ["blank", null],
    ["text", "a lot"],
    ["1e308", 1e308],
    ["ambiguous text", "1,000"],
    ["negative", -1, /^COMPANY/],
  ],
  due: [
    ["blank", null],
    ["text date", "31/12/2025"],
    ["a year", 2025],
    ["1e308", 1e308],
    ["negative", -1],
  ],
  // Of a settlement it is an amount.
  paid: [
    ["blank", null, /SURCHARGE$/],
    ["text date", "31/12/2025", /SURCHARGE$/],
    ["a year", 2025, /SURCHARGE$/],
    ["1e308", 1e308, /SURCHARGE$/],
    ["negative", -1, /SURCHARGE$/],
    ["of another size", [[1], [2], [3]], /DOSSIER/],
  ],
  occupation: [
    ["blank", null],
    ["unknown", "astronaut"],
    ["a category of its own", "étudiant"],
    ["number", 7],
  ],
  workShare: [
    ["blank", null],
    ["percent", 50],
    ["negative", -0.1],
    ["text", "half"],
    ["1e308", 1e308],
  ],
  daysPerYear: [
    ["negative", -1],
    ["too many", 367],
    ["text", "all"],
  ],
  monthsPerYear: [
    ["negative", -1],
    ["too many", 13],
    ["text", "all"],
  ],
  replacementIncome: [
    ["negative", -1],
    ["text", "a lot"],
    ["1e308", 1e308],
  ],
  hoursPerQuarter: [
    ["negative", -1],
    ["too many", 1001],
    ["text", "all"],
  ],
  keepsPensionRights: FLAG,
  incapacity: [
    ["negative", -0.1],
    ["percent", 66],
    ["text", "whole"],
  ],
  sent: [["blank", null], ["before the system", 42_004], ...DATE.slice(0, 2), ...DATE.slice(3)],
  affiliated: [["too early", 45_000, /AFFILIATION/], ...DATE],
  event: [["blank", null], ...DATE.slice(0, 2), ...DATE.slice(3)],
  direction: [["blank", null], ["another status", "student"], ...WORD],
  form: [["blank", null], ["a name", "Dupont & Fils"], ...WORD],
  benefit: [["blank", null], ["of another function", "passerelle", /RATE|QUARTERS/], ...WORD],
  variant: [["missing", null], ["of another benefit", "weeks-1-4"], ...WORD],
  unit: WORD,
  family: [["blank", null], ["of another benefit", "half"], ...WORD],
  endKind: WORD,
  end: [["blank", null], ...DATE],
  assimilated: FLAG,
  primaryStart: [["after the start", 45_447], ...DATE.filter(([what]) => what !== "before what is held")],
  signed: [["of a later part", 45_450], ...DATE],
  allowedWorkFrom: [["before the spell", 45_429], ...DATE],
  extraWeeks: [["too many", 4], ...USED],
  annualIncome: [["blank", null], ...AMOUNT],
  result: WORD,
  weeks: [["blank", null], ["none", 0], ["too many", 17], ...USED],
  halfWeeks: [["too many", 1], ...USED],
  children: [["none", 0, /^BENEFIT/], ["too many", 21], ...USED],
  vouchers: [["before there is a choice", 35], ["between two steps", 50], ...USED],
  birth: [["blank", null], ...DATE],
  halfDays: [["blank", null], ["none", 0], ["too many", 41], ...USED],
  from: [["blank", null, /BEREAVEMENT/], ["after the window", 46_200, /BIRTH/], ...DATE],
  maxWeeks: [["none", 0], ["more than the law can give", 25], ["fewer than asked", 5], ...USED],
  share: [
    ["a third", 0.33],
    ["percent", 50],
    ["of a benefit without one", 1, /QUARTERS/],
    ["text", "half"],
  ],
  days: [["blank", null], ["none", 0], ["too many", 11], ...USED],
  situation: [["blank", null], ...WORD],
  household: FLAG,
  pensionDate: [["before the pensions that are covered", 45_000], ...DATE],
  revaluation: [
    ["none", 0],
    ["negative", -1],
    ["too small", 0.000_000_4],
    ["too large", 1001],
    ["text", "high"],
    ["1e308", 1e308],
    ["of another size", [[1], [1], [1]], /ESTIMATE/],
    ["a blank among them", [[1], [null]], /ESTIMATE/],
  ],
  acquired: [["negative", -1], ...AMOUNT],
  acquiredYears: [["between two steps", 27.3], ["too many", 61], ...USED.filter(([what]) => what !== "fraction")],
  careerYears: [
    ["blank", null],
    ["between two steps", 30.3],
    ["too many", 61],
    ...USED.filter(([what]) => what !== "fraction"),
  ],
  effectiveQuarters: [["too many", 241], ...USED],
  lastYear: [
    ["blank", null],
    ["fraction", 2025.5],
    ["text", "this year"],
    ["1e308", 1e308],
    ["far", 99_999],
  ],
};

describe("bad input gets a clear error of its own", () => {
  const table = metadata.functions.flatMap(({ id, parameters }) =>
    parameters.flatMap(({ name }) =>
      BAD[name]!.filter(([, , only]) => only?.test(id) ?? true).map(
        ([what, value]) => [id, name, what, value] as const,
      ),
    ),
  );

  test.each(table)("%s: %s is %s", (id, bad, _what, value) => {
    const parameters = metadata.functions.find((f) => f.id === id)!.parameters;
    const call = () => functions.get(id)!(...parameters.map(({ name }) => (name === bad ? value : legal(id, name))));
    expect(call).toThrow(CellError);
    try {
      call();
    } catch (error) {
      const { code, message } = error as CellError;
      expect(["#VALUE!", "#N/A"]).toContain(code);
      expect(message).toMatch(/^[^{}]{15,}$/);
      expect(message).not.toMatch(/NaN|undefined|null|object/);
    }
  });

  test("the legal values themselves give a result", () => {
    for (const { id, parameters } of metadata.functions) {
      const result = functions.get(id)!(...parameters.map(({ name }) => legal(id, name)));
      const numbers = [result].flat(2).filter((value) => typeof value === "number");
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect([result].flat(2)).not.toContain(null);
      expect([result].flat(2)).not.toContain(undefined);
    }
  });
});

/** Every function with legal values, but for one argument after the other. */
const eachArgument = (value: unknown): { readonly where: string; readonly answer: unknown }[] =>
  metadata.functions.flatMap(({ id, parameters }) =>
    parameters.map(({ name: given }) => {
      const args = parameters.map(({ name }) => (name === given ? value : legal(id, name)));
      return { where: `${id} ${given}`, answer: answerOf(() => functions.get(id)!(...args)) };
    }),
  );

function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

const cellsOf = ({ answer }: { readonly answer: unknown }): unknown[] => [answer].flat(2);

describe("whatever an argument holds", () => {
  /** Every text in all languages has these in its namespace, so that an expansion would show. */
  const TEMPLATES = ["$t(refusal/missing)", "{{argument}}", "$t(word/category/{{given}})", "$t(notes:career-table)"];

  test.each(LANGUAGES)("a sentence shows it as it was typed, within 300 characters: %s", (language) => {
    const load = (name: string) => jest.requireActual<Texts>(`../../src/i18n/${language}/${name}.json`);
    for (const name of ["messages", "notes"]) addTexts(language, name, load(name));
    reader.language = language;
    const long = [..."xé{($".split(""), ...TEMPLATES].map((text) => text.repeat(32_767 / text.length));
    const faults = [...TEMPLATES, ...long].flatMap((typed) =>
      eachArgument(typed).flatMap((one) =>
        cellsOf(one)
          .filter((cell) => cell instanceof CellError)
          .filter(({ message }) => message.length > 300 || (message.includes("“") && !showsTyped(message, typed)))
          .map(({ message }) => [one.where, typed.slice(0, 30), message.slice(0, 200)]),
      ),
    );
    reader.language = "en";
    expect(faults).toEqual([]);
  });

  /** A name of a parameter is compared, and shown, in small letters. */
  const showsTyped = (message: string, typed: string): boolean =>
    message.includes(typed.slice(0, 59)) || message.includes(typed.slice(0, 59).toLowerCase());

  test("no negative zero comes out", () => {
    for (const zero of [-0, "-0", "-0,00", "−0 %", `-0,${"0".repeat(30)}`, -0.001, -0.01]) {
      const faults = eachArgument(zero).filter((one) => cellsOf(one).some((cell) => Object.is(cell, -0)));
      expect(faults.map(({ where }) => where)).toEqual([]);
    }
  });

  test("no day comes out that Excel cannot show", () => {
    const LAST_DAY = 2_958_465;
    const isDay =
      /date|start$|stop$|end$|since|asOf|until|birth|from|paid|due|created|summoned|firstClaimed|noticeSent|affiliated|month$/i;
    for (const day of [LAST_DAY, LAST_DAY - 31, LAST_DAY - 400, LAST_DAY - 4000]) {
      const days = eachArgument(day).filter(({ where }) => isDay.test(where));
      // All other figures of the legal values are smaller.
      const faults = days.filter((one) => cellsOf(one).some((cell) => Number(cell) > LAST_DAY));
      expect(faults.map(({ where }) => where)).toEqual([]);
    }
  });
});

test("every refusal has a sentence that names what is wrong", () => {
  for (const key of Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]) {
    expect(inWords(new Refusal(key, {}))).not.toBe(`refusal/${key}`);
  }
});
