import type { Formula } from "../formula/formula";

/**
 * A text of what functions are asked with. What is added to it is nothing, but has no native form: in a copy without the add-in the text
 * stays as it was when they answered, and whoever compares it knows whether their answers still hold.
 */
export const asAsked = (question: Formula): Formula =>
  `${question}&LEFT(INDEX(INASTI.SOURCE("contributions.rate.bracket1"),2,5),0)`;
