export { evaluate } from "./evaluate";
export type { Condition, Entry, Expression, Found, Refused, Setting } from "./expression";
