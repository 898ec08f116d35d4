/** What the bench measures without Excel's adapter around it. */
export { contribution, askedRule } from "../src/rules/contributions";
export { quarterly } from "../src/rules/scale";
