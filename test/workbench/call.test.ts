import { callAsExcel as call } from "../../src/workbench/call";
import { CellError, type Implementation, implementationOf } from "../../src/workbench/custom-functions";
import type { FunctionMetadata, ParameterMetadata } from "../../src/workbench/metadata";

/** Errors as plain text, for Jest takes two errors with one message for equal. */
const shown = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shown)
    : value instanceof CellError
      ? `${value.code} ${value.message}`.trim()
      : value;
const callAsExcel = (...args: Parameters<typeof call>): unknown => shown(call(...args));

type Kind = Partial<ParameterMetadata>;

function metadata(...parameters: Kind[]): FunctionMetadata {
  return {
    id: "TEST",
    name: "TEST",
    description: "",
    parameters: parameters.map((kind, index) => ({ name: `p${index}`, description: "", type: "any", ...kind })),
  };
}

/** What the function received for one argument of a declared type. */
function received(kind: Kind, argument: Parameters<typeof call>[2][number]): unknown {
  const spy = jest.fn<unknown, unknown[]>(() => 0);
  const result = callAsExcel(metadata(kind), spy, [argument]);
  return spy.mock.calls.length > 0 ? spy.mock.calls[0]?.[0] : result;
}

const list: Implementation = (...args) => args.join(" ");

describe("arguments", () => {
  it.each([
    ["a literal", 40000, 40000],
    ["a reference to one cell", [[40000]], 40000],
    ["an empty cell", [[null]], null],
    ["an omitted one", undefined, null],
    ["text that looks like a number", "40000", "40000"],
    ["a boolean", true, true],
  ])("of any type are handed over as they are: %s", (_, argument, expected) => {
    expect(received({ type: "any" }, argument)).toBe(expected);
  });

  it.each([
    ["number", "12", 12],
    ["number", true, 1],
    ["number", null, 0],
    ["number", "abc", "#VALUE!"],
    ["number", " ", "#VALUE!"],
    ["string", 12.5, "12.5"],
    ["string", true, "TRUE"],
    ["string", null, ""],
    ["boolean", "true", true],
    ["boolean", 0, false],
    ["boolean", "yes", "#VALUE!"],
  ] as const)("are converted to the declared type: %s of %p", (type, argument, expected) => {
    expect(received({ type }, argument)).toEqual(expected);
  });

  it("give a matrix parameter a matrix, also for a single value", () => {
    expect(received({ dimensionality: "matrix" }, 5)).toEqual([[5]]);
    expect(received({ dimensionality: "matrix" }, [[1, null]])).toEqual([[1, null]]);
  });

  it("that are errors are the result, without a call", () => {
    const spy = jest.fn();
    const error = new CellError("#DIV/0!");
    expect(callAsExcel(metadata({}), spy, [[[error]]])).toBe("#DIV/0!");
    expect(callAsExcel(metadata({ dimensionality: "matrix" }), spy, [[[1], [error]]])).toBe("#DIV/0!");
    expect(spy).not.toHaveBeenCalled();
  });

  it("that are errors reach a function that asks for them", () => {
    const error = new CellError("#DIV/0!");
    const spy = jest.fn(() => 1);
    callAsExcel({ ...metadata({}), allowErrorForDataTypeAny: true }, spy, [error]);
    expect(spy).toHaveBeenCalledWith(error);
  });
});

describe("a range for a single value", () => {
  it("calls the function once per cell", () => {
    expect(
      callAsExcel(metadata({}, {}), list, [
        [
          [1, 2],
          [3, 4],
        ],
        "x",
      ]),
    ).toEqual([
      ["1 x", "2 x"],
      ["3 x", "4 x"],
    ]);
  });

  it("crosses a column with a row", () => {
    expect(callAsExcel(metadata({}, {}), list, [[[1], [2]], [["a", "b"]]])).toEqual([
      ["1 a", "1 b"],
      ["2 a", "2 b"],
    ]);
  });

  it("is #N/A where another range is shorter", () => {
    expect(
      callAsExcel(metadata({}, {}), list, [
        [[1], [2], [3]],
        [["a"], ["b"]],
      ]),
    ).toEqual([["1 a"], ["2 b"], ["#N/A"]]);
  });

  it("keeps the first cell of a function that returns a table", () => {
    expect(callAsExcel(metadata({}), (n) => [[n, "rest"]], [[[1], [2]]])).toEqual([[1], [2]]);
  });

  it("leaves the errors of other cells alone", () => {
    const odd: Implementation = (n) => {
      if (n === 1) throw new CellError("#VALUE!", "odd");
      return n;
    };
    expect(callAsExcel(metadata({}), odd, [[[1], [2]]])).toEqual([["#VALUE! odd"], [2]]);
  });
});

describe("results", () => {
  const result = (value: unknown) => callAsExcel(metadata(), () => value, []);

  it("are values or tables", () => {
    expect(result(2050)).toBe(2050);
    expect(
      result([
        ["a", 1],
        [null, new CellError("#N/A")],
      ]),
    ).toEqual([
      ["a", 1],
      [null, "#N/A"],
    ]);
  });

  it("that are no numbers are #NUM!, objects #VALUE!", () => {
    expect(result(NaN)).toBe("#NUM!");
    expect(result({})).toBe("#VALUE!");
  });

  it("keep the message of a thrown error", () => {
    const fail: Implementation = () => {
      throw new CellError("#N/A", "no figures");
    };
    expect(callAsExcel(metadata(), fail, [])).toBe("#N/A no figures");
  });

  it("are #VALUE! after a defect, which the console shows", () => {
    const console = jest.spyOn(globalThis.console, "error").mockImplementation();
    const defect = new TypeError("defect");
    const fail: Implementation = () => {
      throw defect;
    };
    expect(callAsExcel(metadata(), fail, [])).toBe("#VALUE!");
    expect(console).toHaveBeenCalledWith("TEST", defect);
  });
});

describe("the stand-in for CustomFunctions", () => {
  it("takes functions one by one and by the map, as Excel's does", () => {
    CustomFunctions.associate("ONE", list);
    CustomFunctions.associate({ TWO: list, THREE: list });
    expect(["ONE", "TWO", "THREE", "FOUR"].map(implementationOf)).toEqual([list, list, list, undefined]);
  });

  it("makes errors that carry code and message", () => {
    expect(new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "why")).toMatchObject({
      code: "#N/A",
      message: "why",
    });
  });
});
