import type { FUniver } from "@univerjs/core/facade";
import { type FWorkbook, SetRangeValuesMutation, SetSelectionsOperation } from "@univerjs/preset-sheets-core";
import { reader, typedWord } from "../i18n";
import { asTypedIn } from "./engine/refused";
import type { Tell } from "./engine/typing";
import { inEachLanguage } from "./spoken";
import { t } from "./texts";

const firstFormula = (): string =>
  `=INASTI.QUARTERLY(40000,"${typedWord("category", "principal", reader.language)}",2026)`;

/**
 * The status line says what Excel's error card would say of the selected cell, else what stands in it: nobody can read the canvas aloud.
 */
export function statusLine(
  spreadsheet: FUniver,
  workbook: FWorkbook,
  errorMessage: (row: number, column: number) => string | undefined,
  line: HTMLElement,
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
    const hint = t("workbench:hint", { formula: asTypedIn(firstFormula()) });
    if (!cell) return write(hint, false);
    const name = cell.getA1Notation();
    const message = errorMessage(cell.getRow(), cell.getColumn());
    if (message !== undefined)
      return write(t("workbench:error", { cell: name, code: cell.getDisplayValue(), message }), true);
    const [text, formula] = [cell.getDisplayValue(), cell.getFormula()];
    if (text === "" && formula === "") return write(`${name} · ${hint}`, false);
    write([name, text, formula && asTypedIn(formula)].filter((part) => part !== "").join(" · "), false);
  };
  // A result may be written after the event that tells of it.
  const shows: readonly string[] = [SetSelectionsOperation.id, SetRangeValuesMutation.id];
  workbook.onCommandExecuted(({ id }) => {
    if (id === SetSelectionsOperation.id && told.cell !== nameOf()) told = { cell: "", sentence: "" };
    if (shows.includes(id)) show();
  });
  spreadsheet.getFormula().calculationResultApplied(show);
  inEachLanguage(() => {
    // What was said of a text in another language is not said again.
    told = { cell: "", sentence: "" };
    show();
  });
  return (sentence) => {
    told = { cell: nameOf(), sentence };
    show();
  };
}
