import type { FUniver } from "@univerjs/core/facade";
import { type FWorkbook, SetRangeValuesMutation, SetSelectionsOperation } from "@univerjs/preset-sheets-core";
import { type Language, typedWord } from "../i18n";
import { asTypedIn } from "./engine/refused";
import type { Tell } from "./engine/typing";
import { t } from "./texts";

const firstFormula = (language: Language): string =>
  `=INASTI.QUARTERLY(40000,"${typedWord("category", "principal", language)}",2026)`;

/**
 * The status line says what Excel's error card would say of the selected cell, else what stands in it: nobody can read the canvas aloud.
 */
export function statusLine(
  spreadsheet: FUniver,
  workbook: FWorkbook,
  errorMessage: (row: number, column: number) => string | undefined,
  line: HTMLElement,
  language: Language,
): Tell {
  let told = { cell: "", sentence: "" };
  const write = (text: string, isError: boolean): void => {
    line.classList.toggle("error", isError);
    // A reader that speaks would say the same again.
    if (line.textContent !== text) line.textContent = text;
  };
  const nameOf = (): string => `${workbook.getActiveSheet().getSheetId()}!${workbook.getActiveCell()?.getA1Notation()}`;
  const show = (): void => {
    if (told.sentence !== "" && told.cell === nameOf()) return write(told.sentence, true);
    told = { cell: "", sentence: "" };
    const cell = workbook.getActiveCell();
    const hint = t("workbench:hint", { formula: asTypedIn(language, firstFormula(language)) });
    if (!cell) return write(hint, false);
    const name = cell.getA1Notation();
    const message = errorMessage(cell.getRow(), cell.getColumn());
    if (message !== undefined)
      return write(t("workbench:error", { cell: name, code: String(cell.getValue()), message }), true);
    const [text, formula] = [cell.getDisplayValue(), cell.getFormula()];
    if (text === "" && formula === "") return write(`${name} · ${hint}`, false);
    write([name, text, formula && asTypedIn(language, formula)].filter((part) => part !== "").join(" · "), false);
  };
  // A result may be written after the event that tells of it.
  const shows: readonly string[] = [SetSelectionsOperation.id, SetRangeValuesMutation.id];
  workbook.onCommandExecuted(({ id }) => {
    if (id === SetSelectionsOperation.id && told.cell !== nameOf()) told = { cell: "", sentence: "" };
    if (shows.includes(id)) show();
  });
  spreadsheet.getFormula().calculationResultApplied(show);
  show();
  return (sentence) => {
    told = { cell: nameOf(), sentence };
    show();
  };
}
