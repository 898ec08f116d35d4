import { ListValidator } from "@univerjs/preset-sheets-data-validation";

type Judge = (
  this: ListValidator,
  ...given: Parameters<ListValidator["isValidType"]>
) => ReturnType<ListValidator["isValidType"]>;

/**
 * A list that does not refuse other words does not mark them as wrong either, as in Excel: what a function reads besides is for the
 * function to say. The spreadsheet makes its validators itself, of this class.
 */
export function letListsOffer(): void {
  const lists = ListValidator.prototype as { isValidType: Judge };
  const judge = lists.isValidType;
  lists.isValidType = function (cell, formula, rule) {
    return rule.showErrorMessage === false ? Promise.resolve(true) : judge.call(this, cell, formula, rule);
  };
}
