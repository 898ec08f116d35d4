import { reader, recordOf, t } from "../../../../src/i18n";
import { FileRefused } from "../../../../src/package";
import { Misuse } from "../exit";

/** A number of rows as people write it. */
export const counted = (count: number): string => new Intl.NumberFormat(recordOf(reader.language).locale).format(count);

type Facts = Readonly<Record<string, string | number>>;

/** Why a file is not read or written, as a sentence. */
export const problem = (key: string, facts: Facts = {}): Misuse =>
  new Misuse(
    t(
      `program:files/error/${key}`,
      Object.fromEntries(
        Object.entries(facts).map(([name, fact]) => [name, typeof fact === "number" ? counted(fact) : fact]),
      ),
    ),
  );

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EISDIR: "folder",
  EACCES: "denied",
  EPERM: "denied",
  ENOSPC: "full",
};

/** What the system says of a file, or a reader of workbooks. Anything else is a defect, and stays loud. */
export function fileProblem(error: unknown, file: string): unknown {
  if (error instanceof FileRefused)
    return problem("workbook", { file, reason: t(`workbench:file/refused/${error.key}`, error.facts).trim() });
  const { code, syscall } = error as { readonly code?: string; readonly syscall?: string };
  if (code === undefined || syscall === undefined) return error;
  return problem(BY_CODE[code] ?? "system", { file, reason: code });
}
