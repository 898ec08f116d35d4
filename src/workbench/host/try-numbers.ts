import { type Attempt, type CellValue, type Numbers, type Place, TryRefused } from "../../host/host";
import { apply, type Book, calculated, calm, cellChange, type Change, remember } from "./book";
import { formulaAt, isFilled, readRange, valueAt, valueData } from "./cells";

export async function tryNumbers(book: Book, { cells, watched, search }: Attempt): Promise<void> {
  await calm(book);
  const targets = cells.map((cell) => targetOf(book, cell));
  if (!book.workbook.getSheetByName(watched.sheet)) throw new TryRefused("missing", watched);
  const changeTo = (numbers: Numbers): Change[] =>
    targets.map(({ sheetId, row, column }, index) =>
      cellChange(book, sheetId, { [row]: { [column]: { ...valueData(numbers[index]!), f: null, si: null, p: null } } }),
    );
  // What undoes a change is known before it is made: whatever stands there later, this leads back to what stood there first.
  const back = changeTo(cells.map(() => null)).flatMap(({ undos }) => undos);
  let present = targets.map(({ sheet, row, column }) => valueAt(book, sheet, row, column));
  const put = async (numbers: Numbers): Promise<Change[]> => {
    const changed = targets.findIndex(({ sheet, row, column }, index) => {
      const isOther = (valueAt(book, sheet, row, column) ?? null) !== present[index];
      return isOther || formulaAt(sheet, row, column) !== null;
    });
    if (changed >= 0) throw new TryRefused("changed", cells[changed]!);
    const changes = changeTo(numbers);
    for (const { redos } of changes) apply(book, redos);
    present = [...numbers];
    await calculated(book);
    return changes;
  };
  const show = async (numbers: Numbers): Promise<CellValue> => {
    await put(numbers);
    return readRange(book, watched)?.[0]?.[0] ?? null;
  };
  let isTaken = false;
  try {
    const found = await search(show);
    if (found === null) return;
    const redos = (await put(found)).flatMap((change) => change.redos);
    remember(book, [{ redos, undos: back }]);
    isTaken = true;
  } finally {
    if (!isTaken) {
      // What somebody else put into a cell stays.
      targets.forEach(({ sheet, row, column }, index) => {
        if (valueAt(book, sheet, row, column) === present[index]) apply(book, back.slice(index, index + 1));
      });
      await calculated(book);
    }
  }
}

function targetOf(book: Book, cell: Place) {
  const sheet = book.workbook.getSheetByName(cell.sheet);
  if (!sheet) throw new TryRefused("missing", cell);
  const range = sheet.getRange(cell.address);
  const [row, column] = [range.getRow(), range.getColumn()];
  if (formulaAt(sheet, row, column) !== null || isFilled(book, sheet, row, column))
    throw new TryRefused("formula", cell);
  return { sheet, sheetId: sheet.getSheetId(), row, column };
}
