import { arrays } from "./arrays";
import { calendar } from "./calendar";
import type { ExcelFunction } from "./define";
import { finance } from "./finance";
import { information } from "./information";
import { lookups } from "./lookup";
import { mathematics } from "./mathematics";
import { statistics } from "./statistics";
import { texts } from "./texts";

export { type Context, type ExcelFunction, Failed } from "./define";

/** Excel's own functions that are known here, but for those that choose among their arguments or call what they are given. */
export const EXCEL: ReadonlyMap<string, ExcelFunction> = new Map(
  Object.entries({
    ...arrays,
    ...calendar,
    ...finance,
    ...information,
    ...lookups,
    ...mathematics,
    ...statistics,
    ...texts,
  }),
);
