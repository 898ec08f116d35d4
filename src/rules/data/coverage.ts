import { coverage, dataVersion, type Subject, SUBJECTS } from "../../parameters";
import { civilDate, type Day } from "../calendar";
import type { Fact } from "../refusal";
import { type Answer, type Line, step } from "../trace";

/** The first and the last day on which the figures of a domain are known. */
interface CoverageRow {
  readonly codeVersion: string;
  readonly dataVersion: string;
  readonly lastYear: number;
  readonly lastDay: Day;
  readonly domain: Subject;
  readonly firstDay: Day;
}

/** What the code and the data know, a row a domain. */
export function covered(codeVersion: string): Answer<readonly CoverageRow[]> {
  const rows = SUBJECTS.map((domain) => {
    const { from, to } = coverage[domain];
    return { codeVersion, dataVersion, lastYear: civilDate(to).year, lastDay: to, domain, firstDay: from };
  });
  return {
    value: rows,
    way: () => [
      versionLine("column/code-version", codeVersion),
      versionLine("column/data-version", dataVersion),
      ...rows.map(coverageLine),
    ],
  };
}

const versionLine = (sentence: string, value: string): Line => step("stated", { name: said(sentence), value }, "");

const coverageLine = ({ domain, firstDay, lastDay }: CoverageRow): Line =>
  step("covered", { domain: said(`domain/${domain}`), from: { day: firstDay }, to: { day: lastDay } }, "");

const said = (sentence: string): Fact => ({ sentence, facts: {} });
