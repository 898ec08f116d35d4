import {
  adoptionWeeks,
  bereavementEnd,
  birthAid,
  birthLeaveDeadline,
  birthLeaveWindowEnd,
  catchUpPrime,
  certificateDeadline,
  effectiveInterruption,
  entitlement,
  type EntitlementBenefit,
  firstCaregiverMonth,
  firstRecognisedDay,
  lastCaregiverMonthAfterDeath,
  latestPostmark,
  maternityRest,
  maternityWindow,
  type Vouchers,
} from "../../src/rules/benefits";
import { civilDate, type Day } from "../../src/rules/calendar";
import type { Category } from "../../src/rules/contributions";
import { call, casesOf, cell, cells, runtimes } from "./harness";

const cases = casesOf("benefits");
const of = (pattern: RegExp) =>
  cases.filter(({ function: id }) => pattern.test(id)).map((one) => [`${one.id} ${one.function}`, one] as const);

const errorOf = (expected: unknown): string | undefined => (expected as { error?: string }).error;

describe.each(runtimes)("published cases of the benefits, %s", (_, load) => {
  const functions = load();

  test.each(of(/^BENEFIT\.(?!EXEMPTQUARTERS|ENTITLED)/))("%s", (_id, { function: id, inputs, expected }) => {
    expect(call(functions, id, inputs)).toBe(errorOf(expected) ?? cell(expected));
  });

  test.each(of(/^BENEFIT\.EXEMPTQUARTERS$/))("%s", (_id, { function: id, inputs, expected }) => {
    const quarters = expected as string[];
    const spill = quarters.length === 0 ? [[""]] : quarters.map?.((quarter) => [quarter]);
    expect(call(functions, id, inputs)).toEqual(errorOf(expected) ?? spill);
  });

  test.each(of(/^BENEFIT\.ENTITLED$/))("%s", (_id, { function: id, inputs, expected }) => {
    expect(call(functions, id, inputs)).toBe(errorOf(expected) ?? (expected as { status: string }).status);
  });
});

const iso = (day: Day): string => {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return [year, String(month).padStart(2, "0"), String(dayOfMonth).padStart(2, "0")].join("-");
};
const month = (day: Day): string => iso(day).slice(0, 7);

type Inputs = Readonly<Record<string, unknown>>;
const dayIn = (inputs: Inputs, name: string): Day => cells(inputs)[name] as Day;

/** What the rules answer for the cases that no function of the contract returns. */
const RULES: Record<string, (inputs: Inputs) => unknown> = {
  "adoption.weeks": (inputs) => adoptionWeeks(dayIn(inputs, "leaveStart"), inputs["parents"] as 1 | 2),
  "bereavement.last-day": (inputs) => iso(bereavementEnd(dayIn(inputs, "death"))),
  "birth-aid.due": ({ fullDays, halfDays, ...inputs }) =>
    (birthAid(dayIn(inputs, "birth"), 2 * (fullDays as number) + (halfDays as number)) / 100).toFixed(2),
  "birth-leave.window-and-deadline": (inputs) => ({
    windowLast: iso(birthLeaveWindowEnd(dayIn(inputs, "birth"))),
    applicationLast: iso(birthLeaveDeadline(dayIn(inputs, "birth"))),
  }),
  "caregiver.first-month": (inputs) => {
    const start = dayIn(inputs, "interruptionStart");
    if (inputs["requestReceived"] === undefined) return month(firstCaregiverMonth(start));
    const effective = effectiveInterruption(start, dayIn(inputs, "requestReceived"));
    return { effectiveStart: iso(effective), firstPaidMonth: month(firstCaregiverMonth(effective)) };
  },
  "caregiver.stop": (inputs) => month(lastCaregiverMonthAfterDeath(dayIn(inputs, "death"))),
  "catch-up-prime.due": ({ year, incapacityEnd, invalidInMay, ...inputs }) => {
    const amount = catchUpPrime({
      year: year as number,
      incapacityStart: dayIn(inputs, "incapacityStart"),
      incapacityEnd: (incapacityEnd as Day | null) ?? undefined,
      invalidInMay: invalidInMay as boolean,
    });
    return { due: amount > 0, amount: (amount / 100).toFixed(2) };
  },
  "maternity.weeks": ({ multiple, vouchers, ...inputs }) =>
    maternityRest(dayIn(inputs, "restStart"), multiple as boolean, vouchers as Vouchers | undefined),
  // The case names no first day of rest; the window is the same for all that fit.
  "maternity.window": (inputs) => {
    const { mandatoryEnd, windowFirst, windowLast } = maternityWindow(dayIn(inputs, "birth"), dayIn(inputs, "birth"));
    return { mandatoryEnd: iso(mandatoryEnd), windowFirst: iso(windowFirst), windowLast: iso(windowLast) };
  },
  "sickness.certificate-deadline": (inputs) => ({
    lastDay: iso(certificateDeadline(dayIn(inputs, "start"))),
    latestPostmarkIfSignedInTime: iso(latestPostmark(dayIn(inputs, "start"))),
  }),
  "sickness.first-payable-day": (inputs) => {
    const [start, signature] = [dayIn(inputs, "recognisedStart"), dayIn(inputs, "signature")];
    return iso(firstRecognisedDay(start, signature, inputs["prolongation"] as boolean));
  },
};

describe("cases of the rules behind the benefits", () => {
  test.each(of(/^(?!BENEFIT\.)/))("%s", (_id, { function: id, inputs, expected }) => {
    const answer = RULES[id]!(inputs);
    if (typeof expected === "object") expect(answer).toMatchObject(expected as object);
    else expect(answer).toBe(expected);
  });

  test.each(of(/^BENEFIT\.ENTITLED$/).filter(([, { expected }]) => errorOf(expected) === undefined))(
    "%s: its condition",
    (_id, { inputs, expected }) => {
      const { category, benefit } = inputs as { category: Category; benefit: EntitlementBenefit };
      const { status, condition } = expected as { status: string; condition?: string };
      const { value, way } = entitlement(category, benefit, dayIn(inputs, "date"));
      expect(value).toBe(status);
      const sentence = { sentence: `notes:condition/${condition}`, facts: {} };
      expect(way()[0]!.facts).toEqual(condition === undefined ? {} : { condition: sentence });
    },
  );
});
