import { type Day, firstDay, type Quarter, quarterOf } from "../calendar";
import { type Answer, partOf, step } from "../trace";

/** The two statuses of article 35. */
export const DIRECTIONS = ["complementary", "principal"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** First day of the quarter from which a change of status holds; the event is the day on which the other occupation begins or ends. */
export const statusFrom = (event: Day, direction: Direction): Answer<Day> =>
  partOf(direction === "complementary" ? complementaryFrom(event) : principalFrom(event), firstDay);

/** Article 39 §1: complementary from the next quarter, or from this one where the event is on its first day. */
export function complementaryFrom(event: Day): Answer<Quarter> {
  const quarter = quarterOf(event);
  return event === firstDay(quarter)
    ? answer("complementary-at-once", quarter, event, "AR67 39 §1")
    : answer("complementary-next", quarter + 1, event, "AR67 39 §1");
}

/** Article 39 §2: principal from the quarter of the event. */
export const principalFrom = (event: Day): Answer<Quarter> =>
  answer("principal-at-once", quarterOf(event), event, "AR67 39 §2");

const answer = (key: string, quarter: Quarter, event: Day, article: string): Answer<Quarter> => ({
  value: quarter,
  way: () => [step(key, { event: { day: event }, quarter: { quarter } }, article)],
});
