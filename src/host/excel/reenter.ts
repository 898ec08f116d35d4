import type { ReenterCell, Work } from "../host";
import { inSteps } from "../steps";
import { formulaIn } from "./cells";
import { allThatCan, CONTENT, contentsOf, putBack, rangeOf } from "./replace";
import { asOneStep } from "./undo";
import { enter } from "./write";

/** Without notes: more than of those with one. */
const FORMULAS_A_STEP = 500;

type Target = ReenterCell & { readonly rows: 1; readonly columns: 1 };

export function reenter(cells: readonly ReenterCell[], work: Work = {}): Promise<number> {
  return asOneStep((run) =>
    inSteps(
      cells.map((cell): Target => ({ ...cell, rows: 1, columns: 1 })),
      (step) => step.length <= FORMULAS_A_STEP,
      work,
      (step) =>
        allThatCan(
          step,
          (part) => run((context) => putFormulas(context, part, work)),
          (cell) => work.onRefused?.(cell),
        ),
    ),
  );
}

async function putFormulas(context: Excel.RequestContext, cells: readonly Target[], work: Work): Promise<void> {
  const seen = cells.map((cell) => ({ cell, range: rangeOf(context, cell) }));
  for (const { range } of seen) range.load(CONTENT);
  await context.sync();
  const ready = seen.flatMap(({ cell, range }) => {
    const { formula, format } = contentsOf(range)[0]![0]!;
    if (formula === cell.formula) return [{ cell, format }];
    // A step that failed is done again, and finds what it had written.
    if (formula !== cell.entered) work.onChanged?.(cell);
    return [];
  });
  if (ready.length === 0) return;

  const entered = ready.map(({ cell, format }) => {
    const before = rangeOf(context, cell);
    before.load(CONTENT);
    enter(rangeOf(context, cell), { formula: cell.entered, value: null, format });
    const after = rangeOf(context, cell);
    after.load("formulas, values");
    return { cell, before, after };
  });
  await context.sync();
  const changed = entered.filter(({ cell, before }) => contentsOf(before)[0]![0]!.formula !== cell.formula);
  // Excel took the formula for a text.
  const refused = entered.filter((one) => !changed.includes(one) && formulaIn(one.after) === null);
  await putBack([...changed, ...refused].map(({ cell, before }) => ({ cell, contents: contentsOf(before) })));
  for (const { cell } of changed) work.onChanged?.(cell);
  for (const { cell } of refused) work.onRefused?.(cell);
}
