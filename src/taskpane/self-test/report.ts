import { TRIAL_NAME } from "../../host/trial";
import { t } from "../../i18n";
import type { Language } from "../../i18n";
import { say } from "./outcome";
import type { Report, Row } from "./run";

export const nameOf = ({ id }: Pick<Row, "id">, language?: Language): string =>
  t(`selftest:row/${id}/name`, {}, language);

const statusOf = ({ status }: Row, language?: Language): string => t(`selftest:status/${status}`, {}, language);

/** For a machine and for whoever helps: in English, with the reader's words beside it. */
export function asJson(report: Report): string {
  const { rows, date, ...facts } = report;
  return JSON.stringify(
    {
      product: "statut-social",
      report: 1,
      date: date.toISOString(),
      ...facts,
      rows: rows.map((row) => ({
        id: row.id,
        status: row.status,
        name: nameOf(row, "en"),
        expected: say(row.expected, "en"),
        seen: say(row.seen, "en"),
        milliseconds: row.time,
        ...(report.language !== "en" && {
          [report.language]: {
            name: nameOf(row),
            status: statusOf(row),
            expected: say(row.expected),
            seen: say(row.seen),
          },
        }),
      })),
    },
    null,
    2,
  );
}

/** For an e-mail, in English and the reader's language. */
export function asText(report: Report): string {
  const { environment, rows } = report;
  const { application, platform, version, sets, calculation, decimal } = environment;
  const facts = {
    date: report.date.toISOString(),
    "Statut Social": `${report.code}, ${report.data}`,
    host: [report.host, application, platform, version].filter(Boolean).join(" "),
    languages: `${report.language}; ${report.displayLanguage}, ${report.contentLanguage}`,
    sets: sets
      ? Object.entries(sets)
          .map(([set, newest]) => `${set} ${newest || "–"}`)
          .join(", ")
      : "–",
    calculation: calculation ?? "–",
    decimal: decimal ?? "–",
    ...(report.isStopped && { stopped: "yes" }),
  };
  return [
    TRIAL_NAME,
    ...Object.entries(facts).map(([name, text]) => `${name}: ${text}`),
    "",
    ...rows.flatMap((row) => linesOf(row, report.language)),
  ].join("\n");
}

function linesOf(row: Row, language: Language): string[] {
  const own = language === "en" ? "" : ` / ${nameOf(row)}`;
  return [
    `[${row.status}] ${nameOf(row, "en")}${own} (${row.time} ms)`,
    `    expected: ${say(row.expected, "en")}`,
    `    seen: ${say(row.seen, "en")}`,
  ];
}
