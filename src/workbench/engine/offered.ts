import { DataValidationErrorStyle, DataValidationRenderMode, DataValidationType, type IRange } from "@univerjs/core";

/** A rule of the spreadsheet for cells that offer words. Another one may be typed: the functions know more, and say what they do not. */
export const offered = (uid: string, words: readonly string[], ranges: readonly IRange[]) => ({
  uid,
  type: DataValidationType.LIST,
  formula1: words.join(","),
  ranges: [...ranges],
  allowBlank: true,
  showErrorMessage: false,
  errorStyle: DataValidationErrorStyle.INFO,
  // The other way of showing it draws a chip, which makes rows higher.
  renderMode: DataValidationRenderMode.ARROW,
});
