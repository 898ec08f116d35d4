/** From which version of the set ExcelApi on Excel can do what the rest of the product does without. */
export const EXCEL_API = { notes: "1.18", undoGroup: "1.20" } as const;
