import { day } from "../../../src/rules/calendar";
import { otherOccupationCategory, otherOccupationStatus } from "../../../src/rules/status";
import { statusOf } from "./status-of";

describe("article 37: on request", () => {
  test.each(["married", "survivor"] as const)("%s", (occupation) => {
    expect(statusOf(occupation)).toBe("article-37");
    expect(otherOccupationCategory({ occupation }).value).toBe("article-37");
    expect(otherOccupationStatus({ occupation }).way()[0]).toMatchObject({ met: true });
  });

  test("a political mandate has a ceiling of its own", () => {
    expect(otherOccupationCategory({ occupation: "political-mandate" }).value).toBe("article-37-mandate");
  });

  test("a recognised disability from the third quarter of 2023", () => {
    expect(statusOf("disability")).toBe("article-37");
    expect(statusOf("disability", { date: day(2023, 7, 1) })).toBe("article-37");
    expect(statusOf("disability", { date: day(2023, 6, 30) })).toBe("principal");
  });
});
