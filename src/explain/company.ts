import { date, isBlank, nonNegativeAmount, optionalDate, requiredYear, year as yearCell } from "../functions/cells";
import { day } from "../rules/calendar";
import { companyContribution, companyDueDate, companySurcharge } from "../rules/company";
import { Refusal } from "../rules/refusal";
import type { Arguments, Explainer } from "./explainer";
import { exactly, type Line, traced } from "./lines";

function contribution(of: Arguments): Line[] {
  if (isBlank(of["balanceTotal"])) throw new Refusal("balance-total-missing");
  const balanceTotal = nonNegativeAmount("balanceTotal", of["balanceTotal"]);
  const year = yearCell("year", of["year"]);
  const { amount, trace } = companyContribution(balanceTotal, year);
  return trace.map((one, index) =>
    traced(one, day(year, 1, 1), index === trace.length - 1 ? { amount: exactly(amount) } : {}),
  );
}

function dueDate(of: Arguments): Line[] {
  const year = requiredYear("year", of["year"]);
  const { trace } = companyDueDate(year, optionalDate("created", of["created"]));
  return trace.map((one) => traced(one, day(year, 1, 1)));
}

function surcharge(of: Arguments): Line[] {
  const cents = nonNegativeAmount("amount", of["amount"]);
  const due = date("due", of["due"]);
  const { amount, trace } = companySurcharge(cents, due, date("paid", of["paid"]));
  return trace.map((one) => traced(one, due, { amount: exactly(amount) }));
}

export const company: Readonly<Record<string, Explainer>> = {
  "COMPANY.CONTRIBUTION": { result: "euro", sum: "amount", lines: contribution },
  "COMPANY.DUEDATE": { result: "date", lines: dueDate },
  "COMPANY.SURCHARGE": { result: "euro", sum: "amount", lines: surcharge },
};
