import type { Formula } from "../formula/formula";
import { textArgument } from "../formula/formula";

/** Where a figure comes from on a day, and how sure it is, in one line. */
export function sourceFormula(name: string, figure: string, date: Formula): Formula {
  const [law, article, confidence] = [2, 3, 5].map(
    (column) => `INDEX(INASTI.SOURCE(${textArgument(figure)},${date}),2,${column})`,
  );
  return `${textArgument(name)}&": "&${law!}&IF(${article!}="","",", "&${article!})&" · "&${confidence!}`;
}
