import { argumentName, describe as inWords, type Language, LANGUAGES, reader, t } from "../../src/i18n";
import { loadFigureNames, loadTexts } from "../../src/i18n/load";
import { parameterIds } from "../../src/parameters";
import { day } from "../../src/rules/calendar";
import { Refusal, REFUSALS, type RefusalKey } from "../../src/rules/refusal";
import { callNamed, sourceFunctions } from "../setup/excel";

let functions: ReturnType<typeof sourceFunctions>;

beforeAll(async () => {
  for (const language of LANGUAGES) await Promise.all([loadTexts(language), loadFigureNames(language)]);
  functions = sourceFunctions();
});

afterEach(() => {
  reader.language = "en";
});

/** The sentence of the error that a cell shows. */
function sentence(language: Language, id: string, inputs: Record<string, unknown>): string {
  reader.language = language;
  try {
    callNamed(functions, id, inputs);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${id} answers`);
}

/** A tilde stands for the space that does not break. */
const typeset = (text: string): string => text.replaceAll("~", "\u00A0");

describe("an amount that is not known comes with the last verified one, its unit and its days", () => {
  // Caregiver allowance of 01/09/2026 to 30/11/2026: base 1,343.87 × pivot 186.83 / 147.31 = 1,704.40 a month.
  const unverified = new Refusal("amount-not-verified", {
    parameter: "benefits.caregiver.full",
    day: { day: day(2026, 12, 15) },
    amount: { value: 170_440, decimals: 2, unit: "EUR/month" },
    from: { day: day(2026, 9, 1) },
    last: { day: day(2026, 11, 30) },
    note: "",
  });

  test.each([
    [
      "en",
      "Caregiver allowance, full interruption: no verified amount yet for 15/12/2026. Last verified amount: €1,704.40 a month, 01/09/2026 to 30/11/2026. Enter the next index step in the pane (Figures); for an assumption give the number of steps since then (0, 1, 2…) in indexSteps.",
    ],
    [
      "fr",
      "Allocation d’aidant proche, interruption complète~: montant pas encore vérifié pour le 15/12/2026. Dernier montant vérifié~: 1~704,40~€ par mois, du 01/09/2026 au 30/11/2026. Indiquez la prochaine indexation dans le volet (Chiffres) ou, par hypothèse, leur nombre dans «~{indexSteps}~».",
    ],
    [
      "nl",
      "Mantelzorguitkering, volledige onderbreking: nog geen geverifieerd bedrag voor 15/12/2026. Laatste geverifieerde bedrag: €~1.704,40 per maand, van 01/09/2026 tot en met 30/11/2026. Geef de volgende indexaanpassing op in het taakvenster (Cijfers) of veronderstel hun aantal bij “{indexSteps}”.",
    ],
    [
      "de",
      "Zulage für pflegende Angehörige, volle Unterbrechung: noch kein geprüfter Betrag für den 15.12.2026. Letzter geprüfter Betrag: 1.704,40~€ pro Monat, vom 01.09.2026 bis 30.11.2026. Geben Sie die nächste Indexanpassung im Aufgabenbereich (Zahlen) ein oder als Annahme ihre Zahl bei „{indexSteps}“.",
    ],
  ] as const)("%s", (language, expected) => {
    reader.language = language;
    const text = expected.replace("{indexSteps}", argumentName("indexSteps"));
    expect(inWords(unverified)).toBe(typeset(text));
  });

  // 1,398.17 is the amount of 01/03/2022 to 30/04/2022; May to July 2022 are undecided.
  test.each([
    [
      "en",
      "Caregiver allowance, full interruption: no verified figure for 01/06/2022. Last verified before it: €1,398.17 a month, 01/03/2022 to 30/04/2022.",
    ],
    [
      "fr",
      "Allocation d’aidant proche, interruption complète~: aucun chiffre vérifié pour le 01/06/2022. Dernier chiffre vérifié auparavant~: 1~398,17~€ par mois, du 01/03/2022 au 30/04/2022.",
    ],
    [
      "nl",
      "Mantelzorguitkering, volledige onderbreking: geen geverifieerd cijfer voor 01/06/2022. Laatste geverifieerde cijfer ervoor: €~1.398,17 per maand, van 01/03/2022 tot en met 30/04/2022.",
    ],
    [
      "de",
      "Zulage für pflegende Angehörige, volle Unterbrechung: keine geprüfte Zahl für den 01.06.2022. Letzte geprüfte Zahl davor: 1.398,17~€ pro Monat, vom 01.03.2022 bis 30.04.2022.",
    ],
  ] as const)("%s, inside the series", (language, expected) => {
    const told = sentence(language, "BENEFIT.RATE", { benefit: "caregiver", date: "2022-06-01" });
    expect(told).toBe(`${typeset(expected)} ${t("notes:index-method-2022")}`);
  });

  test.each([
    ["EUR/day", 8264, "€82.64 a day"],
    ["EUR/week", 91_734, "€917.34 a week"],
    ["EUR/half day", 5357, "€53.57 a half day"],
    ["EUR/quarter", 89_042, "€890.42 a quarter"],
    ["EUR/year", 1_737_408, "€17,374.08 a year"],
    ["EUR", 13_500, "€135.00"],
    ["weeks", 300, "3"],
    ["date", day(2026, 11, 30), "30/11/2026"],
  ])("a value in %s", (unit, value, written) => {
    const amount = { value, decimals: unit === "date" ? 0 : 2, unit };
    expect(inWords(new Refusal("amount-not-verified", { ...unverified.facts, amount }))).toContain(
      `: ${written}, 01/09/2026`,
    );
  });
});

describe("a day before the data is not covered; before the law there was nothing", () => {
  test.each([
    [
      "en",
      { category: "principal", benefit: "passerelle", date: "2022-12-31" },
      "Right to bridging right, main occupation: not covered before 01/01/2023; 31/12/2022 was asked. Choose a later date.",
    ],
    [
      "fr",
      { category: "principal", benefit: "passerelle", date: "2022-12-31" },
      "Droit «~droit passerelle~», titre principal~: non couvert avant le 01/01/2023~; date demandée~: 31/12/2022. Choisissez une date ultérieure.",
    ],
    [
      "nl",
      { category: "principal", benefit: "birth-leave", date: "2019-04-30" },
      "Recht op geboorteverlof, hoofdberoep: bestaat pas sinds 01/05/2019; gevraagde datum: 30/04/2019.",
    ],
    [
      "de",
      { category: "pension-age-opt-out", benefit: "plci", date: "2025-09-30" },
      "Anspruch „freie Zusatzpension“, gesetzliches Pensionsalter, ohne Mindestbeitrag: gibt es erst seit dem 01.10.2025; gefragtes Datum: 30.09.2025.",
    ],
  ] as const)("%s: a right", (language, inputs, expected) => {
    expect(sentence(language, "BENEFIT.ENTITLED", inputs)).toBe(typeset(expected));
  });

  test.each([
    [
      "en",
      "contributions.bracket1.ceiling",
      "2014-12-31",
      "First ceiling: not covered before 01/01/2015; 31/12/2014 was asked. Choose a later date.",
    ],
    [
      "nl",
      "contributions.student.lower-threshold",
      "2016-06-01",
      "Onderste drempel, student: bestaat pas sinds 01/01/2017; gevraagde datum: 01/06/2016.",
    ],
    [
      "de",
      "passerelle.career.from-8.months",
      "2023-01-01",
      "Wirtschaftliche Schwierigkeiten: Monate ab 8 Quartalen: keine Zahl für den 01.01.2023; die letzte vor diesem Tag galt bis 31.12.2022. Wählen Sie ein anderes Datum.",
    ],
  ] as const)("%s: %s", (language, name, date, expected) => {
    expect(sentence(language, "INASTI.PARAMETER", { name, date })).toBe(typeset(expected));
  });

  test.each([
    ["en", "The category “student self-employed” exists only from Q1 2017; Q1 2016 was asked."],
    ["fr", "La catégorie «~étudiant-indépendant~» n’existe que depuis T1 2017~; trimestre demandé~: T1 2016."],
    ["nl", "De categorie “student-zelfstandige” bestaat pas sinds K1 2017; gevraagd kwartaal: K1 2016."],
    ["de", "Die Kategorie „Student-Selbständiger“ gibt es erst seit Q1 2017; gefragtes Quartal: Q1 2016."],
  ] as const)("%s: a category", (language, expected) => {
    const told = sentence(language, "INASTI.QUARTERLY", { income: 9000, category: "student", year: 2016, quarter: 1 });
    expect(told).toBe(typeset(expected));
  });
});

describe("what can be chosen goes by its names", () => {
  test.each([
    [
      "en",
      "BENEFIT.RATE",
      { benefit: "sickness", date: "2026-03-01" },
      "“incapacity for work” has more than one amount on that day: choose the variant. Accepted: with dependants, single or cohabitant.",
    ],
    [
      "fr",
      "INASTI.QUARTERLY",
      { income: 1, category: "directeur", year: 2026 },
      "catégorie~: «~directeur~» n’est pas connu. Valeurs acceptées~: titre principal, primostarter, primostarter artiste, titre complémentaire, article 37…",
    ],
    [
      "nl",
      "BENEFIT.EXEMPTQUARTERS",
      { benefit: "maternity", date: "2026-02-03", share: 1 },
      "{share} geldt niet voor “moederschapsuitkering”: laat het leeg.",
    ],
    [
      "de",
      "BENEFIT.EXEMPTQUARTERS",
      { benefit: "sickness", date: "2025-02-03", until: "2025-08-10" },
      "Die Quartale hängen davon ab, wie die Arbeitsunfähigkeit endete: Geben Sie {endKind} an. Zulässig: Wiederaufnahme der selbständigen Tätigkeit, Wiederaufnahme in einem anderen System…",
    ],
    [
      "fr",
      "BENEFIT.ENTITLED",
      { category: "étudiant", benefit: "allocation de naissance" },
      "«~allocation de naissance~»~: depuis 2019-2020, les allocations familiales et de naissance relèvent de la région où vit l’enfant~; le statut du parent n’est pas déterminant, et aucun montant n’est repris ici.",
    ],
    [
      "nl",
      "BENEFIT.RATE",
      { benefit: "faillissementsverzekering", date: "2026-01-01" },
      "“faillissementsverzekering”: de faillissementsverzekering bestond van 01/07/1997 tot en met 31/12/2016. Sinds 2017 is het het overbruggingsrecht, met faillissement als reden: PASSERELLE.AMOUNT.",
    ],
    [
      "fr",
      "BENEFIT.SICKNESS",
      { start: "2026-01-01", end: "2026-01-10", family: "isolé", signed: "2026-01-20" },
      "Le certificat tardif reporte le premier jour payé au 06/01/2026~; il reste 5 jours. Aucun texte ne dit si 7 jours ou moins sont alors payés (arrêté royal du 20/07/1971, articles 7 et 58, §~2).",
    ],
    [
      "de",
      "BENEFIT.RATE",
      { benefit: "individuelle Pensionszusage", date: "2026-01-01" },
      "„individuelle Pensionszusage“: zahlt die Gesellschaft für einen Unternehmensleiter mit regelmäßigem Monatsentgelt. Die Grenze (80-%-Regel, Rundschreiben 2022/C/33) hängt von der gesetzlichen Pension und nicht erfassten Koeffizienten ab.",
    ],
  ] as const)("%s: %s", (language, id, inputs, expected) => {
    const told = sentence(language, id, inputs);
    const text = expected.replace(/\{(\w+)\}/, (_, name: string) => argumentName(name));
    expect(told).toBe(typeset(text));
  });
});

/** Facts as the rules give them; what a sentence does not name, it leaves out. */
const FACTS = {
  parameter: "benefits.index.pivot-base-1996",
  category: "spouse-maxi",
  benefit: "sickness-assimilation",
  ground: "third-party",
  grounds: { words: ["debt-settlement", "third-party"], of: "ground" },
  accepted: { words: ["half-from-week-5", "with-dependants"], of: "variant" },
  quarter: { quarter: 4 * 2022 + 1 },
  since: { quarter: 4 * 2018 + 1 },
} as const;

describe.each(LANGUAGES)("refusals in %s", (language) => {
  test("none names an id", () => {
    reader.language = language;
    const ids = [
      ...parameterIds(),
      "spouse-maxi",
      "sickness-assimilation",
      "third-party",
      "half-from-week-5",
      "with-dependants",
      "debt-settlement",
    ];
    for (const key of Object.keys(REFUSALS) as RefusalKey[]) {
      const told = inWords(new Refusal(key, FACTS));
      expect([key, ids.filter((id) => told.includes(id))]).toEqual([key, []]);
      expect([key, told]).toEqual([key, expect.not.stringMatching(/\d{4}Q\d|[{}]|\$t|word\/|refusal\/| {2}/)]);
    }
  });
});
