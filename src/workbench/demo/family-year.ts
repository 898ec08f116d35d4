import { wordName } from "../../i18n";
import { day } from "../../rules/calendar";
import { yesOrNo } from "../../taskpane/kit/choices";
import { lineOf, type Plan, section, sourceLine, textsOf } from "./sheet";

const QUARTERS = 'BENEFIT.EXEMPTQUARTERS("maternity",C12)';

/** A year with a birth and an illness: the benefits that come in, the contributions that are not due; and the premium for later. */
export function familyYear(): Plan {
  const text = textsOf("family-year");
  const line = lineOf(text);
  const right = 'BENEFIT.ENTITLED(C6,"maternity",C8)';
  const entitled = `=SWITCH(${right},"entitled","${yesOrNo(true)}","not","${yesOrNo(false)}","${text("conditional")}")`;
  return {
    id: "family-year",
    name: text("name"),
    title: text("title"),
    story: text("story"),
    source: sourceLine("benefits.maternity.weeks-1-4", "C8"),
    widths: [8, 240, 184, 90, 278, 130, 80],
    lines: {},
    blocks: [
      {
        row: 5,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          line("/category", ["inputText", wordName("category", "principal"), "category"]),
          line("/income", ["inputEuro", 40_000], "/a-year"),
          line("rest", ["inputDate", day(2026, 3, 2)]),
          line("weeks", ["inputWhole", 12], "/weeks"),
          line("children", ["inputWhole", 1]),
          [],
          line("birth", ["inputDate", day(2026, 3, 10)]),
          line("half-days", ["inputWhole", 40], "half-days-unit"),
          [],
          line("sick-from", ["inputDate", day(2026, 8, 27)]),
          line("sick-until", ["inputDate", day(2026, 9, 5)]),
          line("family", ["inputText", wordName("variant", "with-dependants"), "family"]),
          [],
          line("earlier-income", ["inputEuro", 30_000], "/a-year"),
        ],
      },
      {
        row: 5,
        column: 4,
        lines: [
          section(text("rest-benefit"), 2),
          line("entitled", ["answer", entitled]),
          line("first-weeks", ["euro", '=BENEFIT.RATE("maternity",C8,"weeks-1-4")'], "/a-week"),
          line("later-weeks", ["euro", '=BENEFIT.RATE("maternity",C8,"from-week-5")'], "/a-week"),
          line("maternity", ["result", "=BENEFIT.MATERNITY(C8,C9,0,C10)"], "/gross"),
          [],
          section(text("partner"), 2),
          line("birth-leave", ["result", "=BENEFIT.BIRTHLEAVE(C12,C13)"], "/gross"),
          line("with-aid", ["euro", '=BENEFIT.BIRTHLEAVE(C12,16)+BENEFIT.RATE("birth-aid",C12)'], "/gross"),
          [],
          section(text("illness"), 2),
          line("sickness", ["result", "=BENEFIT.SICKNESS(C15,C16,C17)"], "/gross"),
          [],
          section(text("not-due"), 2),
          line("exempt-quarters", ["answer", `=SUBSTITUTE(${QUARTERS},"Q"," ${text("quarter")}")`]),
          [["text"], ["answer"]],
          line("contributions", ["result", `=COUNTA(${QUARTERS})*INASTI.QUARTERLY(C7,C6,YEAR(C12))`]),
          [],
          section(text("total"), 2),
          line("benefits", ["result", "=F9+F12+F16"], "/gross"),
          line("all", ["result", "=F24+F21"]),
          [],
          section(text("pension"), 2),
          line("plci", ["euro", "=PENSION.PLCI(C19,YEAR(C12))"], "/a-year"),
          line("plci-social", ["euro", '=PENSION.PLCI(C19,YEAR(C12),"social")'], "/a-year"),
        ],
      },
    ],
  };
}
