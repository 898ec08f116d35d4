export { companyContribution } from "./article-91";
export { companyDueDate } from "./article-92";
export { companySurcharge } from "./article-93";
export { COMPANY_CLAIMS, type CompanyClaim, companyPrescription } from "./article-95";
export { companyExemption } from "./exemption";
export { COMPANY_FORMS, type CompanyForm, EXEMPTION_GROUNDS, type ExemptionGround } from "./exemption-question";
