import { type Day, firstDay, type Quarter, quarterOf } from "../calendar";

/** Article 39 §1: complementary from the next quarter, or from this one where the event is on its first day. */
export function complementaryFrom(event: Day): Quarter {
  const quarter = quarterOf(event);
  return event === firstDay(quarter) ? quarter : quarter + 1;
}

/** Article 39 §2: principal from the quarter of the event. */
export const principalFrom = (event: Day): Quarter => quarterOf(event);
