import {
  adoption,
  benefitRate,
  birthLeave,
  caregiver,
  entitlement,
  type EntitlementBenefit,
  maternity,
  sickness,
  type Vouchers,
} from "../../src/rules/benefits";
import { civilDate, type Day } from "../../src/rules/calendar";
import type { Category } from "../../src/rules/contributions";
import { figureInForce } from "../../src/rules/figures";
import { attempt, type Refusal } from "../../src/rules/refusal";
import type { Answer } from "../../src/rules/trace";
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

type Inputs = Readonly<Record<string, unknown>>;
const dayIn = (inputs: Inputs, name: string): Day => cells(inputs)[name] as Day;

/** What a line of the way says. */
const toldBy = (answer: Answer<unknown>, step: string): Readonly<Record<string, { day: Day }>> =>
  answer.way().find((line) => line.step === step)!.facts as never;

/** What is said of whoever asks for too much. */
const limits = (ask: () => unknown): Readonly<Record<string, number>> => (attempt(ask) as Refusal).facts as never;

/** What answers, explanations and refusals say for the cases that no function returns by itself. */
const RULES: Record<string, (inputs: Inputs) => unknown> = {
  "adoption.weeks": ({ parents, ...inputs }) => {
    const start = dayIn(inputs, "leaveStart");
    const baseEach = figureInForce("benefits.adoption.weeks", start);
    const sharedExtra = figureInForce("benefits.adoption.extra-weeks", start);
    const ofOneParent = limits(() => adoption({ start, weeks: 99 }))["most"]!;
    return { baseEach, sharedExtra, familyTotal: ofOneParent + baseEach * ((parents as number) - 1) };
  },
  "birth-aid.due": ({ fullDays, halfDays, ...inputs }) => {
    const aid = benefitRate({ benefit: "birth-aid", day: dayIn(inputs, "birth") });
    const { most } = toldBy(aid, "birth-aid-conditions") as unknown as { most: number };
    const isDue = 2 * (fullDays as number) + (halfDays as number) <= most;
    return ((isDue ? aid.value : 0) / 100).toFixed(2);
  },
  "birth-leave.window-and-deadline": (inputs) => {
    const leave = birthLeave({ birth: dayIn(inputs, "birth"), halfDays: 1 });
    return {
      windowLast: iso(toldBy(leave, "birth-window")["last"]!.day),
      applicationLast: iso(toldBy(leave, "birth-application")["last"]!.day),
    };
  },
  "caregiver.first-month": (inputs) => {
    const allowance = caregiver({ start: dayIn(inputs, "interruptionStart"), months: 1 });
    return iso(toldBy(allowance, "caregiver-month")["from"]!.day).slice(0, 7);
  },
  "maternity.weeks": ({ multiple, vouchers, ...inputs }) => {
    const start = dayIn(inputs, "restStart");
    const children = multiple === true ? 2 : 1;
    const asked = { start, weeks: 99, children, vouchers: vouchers as Vouchers | undefined };
    const { limit, halves } = limits(() => maternity(asked));
    return {
      weeks: limit,
      optional: limit! - figureInForce("benefits.maternity.mandatory-weeks", start),
      maxHalfWeeks: halves,
      windowWeeks: figureInForce("benefits.maternity.window-weeks", start),
    };
  },
  "sickness.certificate-deadline": (inputs) => {
    const start = dayIn(inputs, "start");
    const told = toldBy(sickness({ start, end: start, family: "isolated", signed: start }), "certificate-deadline");
    return { lastDay: iso(told["deadline"]!.day), latestPostmarkIfSignedInTime: iso(told["postmark"]!.day) };
  },
  "sickness.first-payable-day": (inputs) => {
    const [start, signed] = [dayIn(inputs, "recognisedStart"), dayIn(inputs, "signature")];
    const paid = sickness({ start, end: start + 60, family: "isolated", signed });
    return iso(toldBy(paid, "sickness-primary")["from"]!.day);
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
