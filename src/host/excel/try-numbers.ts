import { type Attempt, type CellValue, type Numbers, PENDING, type Place, TryRefused, type Work } from "../host";
import { valuesOf } from "./cells";
import { again } from "./notes";
import { CONTENT, type Content, contentsOf } from "./replace";
import { asOneStep, type Run } from "./undo";
import { enter } from "./write";

/** Functions of add-ins answer a moment after their cells changed. */
const PAUSE = 20;
/** Excel may never say that it is done where it calculates by hand; nobody waits longer than this for a cell that shows a result. */
const MOST_WAITED = 2_000;

export async function tryNumbers(
  { cells, watched, search }: Attempt,
  { signal }: Pick<Work, "signal"> = {},
): Promise<void> {
  const before = await Excel.run((context) => look(context, cells, watched));
  const formats = before.map(({ format }) => format);
  await asOneStep(async (run) => {
    let present: readonly Content[] = before;
    let next = before;
    const put = async (contents: Content[]): Promise<void> => {
      next = contents;
      await run((context) => replace(context, cells, present, contents));
      present = contents;
    };
    const contentsFor = (numbers: Numbers): Content[] =>
      numbers.map((value, index) => ({ formula: null, value, format: formats[index]! }));
    try {
      const found = await search(async (numbers) => {
        await put(contentsFor(numbers));
        return settled(run, watched, signal);
      });
      await put(found === null ? before : contentsFor(found));
    } catch (error) {
      await backTo(cells, [present, next], before);
      throw error;
    }
  });
}

const rangeOf = (context: Excel.RequestContext, { sheet, address }: Place): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

/** What the cells hold, of which none may be calculated. */
async function look(context: Excel.RequestContext, cells: readonly Place[], watched: Place): Promise<Content[]> {
  const places = [...cells, watched];
  const sheets = places.map(({ sheet }) => context.workbook.worksheets.getItemOrNullObject(sheet));
  await context.sync();
  const missing = places.find((_, index) => sheets[index]!.isNullObject);
  if (missing) throw new TryRefused("missing", missing);
  const ranges = cells.map((cell) => rangeOf(context, cell).load(CONTENT));
  const parents = ranges.map((range) => range.getSpillParentOrNullObject().load("address"));
  await context.sync();
  const contents = ranges.map((range) => contentsOf(range)[0]![0]!);
  const calculated = cells.find((_, index) => contents[index]!.formula !== null || !parents[index]!.isNullObject);
  if (calculated) throw new TryRefused("formula", calculated);
  return contents;
}

const isSame = (one: Content, other: Content): boolean =>
  one.formula === other.formula && (one.value ?? "") === (other.value ?? "");

/** Writes contents in the place of others; where something else stands by now, that stands again, and nothing was written. */
async function replace(
  context: Excel.RequestContext,
  cells: readonly Place[],
  expected: readonly Content[],
  next: readonly Content[],
): Promise<void> {
  const ranges = cells.map((cell) => rangeOf(context, cell).load(CONTENT));
  cells.forEach((cell, index) => enter(rangeOf(context, cell), next[index]!));
  calculate(context);
  await context.sync().catch((error: unknown) => {
    const { code } = error as Partial<OfficeExtension.Error>;
    throw code === "AccessDenied" ? new TryRefused("locked", cells[0]!) : error;
  });
  const found = ranges.map((range) => contentsOf(range)[0]![0]!);
  const changed = cells.find((_, index) => !isSame(found[index]!, expected[index]!));
  if (!changed) return;
  cells.forEach((cell, index) => enter(rangeOf(context, cell), found[index]!));
  calculate(context);
  await context.sync();
  throw new TryRefused("changed", changed);
}

/** A workbook may calculate by hand only. What did not change is not calculated. */
const calculate = ({ workbook }: Excel.RequestContext): void =>
  workbook.application.calculate(Excel.CalculationType.recalculate);

/** What the cell shows when everything is calculated, or when it is no longer waited for. */
async function settled(run: Run, watched: Place, signal: AbortSignal | undefined): Promise<CellValue> {
  const end = performance.now() + MOST_WAITED;
  for (;;) {
    const { value, isCalculated } = await run((context) => shownIn(context, watched));
    const isDone = (isCalculated || performance.now() > end) && !PENDING.has(value);
    if (isDone || signal?.aborted) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function shownIn(context: Excel.RequestContext, cell: Place) {
  const { application } = context.workbook;
  const range = rangeOf(context, cell).load("values, valueTypes");
  application.load("calculationState");
  await context.sync();
  return {
    value: valuesOf(range)[0]![0] ?? null,
    isCalculated: application.calculationState === Excel.CalculationState.done,
  };
}

/**
 * Whoever clicks into a cell half-way stops a search: cells with a number that was tried are put back when Excel takes orders again. What
 * somebody else put into one stays.
 */
async function backTo(
  cells: readonly Place[],
  tried: readonly (readonly Content[])[],
  before: readonly Content[],
): Promise<void> {
  const write = (): Promise<void> =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const ranges = cells.map((cell) => rangeOf(context, cell).load(CONTENT));
      await context.sync();
      cells.forEach((cell, index) => {
        const found = contentsOf(ranges[index]!)[0]![0]!;
        const isOurs = tried.some((contents) => isSame(found, contents[index]!));
        if (isOurs && !isSame(found, before[index]!)) enter(rangeOf(context, cell), before[index]!);
      });
      calculate(context);
      await context.sync();
    });
  await again(write).catch(() => {
    throw new TryRefused("left", cells[0]!);
  });
}
