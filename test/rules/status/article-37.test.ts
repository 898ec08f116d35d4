import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { otherOccupationStatus } from "../../../src/rules/status";
import { statusOf } from "./status-of";
import "../../setup/lines";

describe("article 37: on request", () => {
  test.each(["married", "survivor"] as const)("%s", (occupation) => {
    expect(statusOf(occupation)).toBe("article-37");
    expect(otherOccupationStatus({ occupation }).way()[0]).toMatchObject({ met: true });
  });

  test("a political mandate has a ceiling of its own", () => {
    const { value, way } = otherOccupationStatus({ occupation: "political-mandate" });
    expect(value).toBe("article-37");
    expect(tell(way()[0]!)).toBe("Political mandate, with a lower ceiling");
  });

  test("a recognised disability from the third quarter of 2023", () => {
    expect(statusOf("disability")).toBe("article-37");
    expect(statusOf("disability", { date: day(2023, 7, 1) })).toBe("article-37");
    expect(statusOf("disability", { date: day(2023, 6, 30) })).toBe("principal");
  });
});
