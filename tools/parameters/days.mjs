// @ts-check
const MS_PER_DAY = 86_400_000;

/** @param {string} date */
export const dayAfter = (date) => shifted(date, 1);

/** @param {string} date */
export const dayBefore = (date) => shifted(date, -1);

/** @param {string} date @param {number} days */
function shifted(date, days) {
  return new Date(Date.parse(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
