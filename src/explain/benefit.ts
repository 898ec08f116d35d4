import {
  adoptionQuestion,
  bereavementQuestion,
  birthLeaveQuestion,
  caregiverQuestion,
  exemptQuestion,
  maternityQuestion,
  rateQuestion,
  sicknessQuestion,
} from "../functions/benefit-questions";
import { entitledCategory, entitlementBenefit, optionalDate, parameterYear } from "../functions/cells";
import { t } from "../i18n";
import { dated, type ParameterId, series } from "../parameters";
import {
  adoption,
  type Benefit,
  benefitRate,
  bereavement,
  birthLeave,
  caregiver,
  entitlement,
  type ExemptBenefit,
  exemptQuarters,
  maternity,
  sickness,
} from "../rules/benefits";
import { day, type Day } from "../rules/calendar";
import type { Sureness } from "../rules/contributions";
import type { Cents } from "../rules/money";
import type { Arguments, Explainer } from "./explainer";
import { exactly, type Figure, figuresOn, type Line, line, traced } from "./lines";

/** The lines that add up to a benefit, then how the law was read. */
function benefitLines({ lines, readings }: Benefit): Line[] {
  return [
    ...lines.map((one) => {
      const { from, count: units, amount, confidence, note, parameters } = one;
      const figures = parameters.map((id) => amountFigure(id, from, amount / units, confidence, note));
      return traced(one, from, { amount: exactly(amount), figures });
    }),
    ...readings.map((reading) => traced(reading, undefined)),
  ];
}

/** The amount of a day, a week or a month; a projected one has the source of the last one held. */
function amountFigure(
  id: ParameterId,
  on: Day,
  value: Cents,
  confidence: Sureness | undefined,
  note: string | undefined,
): Figure {
  const projected = confidence === "projection";
  const known = projected ? series(id).findLast((entry) => entry.value !== null)! : dated(id, on)!;
  return { ...known, value, confidence: confidence ?? known.confidence, ...(note !== undefined && { note }) };
}

function rate(of: Arguments): Line[] {
  const question = rateQuestion(of);
  const { parameter, amount, confidence, note } = benefitRate(question);
  const figure = amountFigure(parameter, question.day, amount, confidence, note);
  const article = figure.source.article || figure.source.title;
  const key = confidence === "projection" ? "benefit-amount-projected" : "benefit-amount";
  return [line(key, { day: { day: question.day } }, article, { amount: exactly(amount), figures: [figure] })];
}

const EXEMPT_ARTICLES: Readonly<Record<ExemptBenefit, string>> = {
  maternity: "AR67 50 §5",
  sickness: "AR 22/12/1967 28-30",
  caregiver: "AR 22/12/1967 37bis",
};

function exempt(of: Arguments): Line[] {
  const question = exemptQuestion(of);
  const { benefit } = question;
  const quarters = exemptQuarters(question);
  const article = EXEMPT_ARTICLES[benefit];
  if (quarters.length === 0) return [line("exempt-none", {}, article)];
  const figures = benefit === "maternity" ? figuresOn(["benefits.maternity.exempt-quarters"], question.date) : [];
  return quarters.map((quarter) => line(`exempt-${benefit}`, { quarter: { quarter } }, article, { figures }));
}

function right(of: Arguments): Line[] {
  const who = entitledCategory("category", of["category"]);
  const what = entitlementBenefit("benefit", of["benefit"]);
  const on = optionalDate("date", of["date"]) ?? day(parameterYear(), 12, 31);
  const { parameter, status, condition, source, readings } = entitlement(who, what, on);
  const figures = figuresOn([parameter], on);
  const key = condition === undefined ? `right-${status}` : "right-condition";
  const facts = { condition: condition === undefined ? "" : t(`notes:condition/${condition}`) };
  return [
    line(key, facts, source.article || source.title, { figures }),
    ...readings.map((reading) => traced(reading, undefined)),
  ];
}

/** A benefit that is a sum of lines. */
const summed = (benefitOf: (of: Arguments) => Benefit): Explainer => ({
  result: "euro",
  sum: "amount",
  lines: (of) => benefitLines(benefitOf(of)),
});

export const benefit: Readonly<Record<string, Explainer>> = {
  "BENEFIT.RATE": { result: "euro", sum: "amount", lines: rate },
  "BENEFIT.SICKNESS": summed((of) => sickness(sicknessQuestion(of))),
  "BENEFIT.MATERNITY": summed((of) => maternity(maternityQuestion(of))),
  "BENEFIT.BIRTHLEAVE": summed((of) => birthLeave(birthLeaveQuestion(of))),
  "BENEFIT.ADOPTION": summed((of) => adoption(adoptionQuestion(of))),
  "BENEFIT.CAREGIVER": summed((of) => caregiver(caregiverQuestion(of))),
  "BENEFIT.BEREAVEMENT": summed((of) => bereavement(bereavementQuestion(of))),
  "BENEFIT.EXEMPTQUARTERS": { result: "plain", lines: exempt },
  "BENEFIT.ENTITLED": { result: "plain", lines: right },
};
