import { day } from "../../rules/calendar";
import { type Entry, type Plan, section, textsOf } from "./sheet";

/** Counted by the formula, not by its cells: the spreadsheet keeps what a longer list left there. */
const QUARTERS = 'BENEFIT.EXEMPTQUARTERS("maternity",C10)';

/** A birth: the benefits that come in, the contributions that are not due; and the premium for later. */
export function familyYear(): Plan {
  const text = textsOf("family-year");
  const label = (key: string): Entry => ["text", text(key)];
  return {
    id: "family-year",
    name: text("name"),
    title: text("name"),
    widths: [16, 232, 108, 20, 290, 112],
    lines: {},
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          [label("/category"), ["inputText", text("/principal")]],
          [label("/income"), ["inputEuro", 40_000]],
          [label("rest"), ["inputDate", day(2026, 3, 2)]],
          [label("weeks"), ["inputWhole", 12]],
          [label("children"), ["inputWhole", 1]],
          [label("birth"), ["inputDate", day(2026, 3, 10)]],
          [label("half-days"), ["inputWhole", 40]],
          [label("earlier-income"), ["inputEuro", 30_000]],
        ],
      },
      {
        row: 4,
        column: 4,
        lines: [
          section(text("rest-benefit"), 2),
          [label("entitled"), ["answer", '=BENEFIT.ENTITLED(C5,"maternity",C7)']],
          [label("first-weeks"), ["euro", '=BENEFIT.RATE("maternity",C7,"weeks-1-4")']],
          [label("later-weeks"), ["euro", '=BENEFIT.RATE("maternity",C7,"from-week-5")']],
          [label("maternity"), ["result", "=BENEFIT.MATERNITY(C7,C8,0,C9)"]],
          [],
          section(text("partner"), 2),
          [label("birth-leave"), ["result", "=BENEFIT.BIRTHLEAVE(C10,C11)"]],
          [label("with-aid"), ["euro", '=BENEFIT.BIRTHLEAVE(C10,16)+BENEFIT.RATE("birth-aid",C10)']],
          [],
          section(text("not-due"), 2),
          [label("exempt-quarters"), ["answer", `=${QUARTERS}`]],
          [["text"], ["answer"]],
          [label("contributions"), ["result", `=COUNTA(${QUARTERS})*INASTI.QUARTERLY(C6,C5,YEAR(C10))`]],
          [],
          section(text("pension"), 2),
          [label("plci"), ["euro", "=PENSION.PLCI(C12,YEAR(C10))"]],
          [label("plci-social"), ["euro", '=PENSION.PLCI(C12,YEAR(C10),"social")']],
        ],
      },
    ],
  };
}
