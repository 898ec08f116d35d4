import { reader, recordOf } from "../i18n";
import { EXAMPLE_FAMILY } from "../taskpane/family/example";
import { familySheet } from "../taskpane/family/family-sheet";
import type { Template } from "./template";

/** What two self-employed people pay and receive in a year with a birth and an illness. */
export const familyYear: Template = {
  id: "family-year",
  sheets: () => [familySheet(EXAMPLE_FAMILY, recordOf(reader.language).euro)],
  // Days and weeks that are added up one by one, quarters that follow from dates, words of the law.
  frozen: [
    "BENEFIT.BIRTHLEAVE",
    "BENEFIT.ENTITLED",
    "BENEFIT.EXEMPTQUARTERS",
    "BENEFIT.MATERNITY",
    "BENEFIT.SICKNESS",
    "BENEFIT.VOUCHERS",
    "INASTI.DISPENSE",
    "INASTI.SOURCE",
  ],
};
