export { affiliationDeadline } from "./article-89";
export { companyContribution, indexedAmount } from "./article-91";
export { companyDueDate } from "./article-92";
export { companySurcharge } from "./article-93";
export { starterExemption, type StarterQuestion, starterYears } from "./article-94";
export { companyPrescription } from "./article-95";
