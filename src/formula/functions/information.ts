import { toTruth } from "../operators";
import { ErrorValue, isMatrix, NOT_AVAILABLE, Range, type Scalar } from "../values";
import { type Functions, numberOf, scalar, whole } from "./define";

const is = (test: (value: Scalar) => boolean) => scalar(1, 1, ([value = null]) => test(value), true);

const ERROR_TYPES: Readonly<Record<string, number>> = {
  "#NULL!": 1,
  "#DIV/0!": 2,
  "#VALUE!": 3,
  "#REF!": 4,
  "#NAME?": 5,
  "#NUM!": 6,
  "#N/A": 7,
  "#GETTING_DATA": 8,
};

const parity = (odd: boolean) => scalar(1, 1, ([value]) => (Math.abs(Math.trunc(numberOf(value))) % 2 === 1) === odd);

export const information: Functions = {
  NOT: scalar(1, 1, ([value = null]) => {
    const truth = toTruth(value);
    return truth instanceof ErrorValue ? truth : !truth;
  }),
  TRUE: whole(0, 0, () => true),
  FALSE: whole(0, 0, () => false),
  NA: whole(0, 0, () => NOT_AVAILABLE),
  ISBLANK: is((value) => value === null),
  ISERROR: is((value) => value instanceof ErrorValue),
  ISERR: is((value) => value instanceof ErrorValue && value !== NOT_AVAILABLE),
  ISNA: is((value) => value === NOT_AVAILABLE),
  ISNUMBER: is((value) => typeof value === "number"),
  ISTEXT: is((value) => typeof value === "string"),
  ISNONTEXT: is((value) => typeof value !== "string"),
  ISLOGICAL: is((value) => typeof value === "boolean"),
  ISEVEN: parity(false),
  ISODD: parity(true),
  ISREF: whole(1, 1, ([value]) => value instanceof Range),
  "ERROR.TYPE": scalar(
    1,
    1,
    ([value]) => (value instanceof ErrorValue ? (ERROR_TYPES[value.code] ?? NOT_AVAILABLE) : NOT_AVAILABLE),
    true,
  ),
  TYPE: whole(1, 1, ([given]) => {
    const value =
      given instanceof Range && given.values.length === 1 && given.values[0]!.length === 1
        ? given.values[0]![0]
        : given;
    if (isMatrix(value) || value instanceof Range) return 64;
    if (value instanceof ErrorValue) return 16;
    return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
  }),
};
