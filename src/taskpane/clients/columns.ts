import { folded } from "../../i18n/words";

/** What a list says of a client. */
export const COLUMNS = ["name", "category", "income", "start", "stop", "fund", "paid"] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these nothing can be calculated. */
export const NEEDED: ReadonlySet<Column> = new Set(["category", "income"]);

/** What stands over such a column, in the four languages. A profit before contributions is no income. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    ...["nom", "client", "cliente", "nom du client", "nom et prénom", "dénomination", "indépendant", "affilié"],
    ...["naam", "klant", "cliënt", "naam klant", "naam van de klant", "benaming", "zelfstandige", "aangeslotene"],
    ...["name", "client name", "customer", "self-employed person", "member"],
    ...["kunde", "kundenname", "mandant", "bezeichnung", "selbständiger", "mitglied", "dossier"],
  ],
  category: [
    ...["catégorie", "catégorie de cotisation", "statut", "titre", "situation"],
    ...["categorie", "bijdragecategorie", "statuut", "hoedanigheid", "situatie"],
    ...["category", "contribution category", "status", "kategorie", "beitragskategorie"],
  ],
  income: [
    ...["revenu", "revenus", "revenu net", "revenu professionnel", "revenu professionnel net", "revenu de l’année"],
    ...["inkomen", "inkomsten", "netto-inkomen", "beroepsinkomen", "nettoberoepsinkomen", "inkomen van het jaar"],
    ...["income", "net income", "net professional income", "income of the year"],
    ...["einkommen", "nettoeinkommen", "berufliches nettoeinkommen", "einkünfte", "jahreseinkommen"],
  ],
  start: [
    ...["début", "date de début", "début de l’activité", "début d’activité", "depuis", "affiliation"],
    ...["start", "begin", "begindatum", "startdatum", "start van de activiteit", "begin van de activiteit", "sinds"],
    ...["start date", "start of the activity", "since", "beginn", "anfang", "beginn der tätigkeit", "seit"],
  ],
  stop: [
    ...["fin", "date de fin", "fin de l’activité", "fin d’activité", "cessation", "arrêt"],
    ...["stop", "einde", "einddatum", "stopzetting", "einde van de activiteit"],
    ...["end", "end date", "end of the activity", "ende", "enddatum", "ende der tätigkeit"],
  ],
  fund: [
    ...[
      "caisse",
      "caisse d’assurances sociales",
      "caisse sociale",
      "fonds",
      "sociaal fonds",
      "socialeverzekeringsfonds",
    ],
    ...["sociaal verzekeringsfonds", "fund", "social insurance fund", "kasse", "sozialversicherungskasse"],
  ],
  paid: [
    ...["payé", "payés", "déjà payé", "montant payé", "cotisations payées", "versé", "versements", "paiements"],
    ...["betaald", "reeds betaald", "betaalde bijdragen", "betaald bedrag", "betalingen"],
    ...["paid", "amount paid", "contributions paid", "payments"],
    ...["bezahlt", "gezahlt", "gezahlte beiträge", "zahlungen", "gezahlter betrag"],
  ],
};

const KNOWN = COLUMNS.map((column) => [column, HEADINGS[column].map(folded)] as const);

/** Shorter ones stand in too many words. */
const LEAST_WITHIN = 5;

const isWhole = (heading: string, names: readonly string[]): boolean => names.includes(heading);
const begins = (heading: string, names: readonly string[]): boolean =>
  names.some((name) => name.length >= LEAST_WITHIN && heading.startsWith(name));
const holds = (heading: string, names: readonly string[]): boolean =>
  names.some((name) => name.length >= LEAST_WITHIN && heading.includes(name));

/** Where a list has each column, as far as its headings tell: no column is taken for two. */
export function guessed(headings: readonly string[]): Partial<Record<Column, number>> {
  const bare = headings.map((heading) => folded(heading.replace(/\([^)]*\)|[\d€]|EUR/g, " ")));
  const found: Partial<Record<Column, number>> = {};
  for (const fits of [isWhole, begins, holds])
    for (const [column, names] of KNOWN) {
      if (found[column] !== undefined) continue;
      const taken = Object.values(found);
      const at = bare.findIndex((heading, index) => heading !== "" && !taken.includes(index) && fits(heading, names));
      if (at >= 0) found[column] = at;
    }
  return found;
}
