/** The name that leads to the record of a copy, and tells that a workbook is one. */
export const MARK = "STATUT_SOCIAL_COPY";
