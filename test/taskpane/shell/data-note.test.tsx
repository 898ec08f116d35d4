import { screen, within } from "@testing-library/react";
import { t } from "../../../src/i18n";
import { coverage, dataVersion, SUBJECTS } from "../../../src/parameters";
import { numbersOf } from "../../../src/taskpane/kit/numbers";
import { DataNote } from "../../../src/taskpane/shell/data-note";
import { FakeHost } from "../fake-host";
import { renderView } from "../setup";

describe.each(["en-GB", "fr-BE", "nl-BE", "de-BE"])("the foot of the pane in %s", (locale) => {
  const numbers = numbersOf(locale);

  beforeEach(() => renderView(<DataNote />, new FakeHost(locale)));

  it("names each domain with the last day on which it is known, and no day for all", () => {
    const summary = screen.getByText((_, element) => element?.tagName === "SUMMARY");
    expect(summary).toHaveTextContent(dataVersion.split(" ")[0]!);
    const lines = [...summary.querySelectorAll("span")].map((line) => line.textContent);
    for (const subject of SUBJECTS) {
      const own = lines.filter((line) => line.includes(t(`domain/${subject}`)));
      expect(own).toHaveLength(1);
      expect(own[0]).toContain(numbers.day(coverage[subject].to));
    }
    expect(lines.length).toBe(new Set(SUBJECTS.map((subject) => coverage[subject].to)).size);
  });

  it("opens to the first and last day of each", () => {
    for (const subject of SUBJECTS) {
      const row = screen.getByRole("row", {
        name: new RegExp(`^${t(`domain/${subject}`).replace(/[()]/g, "\\$&")}`),
        hidden: true,
      });
      expect(
        within(row)
          .getAllByRole("cell", { hidden: true })
          .map((cell) => cell.textContent),
      ).toEqual([numbers.day(coverage[subject].from), numbers.day(coverage[subject].to)]);
    }
  });
});

it("says in French until when", async () => {
  await renderView(<DataNote />, new FakeHost("fr-BE"));
  expect(screen.getByText(/^jusqu’au \d\d\/\d\d\/\d{4} : cotisations/)).toBeVisible();
});
