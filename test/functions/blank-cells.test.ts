/** Excel on the desktop hands a blank cell over as 0, on the web as null. Both mean the same, wherever a 0 can mean nothing else. */
import fc from "fast-check";
import { type Argument, type Definition, DEFINITIONS } from "../../src/definitions";
import { isWithoutZero } from "../../src/definitions/argument";
import { CellError, sourceFunctions } from "../setup/excel";
import { legal } from "./legal";

const functions = sourceFunctions();

interface Taken {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly argument: Argument<unknown>;
}

const TAKEN: readonly Taken[] = Object.entries<Definition>(DEFINITIONS).flatMap(([id, { takes }]) =>
  Object.entries(takes).map(([name, argument], at) => ({ id, name, at, argument })),
);

const shown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shown);
  return value instanceof CellError ? { code: value.code, message: value.message } : value;
};

function answer(id: string, cells: readonly unknown[]): unknown {
  try {
    return shown(functions.get(id)!(...cells));
  } catch (error) {
    if (error instanceof CellError) return shown(error);
    throw error;
  }
}

const legalCells = (id: string): unknown[] => TAKEN.filter((one) => one.id === id).map(({ name }) => legal(id, name));

const answerWith = ({ id, at }: Taken, cell: unknown): unknown => answer(id, legalCells(id).with(at, cell));

const mayBeLeftOut = ({ argument }: Taken): boolean => argument.optional === true || argument.blankable === true;

/** Whose cells are handed on as they are, each with its row of the others. */
const isColumn = ({ argument: { matrix, read } }: Taken): boolean => {
  const cells = [[1]];
  return matrix === true && read("cells", cells) === cells;
};

const scalars = TAKEN.filter(({ argument }) => !argument.matrix);
const columns = TAKEN.filter(isColumn);
const ranges = TAKEN.filter((one) => one.argument.matrix && !isColumn(one));

const titled = (all: readonly Taken[]): [string, Taken][] => all.map((one) => [`${one.id} ${one.name}`, one]);

const withoutZero = (all: readonly Taken[]) => all.filter(({ argument }) => isWithoutZero(argument));

describe("a 0 that can mean nothing else is left out", () => {
  test.each(titled(withoutZero(scalars).filter(mayBeLeftOut)))("%s", (_, one) => {
    const left = answerWith(one, null);
    for (const zero of [0, -0, "0", [[0]], { type: "FormattedNumber", basicValue: 0, numberFormat: "0" }])
      expect(answerWith(one, zero)).toEqual(left);
    expect(answerWith(one, "")).toEqual(left);
  });

  test.each(titled(withoutZero(columns).filter(mayBeLeftOut)))("in a column: %s", (_, one) => {
    for (const [blank, zero] of [
      [
        [[""], [null]],
        [[0], [0]],
      ],
      [null, 0],
    ])
      expect(answerWith(one, zero)).toEqual(answerWith(one, blank));
  });
});

describe("a 0 where something must stand stays refused", () => {
  // A fund that must stand may be a rate of one's own, of 0 too.
  const needed = withoutZero(scalars).filter((one) => !mayBeLeftOut(one) && one.name !== "fund");

  test.each(titled(needed))("%s", (_, one) => {
    expect(answerWith(one, 0)).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/.{15}/) as string });
  });
});

describe("a row of zeros is a blank row", () => {
  const rowsOf = withoutZero(ranges);

  test("of careers and of payments", () => {
    expect(rowsOf.map(({ id, name }) => `${id} ${name}`)).toEqual([
      "INASTI.SURCHARGE paid",
      "INASTI.CAREER career",
      "INASTI.CASHFLOW career",
    ]);
  });

  const DATED: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
    paid: [
      [45_700, 200],
      [45_800, 300],
    ],
    career: [
      [45_000, "principal"],
      [45_700, "complementary"],
    ],
  };

  test.each(titled(rowsOf))("%s", (_, one) => {
    const [first, second] = DATED[one.name]!;
    const all = answerWith(one, [first, second]);
    expect(all).not.toHaveProperty("code");
    for (const blank of [
      [null, null],
      [0, 0],
      [0, ""],
      ["", 0],
    ])
      expect(answerWith(one, [blank, first, blank, second, blank, blank])).toEqual(all);
    expect(answerWith(one, [[0, 0]])).toEqual(answerWith(one, [[null, null]]));
    // What is wrong is named by its place in the range.
    expect(answerWith(one, [first, [0, 0], ["soon", second![1]]])).toMatchObject({
      message: expect.stringContaining(`${one.name}[3]`) as string,
    });
    // A row that says something is none of them.
    expect(answerWith(one, [first, [0, second![1]]])).toHaveProperty("code");
  });

  test.each(["INASTI.BATCH", "INASTI.DOSSIER"])("%s: a client without income and category", (id) => {
    const of = (income: unknown, category: unknown) =>
      answer(id, [[[20_000], [income], [30_000]], [["principal"], [category], ["student"]], 2026]);
    const blank = of(null, null);
    expect((blank as unknown[][]).flat()).toContain("");
    for (const [income, category] of [
      [0, 0],
      [0, ""],
      ["", 0],
      [0, null],
    ])
      expect(of(income, category)).toEqual(blank);
    // AR38 12 §1: the minimum of 2026 is due on an income of 0 too.
    const minimum = answer("INASTI.QUARTERLY", [0, "principal", 2026]);
    expect((of(0, "principal") as unknown[][]).flat()).toContain(minimum);
    expect((answer(id, [[[0]], "principal", 2026]) as unknown[][]).flat()).toContain(minimum);
  });
});

/** Of these a 0 is a value: an income, a growth or a fee of nothing, no quarters, FALSE. A blank cell of the desktop cannot be told from it. */
const WITH_ZERO = ["euro", "rate", "whole", "number", "yes"];

test("what else may be left out is a number of which 0 is one, or TRUE and FALSE", () => {
  const others = TAKEN.filter((one) => mayBeLeftOut(one) && !isWithoutZero(one.argument));
  expect(others.filter(({ argument }) => !WITH_ZERO.includes(argument.kind)).map(({ name }) => name)).toEqual([]);
  // Quarters and funds are of these kinds, and have no 0.
  const exceptions = withoutZero(TAKEN).filter(({ argument }) => WITH_ZERO.includes(argument.kind));
  expect([...new Set(exceptions.map(({ name }) => name))].sort()).toEqual([
    "fund",
    "funds",
    "quarter",
    "quarters",
    "settlementQuarter",
  ]);
});

test("any call is the same from the desktop and from the web", () => {
  const ids = Object.keys(DEFINITIONS).filter((id) => TAKEN.some((one) => one.id === id && mayBeLeftOut(one)));
  const calls = fc.constantFrom(...ids).chain((id) => {
    const taken = TAKEN.filter((one) => one.id === id);
    return fc.tuple(fc.constant(taken), fc.tuple(...taken.map(() => fc.constantFrom("given", "blank", "empty text"))));
  });
  fc.assert(
    fc.property(calls, ([taken, how]) => {
      const cells = (blank: (one: Taken) => unknown) =>
        taken.map((one, at) => {
          if (how[at] === "given" || !mayBeLeftOut(one)) return legal(one.id, one.name);
          return how[at] === "blank" ? blank(one) : "";
        });
      const [{ id } = { id: "" }] = taken;
      const web = answer(
        id,
        cells(() => null),
      );
      const desktop = answer(
        id,
        cells(({ argument }) => (isWithoutZero(argument) ? 0 : null)),
      );
      expect(desktop).toEqual(web);
    }),
    { numRuns: 2000 },
  );
});
