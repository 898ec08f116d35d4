import { reader, recordOf } from "../i18n";
import type { Facts, FileRefused, Left } from "../package";
import { t } from "./texts";

const locale = (): string => recordOf(reader.language).locale;

/** Why a file was not opened, or not written. */
export function refusedSentence({ key, facts }: Pick<FileRefused, "key" | "facts">): string {
  return t(`workbench:file/refused/${key}`, written(facts)).trim();
}

/** What of a file is not in the workbook that was opened. */
export function leftSentence({ what, count, sheets }: Left): string {
  const names = new Intl.ListFormat(locale()).format(sheets);
  const where = names === "" ? "" : t("workbench:file/left/where", { sheets: names });
  return t(`workbench:file/left/${what}`, { ...written({ count }), where });
}

const written = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "number" ? new Intl.NumberFormat(locale()).format(fact) : fact,
    ]),
  );
