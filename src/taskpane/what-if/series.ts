import { t } from "../../i18n";
import type { Numbers } from "../kit/numbers";
import { readUnits, type Unit } from "./quantity";

/** The values of an input, as typed. */
export interface SeriesForm {
  readonly unit: Unit;
  readonly mode: "steps" | "list";
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly list: string;
}

export type SeriesKey = "from" | "to" | "step" | "list";
export type SeriesProblems = Partial<Record<SeriesKey, "required" | "invalid" | "order" | "step">>;

export interface Series {
  /** In units; none while something is missing. */
  readonly units: readonly number[];
  readonly problems: SeriesProblems;
}

/** More are read by nobody. */
const MOST_VALUES = 1000;

export function readSeries(form: SeriesForm, numbers: Numbers): Series {
  return form.mode === "steps" ? stepped(form, numbers) : listed(form, numbers);
}

function stepped(form: SeriesForm, numbers: Numbers): Series {
  const keys = ["from", "to", "step"] as const;
  const [from, to, step] = keys.map((key) => readUnits(form[key], form.unit, numbers));
  const problems: SeriesProblems = Object.fromEntries(
    keys.flatMap((key, index) =>
      [from, to, step][index] === undefined ? [[key, form[key].trim() === "" ? "required" : "invalid"]] : [],
    ),
  );
  if (from === undefined || to === undefined || step === undefined) return { units: [], problems };
  if (step <= 0) return { units: [], problems: { step: "step" } };
  if (to < from) return { units: [], problems: { to: "order" } };
  const count = Math.min(MOST_VALUES, Math.floor((to - from) / step) + 1);
  return { units: Array.from({ length: count }, (_, index) => from + index * step), problems };
}

function listed({ list, unit }: SeriesForm, numbers: Numbers): Series {
  const words = list
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length === 0) return { units: [], problems: { list: "required" } };
  const units = words.map((word) => readUnits(word, unit, numbers));
  return units.some((one) => one === undefined)
    ? { units: [], problems: { list: "invalid" } }
    : { units: units as number[], problems: {} };
}

/** What is wrong with a field, in words. */
export function seriesProblem(problem: SeriesProblems[SeriesKey], invalid: string): string | undefined {
  switch (problem) {
    case undefined:
      return undefined;
    case "required":
      return t("pane:field/required");
    case "invalid":
      return invalid;
    case "order":
      return t("pane:what-if/order-invalid");
    case "step":
      return t("pane:what-if/table/step-invalid");
  }
}
